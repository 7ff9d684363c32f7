package org.dylink.engine.jvm.emit;

import java.util.BitSet;
import java.util.List;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.plan.BodyFacts;
import org.dylink.engine.jvm.plan.Plan;
import org.dylink.engine.jvm.run.call.Poll;
import org.dylink.format.ValueType;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/**
 * Emits the methods of one body: goes through it from start to end, and writes for each instruction
 * what its row in {@link LoweringTable} says.
 */
final class BodyEmitter {
  /** After how many instructions a look is worth while: they take less than a millisecond. */
  private static final int POLLED = 1_024;

  private final Body body;
  private final BodyFacts facts;
  private final Plan plan;
  private final Emission emission;
  private final Emitters emitters;
  private final PartEmitter parts;

  BodyEmitter(
      Body body,
      BodyFacts facts,
      Plan plan,
      FunctionNames names,
      List<MemoryAccesses> memories,
      ClassWriter to) {
    this.body = body;
    this.facts = facts;
    this.plan = plan;
    this.emission = new Emission(body, facts, names, memories, to);
    this.emitters = new Emitters(emission);
    this.parts = new PartEmitter(emission, emitters, to, plan);
  }

  /**
   * Writes the method, and those of its parts.
   *
   * @return whether HotSpot will compile them all
   */
  boolean emit(MethodVisitor method) {
    MethodUnit unit = new MethodUnit(method, vectorForm(), 0);
    emission.setUnit(unit);
    begin(unit);
    for (int at = 0; at < body.size(); at++) {
      if (at % POLLED == 0) {
        // Whoever needs the function may have to stop; nothing is kept of what was not ended.
        Poll.check();
      }
      emission.moveTo(at);
      parts.pass(at);
      emit(at);
    }
    emitters.legacyHandlers().finish();
    unit.end(facts.deepest());
    return !unit.isHuge() && !parts.hasHugePart();
  }

  /** Places parameters, state and locals, and sets the locals to zero. */
  private void begin(MethodUnit unit) {
    ValueType[] types = body.locals();
    int params = body.type().params().size();
    SlotLocals locals = new SlotLocals(types);
    for (int i = 0; i < params; i++) {
      locals.place(i, unit.slots().addParameter(types[i]));
    }
    unit.setStateSlot(unit.slots().add(ClassNames.STATE, 1));
    unit.setLocals(locals);
    if (unit.vectorForm() != VectorForm.LONGS) {
      placeVectors(unit, locals, params);
    }
    if (facts.hasCalls()) {
      unit.call(ControlEmitter.POLL);
    }
    if (facts.hasCalls() || facts.hasTailCalls()) {
      emitters.calls().countFrame();
    }
    if (!plan.parts().isEmpty() || facts.hasManyLocals()) {
      moveToFrame(unit, params);
      return;
    }
    BitSet used = facts.usedLocals();
    for (int i = used.nextSetBit(params); i >= 0; i = used.nextSetBit(i + 1)) {
      unit.pushZero(types[i]);
      locals.place(i, unit.slots().add(types[i]));
      locals.set(unit, i);
    }
    if (facts.hasTailCalls()) {
      emission.setStart(new Label());
      unit.place(emission.start(), new Object[0]);
      unit.call(ControlEmitter.POLL);
    }
  }

  private VectorForm vectorForm() {
    return facts.hasVectors() ? VectorLowering.form(body) : VectorForm.LONGS;
  }

  /** Brings the vectors among the parameters into the form of the function. */
  private void placeVectors(MethodUnit unit, SlotLocals locals, int params) {
    for (int i = 0; i < params; i++) {
      if (body.locals()[i] == ValueType.V128) {
        JvmTypes.load(unit.code(), VectorForm.LONGS, ValueType.V128, locals.slot(i));
        VectorBorder.fromLongs(unit);
        locals.place(i, unit.slots().add(ValueType.V128));
        locals.set(unit, i);
      }
    }
  }

  private void moveToFrame(MethodUnit unit, int params) {
    FrameLayout layout = new FrameLayout(body, facts);
    layout.addTo(unit);
    layout.allocate(unit, facts.hasReferences());
    for (int i = 0; i < params; i++) {
      unit.locals().get(unit, i);
      layout.put(unit, i);
    }
    SplitLocals locals = new SplitLocals(layout, body.locals());
    if (!facts.hasManyLocals()) {
      locals.keepOwn(unit, facts.usedLocals(), plan.shared());
      locals.copy(unit, plan.copied());
    }
    unit.setLocals(locals);
    parts.setLayout(layout);
  }

  private void emit(int at) {
    Lowering lowering = LoweringTable.of(body.opcode(at));
    if (unit().isReachable() || lowering.isBoundary()) {
      if (!lowering.takesVectors()) {
        emission.vectors().flush(unit());
      }
      if (!lowering.takesCondition()) {
        emission.flushCondition();
      }
      lowering.code().emit(emitters, at);
    }
  }

  private MethodUnit unit() {
    return emission.unit();
  }
}
