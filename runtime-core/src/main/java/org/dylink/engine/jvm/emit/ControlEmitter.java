package org.dylink.engine.jvm.emit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dylink.engine.jvm.binary.Instruction;
import org.dylink.engine.jvm.binary.Opcode;
import org.dylink.engine.jvm.validate.ControlFrame;
import org.dylink.format.ValueType;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Blocks and branches (WebAssembly Core, Execution, Control Instructions). */
final class ControlEmitter {
  private final Emission emission;
  private final Branches branches;

  ControlEmitter(Emission emission, Branches branches) {
    this.emission = emission;
    this.branches = branches;
  }

  /** Opens a block, before the validator does; the target is for the frame that this makes. */
  Target open(Instruction each) {
    MethodUnit unit = emission.unit();
    Target target = new Target(unit);
    if (each.opcode == Opcode.IF) {
      target.otherwise = new Label();
      emission.jumpIf(false, target.otherwise);
      return target;
    }
    emission.flush();
    if (each.opcode == Opcode.LOOP) {
      unit.place(target.label, emission.stackMap(emission.operands().size()));
      unit.callRun("Poll", "check", "()V");
    }
    return target;
  }

  /** The other part of an if. */
  void emitElse() {
    ControlFrame frame = emission.validator().frame(0);
    Target target = Emission.target(frame);
    if (target == null) {
      return;
    }
    MethodUnit unit = emission.unit();
    if (unit.isReachable()) {
      branches.jump(frame);
    }
    unit.place(target.otherwise, emission.stackMap(frame.height(), frame.type().params()));
    target.otherwise = null;
  }

  /** Ends a block; what follows is reached if anything leads there. */
  void emitEnd(ControlFrame frame) {
    Target target = Emission.target(frame);
    if (target == null) {
      return;
    }
    MethodUnit unit = emission.unit();
    Object[] stack = null;
    if (target.otherwise != null) {
      stack = emission.stackMap(frame.height(), frame.type().results());
      unit.place(target.otherwise, stack);
    }
    if (frame.opening() != Opcode.LOOP && target.isUsed()) {
      stack = emission.stackMap(frame.height(), frame.type().results());
      unit.place(target.label, stack);
    }
  }

  void emitBranchIf(Instruction each) {
    ControlFrame to = emission.validator().frame(each.index);
    // The validator still counts the condition, which the jump has taken.
    if (isPlainWithoutTop(to)) {
      emission.jumpIf(true, Branches.label(to));
      return;
    }
    Label over = new Label();
    emission.jumpIf(false, over);
    ValueType condition = popCondition();
    Object[] after = emission.stackMap(emission.operands().size());
    branches.branch(to);
    emission.unit().place(over, after);
    pushCondition(condition);
  }

  private boolean isPlainWithoutTop(ControlFrame to) {
    ValueType condition = popCondition();
    boolean plain = branches.isPlain(to);
    pushCondition(condition);
    return plain;
  }

  private ValueType popCondition() {
    return emission.operands().hideTop();
  }

  private void pushCondition(ValueType condition) {
    emission.operands().showTop(condition);
  }

  void emitBranchTable(Instruction each) {
    emission.flush();
    ValueType index = popCondition();
    int count = each.labels.length - 1;
    Label[] labels = new Label[count];
    Map<Integer, Label> stubs = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      labels[i] = labelOf(each.labels[i], stubs);
    }
    Label last = labelOf(each.labels[count], stubs);
    Object[] stack = emission.stackMap(emission.operands().size());
    if (count == 0) {
      emission.unit().op(Opcodes.POP);
      emission.unit().jump(Opcodes.GOTO, last);
    } else {
      emission.unit().code().visitTableSwitchInsn(0, count - 1, last, labels);
      emission.unit().setUnreachable();
    }
    emitStubs(stubs, stack);
    pushCondition(index);
  }

  private Label labelOf(int depth, Map<Integer, Label> stubs) {
    ControlFrame to = emission.validator().frame(depth);
    int height = emission.operands().size() - to.labelTypes().length;
    return branches.isForSwitch(to, height)
        ? Branches.label(to)
        : stubs.computeIfAbsent(depth, each -> new Label());
  }

  /** What is more than a jump stands behind the switch. */
  private void emitStubs(Map<Integer, Label> stubs, Object[] stack) {
    stubs.forEach(
        (depth, stub) -> {
          emission.unit().place(stub, stack);
          branches.branch(emission.validator().frame(depth));
        });
  }
}
