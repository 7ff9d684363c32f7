package org.dylink.engine.jvm.emit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dylink.engine.jvm.code.Block;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.engine.jvm.code.Operands;
import org.dylink.engine.jvm.run.call.Poll;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Blocks and branches (WebAssembly Core, Execution, Control Instructions). */
final class ControlEmitter {
  static final RunMethod POLL = RunMethod.of(Poll.class, "check");

  private final Emission emission;
  private final Body body;
  private final Branches branches;

  ControlEmitter(Emission emission, Branches branches) {
    this.emission = emission;
    this.body = emission.body();
    this.branches = branches;
  }

  void openBlock(int at) {
    emission.open(body.block(at), new BranchTarget(emission.unit()));
  }

  void openIf(int at) {
    BranchTarget target = new BranchTarget(emission.unit());
    target.otherwise = new Label();
    emission.jumpIf(false, target.otherwise);
    emission.open(body.block(at), target);
  }

  void openLoop(int at) {
    MethodUnit unit = emission.unit();
    BranchTarget target = new BranchTarget(unit);
    unit.place(target.label, emission.stackMap(body.operands(at)));
    unit.call(POLL);
    emission.open(body.block(at), target);
  }

  /** The other part of an if. */
  void emitElse(int at) {
    Block block = body.block(at);
    BranchTarget target = emission.target(block);
    if (target == null) {
      return;
    }
    MethodUnit unit = emission.unit();
    if (unit.isReachable()) {
      branches.jump(block);
    }
    unit.place(target.otherwise, emission.stackMap(block.below(), block.type().params()));
    target.otherwise = null;
  }

  /** Ends a block; what follows is reached if anything leads there. */
  void emitEnd(Block block) {
    BranchTarget target = emission.target(block);
    if (target == null) {
      return;
    }
    MethodUnit unit = emission.unit();
    if (target.otherwise != null) {
      unit.place(target.otherwise, stackMapBehind(block));
    }
    if (block.opening() != Opcode.LOOP && target.isUsed()) {
      unit.place(target.label, stackMapBehind(block));
    }
  }

  private Object[] stackMapBehind(Block block) {
    return emission.stackMap(block.below(), block.type().results());
  }

  void emitBranch(int at) {
    Block to = body.block(at);
    branches.branch(to, Branches.below(to, body.operands(at)));
  }

  void emitBranchIf(int at) {
    Block to = body.block(at);
    // The jump takes the condition; what it leaves is what a branch finds.
    Operands stack = body.operands(at).below();
    Operands below = Branches.below(to, stack);
    if (branches.isPlain(to, below)) {
      emission.jumpIf(true, branches.label(to));
      return;
    }
    Label over = new Label();
    emission.jumpIf(false, over);
    Object[] after = emission.stackMap(stack);
    branches.branch(to, below);
    emission.unit().place(over, after);
  }

  /** Branches without the reference if that is null, else leaves it. */
  void emitBranchOnNull(int at) {
    Block to = body.block(at);
    Operands stack = body.operands(at).below();
    Label over = new Label();
    MethodUnit unit = emission.unit();
    Object[] after = emission.stackMap(body.operands(at));
    unit.op(Opcodes.DUP);
    unit.jump(Opcodes.IFNONNULL, over);
    unit.op(Opcodes.POP);
    branches.branch(to, Branches.below(to, stack));
    unit.place(over, after);
  }

  /** Branches with the reference if that is not null, else drops it. */
  void emitBranchOnReference(int at) {
    Block to = body.block(at);
    Label over = new Label();
    MethodUnit unit = emission.unit();
    Object[] after = emission.stackMap(body.operands(at));
    unit.op(Opcodes.DUP);
    unit.jump(Opcodes.IFNULL, over);
    branches.branch(to, Branches.below(to, body.operands(at)));
    unit.place(over, after);
    unit.op(Opcodes.POP);
  }

  void emitBranchTable(int at) {
    Operands stack = body.operands(at).below();
    BranchTable table = BranchTable.of(body.targets(at));
    List<Block> targets = table.targets();
    int count = targets.size() - 1;
    Label[] labels = new Label[count];
    Map<Block, Label> stubs = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      labels[i] = labelOf(targets.get(i), stack, stubs);
    }
    Label last = labelOf(targets.get(count), stack, stubs);
    if (count == 0) {
      emission.unit().op(Opcodes.POP);
      emission.unit().jump(Opcodes.GOTO, last);
    } else {
      table.emitNumber(emission.unit());
      emission.unit().code().visitTableSwitchInsn(0, count - 1, last, labels);
      emission.unit().setUnreachable();
    }
    emitStubs(stubs, stack);
  }

  private Label labelOf(Block to, Operands stack, Map<Block, Label> stubs) {
    return branches.isForSwitch(to, Branches.below(to, stack))
        ? branches.label(to)
        : stubs.computeIfAbsent(to, each -> new Label());
  }

  /** What is more than a jump stands behind the switch. */
  private void emitStubs(Map<Block, Label> stubs, Operands stack) {
    Object[] map = emission.stackMap(stack);
    stubs.forEach(
        (to, stub) -> {
          emission.unit().place(stub, map);
          branches.branch(to, Branches.below(to, stack));
        });
  }
}
