package org.dylink.fuzz;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dylink.engine.jvm.code.CodeCursor;
import org.dylink.engine.jvm.code.Elements;
import org.dylink.engine.jvm.code.InitialValue;
import org.dylink.engine.jvm.code.ModuleCode;
import org.dylink.format.DefinedType;
import org.dylink.format.FunctionType;
import org.dylink.format.ModuleBytes;
import org.dylink.format.Section;
import org.dylink.format.WasmModule;
import org.dylink.testing.Bytes;

/**
 * A module made of another one: some of its functions, with all that they need but the other
 * functions that they call. For those there is one function a type, which traps.
 *
 * <p>What is kept is exported by its place. A global at the end, exported too, is for fuel.
 */
final class Slice {
  static final String FUEL = "fuel";

  private static final int TYPES = 1;
  private static final int IMPORTS = 2;
  private static final int FUNCTIONS = 3;
  private static final int TABLES = 4;
  private static final int MEMORIES = 5;
  private static final int GLOBALS = 6;
  private static final int EXPORTS = 7;
  private static final int ELEMENTS = 9;
  private static final int CODE = 10;
  private static final int DATA = 11;
  private static final int DATA_COUNT = 12;
  private static final int TAGS = 13;
  private static final byte[] TRAP = {0, 0, 0x0b}; // no locals, unreachable, end

  private final ModuleCode code;
  private final WasmModule module;
  private final int imported;
  private final List<Integer> kept;
  private final Map<Integer, byte[]> sections = new HashMap<>();

  /**
   * @param kept functions by index, none imported
   */
  Slice(ModuleCode code, List<Integer> kept) {
    this.code = code;
    this.module = code.spaces().module();
    this.imported = code.spaces().importedFunctionCount();
    this.kept = kept;
    readSections();
  }

  private void readSections() {
    for (Section each : module.sections()) {
      sections.put(each.id(), module.bytes().toArray(each.from(), each.end()));
    }
  }

  int size() {
    return kept.size();
  }

  FunctionType type(int place) {
    return module.functionType(kept.get(place));
  }

  /** The index in the slice of one of its own functions. */
  int function(int place) {
    return imported + place;
  }

  int fuel() {
    return code.spaces().globalCount();
  }

  /** A body of the module, with calls as they must be in the slice. */
  BodyText body(int place) {
    BodyText body = BodyText.of(code, kept.get(place));
    return body.with(body.pieces().stream().map(this::moved).toList());
  }

  private BodyText.Piece moved(BodyText.Piece piece) {
    return switch (piece.opcode()) {
      case CALL, RETURN_CALL, REF_FUNC -> {
        int index = moved(piece.index());
        byte[] bytes = new Bytes().u8(piece.bytes()[0] & 0xff).u32(index).toArray();
        yield new BodyText.Piece(piece.opcode(), index, false, bytes);
      }
      default -> piece;
    };
  }

  private int moved(int function) {
    if (function < imported) {
      return function;
    }
    int place = kept.indexOf(function);
    int type = module.types().functions().indexOf(module.functionType(function));
    return imported + (place >= 0 ? place : kept.size() + type);
  }

  /**
   * The slice as a file.
   *
   * @param bodies one for each function that is kept
   */
  byte[] toArray(List<byte[]> bodies) {
    Bytes file = new Bytes().raw(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
    copy(file, TYPES);
    copy(file, IMPORTS);
    file.section(FUNCTIONS, functions());
    copy(file, TABLES);
    copy(file, MEMORIES);
    copy(file, TAGS);
    file.section(GLOBALS, globals());
    file.section(EXPORTS, exports());
    file.section(ELEMENTS, elements());
    copy(file, DATA_COUNT);
    file.section(CODE, bodies(bodies));
    copy(file, DATA);
    return file.toArray();
  }

  private void copy(Bytes file, int section) {
    if (sections.containsKey(section)) {
      file.section(section, new Bytes().raw(sections.get(section)));
    }
  }

  private Bytes functions() {
    int types = module.types().size();
    Bytes section = new Bytes().u32(kept.size() + types);
    kept.forEach(f -> section.u32(module.types().functions().indexOf(module.functionType(f))));
    for (int type = 0; type < types; type++) {
      section.u32(type);
    }
    return section;
  }

  private Bytes globals() {
    byte[] before = sections.getOrDefault(GLOBALS, new byte[] {0});
    CodeCursor reader = new CodeCursor(ModuleBytes.copyOf(before), 0, before.length);
    Bytes section = new Bytes().u32((int) reader.u32("count") + 1);
    section.raw(Arrays.copyOfRange(before, reader.offset(), before.length));
    return section.u8(0x7f, 1, 0x41, 0, 0x0b); // a mutable i32 that is 0
  }

  private Bytes exports() {
    Bytes section = new Bytes().u32(kept.size() + 1);
    for (int place = 0; place < kept.size(); place++) {
      section.name(String.valueOf(place)).u8(0).u32(function(place));
    }
    return section.name(FUEL).u8(3).u32(fuel());
  }

  private Bytes elements() {
    Bytes section = new Bytes().u32(code.elements().size());
    for (Elements segment : code.elements()) {
      // Of the seeds, all are active, of table 0 and have functions by index.
      int offset = (int) segment.offset().evaluateAddress(new LinkedValues());
      section.u32(0).u8(0x41).s64(offset).u8(0x0b);
      section.u32(segment.size());
      segment.functions().forEach(function -> section.u32(moved(function)));
    }
    return section;
  }

  private Bytes bodies(List<byte[]> bodies) {
    int types = module.types().size();
    Bytes section = new Bytes().u32(bodies.size() + types);
    bodies.forEach(section::sized);
    for (int type = 0; type < types; type++) {
      section.sized(TRAP);
    }
    return section;
  }

  /** What {@link SliceHost} gives. */
  private static final class LinkedValues implements InitialValue.Environment {
    @Override
    public Object struct(DefinedType type, List<Object> values) {
      throw new IllegalStateException("BUG: no C program has a struct of " + type);
    }

    @Override
    public Object array(DefinedType type, List<Object> elements) {
      throw new IllegalStateException("BUG: no C program has an array of " + type);
    }

    @Override
    public Object array(DefinedType type, int size, Object value) {
      throw new IllegalStateException("BUG: no C program has an array of " + type);
    }

    @Override
    public Object i31(int value) {
      throw new IllegalStateException("BUG: no C program has a reference to a number");
    }

    @Override
    public Object global(int index) {
      return SliceHost.BASE;
    }

    @Override
    public Object function(int index) {
      throw new IllegalStateException("BUG: a function where an offset is");
    }
  }
}
