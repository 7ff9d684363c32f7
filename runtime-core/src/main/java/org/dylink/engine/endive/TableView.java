package org.dylink.engine.endive;

import run.endive.runtime.Instance;
import run.endive.runtime.TableInstance;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.types.Table;
import run.endive.wasm.types.TableLimits;
import run.endive.wasm.types.ValType;
import run.endive.wasm.types.Value;

/**
 * One instance's view of a table of functions.
 *
 * <p>Endive asks a table for a function index and for the instance that it belongs to, and then
 * compares the caller's type index with the callee's, as if both came from one module. So a view
 * answers with the instance's own functions as they are, and with a {@link ForeignFunctions}
 * stand-in for all others, whose types are numbered as the instance's are.
 */
final class TableView extends TableInstance {
  private final EndiveTable table;
  private final ForeignFunctions foreign;

  TableView(EndiveTable table, ForeignFunctions foreign) {
    super(new Table(ValType.FuncRef, new TableLimits(0)), Value.REF_NULL_VALUE);
    this.table = table;
    this.foreign = foreign;
  }

  EndiveTable table() {
    return table;
  }

  @Override
  public int size() {
    return table.size();
  }

  // ImportCheck has compared the maximum; with the size as maximum Endive takes any import's.
  @Override
  public TableLimits limits() {
    return new TableLimits(table.size(), table.size());
  }

  @Override
  public int grow(int more, int function, Instance instance) {
    int before = table.grow(more);
    for (int i = before; before >= 0 && i < table.size(); i++) {
      setRef(i, function, instance);
    }
    return before;
  }

  @Override
  public int ref(int index) {
    RawFunction function = element(index);
    return function == null ? Value.REF_NULL_VALUE : foreign.reference(function);
  }

  /** For a call: the function's index in {@link #instance}. */
  @Override
  public int requiredRef(int index) {
    RawFunction function = element(index);
    if (function == null) {
      throw new WasmEngineException("uninitialized element " + index);
    }
    return foreign.isOwn(function) ? ((EndiveFunction) function).index() : 0;
  }

  @Override
  public Instance instance(int index) {
    RawFunction function = element(index);
    return function == null ? null : foreign.instanceOf(function);
  }

  @Override
  public void setRef(int index, int function, Instance instance) {
    element(index);
    boolean isNull = function == Value.REF_NULL_VALUE;
    table.set(index, isNull ? null : foreign.functionOf(instance, function));
  }

  @Override
  public void reset() {
    for (int i = 0; i < table.size(); i++) {
      table.set(i, null);
    }
  }

  private RawFunction element(int index) {
    if (index < 0 || index >= table.size()) {
      throw new WasmEngineException("undefined element " + Integer.toUnsignedString(index));
    }
    return table.raw(index);
  }
}
