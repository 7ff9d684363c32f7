package org.dylink.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.dylink.format.ValueType;
import org.dylink.fuzz.Declarations.Variable;

/**
 * Writes a body step by step. A step is an instruction with what it needs, or a block of further
 * steps.
 */
final class Steps {
  private final Body body;
  private final Choices choices;
  private final List<Runnable> table =
      new ArrayList<>(); // a step stands in it as often as it is wanted
  private final Runnable blocks;
  private int left;

  /**
   * @param budget how many steps it may take altogether
   */
  Steps(Body body, int budget) {
    this.body = body;
    this.choices = body.choices();
    this.left = budget;
    add(1, () -> body.code().nop());
    add(30, this::number);
    add(6, this::localWrite);
    add(4, this::globalWrite);
    add(3, this::select);
    add(2, this::reference);
    add(2, this::sink);
    new MemorySteps(body).addTo(this);
    new TableSteps(body).addTo(this);
    new CallSteps(body).addTo(this);
    ControlSteps control = new ControlSteps(body, this);
    control.addTo(this);
    blocks = control::block;
    if (body.module().features().style().hasVectors()) {
      new VectorSteps(body).addTo(this);
    }
    if (body.module().features().style().hasAtomics()) {
      new AtomicSteps(body).addTo(this);
    }
    if (body.module().features().legacyExceptions()) {
      new LegacyExceptionSteps(body, this).addTo(this);
    }
    if (body.module().features().exceptions()) {
      new ExceptionSteps(body, this).addTo(this);
    }
  }

  void add(int weight, Runnable step) {
    for (int i = 0; i < weight; i++) {
      table.add(step);
    }
  }

  /** Some steps, up to a number. */
  void some(int most) {
    exactly(choices.below(most + 1));
  }

  void exactly(int count) {
    for (int i = 0; i < count && left > 0; i++) {
      // A little dead code is enough.
      if (body.label(0).isDead() && choices.oneIn(2)) {
        return;
      }
      left--;
      choices.of(table).run();
    }
  }

  /** As many as the budget has, in blocks, so that no branch leaves the rest dead. */
  void all() {
    while (left > 0) {
      left--;
      blocks.run();
    }
  }

  private void sink() {
    if (body.height() > 0) {
      body.sink();
    }
  }

  private void number() {
    NumericInstruction instruction =
        choices.of(choices.oneIn(40) ? NumericInstruction.TRAPPING : NumericInstruction.TOTAL);
    body.need(instruction.type().params());
    if (instruction.showsNan()) {
      body.locals().canonicalise(instruction.lastOperand());
    }
    if (instruction.convertsUnsignedToFloat() && !body.module().features().largeConversions()) {
      body.code().i64Const(Long.MAX_VALUE).op(0x83); // and
    }
    instruction.write(body.code());
    body.push(instruction.type().results());
  }

  private void localWrite() {
    ValueType type = choices.of(Types.any(body.module().features()));
    List<Integer> locals = body.locals().of(type);
    if (locals.isEmpty()) {
      return;
    }
    body.need(type);
    if (choices.oneIn(2)) {
      body.code().localTee(choices.of(locals));
      body.push(type);
    } else {
      body.code().localSet(choices.of(locals));
    }
  }

  private void globalWrite() {
    ValueType type = choices.of(Types.any(body.module().features()));
    List<Variable> globals = body.module().globals(type, true);
    if (!globals.isEmpty()) {
      body.need(type);
      body.code().globalSet(choices.of(globals).id());
    }
  }

  private void select() {
    boolean typed = choices.oneIn(2);
    ValueType type = choices.of(typed ? Types.any(body.module().features()) : Types.NUMBERS);
    body.need(type, type, ValueType.I32);
    if (typed) {
      body.code().select(type);
    } else {
      body.code().select();
    }
    body.push(type);
  }

  private void reference() {
    body.need(choices.oneIn(2) ? ValueType.EXTERNREF : ValueType.FUNCREF);
    body.code().refIsNull();
    body.push(ValueType.I32);
  }
}
