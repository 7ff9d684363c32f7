package org.dylink.engine.jvm.emit;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.GETFIELD;

import org.dylink.engine.jvm.run.memory.MemoryView;
import org.dylink.format.ValueType;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A JVM method while it is written. It knows whether what is written next can be reached, and
 * writes stack maps: a label notes one, and the next instruction writes it, so that there is one
 * for a place and none where no code follows.
 */
class MethodUnit {
  /** Room on the stack beyond the operands, for what one instruction needs at once. */
  private static final int STACK_RESERVE = 12;

  /** HotSpot's HugeMethodLimit, in bytes. */
  private static final int HUGE = 8_000;

  private static final String MEMORIES = "[L" + ClassNames.of(MemoryView.class) + ";";

  private final MethodVisitor method;
  private final HandlerTable handlers;
  private final Label end = new Label();
  private final LocalSlots slots;
  private final PinnedOperands pinned = new PinnedOperands(this);
  private final MethodSize size = new MethodSize();
  private final int baseHeight;
  private Locals locals;
  private int stateSlot;
  private Object[] noted;
  private VectorForm vectorForm;
  private boolean reachable = true;

  /**
   * @param vectorForm how the function keeps vectors
   * @param baseHeight how many operands of the function stay in the method that calls this one
   */
  MethodUnit(MethodVisitor method, VectorForm vectorForm, int baseHeight) {
    this.method = method;
    this.vectorForm = vectorForm;
    this.slots = new LocalSlots(vectorForm);
    this.handlers = new HandlerTable(method);
    this.baseHeight = baseHeight;
    method.visitCode();
  }

  final LocalSlots slots() {
    return slots;
  }

  /** How vectors are on the stack. */
  final VectorForm vectorForm() {
    return vectorForm;
  }

  /** Changes it, within one instruction. */
  final void setVectorForm(VectorForm form) {
    vectorForm = form;
  }

  final PinnedOperands pinned() {
    return pinned;
  }

  final int baseHeight() {
    return baseHeight;
  }

  final Locals locals() {
    return locals;
  }

  final void setLocals(Locals accessed) {
    locals = accessed;
  }

  final void setStateSlot(int slot) {
    stateSlot = slot;
  }

  final boolean isReachable() {
    return reachable;
  }

  final void setUnreachable() {
    reachable = false;
  }

  /** Where the next instruction goes. */
  final MethodVisitor code() {
    if (noted != null) {
      Object[] types = slots.frameTypes();
      size.addMap(types, noted.length);
      method.visitFrame(Opcodes.F_NEW, types.length, types, noted.length, noted);
      noted = null;
    }
    return method;
  }

  /** Sets a label that jumps lead to; what follows is reached with these types on the stack. */
  final void place(Label label, Object[] stack) {
    mark(label);
    noted = stack;
    reachable = true;
  }

  /** Sets a label that only bounds a range. */
  final void mark(Label label) {
    method.visitLabel(label);
    size.check(label);
  }

  /** Adds a handler: see {@link HandlerTable#add}. */
  final void handler(Label from, Label to, Label handler) {
    handlers.add(from, to, handler);
  }

  final void jump(int instruction, Label label) {
    code().visitJumpInsn(instruction, label);
    if (instruction == Opcodes.GOTO) {
      reachable = false;
    }
  }

  /** An instruction after which nothing is reached. */
  final void leave(int instruction) {
    code().visitInsn(instruction);
    reachable = false;
  }

  final void op(int instruction) {
    code().visitInsn(instruction);
  }

  final void pushInt(int value) {
    Constants.pushInt(code(), value);
  }

  /**
   * Pushes a long.
   *
   * @param computed whether the class has no room for it
   */
  final void pushLong(long value, boolean computed) {
    Constants.pushLong(code(), value, computed);
  }

  final void loadState() {
    code().visitVarInsn(ALOAD, stateSlot);
  }

  /** Pushes the view of a memory; the state is that of the first. */
  final void loadMemory(int memory) {
    loadState();
    if (memory > 0) {
      code().visitFieldInsn(GETFIELD, ClassNames.STATE, "memories", MEMORIES);
      pushInt(memory);
      op(Opcodes.AALOAD);
    }
  }

  final void call(RunMethod called) {
    called.call(code());
  }

  final void load(ValueType type, int slot) {
    JvmTypes.load(code(), vectorForm, type, slot);
  }

  final void store(ValueType type, int slot) {
    JvmTypes.store(code(), vectorForm, type, slot);
  }

  final void duplicate(ValueType type) {
    if (type == ValueType.V128) {
      ValueType[] vector = {type};
      int[] places = spill(vector);
      reload(vector, places);
      reload(vector, places);
    } else {
      op(JvmTypes.size(type) == 2 ? Opcodes.DUP2 : Opcodes.DUP);
    }
  }

  final void pop(ValueType type) {
    op(JvmTypes.size(type) == 1 ? Opcodes.POP : Opcodes.POP2);
    if (type == ValueType.V128) {
      op(Opcodes.POP2);
    }
  }

  /** Takes values off the stack into scratch slots. */
  final int[] spill(ValueType[] types) {
    return spillAbove(types, 0);
  }

  /** As spill, but leaves the first scratch slots alone. */
  final int[] spillAbove(ValueType[] types, int kept) {
    int[] places = new int[types.length];
    int size = kept;
    for (int i = 0; i < types.length; i++) {
      places[i] = size;
      size += JvmTypes.size(types[i]);
    }
    int first = slots.scratch(size);
    for (int i = types.length - 1; i >= 0; i--) {
      places[i] += first;
      store(types[i], places[i]);
    }
    return places;
  }

  final void reload(ValueType[] types, int[] places) {
    for (int i = 0; i < types.length; i++) {
      load(types[i], places[i]);
    }
  }

  /** A zero, or a null reference. */
  final void pushZero(ValueType type) {
    if (type == ValueType.V128) {
      vectorForm.partTypes().forEach(this::pushZero);
      return;
    }
    op(
        switch (type.kind()) {
          case I32 -> Opcodes.ICONST_0;
          case I64 -> Opcodes.LCONST_0;
          case F32 -> Opcodes.FCONST_0;
          case F64 -> Opcodes.DCONST_0;
          default -> Opcodes.ACONST_NULL;
        });
  }

  /** Whether HotSpot would never compile it; known when it is ended. */
  final boolean isHuge() {
    return end.getOffset() >= HUGE;
  }

  /** Ends the method; the words of the deepest stack of the function's operands are given. */
  final void end(int deepest) {
    mark(end);
    size.check(slots);
    method.visitMaxs(2 * (deepest - baseHeight) + STACK_RESERVE, slots.size());
    method.visitEnd();
  }
}
