package org.dylink.engine.endive;

import org.dylink.engine.Global;
import org.dylink.format.GlobalType;
import run.endive.runtime.GlobalInstance;

/** Endive's global behind the seam. */
final class EndiveGlobal implements Global {
  private final GlobalType type;
  private final GlobalInstance cell;

  EndiveGlobal(GlobalType type, GlobalInstance cell) {
    this.type = type;
    this.cell = cell;
  }

  static EndiveGlobal create(GlobalType type, Object value) {
    GlobalInstance cell =
        GlobalInstance.builder()
            .valueLow(RawValues.toRaw(type.value(), value))
            .refValue(type.value().isReference() ? value : null)
            .valType(EndiveTypes.endive(type.value()))
            .mutabilityType(EndiveTypes.mutability(type.mutable()))
            .build();
    return new EndiveGlobal(type, cell);
  }

  GlobalInstance endive() {
    return cell;
  }

  @Override
  public GlobalType type() {
    return type;
  }

  @Override
  public Object get() {
    return RawValues.toBoxed(type.value(), cell.getValueLow(), cell.getRefValue());
  }

  @Override
  public void set(Object value) {
    if (!type.mutable()) {
      throw new IllegalStateException("global of type " + type + " is not mutable");
    }
    cell.setValueLow(RawValues.toRaw(type.value(), value));
    if (type.value().isReference()) {
      cell.setRefValue(value);
    }
  }
}
