package org.dylink.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.dylink.format.ValueType;
import org.dylink.fuzz.Declarations.Thrown;
import org.dylink.fuzz.Label.Kind;
import org.dylink.testing.Code;

/** Throws, and handlers around further steps, in the encoding that V8 of node 20 has. */
final class LegacyExceptionSteps {
  private static final int STEPS = 6;
  private static final int DEEPEST = 6;

  private final Body body;
  private final Steps steps;
  private final Choices choices;
  private final Code code;

  LegacyExceptionSteps(Body body, Steps steps) {
    this.body = body;
    this.steps = steps;
    this.choices = body.choices();
    this.code = body.code();
  }

  void addTo(Steps table) {
    table.add(2, this::throwTag);
    table.add(4, this::tryCatch);
  }

  private void throwTag() {
    Thrown tag = choices.of(body.module().tags());
    body.need(tag.payload());
    code.throwTag(tag.id());
    body.die();
  }

  private void tryCatch() {
    if (body.depth() > DEEPEST) {
      return;
    }
    List<ValueType> results = Types.some(choices, body.module().features(), 2);
    code.legacyTry(Types.signature(List.of(), results));
    body.open(Kind.BLOCK, List.of(), results);
    steps.some(STEPS);
    for (Thrown tag : handled()) {
      body.settle();
      code.legacyCatch(tag.id());
      body.handle(tag.payload());
      steps.some(STEPS);
      rethrowSometimes();
    }
    if (choices.oneIn(2)) {
      body.settle();
      code.legacyCatchAll();
      body.handle(List.of());
      steps.some(STEPS);
      rethrowSometimes();
    }
    body.close();
  }

  private List<Thrown> handled() {
    List<Thrown> handled = new ArrayList<>();
    for (int i = choices.below(3); i > 0; i--) {
      handled.add(choices.of(body.module().tags()));
    }
    return handled;
  }

  private void rethrowSometimes() {
    if (choices.oneIn(5)) {
      code.legacyRethrow(0);
      body.die();
    }
  }
}
