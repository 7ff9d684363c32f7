package org.dylink.engine.jvm.code;

import java.util.List;
import org.dylink.format.ModuleBytes;

/**
 * What an engine needs of a module beyond what the linker knows: bounds of bodies, first values of
 * globals, segments. Immutable after reading, but for what {@link ModuleCodeReader} fills in.
 */
public final class ModuleCode {
  private final IndexSpaces spaces;
  int[] bodyStarts = {};
  int[] bodyEnds = {};
  List<InitialValue> tables = List.of();
  List<InitialValue> globals = List.of();
  List<Elements> elements = List.of();
  List<DataRange> data = List.of();

  ModuleCode(IndexSpaces spaces) {
    this.spaces = spaces;
  }

  /** The whole file. */
  public ModuleBytes bytes() {
    return spaces.module().bytes();
  }

  public IndexSpaces spaces() {
    return spaces;
  }

  /** A reader of a function's body: the locals, then the instructions. */
  public CodeCursor body(int function) {
    int body = function - spaces.importedFunctionCount();
    return new CodeCursor(bytes(), bodyStarts[body], bodyEnds[body]);
  }

  /** What the tables that the module defines begin with; null for null references. */
  public List<InitialValue> tables() {
    return tables;
  }

  /** The first values of the globals that the module defines. */
  public List<InitialValue> globals() {
    return globals;
  }

  public List<Elements> elements() {
    return elements;
  }

  public List<DataRange> data() {
    return data;
  }
}
