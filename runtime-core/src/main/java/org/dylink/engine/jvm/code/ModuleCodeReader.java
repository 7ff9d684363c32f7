package org.dylink.engine.jvm.code;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.dylink.format.FunctionType;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.dylink.format.TagType;
import org.dylink.format.WasmModule;

/**
 * Reads the sections that {@link WasmModule} steps over, and checks what holds for a module as a
 * whole (WebAssembly Core, Validation, Modules). Of bodies it finds the bounds only.
 */
public final class ModuleCodeReader {
  private static final int HEADER_SIZE = 8;
  private static final int CUSTOM = 0;
  private static final int FUNCTION = 3;
  private static final int GLOBAL = 6;
  private static final int ELEMENT = 9;
  private static final int CODE = 10;
  private static final int DATA = 11;
  private static final int DATA_COUNT = 12;
  // Where each section may stand, by its id: data count stands before code, tags before globals.
  private static final int[] ORDER = {0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 12, 13, 11, 6};
  private static final long MAXIMUM_PAGES = 65_536;

  private final WasmModule module;
  private final IndexSpaces spaces;
  private final ModuleCode code;
  private final SegmentReader segments;
  private int declaredFunctions;

  private ModuleCodeReader(WasmModule module, Proposals proposals) {
    this.module = module;
    this.spaces = new IndexSpaces(module, proposals);
    this.code = new ModuleCode(module.bytes(), spaces);
    this.segments = new SegmentReader(code);
  }

  /**
   * Reads a module.
   *
   * @throws InvalidCodeException if it is not valid outside of its bodies
   */
  public static ModuleCode read(WasmModule module) {
    return read(module, Proposals.NONE);
  }

  /** As read, with parts of the language that are not finished. */
  static ModuleCode read(WasmModule module, Proposals proposals) {
    ModuleCodeReader reader = new ModuleCodeReader(module, proposals);
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
    List<MemoryType> memories = module.memories();
    if (memories.size() > 1) {
      throw new InvalidCodeException(0, "multiple memories");
    }
    for (MemoryType memory : memories) {
      checkPages(memory.limits());
      if (memory.shared()) {
        throw InvalidCodeException.unsupported(
            0, "shared memory (threads) is not supported by this engine");
      }
    }
    for (TagType tag : module.tags()) {
      if (!tag.payload().results().isEmpty()) {
        throw new InvalidCodeException(0, "non-empty tag result type");
      }
    }
    checkStart(module.startFunction());
  }

  private static void checkPages(Limits limits) {
    boolean tooLarge =
        limits.minimum() > MAXIMUM_PAGES
            || (limits.isBounded() && limits.maximum() > MAXIMUM_PAGES);
    if (tooLarge) {
      throw new InvalidCodeException(0, "memory size must be at most 65536 pages (4GiB)");
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
    byte[] bytes = code.bytes();
    ByteReader file = new ByteReader(bytes, HEADER_SIZE, bytes.length);
    int place = 0;
    while (!file.atEnd()) {
      int start = file.offset();
      int id = file.u8();
      if (id >= ORDER.length) {
        throw new InvalidCodeException(start, "malformed section id " + id);
      }
      int size = file.u32();
      ByteReader section = new ByteReader(bytes, file.offset(), file.offset() + size);
      file.skip(size);
      if (id != CUSTOM) {
        if (ORDER[id] <= place) {
          throw new InvalidCodeException(start, "unexpected content after last section");
        }
        place = ORDER[id];
        readSection(id, section);
      }
    }
  }

  private void readSection(int id, ByteReader section) {
    switch (id) {
      case FUNCTION -> declaredFunctions = section.count();
      case GLOBAL -> readGlobals(section);
      case ELEMENT -> segments.readElements(section);
      case CODE -> readBodies(section);
      case DATA -> segments.readData(section);
      case DATA_COUNT -> spaces.setDataCount(section.u32());
      default -> {
        return; // read by WasmModule
      }
    }
    if (id != FUNCTION && !section.atEnd()) {
      throw section.error("section size mismatch");
    }
  }

  private void readGlobals(ByteReader section) {
    List<ConstantExpression> values = new ArrayList<>();
    int count = section.count();
    for (int i = 0; i < count; i++) {
      section.skip(2); // type and mutability, read by WasmModule
      var type = spaces.global(spaces.importedGlobalCount() + i).value();
      values.add(ConstantExpression.read(code.bytes(), section, spaces, type));
    }
    code.globals = values;
  }

  private void readBodies(ByteReader section) {
    int count = section.count();
    code.bodyStarts = new int[count];
    code.bodyEnds = new int[count];
    for (int i = 0; i < count; i++) {
      int size = section.u32();
      code.bodyStarts[i] = section.offset();
      section.skip(size);
      code.bodyEnds[i] = section.offset();
    }
  }

  private void checkCounts() {
    if (declaredFunctions != code.bodyStarts.length) {
      throw new InvalidCodeException(
          code.bytes().length,
          "function and code section have inconsistent lengths: "
              + declaredFunctions
              + " and "
              + code.bodyStarts.length);
    }
    int dataCount = spaces.dataCount();
    if (dataCount >= 0 && dataCount != code.data.size()) {
      throw new InvalidCodeException(
          code.bytes().length, "data count and data section have inconsistent lengths");
    }
  }
}
