package org.dylink.engine.jvm.code;

import java.util.List;

/**
 * What an engine needs of a module beyond what the linker knows: bounds of bodies, first values of
 * globals, segments. Immutable after reading, but for what {@link ModuleCodeReader} fills in.
 */
public final class ModuleCode {
  private final byte[] bytes;
  private final IndexSpaces spaces;
  int[] bodyStarts = {};
  int[] bodyEnds = {};
  List<ConstantExpression> globals = List.of();
  List<ElementSegment> elements = List.of();
  List<DataSegment> data = List.of();

  ModuleCode(byte[] bytes, IndexSpaces spaces) {
    this.bytes = bytes;
    this.spaces = spaces;
  }

  /** The whole file; nobody may change it. */
  public byte[] bytes() {
    return bytes;
  }

  public IndexSpaces spaces() {
    return spaces;
  }

  /** A reader of a function's body: the locals, then the instructions. */
  public ByteReader body(int function) {
    int body = function - spaces.importedFunctionCount();
    return new ByteReader(bytes, bodyStarts[body], bodyEnds[body]);
  }

  /** The first values of the globals that the module defines. */
  public List<ConstantExpression> globals() {
    return globals;
  }

  public List<ElementSegment> elements() {
    return elements;
  }

  public List<DataSegment> data() {
    return data;
  }
}
