package org.dylink.engine.jvm.emit;

import java.util.BitSet;
import org.dylink.engine.jvm.code.Block;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.engine.jvm.code.Operands;
import org.dylink.engine.jvm.run.call.EntryPoint;
import org.dylink.engine.jvm.run.call.InstanceState;
import org.dylink.engine.jvm.run.call.TailCall;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Calls that end a function: see {@link TailCall}. One of the function itself is a loop. */
final class TailCallEmitter {
  private static final String STATE = "L" + ClassNames.STATE + ";";
  private static final String ENTRY_POINT = "L" + ClassNames.ENTRY_POINT + ";";
  private static final RunMethod MAY_CALL =
      RunMethod.of(TailCall.class, "mayCall", InstanceState.class);
  private static final RunMethod MAY_CALL_ENTRY =
      RunMethod.of(TailCall.class, "mayCallEntry", EntryPoint.class, InstanceState.class);
  private static final RunMethod NOTE =
      RunMethod.of(TailCall.class, "note", EntryPoint.class, InstanceState.class);

  private final Emission emission;
  private final Body body;
  private final Branches branches;
  private final CallEmitter calls;

  TailCallEmitter(Emission emission, Branches branches, CallEmitter calls) {
    this.emission = emission;
    this.body = emission.body();
    this.branches = branches;
    this.calls = calls;
  }

  private MethodUnit unit() {
    return emission.unit();
  }

  void emitCall(int at) {
    int function = body.index(at);
    FunctionType type = body.spaces().function(function);
    Operands below = body.operands(at).drop(type.params().size());
    if (function == body.function() && emission.start() != null) {
      goRound(below);
      return;
    }
    VectorBorder.toLongs(unit(), type.params());
    if (function < body.spaces().importedFunctionCount()) {
      loadImport(function);
      callEntry(at, type, below);
    } else {
      callOwn(at, function, below);
    }
  }

  void emitCallIndirect(int at) {
    FunctionType type = body.spaces().type(body.index(at));
    calls.bringToLongs(at);
    calls.loadCallee(at, ClassNames.signature(type));
    callEntry(at, type, body.operands(at).drop(type.params().size() + 1));
  }

  void emitCallReference(int at) {
    FunctionType type = body.spaces().type(body.index(at));
    calls.bringToLongs(at);
    calls.loadReferred(ClassNames.signature(type));
    callEntry(at, type, body.operands(at).drop(type.params().size() + 1));
  }

  /** Begins the function anew. */
  private void goRound(Operands below) {
    int params = body.type().params().size();
    for (int i = params - 1; i >= 0; i--) {
      unit().locals().set(unit(), i);
    }
    for (Operands left = below; left.size() > 0; left = left.below()) {
      unit().pop(left.top());
    }
    BitSet used = emission.facts().usedLocals();
    for (int i = used.nextSetBit(params); i >= 0; i = used.nextSetBit(i + 1)) {
      unit().pushZero(body.locals()[i]);
      unit().locals().set(unit(), i);
    }
    unit().jump(Opcodes.GOTO, emission.start());
  }

  /** A function of the same module: its body, without what is around it. */
  private void callOwn(int at, int function, Operands below) {
    FunctionType type = body.spaces().function(function);
    if (!isGuarded(at)) {
      Label none = new Label();
      Object[] before = calls.stackMapOfArguments(below, type);
      unit().loadState();
      unit().call(MAY_CALL);
      unit().jump(Opcodes.IFEQ, none);
      unit().loadState();
      String method = TailCallWriter.bodyOf(emission.names().method(function));
      unit()
          .code()
          .visitMethodInsn(
              Opcodes.INVOKESTATIC,
              emission.names().className(function),
              method,
              JvmTypes.descriptor(type, STATE),
              false);
      handOn(type, below);
      unit().place(none, before);
    }
    new TailArgumentCode(type).note(unit());
    unit().pushInt(function);
    unit().loadState();
    unit().call(ValueEmitter.FUNCTION);
    unit().code().visitFieldInsn(Opcodes.GETFIELD, ClassNames.FUNCTION, "entry", ENTRY_POINT);
    noteAndReturn(below);
  }

  private void loadImport(int function) {
    String signature = ClassNames.signature(body.spaces().function(function));
    unit().loadState();
    unit().code().visitFieldInsn(Opcodes.GETFIELD, ClassNames.STATE, "imports", "[" + ENTRY_POINT);
    unit().pushInt(function);
    unit().op(Opcodes.AALOAD);
    unit().code().visitTypeInsn(Opcodes.CHECKCAST, signature);
  }

  /** A call of the entry that lies on the arguments. */
  private void callEntry(int at, FunctionType type, Operands below) {
    String signature = ClassNames.signature(type);
    if (!isGuarded(at)) {
      Label none = new Label();
      Object[] before = CallEmitter.append(calls.stackMapOfArguments(below, type), signature);
      unit().op(Opcodes.DUP);
      unit().loadState();
      unit().call(MAY_CALL_ENTRY);
      unit().jump(Opcodes.IFEQ, none);
      unit().loadState();
      String descriptor = JvmTypes.descriptor(type, "L" + signature + ";" + STATE);
      unit()
          .code()
          .visitMethodInsn(
              Opcodes.INVOKESTATIC, signature, ClassNames.DISPATCH_TAIL, descriptor, false);
      handOn(type, below);
      unit().place(none, before);
    }
    int callee = unit().slots().scratch(1);
    unit().code().visitVarInsn(Opcodes.ASTORE, callee);
    new TailArgumentCode(type).note(unit());
    unit().code().visitVarInsn(Opcodes.ALOAD, callee);
    noteAndReturn(below);
  }

  /** Whether a handler is around, which does not get what the called function throws. */
  private boolean isGuarded(int at) {
    Block each = emission.facts().hasHandlers() ? body.enclosing(at) : null;
    while (each != null && each.opening() != Opcode.TRY && each.opening() != Opcode.TRY_TABLE) {
      each = each.outer();
    }
    return each != null;
  }

  /** Returns what a call has given. */
  private void handOn(FunctionType type, Operands below) {
    if (unit() instanceof PartUnit) {
      calls.takeResults(type);
      branches.branch(body.whole(), below);
    } else {
      unit().leave(JvmTypes.returnInstruction(type));
    }
  }

  private void noteAndReturn(Operands below) {
    unit().loadState();
    unit().call(NOTE);
    for (ValueType result : body.type().results()) {
      unit().pushZero(result);
    }
    branches.branch(body.whole(), below);
  }
}
