/* Moves the sun and four planets SIZE steps of 0.01 days by Newton's law. */
#include "measure.h"

enum { BODIES = 5 };

typedef struct {
    double x, y, z, vx, vy, vz, mass;
} body;

#define SOLAR_MASS 39.47841760435743
#define YEAR 365.24

static const body START[BODIES] = {
    {0, 0, 0, 0, 0, 0, SOLAR_MASS},
    {4.84143144246472, -1.16032004402743, -0.103622044471123, 0.00166007664274404 * YEAR, 0.00769901118419740 * YEAR,
     -0.0000690460016972063 * YEAR, 0.000954791938424327 * SOLAR_MASS},
    {8.34336671824458, 4.12479856412430, -0.403523417114321, -0.00276742510726411 * YEAR, 0.00499852801234917 * YEAR,
     0.0000230417297573764 * YEAR, 0.000285885980666131 * SOLAR_MASS},
    {12.8943695621391, -15.1111514016986, -0.223307578892656, 0.00296460137564762 * YEAR, 0.00237847173959480 * YEAR,
     -0.0000296589568540237 * YEAR, 0.0000436624404335156 * SOLAR_MASS},
    {15.3796971148509, -25.9193146099879, 0.179258772950371, 0.00268067772490389 * YEAR, 0.00162824170038242 * YEAR,
     -0.0000951592254519716 * YEAR, 0.0000515138902046611 * SOLAR_MASS},
};

static body bodies[BODIES];

static void attract(body *a, body *b, double dt) {
    double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
    double square = dx * dx + dy * dy + dz * dz;
    double force = dt / (square * __builtin_sqrt(square));
    a->vx -= dx * b->mass * force, a->vy -= dy * b->mass * force, a->vz -= dz * b->mass * force;
    b->vx += dx * a->mass * force, b->vy += dy * a->mass * force, b->vz += dz * a->mass * force;
}

static NOINLINE void advance(double dt) {
    for (int i = 0; i < BODIES; i++) {
        for (int j = i + 1; j < BODIES; j++) {
            attract(&bodies[i], &bodies[j], dt);
        }
    }
    for (int i = 0; i < BODIES; i++) {
        body *b = &bodies[i];
        b->x += dt * b->vx, b->y += dt * b->vy, b->z += dt * b->vz;
    }
}

static unsigned work(int steps) {
    for (int i = 0; i < BODIES; i++) {
        bodies[i] = START[i];
    }
    for (int i = 0; i < steps; i++) {
        advance(0.01);
    }
    return (unsigned)((bodies[0].x + 1) * 1e9);
}

int main(int argc, char **argv) { return measure_main(argc, argv, "nbody", 200000, work); }
