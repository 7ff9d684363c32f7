package org.dylink.engine.jvm.emit;

import java.util.Arrays;
import java.util.List;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Operands;
import org.dylink.engine.jvm.plan.BodyFacts;
import org.dylink.engine.jvm.run.call.HostBorder;
import org.dylink.engine.jvm.run.call.IndirectCallSite;
import org.dylink.engine.jvm.run.call.InstanceState;
import org.dylink.engine.jvm.run.call.References;
import org.dylink.engine.jvm.run.call.TableInstructions;
import org.dylink.engine.jvm.run.call.WideTableInstructions;
import org.dylink.format.AddressType;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Calls (WebAssembly Core, Execution, Control Instructions). */
final class CallEmitter {
  private static final String STATE = "L" + ClassNames.STATE + ";";
  private static final RunMethod CALLEE =
      RunMethod.of(TableInstructions.class, "callee", int.class, int.class, InstanceState.class);
  private static final RunMethod REFERRED = RunMethod.of(References.class, "entry", Object.class);
  private static final RunMethod WIDE_CALLEE =
      RunMethod.of(
          WideTableInstructions.class, "callee", long.class, int.class, InstanceState.class);
  private static final RunMethod ENTER =
      RunMethod.of(HostBorder.class, "enter", int.class, InstanceState.class);

  private static final List<ValueType> VECTOR = List.of(ValueType.V128);
  private static final int CALLS_BEFORE_LINKING = 1_000;

  /** Operands and locals together: 8 bytes each, or 16, in a frame of the interpreter's. */
  private static final int LARGE_FRAME = 256;

  private static final Handle LINK =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          ClassNames.of(IndirectCallSite.class),
          "link",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
              + "Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;",
          false);

  private final Emission emission;
  private final Body body;
  private final Branches branches;

  CallEmitter(Emission emission, Branches branches) {
    this.emission = emission;
    this.body = emission.body();
    this.branches = branches;
  }

  private MethodUnit unit() {
    return emission.unit();
  }

  /** What the stack has room for is less by a frame of this function. */
  void countFrame() {
    unit().pushInt(emission.facts().frameSize());
    unit().loadState();
    unit().call(ENTER);
  }

  // The calls of a large frame are made from depths that differ too much.
  private void countLargeFrame() {
    BodyFacts facts = emission.facts();
    if (facts.deepest() + facts.localWords() > LARGE_FRAME) {
      countFrame();
    }
  }

  /** A call of a function of this module, or of an import's method, which looks up its target. */
  void emitCall(int at) {
    int function = body.index(at);
    FunctionType type = body.spaces().function(function);
    countLargeFrame();
    VectorBorder.toLongs(unit(), type.params());
    unit().loadState();
    unit()
        .code()
        .visitMethodInsn(
            Opcodes.INVOKESTATIC,
            emission.names().className(function),
            emission.names().method(function),
            JvmTypes.descriptor(type, STATE),
            false);
    takeResults(type);
  }

  void takeResults(FunctionType type) {
    if (type.results().size() > 1) {
      branches.unpackResults(type.results().toArray(new ValueType[0]));
    } else if (type.results().equals(VECTOR)) {
      VectorBorder.unpack(unit());
    }
  }

  /**
   * A call through a table: a virtual call at first, of which HotSpot inlines up to two receivers;
   * where it is made often, a call site that learns more of them. A counter of the site decides, so
   * that code that runs once does not pay for linking.
   */
  void emitCallIndirect(int at) {
    countLargeFrame();
    bringToLongs(at);
    loadCallee(at, signature(at));
    emitCallOfEntry(at);
  }

  /** A call of a reference, which is otherwise as one through a table. */
  void emitCallReference(int at) {
    countLargeFrame();
    bringToLongs(at);
    loadReferred(signature(at));
    emitCallOfEntry(at);
  }

  /** The class of the type that an indirect call names. */
  private String signature(int at) {
    return ClassNames.signature(body.spaces().type(body.index(at)));
  }

  private void emitCallOfEntry(int at) {
    FunctionType type = body.spaces().type(body.index(at));
    String signature = signature(at);
    unit().loadState();
    String descriptor = JvmTypes.descriptor(type, "L" + signature + ";" + STATE);
    Operands below = body.operands(at).drop(type.params().size() + 1);
    Object[] before = stackMapOfCall(below, type, signature);
    Label often = new Label();
    Label notNow = new Label();
    Label done = new Label();
    emission.emitCounter(CALLS_BEFORE_LINKING, often);
    unit().place(notNow, before);
    unit().code().visitMethodInsn(Opcodes.INVOKESTATIC, signature, "dispatch", descriptor, false);
    unit().jump(Opcodes.GOTO, done);
    unit().place(often, before);
    emission.emitOnceAtLimit(CALLS_BEFORE_LINKING, notNow, before);
    unit().code().visitInvokeDynamicInsn("call", descriptor, LINK);
    unit().place(done, stackMapOfResult(below, type));
    takeResults(type);
  }

  /** The arguments, the entry in the place of the index, and who calls. */
  private Object[] stackMapOfCall(Operands below, FunctionType type, String signature) {
    return append(append(stackMapOfArguments(below, type), signature), ClassNames.STATE);
  }

  Object[] stackMapOfArguments(Operands below, FunctionType type) {
    Object[] params = JvmTypes.frameTypes(VectorForm.LONGS, type.params());
    return concat(emission.stackMap(below), params);
  }

  private Object[] stackMapOfResult(Operands below, FunctionType type) {
    Object[] map = emission.stackMap(below);
    return type.results().isEmpty() ? map : append(map, JvmTypes.resultFrameType(type.results()));
  }

  static Object[] append(Object[] map, Object last) {
    Object[] longer = Arrays.copyOf(map, map.length + 1);
    longer[map.length] = last;
    return longer;
  }

  /** Brings vectors among the arguments into the form that they pass borders in. */
  void bringToLongs(int at) {
    Operands found = body.operands(at);
    int params = body.spaces().type(body.index(at)).params().size();
    // The callee lies on them.
    VectorBorder.toLongs(unit(), List.of(found.typesFrom(found.size() - params - 1)));
  }

  private static Object[] concat(Object[] map, Object[] more) {
    Object[] longer = Arrays.copyOf(map, map.length + more.length);
    System.arraycopy(more, 0, longer, map.length, more.length);
    return longer;
  }

  /** The entry in the table that an instruction names, at the index at the top. */
  void loadCallee(int at, String signature) {
    unit().pushInt(body.second(at));
    unit().loadState();
    unit().call(body.addressType(at) == AddressType.I32 ? CALLEE : WIDE_CALLEE);
    unit()
        .code()
        .visitMethodInsn(
            Opcodes.INVOKESTATIC,
            signature,
            "cast",
            "(Ljava/lang/Object;)L" + signature + ";",
            false);
  }

  /** The entry of the function that the reference at the top is to. */
  void loadReferred(String signature) {
    unit().call(REFERRED);
    unit().code().visitTypeInsn(Opcodes.CHECKCAST, signature);
  }
}
