package org.dylink.fuzz;

/** Writes a whole body in a style. */
final class BodyGenerator {
  private final Body body;
  private final Style style;
  private final Steps steps;
  private final ControlSteps control;

  BodyGenerator(Body body, Style style) {
    this.body = body;
    this.style = style;
    this.steps = new Steps(body, style.steps());
    this.control = new ControlSteps(body, steps);
  }

  void write() {
    control.takeFuel();
    switch (style) {
      case SMALL, VECTORS, WIDE_VECTORS, ATOMICS, PRIVATE_ATOMICS, WIDE_ATOMICS ->
          steps.some(style.steps());
      case LONG, MANY_LOCALS, MANY_VECTORS, MANY_ATOMICS -> steps.all();
      case SWITCH -> control.switchOf(100 + body.choices().below(500));
      case NESTED -> control.nest(100 + body.choices().below(150));
    }
    if ((style.isLarge() || style.hasVectors()) && !body.label(0).isDead()) {
      control.observe(Integer.MAX_VALUE);
    }
    body.settle(); // the builder adds the end
  }
}
