package org.dylink.engine.jvm.emit;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.dylink.engine.jvm.validate.ControlFrame;
import org.dylink.format.ValueType;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Moves from a method into a part of it and back, as the parts' bounds are passed. */
final class PartEmitter {
  private static final String DESCRIPTOR =
      "(" + FrameLayout.NUMBERS + FrameLayout.REFERENCES + "L" + ClassNames.STATE + ";)I";

  /** A part that is being written, and what to go back to. */
  private record Open(Part part, PartUnit unit, MethodUnit outer, FrameLayout outerLayout) {}

  private final Emission emission;
  private final Branches branches;
  private final ClassWriter to;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Deque<Part> coming = new ArrayDeque<>();
  private final BitSet shared;
  private FrameLayout layout;
  private int count;
  private boolean hasHugePart;

  PartEmitter(Emission emission, Branches branches, ClassWriter to, List<Part> parts) {
    this.emission = emission;
    this.branches = branches;
    this.to = to;
    this.shared = SharedLocals.of(emission.analysis(), parts);
    parts.forEach(this::enqueue);
  }

  private void enqueue(Part part) {
    coming.add(part);
    part.inner().forEach(this::enqueue);
  }

  /** The locals that parts share. */
  BitSet shared() {
    return shared;
  }

  /** The layout in the method that is written now. */
  void setLayout(FrameLayout current) {
    layout = current;
  }

  boolean hasHugePart() {
    return hasHugePart;
  }

  /** Looks whether parts end or begin at an instruction. */
  void pass(int offset) {
    while (!open.isEmpty() && open.peek().part().end() <= offset) {
      leave(open.pop());
    }
    while (!coming.isEmpty() && coming.peek().start() <= offset) {
      Part part = coming.remove();
      if (emission.unit().isReachable() && part.start() == offset) {
        enter(part);
      }
    }
  }

  private void enter(Part part) {
    emission.flush();
    int base = emission.validator().frame(0).height();
    MethodUnit outer = emission.unit();
    ValueType[] operands = emission.types(base, emission.operands().size() - base);
    layout.send(outer, operands);
    layout.load(outer);
    outer.loadState();
    String name = emission.names().method(emission.analysis().index()) + " (part " + ++count + ")";
    outer
        .code()
        .visitMethodInsn(
            Opcodes.INVOKESTATIC,
            emission.names().className(emission.analysis().index()),
            name,
            DESCRIPTOR,
            false);
    FrameLayout inner = new FrameLayout(emission.analysis());
    PartUnit unit =
        new PartUnit(
            to.visitMethod(Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE, name, DESCRIPTOR, null, null),
            base,
            inner,
            part,
            part.inner().isEmpty() && !emission.analysis().hasHandlers());
    unit.begin(emission.analysis().locals(), shared);
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
    ValueType[] operands =
        passes ? emission.types(base, emission.operands().size() - base) : new ValueType[0];
    if (passes) {
      layout.send(unit, operands);
      unit.leaveWith(0);
    }
    unit.finish(emission.operands().deepest());
    hasHugePart |= unit.isHuge();
    layout = left.outerLayout();
    emission.setUnit(left.outer());
    goOn(unit, passes);
    if (passes) {
      layout.receive(left.outer(), operands);
    }
  }

  /** Goes where the part says that it was left to; its number is on the stack. */
  private void goOn(PartUnit left, boolean passes) {
    List<ControlFrame> exits = left.exits();
    if (passes && exits.size() == 1) {
      branchIfLeft(left);
    } else if (exits.size() > 1) {
      branchByNumber(left, passes);
    } else {
      emission.unit().op(Opcodes.POP);
      if (!passes) {
        branchAlways(left);
      }
    }
  }

  private void branchAlways(PartUnit left) {
    MethodUnit unit = emission.unit();
    if (left.exits().isEmpty()) {
      // Ends in a trap: the JVM must see that nothing follows.
      unit.op(Opcodes.ACONST_NULL);
      unit.leave(Opcodes.ATHROW);
    } else {
      branch(left, left.exits().get(0));
    }
  }

  private void branchIfLeft(PartUnit left) {
    MethodUnit unit = emission.unit();
    Label next = new Label();
    Object[] stack = emission.stackMap(left.baseHeight());
    ControlFrame to = left.exits().get(0);
    if (to.labelTypes().length == 0 && branches.isPlain(to, left.baseHeight())) {
      unit.jump(Opcodes.IFNE, Branches.label(to));
      return;
    }
    unit.jump(Opcodes.IFEQ, next);
    branch(left, to);
    unit.place(next, stack);
  }

  private void branchByNumber(PartUnit left, boolean passes) {
    MethodUnit unit = emission.unit();
    List<ControlFrame> exits = left.exits();
    Label[] labels = new Label[exits.size()];
    boolean[] isStub = new boolean[labels.length];
    for (int i = 0; i < labels.length; i++) {
      ControlFrame to = exits.get(i);
      isStub[i] = to.labelTypes().length > 0 || !branches.isPlain(to, left.baseHeight());
      labels[i] = isStub[i] ? new Label() : Branches.label(to);
    }
    Label next = new Label();
    Object[] stack = emission.stackMap(left.baseHeight());
    unit.code().visitTableSwitchInsn(1, labels.length, passes ? next : labels[0], labels);
    unit.setUnreachable();
    for (int i = 0; i < labels.length; i++) {
      if (isStub[i]) {
        unit.place(labels[i], stack);
        branch(left, exits.get(i));
      }
    }
    if (passes) {
      unit.place(next, stack);
    }
  }

  private void branch(PartUnit left, ControlFrame to) {
    layout.receive(emission.unit(), to.labelTypes());
    branches.branch(to, left.baseHeight());
  }
}
