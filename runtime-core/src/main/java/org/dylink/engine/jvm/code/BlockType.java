package org.dylink.engine.jvm.code;

import java.util.List;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;

/**
 * What a block takes from the stack and leaves there (WebAssembly Core, Structure, Control
 * Instructions).
 */
public final class BlockType {
  /** Neither takes nor leaves anything. */
  public static final BlockType EMPTY = new BlockType(List.of(), List.of());

  private final ValueType[] params;
  private final ValueType[] results;

  private BlockType(List<ValueType> params, List<ValueType> results) {
    this.params = params.toArray(new ValueType[0]);
    this.results = results.toArray(new ValueType[0]);
  }

  public static BlockType of(FunctionType type) {
    return new BlockType(type.params(), type.results());
  }

  static BlockType result(ValueType type) {
    return new BlockType(List.of(), List.of(type));
  }

  /** Read only, as arrays for speed: nobody may change them. */
  public ValueType[] params() {
    return params;
  }

  /** Read only, as arrays for speed: nobody may change them. */
  public ValueType[] results() {
    return results;
  }
}
