package org.dylink.engine.endive;

import java.lang.invoke.MethodHandle;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Engine;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.Function;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.Global;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.Memory;
import org.dylink.engine.Table;
import org.dylink.engine.Tag;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.TagType;
import org.dylink.format.WasmModule;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmEngineException;

/** What Endive's interpreter and compiler have in common: all but how a function body is run. */
abstract class EndiveEngine implements Engine {
  private final String name;

  EndiveEngine(String name) {
    this.name = name;
  }

  /** Prepares the bodies of a parsed module. */
  abstract MachineSource machines(WasmModule module, run.endive.wasm.WasmModule parsed);

  @Override
  public String name() {
    return name;
  }

  @Override
  public CompiledModule compile(WasmModule module) throws InvalidModuleException {
    BorderTypes.check(module);
    try {
      run.endive.wasm.WasmModule parsed = Parser.parse(module.bytes());
      return new EndiveModule(module, parsed, machines(module, parsed));
    } catch (WasmEngineException e) {
      throw new InvalidModuleException(module.name(), e.getMessage(), e);
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      // Not all of Endive's parser and compiler checks what it reads: a broken module is no reason
      // to end the framework.
      throw new InvalidModuleException(module.name(), "Endive fails: " + e, e);
    }
  }

  @Override
  public Memory newMemory(MemoryType type) {
    return EndiveMemory.create(type);
  }

  @Override
  public Table newTable(TableType type) {
    return new EndiveTable(type);
  }

  @Override
  public Global newGlobal(GlobalType type, Object value) {
    return EndiveGlobal.create(type, value);
  }

  @Override
  public Tag newTag(TagType type) {
    return EndiveTag.create(type);
  }

  @Override
  public FunctionSlot newSlot(String symbol, FunctionType type) {
    return new EndiveSlot(symbol, type);
  }

  @Override
  public Function newFunction(String function, FunctionType type, MethodHandle handle) {
    return new JavaFunction(function, type, handle);
  }

  @Override
  public ExecutionControl newExecutionControl() {
    return new InterruptControl();
  }
}
