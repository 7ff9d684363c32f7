package org.dylink.engine.endive;

import java.util.List;
import org.dylink.engine.stack.StackReserve;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.ValueType;
import run.endive.runtime.ByteArrayMemory;
import run.endive.runtime.TableInstance;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.Table;
import run.endive.wasm.types.TableLimits;
import run.endive.wasm.types.Value;

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
          StandInModules.class,
          TableView.class,
          TracingInterpreter.class,
          EndiveTraps.class,
          UnwoundFrames.class);

  static {
    StackReserve.prepare();
    OF_ENDIVE.forEach(name -> initialize(RUNTIME + name));
    OURS.forEach(type -> initialize(type.getName()));
    grow();
    trap();
  }

  private EndiveFirstUse() {}

  /** Returns when all is ready. */
  static void ensure() {
    // The class is initialized now.
  }

  private static void grow() {
    Limits one = new Limits(0, 1);
    EndiveMemory.create(new MemoryType(one, false)).grow(1);
    new EndiveTable(new TableType(ValueType.FUNCREF, one)).grow(1);
  }

  // Endive writes these messages by invokedynamic: what fails to link where the stack ends stays
  // broken for all programs.
  private static void trap() {
    ByteArrayMemory memory = new ByteArrayMemory(new MemoryLimits(0, 0));
    TableInstance table =
        new TableInstance(
            new Table(EndiveTypes.endive(ValueType.FUNCREF), new TableLimits(0, 0)),
            Value.REF_NULL_VALUE);
    trap(() -> memory.readInt(0));
    trap(() -> memory.writeI32(0, 0));
    trap(() -> memory.fill((byte) 0, 0, 1));
    trap(() -> memory.readBytes(0, 1));
    trap(() -> memory.write(0, new byte[1], 0, 1));
    trap(() -> table.requiredRef(0));
  }

  private static void trap(Runnable access) {
    try {
      access.run();
    } catch (WasmEngineException e) {
      EndiveTraps.of(e);
    }
  }

  private static void initialize(String name) {
    try {
      Class.forName(name, true, EndiveFirstUse.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new LinkageError("BUG: Endive has no class " + name, e);
    }
  }
}
