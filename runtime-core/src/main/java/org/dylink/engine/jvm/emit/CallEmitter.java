package org.dylink.engine.jvm.emit;

import java.util.Arrays;
import org.dylink.engine.jvm.binary.Instruction;
import org.dylink.engine.jvm.binary.Opcode;
import org.dylink.engine.jvm.validate.ControlFrame;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Calls (WebAssembly Core, Execution, Control Instructions; tail calls). */
final class CallEmitter {
  private static final String STATE = "L" + ClassNames.STATE + ";";
  private static final String ENTRY_POINT = "L" + ClassNames.ENTRY_POINT + ";";

  private static final int CALLS_BEFORE_LINKING = 1_000;
  private static final Handle LINK =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          ClassNames.RUN + "IndirectCallSite",
          "link",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
              + "Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;",
          false);

  private final Emission emission;
  private final Branches branches;

  CallEmitter(Emission emission, Branches branches) {
    this.emission = emission;
    this.branches = branches;
  }

  private MethodUnit unit() {
    return emission.unit();
  }

  /** A call of a function of this module, or of an import's method, which looks up its target. */
  void emitCall(Instruction each) {
    FunctionType type = emission.spaces().function(each.index);
    unit().loadState();
    unit()
        .code()
        .visitMethodInsn(
            Opcodes.INVOKESTATIC,
            emission.names().className(each.index),
            emission.names().method(each.index),
            JvmTypes.descriptor(type, STATE),
            false);
    takeResults(type);
  }

  private void takeResults(FunctionType type) {
    if (type.results().size() > 1) {
      branches.unpackResults(type.results().toArray(new ValueType[0]));
    }
  }

  /**
   * A call through a table: a virtual call at first, of which HotSpot inlines up to two receivers;
   * where it is made often, a call site that learns more of them. A counter of the site decides, so
   * that code that runs once does not pay for linking.
   */
  void emitCallIndirect(Instruction each) {
    FunctionType type = emission.spaces().type(each.index);
    String signature = ClassNames.signature(type);
    loadCallee(each.second, signature);
    String descriptor = JvmTypes.descriptor(type, "L" + signature + ";");
    Object[] before = stackMapOfCall(type, signature);
    Label often = new Label();
    Label done = new Label();
    emission.emitCounter(CALLS_BEFORE_LINKING, often);
    unit().code().visitMethodInsn(Opcodes.INVOKESTATIC, signature, "dispatch", descriptor, false);
    unit().jump(Opcodes.GOTO, done);
    unit().place(often, before);
    unit().code().visitInvokeDynamicInsn("call", descriptor, LINK);
    unit().place(done, stackMapOfResult(type));
    takeResults(type);
  }

  /** The arguments, and the entry in the place of the index. */
  private Object[] stackMapOfCall(FunctionType type, String signature) {
    int below = emission.operands().size() - type.params().size() - 1;
    Object[] map = emission.stackMap(below, type.params().toArray(new ValueType[0]));
    return append(map, signature);
  }

  private Object[] stackMapOfResult(FunctionType type) {
    int below = emission.operands().size() - type.params().size() - 1;
    return type.results().size() > 1
        ? append(emission.stackMap(below), "[Ljava/lang/Object;")
        : emission.stackMap(below, type.results().toArray(new ValueType[0]));
  }

  private static Object[] append(Object[] map, Object last) {
    Object[] longer = Arrays.copyOf(map, map.length + 1);
    longer[map.length] = last;
    return longer;
  }

  private void loadCallee(int table, String signature) {
    unit().pushInt(table);
    unit().loadState();
    unit().callRun("TableInstructions", "callee", "(II" + STATE + ")Ljava/lang/Object;");
    unit()
        .code()
        .visitMethodInsn(
            Opcodes.INVOKESTATIC,
            signature,
            "cast",
            "(Ljava/lang/Object;)L" + signature + ";",
            false);
  }

  /** Notes the call for the caller to make, and returns whatever. */
  void emitTailCall(Instruction each) {
    boolean indirect = each.opcode == Opcode.RETURN_CALL_INDIRECT;
    FunctionType type =
        indirect ? emission.spaces().type(each.index) : emission.spaces().function(each.index);
    ValueType[] params = type.params().toArray(new ValueType[0]);
    if (indirect) {
      loadCallee(each.second, ClassNames.signature(type));
      int callee = unit().slots().scratch(1);
      unit().code().visitVarInsn(Opcodes.ASTORE, callee);
      packAbove(params);
      unit().code().visitVarInsn(Opcodes.ALOAD, callee);
    } else {
      branches.packResults(params);
      loadEntry(each.index);
    }
    unit().loadState();
    unit().callRun("TailCall", "note", "([Ljava/lang/Object;" + ENTRY_POINT + STATE + ")V");
    returnNothing(params.length + (indirect ? 1 : 0));
  }

  /** As packing, but keeps the first scratch slot. */
  private void packAbove(ValueType[] params) {
    int mark = unit().slots().mark();
    unit().slots().add(JvmTypes.OBJECT, 1);
    branches.packResults(params);
    unit().slots().release(mark);
  }

  private void loadEntry(int function) {
    unit().loadState();
    unit().pushInt(function);
    unit()
        .code()
        .visitMethodInsn(
            Opcodes.INVOKEVIRTUAL,
            ClassNames.STATE,
            "function",
            "(I)L" + ClassNames.FUNCTION + ";",
            false);
    unit().code().visitFieldInsn(Opcodes.GETFIELD, ClassNames.FUNCTION, "entry", ENTRY_POINT);
  }

  private void returnNothing(int consumed) {
    for (ValueType result : emission.analysis().type().results()) {
      unit().pushZero(result);
    }
    ControlFrame function = emission.validator().frame(emission.validator().depth() - 1);
    branches.branch(function, emission.operands().size() - consumed);
  }
}
