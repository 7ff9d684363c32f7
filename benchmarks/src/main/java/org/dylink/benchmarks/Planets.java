package org.dylink.benchmarks;

/** nbody.c in Java; an object a body. */
final class Planets {
  private static final double SOLAR_MASS = 39.47841760435743;
  private static final double YEAR = 365.24;

  private static final class Body {
    private double x;
    private double y;
    private double z;
    private double vx;
    private double vy;
    private double vz;
    private final double mass;

    Body(double x, double y, double z, double vx, double vy, double vz, double mass) {
      this.x = x;
      this.y = y;
      this.z = z;
      this.vx = vx * YEAR;
      this.vy = vy * YEAR;
      this.vz = vz * YEAR;
      this.mass = mass * SOLAR_MASS;
    }
  }

  private final Body[] bodies = {
    new Body(0, 0, 0, 0, 0, 0, 1),
    new Body(
        4.84143144246472,
        -1.16032004402743,
        -0.103622044471123,
        0.00166007664274404,
        0.00769901118419740,
        -0.0000690460016972063,
        0.000954791938424327),
    new Body(
        8.34336671824458,
        4.12479856412430,
        -0.403523417114321,
        -0.00276742510726411,
        0.00499852801234917,
        0.0000230417297573764,
        0.000285885980666131),
    new Body(
        12.8943695621391,
        -15.1111514016986,
        -0.223307578892656,
        0.00296460137564762,
        0.00237847173959480,
        -0.0000296589568540237,
        0.0000436624404335156),
    new Body(
        15.3796971148509,
        -25.9193146099879,
        0.179258772950371,
        0.00268067772490389,
        0.00162824170038242,
        -0.0000951592254519716,
        0.0000515138902046611),
  };

  /** Where the sun is after some steps. */
  int move(int steps) {
    for (int i = 0; i < steps; i++) {
      advance(0.01);
    }
    return (int) (long) ((bodies[0].x + 1) * 1e9);
  }

  private void advance(double dt) {
    for (int i = 0; i < bodies.length; i++) {
      for (int j = i + 1; j < bodies.length; j++) {
        attract(bodies[i], bodies[j], dt);
      }
    }
    for (Body b : bodies) {
      b.x += dt * b.vx;
      b.y += dt * b.vy;
      b.z += dt * b.vz;
    }
  }

  private static void attract(Body a, Body b, double dt) {
    double dx = a.x - b.x;
    double dy = a.y - b.y;
    double dz = a.z - b.z;
    double square = dx * dx + dy * dy + dz * dz;
    double force = dt / (square * Math.sqrt(square));
    a.vx -= dx * b.mass * force;
    a.vy -= dy * b.mass * force;
    a.vz -= dz * b.mass * force;
    b.vx += dx * a.mass * force;
    b.vy += dy * a.mass * force;
    b.vz += dz * a.mass * force;
  }
}
