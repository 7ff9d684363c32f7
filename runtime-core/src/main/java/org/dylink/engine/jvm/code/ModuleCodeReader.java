package org.dylink.engine.jvm.code;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.dylink.format.AddressType;
import org.dylink.format.ConstantExpression;
import org.dylink.format.FunctionType;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.dylink.format.Section;
import org.dylink.format.TagType;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;

/**
 * Reads the sections that {@link WasmModule} steps over, and checks what holds for a module as a
 * whole (WebAssembly Core, Validation, Modules). Of bodies it finds the bounds only.
 */
public final class ModuleCodeReader {
  // Where each section may stand, by its id: data count stands before code, tags before globals.
  private static final int[] ORDER = {0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 12, 13, 11, 6};
  private static final long MAXIMUM_PAGES = 65_536;
  private static final long MAXIMUM_WIDE_PAGES = 1L << 48;

  private final WasmModule module;
  private final IndexSpaces spaces;
  private final ModuleCode code;
  private final SegmentCheck segments;
  private int declaredFunctions;

  private ModuleCodeReader(WasmModule module) {
    this.module = module;
    this.spaces = new IndexSpaces(module);
    this.code = new ModuleCode(spaces);
    this.segments = new SegmentCheck(spaces);
  }

  /**
   * Reads a module.
   *
   * @throws InvalidCodeException if it is not valid outside of its bodies
   */
  public static ModuleCode read(WasmModule module) {
    ModuleCodeReader reader = new ModuleCodeReader(module);
    reader.checkTypes();
    reader.readSections();
    reader.checkCounts();
    return reader.code;
  }

  private void checkTypes() {
    for (var export : module.exports()) {
      if (export.type() instanceof FunctionType) {
        spaces.noteReferable(export.index());
      }
    }
    for (MemoryType memory : module.memories()) {
      checkPages(memory);
      if (memory.shared() && !memory.limits().isBounded()) {
        throw new InvalidCodeException(0, "shared memory must have maximum");
      }
    }
    for (TagType tag : module.tags()) {
      if (!tag.payload().results().isEmpty()) {
        throw new InvalidCodeException(0, "non-empty tag result type");
      }
    }
    checkStart(module.startFunction());
  }

  private static void checkPages(MemoryType type) {
    boolean isWide = type.addressType() == AddressType.I64;
    long most = isWide ? MAXIMUM_WIDE_PAGES : MAXIMUM_PAGES;
    Limits limits = type.limits();
    if (limits.minimum() > most || (limits.isBounded() && limits.maximum() > most)) {
      String size = isWide ? "2^48 pages (16EiB)" : "65536 pages (4GiB)";
      throw new InvalidCodeException(0, "memory size must be at most " + size);
    }
  }

  private void checkStart(OptionalInt start) {
    if (start.isPresent()) {
      FunctionType type = module.functionType(start.getAsInt());
      if (!type.params().isEmpty() || !type.results().isEmpty()) {
        throw new InvalidCodeException(0, "start function: expected () -> (), found " + type);
      }
    }
  }

  private void readSections() {
    int place = 0;
    for (Section each : module.sections()) {
      if (each.id() >= ORDER.length) {
        throw new InvalidCodeException(each.start(), "malformed section id " + each.id());
      }
      if (each.id() != Section.CUSTOM) {
        if (ORDER[each.id()] <= place) {
          throw new InvalidCodeException(each.start(), "unexpected content after last section");
        }
        place = ORDER[each.id()];
        readSection(each);
      }
    }
  }

  private void readSection(Section section) {
    CodeCursor contents = new CodeCursor(code.bytes(), section.from(), section.end());
    switch (section.id()) {
      case Section.FUNCTION -> declaredFunctions = contents.count("functions");
      case Section.TABLE -> code.tables = tables();
      case Section.GLOBAL -> code.globals = globals();
      case Section.ELEMENT -> {
        code.elements = segments.elements();
        spaces.setElementTypes(code.elements.stream().map(Elements::type).toList());
      }
      case Section.CODE -> readBodies(contents);
      case Section.DATA -> code.data = segments.data();
      case Section.DATA_COUNT -> readDataCount(contents);
      default -> {} // WasmModule has read all of it
    }
  }

  private List<InitialValue> globals() {
    List<InitialValue> values = new ArrayList<>();
    int index = spaces.importedGlobalCount();
    for (ConstantExpression each : module.initialValues()) {
      values.add(InitialValue.check(each, spaces, spaces.global(index).value(), index));
      index++;
    }
    return values;
  }

  /** Tables come before globals: their elements are told by imported ones alone. */
  private List<InitialValue> tables() {
    List<InitialValue> values = new ArrayList<>();
    int index = spaces.importedTableCount();
    for (ConstantExpression each : module.initialElements()) {
      values.add(each == null ? withoutValue(index) : valueOf(each, index));
      index++;
    }
    return values;
  }

  private InitialValue valueOf(ConstantExpression elements, int table) {
    ValueType type = spaces.table(table).element();
    return InitialValue.check(elements, spaces, type, spaces.importedGlobalCount());
  }

  private InitialValue withoutValue(int table) {
    ValueType type = spaces.table(table).element();
    if (!type.isDefaultable()) {
      throw new InvalidCodeException(
          0, "type mismatch: table " + table + " of " + type + " begins with null");
    }
    return null;
  }

  private void readDataCount(CodeCursor section) {
    spaces.setDataCount((int) section.u32("data count"));
    requireEnd(section);
  }

  private void readBodies(CodeCursor section) {
    int count = section.count("bodies");
    code.bodyStarts = new int[count];
    code.bodyEnds = new int[count];
    for (int i = 0; i < count; i++) {
      long size = section.u32("body");
      code.bodyStarts[i] = section.offset();
      section.skip("body", size);
      code.bodyEnds[i] = section.offset();
    }
    requireEnd(section);
  }

  private static void requireEnd(CodeCursor section) {
    if (!section.atEnd()) {
      throw section.error("section size mismatch");
    }
  }

  private void checkCounts() {
    if (declaredFunctions != code.bodyStarts.length) {
      throw new InvalidCodeException(
          code.bytes().size(),
          "function and code section have inconsistent lengths: "
              + declaredFunctions
              + " and "
              + code.bodyStarts.length);
    }
    int dataCount = spaces.dataCount();
    if (dataCount >= 0 && dataCount != code.data.size()) {
      throw new InvalidCodeException(
          code.bytes().size(), "data count and data section have inconsistent lengths");
    }
  }
}
