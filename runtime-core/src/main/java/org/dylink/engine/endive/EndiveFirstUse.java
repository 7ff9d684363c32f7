package org.dylink.engine.endive;

import java.util.List;
import org.dylink.engine.stack.StackReserve;

/**
 * Makes classes ready, where there is stack, that a guest may reach first where its stack ends: one
 * that is initialized or loaded there is broken for the whole JVM.
 */
final class EndiveFirstUse {
  private static final String RUNTIME = "run.endive.runtime.";
  private static final List<String> OF_ENDIVE =
      List.of(
          "BitOps",
          "ByteArrayMemory",
          "ByteBufferMemory",
          "CallResult",
          "CallResult$Builder",
          "ConstantEvaluators",
          "ConstantEvaluators$1",
          "ConstantEvaluators$ConstantResult",
          "CtrlFrame",
          "ExecutionCompletedException",
          "GlobalInstance",
          "Instance",
          "Instance$1",
          "Instance$Builder",
          "Instance$TailCallPending",
          "InterpreterMachine",
          "InterpreterMachine$1",
          "InterpreterMachine$Operands",
          "MStack",
          "MemCopyWorkaround",
          "OpcodeImpl",
          "StackFrame",
          "TableInstance",
          "TagInstance",
          "TrapException",
          "WasmException",
          "WasmException$Builder",
          "WasmExternRef",
          "WasmInterruptedException",
          "WasmRuntimeException",
          "internal.CompilerInterpreterMachine");

  private static final List<Class<?>> OURS =
      List.of(
          BorderCall.class,
          CompiledNames.class,
          ForeignFunctions.class,
          GuestExceptions.class,
          EndiveFunction.class,
          ImportedFunction.class,
          EndiveHostFunction.class,
          NumberedException.class,
          RawFunction.class,
          RawValues.class,
          ReferenceNumbering.class,
          StandInModule.class,
          TableView.class,
          TracingInterpreter.class,
          EndiveTraps.class,
          UnwoundFrames.class);

  static {
    StackReserve.prepare();
    OF_ENDIVE.forEach(name -> initialize(RUNTIME + name));
    OURS.forEach(type -> initialize(type.getName()));
  }

  private EndiveFirstUse() {}

  /** Returns when all is ready. */
  static void ensure() {
    // The class is initialized now.
  }

  private static void initialize(String name) {
    try {
      Class.forName(name, true, EndiveFirstUse.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new LinkageError("BUG: Endive has no class " + name, e);
    }
  }
}
