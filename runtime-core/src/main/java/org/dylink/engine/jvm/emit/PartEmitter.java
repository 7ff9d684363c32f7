package org.dylink.engine.jvm.emit;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import org.dylink.engine.jvm.plan.Part;
import org.dylink.engine.jvm.plan.Plan;
import org.dylink.format.ValueType;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Moves from a method into a part of it and back, as the parts' bounds are passed. */
final class PartEmitter {
  private static final String DESCRIPTOR =
      "(" + FrameLayout.NUMBERS + FrameLayout.REFERENCES + "L" + ClassNames.STATE + ";)I";

  /** A part that is being written, and what to go back to. */
  private record Open(Part part, PartUnit unit, MethodUnit outer, FrameLayout outerLayout) {}

  private final Emission emission;
  private final Branches branches;
  private final LegacyHandlerEmitter handlers;
  private final ClassWriter to;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Deque<Part> coming = new ArrayDeque<>();
  private final BitSet shared;
  private FrameLayout layout;
  private int count;
  private boolean hasHugePart;

  PartEmitter(Emission emission, Emitters emitters, ClassWriter to, Plan plan) {
    this.emission = emission;
    this.branches = emitters.branches();
    this.handlers = emitters.legacyHandlers();
    this.to = to;
    this.shared = plan.shared();
    plan.parts().forEach(this::enqueue);
  }

  private void enqueue(Part part) {
    coming.add(part);
    part.inner().forEach(this::enqueue);
  }

  /** The layout in the method that is written now. */
  void setLayout(FrameLayout current) {
    layout = current;
  }

  boolean hasHugePart() {
    return hasHugePart;
  }

  /** Looks whether parts end or begin at an instruction. */
  void pass(int at) {
    while (!open.isEmpty() && open.peek().part().end() <= at) {
      leave(open.pop());
    }
    while (!coming.isEmpty() && coming.peek().start() <= at) {
      Part part = coming.remove();
      if (emission.unit().isReachable() && part.start() == at) {
        enter(part);
      }
    }
  }

  private void enter(Part part) {
    emission.flush();
    int base = emission.enclosing().height();
    MethodUnit outer = emission.unit();
    ValueType[] operands = emission.operands().typesFrom(base);
    layout.send(outer, operands);
    layout.load(outer);
    outer.loadState();
    String name = emission.names().method(emission.body().function()) + " (part " + ++count + ")";
    outer
        .code()
        .visitMethodInsn(Opcodes.INVOKESTATIC, emission.className(), name, DESCRIPTOR, false);
    FrameLayout inner = new FrameLayout(emission.body(), emission.facts());
    PartUnit unit =
        new PartUnit(
            to.visitMethod(Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE, name, DESCRIPTOR, null, null),
            outer.vectorForm(),
            base,
            inner,
            part,
            part.inner().isEmpty() && !emission.facts().hasHandlers());
    unit.begin(emission.body().locals(), shared);
    open.push(new Open(part, unit, outer, layout));
    layout = inner;
    emission.setUnit(unit);
    layout.receive(unit, operands);
  }

  private void leave(Open left) {
    emission.flush();
    PartUnit unit = left.unit();
    int base = unit.baseHeight();
    boolean passes = unit.isReachable();
    ValueType[] operands = passes ? emission.operands().typesFrom(base) : new ValueType[0];
    if (passes) {
      layout.send(unit, operands);
      unit.leaveWith(0);
    }
    handlers.finish();
    unit.finish(emission.facts().deepest());
    hasHugePart |= unit.isHuge();
    layout = left.outerLayout();
    emission.setUnit(left.outer());
    left.outer().locals().refresh(left.outer(), left.part().changed());
    new PartExits(emission, branches, layout).goOn(unit, passes);
    if (passes) {
      layout.receive(left.outer(), operands);
    }
  }
}
