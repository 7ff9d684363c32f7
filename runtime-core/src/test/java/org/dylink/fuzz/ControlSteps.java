package org.dylink.fuzz;

import static org.dylink.format.ValueType.I32;
import static org.dylink.format.ValueType.V128;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dylink.format.ValueType;
import org.dylink.fuzz.Label.Kind;
import org.dylink.testing.Code;

/** Blocks and branches. A loop ends when there is no fuel. */
final class ControlSteps {
  private static final int DEEPEST = 7;
  private static final int STEPS = 8;

  private final Body body;
  private final Steps steps;
  private final Choices choices;
  private final Code code;

  ControlSteps(Body body, Steps steps) {
    this.body = body;
    this.steps = steps;
    this.choices = body.choices();
    this.code = body.code();
  }

  void addTo(Steps table) {
    table.add(5, () -> nested(this::block));
    table.add(4, () -> nested(this::loop));
    table.add(6, () -> nested(this::ifElse));
    table.add(1, () -> nested(() -> switchOf(1 + choices.below(6))));
    table.add(2, this::branch);
    table.add(5, this::branchIf);
    table.add(2, this::branchTable);
    table.add(1, this::returnAll);
    table.add(2, () -> nested(this::trapSometimes));
    table.add(2, () -> observe(10));
  }

  /** Takes fuel; with none left, the function returns. */
  void takeFuel() {
    code.globalGet(Declarations.FUEL).i32Eqz().ifThen();
    body.open(Kind.IF, List.of(), List.of());
    body.need(body.type().results());
    code.returnAll();
    body.die();
    body.close();
    code.globalGet(Declarations.FUEL).i32Const(1).i32Sub().globalSet(Declarations.FUEL);
  }

  /** Blocks and ifs in each other. */
  void nest(int levels) {
    if (levels > 0) {
      steps.some(2);
      beginBlock(choices.oneIn(2), Types.some(choices, body.module().features(), 1));
      nest(levels - 1);
      steps.some(2);
      body.close();
    }
  }

  /** A loop around a switch whose cases change locals, fall through or go on with the loop. */
  void switchOf(int cases) {
    code.loop();
    body.open(Kind.LOOP, List.of(), List.of());
    takeFuel();
    for (int i = 0; i < cases; i++) {
      code.block();
      body.open(Kind.BLOCK, List.of(), List.of());
    }
    body.need(I32);
    code.i32Const(cases).op(0x70); // rem_u
    code.brTable(IntStream.range(0, cases).toArray());
    body.die();
    for (int left = cases - 1; left >= 0; left--) {
      body.close();
      steps.some(4);
      if (choices.oneIn(2)) {
        code.br(left);
        body.die();
      }
    }
    body.close();
  }

  /**
   * Tells the host what is in the locals.
   *
   * @param most at how many of each type it looks
   */
  void observe(int most) {
    code.i64Const(0);
    for (ValueType type : Types.NUMBERS) {
      body.locals().of(type).stream().limit(most).forEach(local -> mix(type, local));
    }
    body.locals().of(V128).stream().limit(most).forEach(this::mixVector);
    code.call(Declarations.TRACE);
  }

  private void mix(ValueType type, int local) {
    code.i64Const(2L * local + 3).op(0x7e); // mul
    code.localGet(local);
    body.locals().canonicalise(type);
    toBits(type);
    code.op(0x85); // xor
  }

  private void mixVector(int local) {
    for (int lane = 0; lane < 2; lane++) {
      code.i64Const(2L * local + 3).op(0x7e); // mul
      code.localGet(local).op(0xfd, 0x1d, lane).op(0x85); // i64x2.extract_lane, xor
    }
  }

  private void toBits(ValueType type) {
    switch (type.kind()) {
      case I32 -> code.op(0xad);
      case F32 -> code.op(0xbc, 0xad);
      case F64 -> code.op(0xbd);
      default -> {}
    }
  }

  private void nested(Runnable step) {
    if (body.depth() < DEEPEST) {
      step.run();
    }
  }

  void block() {
    beginBlock(false, Types.some(choices, body.module().features(), 2));
    steps.some(STEPS);
    body.close();
  }

  private void ifElse() {
    beginBlock(true, Types.some(choices, body.module().features(), 2));
    steps.some(STEPS);
    body.orElse();
    steps.some(STEPS);
    body.close();
  }

  private void beginBlock(boolean condition, List<ValueType> results) {
    List<ValueType> params = params();
    body.need(condition ? Types.with(params, I32) : params);
    body.push(params);
    Kind kind = condition ? Kind.IF : Kind.BLOCK;
    if (body.module().features().parametersInLocals()) {
      List<Integer> locals = setAside(params, condition);
      beginBlock(kind, List.of(), results);
      body.open(kind, params, results, locals);
    } else {
      beginBlock(kind, params, results);
      body.open(kind, params, results);
    }
  }

  private void beginBlock(Kind kind, List<ValueType> params, List<ValueType> results) {
    if (kind == Kind.IF) {
      code.ifThen(Types.signature(params, results));
    } else if (params.isEmpty() && results.size() == 1) {
      code.block(results.get(0));
    } else {
      code.block(Types.signature(params, results));
    }
  }

  /** Moves what will be a block's parameters into locals, from below the condition if there is. */
  private List<Integer> setAside(List<ValueType> params, boolean condition) {
    List<Integer> locals = new ArrayList<>();
    for (ValueType param : params) {
      locals.add(body.locals().spare(param, locals.size()));
    }
    int kept = body.locals().spare(I32, params.size());
    if (condition) {
      code.localSet(kept);
    }
    for (int i = locals.size() - 1; i >= 0; i--) {
      code.localSet(locals.get(i));
    }
    if (condition) {
      code.localGet(kept);
    }
    return locals;
  }

  private List<ValueType> params() {
    return body.top(choices.below(3));
  }

  private void loop() {
    List<ValueType> params = params();
    List<ValueType> results = Types.some(choices, body.module().features(), 2);
    body.need(params);
    body.push(params);
    code.loop(Types.signature(params, results));
    body.open(Kind.LOOP, params, results);
    takeFuel();
    steps.some(STEPS);
    if (choices.oneIn(2)) {
      body.need(Types.with(params, I32));
      code.brIf(0);
      body.push(params);
    }
    body.close();
  }

  private void branch() {
    int depth = target();
    body.need(body.label(depth).carried());
    code.br(depth);
    body.die();
  }

  /** A reference to an exception is to come from its handler alone, and not be null. */
  private int target() {
    int depth = choices.below(body.depth());
    return body.label(depth).carried().contains(ValueType.EXNREF) ? body.depth() - 1 : depth;
  }

  private void branchIf() {
    int depth = target();
    List<ValueType> carried = body.label(depth).carried();
    body.need(Types.with(carried, I32));
    code.brIf(depth);
    body.push(carried);
  }

  private void branchTable() {
    int last = target();
    List<ValueType> carried = body.label(last).carried();
    List<Integer> fitting =
        IntStream.range(0, body.depth())
            .filter(depth -> body.label(depth).carried().equals(carried))
            .boxed()
            .toList();
    int count = choices.below(6);
    body.need(Types.with(carried, I32));
    if (!choices.oneIn(4)) {
      code.i32Const(count + 1).op(0x70); // rem_u
    }
    IntStream targets = IntStream.generate(() -> choices.of(fitting)).limit(count);
    code.brTable(IntStream.concat(targets, IntStream.of(last)).toArray());
    body.die();
  }

  private void returnAll() {
    body.need(body.type().results());
    code.returnAll();
    body.die();
  }

  /** In a block of its own, so that there is more behind it. */
  private void trapSometimes() {
    beginBlock(true, List.of());
    if (choices.oneIn(4)) {
      code.unreachable();
    } else {
      branch();
    }
    body.die();
    steps.some(2);
    body.close();
  }
}
