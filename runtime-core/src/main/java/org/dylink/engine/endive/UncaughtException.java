package org.dylink.engine.endive;

import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.GuestThrow;
import org.dylink.engine.Tag;
import org.dylink.format.ValueType;
import run.endive.runtime.WasmException;
import run.endive.wasm.types.ValType;

/** An exception of a guest as Java sees it: with the tag and the values that Endive keeps apart. */
final class UncaughtException extends RuntimeException implements GuestThrow {
  private static final long serialVersionUID = 1L;

  private final transient WasmException thrown;

  UncaughtException(WasmException thrown) {
    super(null, thrown, false, false);
    this.thrown = thrown;
  }

  WasmException thrown() {
    return thrown;
  }

  @Override
  public boolean isOf(Tag tag) {
    return tag instanceof EndiveTag other
        && thrown.instance().tag(thrown.tagIdx()).type().equals(other.ownType());
  }

  @Override
  public List<Object> values() {
    List<ValType> types = thrown.instance().tag(thrown.tagIdx()).type().params();
    Object[] references = thrown.refArgs();
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      ValueType type = EndiveTypes.own(types.get(i));
      Object reference = references == null ? null : references[i];
      values.add(RawValues.toBoxed(type, thrown.args()[i], reference));
    }
    return values;
  }
}
