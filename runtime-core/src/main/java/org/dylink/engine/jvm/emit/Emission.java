package org.dylink.engine.jvm.emit;

import java.util.Arrays;
import java.util.List;
import org.dylink.engine.jvm.code.Block;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Operands;
import org.dylink.engine.jvm.plan.BodyFacts;
import org.dylink.engine.jvm.run.call.HostBorder;
import org.dylink.format.ValueType;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * The state that all emitters of one function share: the position in its body, the method that is
 * being written, and where branches to the blocks that are open go.
 */
final class Emission {
  private static final RunMethod CAN_LINK = RunMethod.of(HostBorder.class, "canLink");

  private final Body body;
  private final BodyFacts facts;
  private final FunctionNames names;
  private final List<MemoryAccesses> memories;
  private final ClassWriter writer;
  private final BranchTarget[] targets;
  private int at;
  private MethodUnit unit;
  private final PostponedVectors vectors = new PostponedVectors();
  private final boolean hasFewVectorAccesses;
  private Condition pending;
  private int counters;
  private Label start;

  Emission(
      Body body,
      BodyFacts facts,
      FunctionNames names,
      List<MemoryAccesses> memories,
      ClassWriter writer) {
    this.body = body;
    this.facts = facts;
    this.names = names;
    this.memories = memories;
    this.writer = writer;
    this.targets = new BranchTarget[body.blocks().size()];
    this.hasFewVectorAccesses = facts.hasVectors() && VectorForm.hasFewAccesses(body);
  }

  Body body() {
    return body;
  }

  BodyFacts facts() {
    return facts;
  }

  FunctionNames names() {
    return names;
  }

  /** How code accesses the module's memories. */
  List<MemoryAccesses> memories() {
    return memories;
  }

  /** The internal name of the class that is written. */
  String className() {
    return names.className(body.function());
  }

  /** Where the function begins anew; null where that is not in the method that is written. */
  Label start() {
    return unit instanceof PartUnit ? null : start;
  }

  void setStart(Label label) {
    start = label;
  }

  void moveTo(int position) {
    at = position;
  }

  /** The operands that the instruction finds which is next. */
  Operands operands() {
    return body.operands(at);
  }

  /** The block that it stands in. */
  Block enclosing() {
    return body.enclosing(at);
  }

  MethodUnit unit() {
    return unit;
  }

  void setUnit(MethodUnit written) {
    unit = written;
  }

  /** What was kept with an open block; null for one that is never reached. */
  BranchTarget target(Block block) {
    return targets[block.number()];
  }

  void open(Block block, BranchTarget target) {
    targets[block.number()] = target;
  }

  /** Whether a branch to a block stays in the method that is written. */
  boolean isLocal(Block block) {
    BranchTarget target = target(block);
    return target != null && target.unit == unit;
  }

  /** Counts how often this place is passed, and jumps once that is often. */
  void emitCounter(int limit, Label often) {
    String name = "passed" + counters++;
    int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC;
    writer.visitField(access, name, "I", null, null).visitEnd();
    String owner = className();
    unit.code().visitFieldInsn(Opcodes.GETSTATIC, owner, name, "I");
    unit.pushInt(limit);
    unit.jump(Opcodes.IF_ICMPGE, often);
    unit.code().visitFieldInsn(Opcodes.GETSTATIC, owner, name, "I");
    unit.op(Opcodes.ICONST_1);
    unit.op(Opcodes.IADD);
    unit.code().visitFieldInsn(Opcodes.PUTSTATIC, owner, name, "I");
  }

  /**
   * Goes on where the last counter is past its limit, or has just come to it and a call can be
   * linked; else jumps.
   */
  void emitOnceAtLimit(int limit, Label notNow, Object[] map) {
    String name = "passed" + (counters - 1);
    String owner = className();
    Label passed = new Label();
    unit.code().visitFieldInsn(Opcodes.GETSTATIC, owner, name, "I");
    unit.pushInt(limit);
    unit.jump(Opcodes.IF_ICMPNE, passed);
    unit.call(CAN_LINK);
    unit.jump(Opcodes.IFEQ, notNow);
    unit.pushInt(limit + 1);
    unit.code().visitFieldInsn(Opcodes.PUTSTATIC, owner, name, "I");
    unit.place(passed, map);
  }

  // Comparisons wait for what follows

  void setPending(Condition condition) {
    pending = condition;
  }

  /** The comparison before, which the instruction that asks makes use of itself; or null. */
  Condition takePending() {
    Condition taken = pending;
    pending = null;
    return taken;
  }

  /** Vectors that are operands and not on the stack. */
  PostponedVectors vectors() {
    return vectors;
  }

  /** Whether HotSpot inlines a load or a store of each quarter. */
  boolean hasFewVectorAccesses() {
    return hasFewVectorAccesses;
  }

  /** Makes a number of the comparison before, if there is one, and puts postponed vectors there. */
  void flush() {
    vectors.flush(unit);
    flushCondition();
  }

  /** Makes a number of the comparison before, if there is one. */
  void flushCondition() {
    if (pending != null) {
      takePending().emitNumber(unit);
    }
  }

  /** Takes a condition from the stack and jumps. */
  void jumpIf(boolean ifTrue, Label label) {
    Condition condition = takePending();
    if (condition == null) {
      unit.jump(ifTrue ? Opcodes.IFNE : Opcodes.IFEQ, label);
    } else {
      condition.emitJump(unit, ifTrue, label);
    }
  }

  /** What the JVM has on its stack where these operands lie below the given types. */
  Object[] stackMap(Operands below, ValueType... above) {
    ValueType[] lower = below.typesFrom(unit.baseHeight());
    ValueType[] all = Arrays.copyOf(lower, lower.length + above.length);
    System.arraycopy(above, 0, all, lower.length, above.length);
    return JvmTypes.frameTypes(unit.vectorForm(), Arrays.asList(all));
  }
}
