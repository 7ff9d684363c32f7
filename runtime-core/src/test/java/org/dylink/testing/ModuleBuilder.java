package org.dylink.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dylink.format.FunctionType;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;

/**
 * Builds a small module in the order of the binary format, however it is told.
 *
 * <pre>{@code
 * WasmModule module =
 *     ModuleBuilder.module("libfoo.so")
 *         .dylink(dylink().memInfo(16, 2, 0, 0).needed("libc.so"))
 *         .importFunction("env", "puts", "(i32) -> i32")
 *         .exportedFunction("twice", "(i32) -> i32", code().localGet(0).localGet(0).i32Add())
 *         .build();
 * }</pre>
 *
 * <p>Functions, globals and tags have an id: that of a definition is given, that of an import is
 * {@code module.name}. Types are numbered as they are mentioned first; {@link #type} mentions one.
 * Nothing is checked but the ids, so that invalid modules can be built too.
 */
public final class ModuleBuilder {
  private static final int FUNCTION = 0;
  private static final int TABLE = 1;
  private static final int MEMORY = 2;
  private static final int GLOBAL = 3;
  private static final int TAG = 4;

  private final String name;
  private final List<FunctionType> types = new ArrayList<>();
  private final IndexSpace functions = new IndexSpace("function");
  private final IndexSpace globals = new IndexSpace("global");
  private final IndexSpace tags = new IndexSpace("tag");
  private final Entries imports = new Entries();
  private final Entries definedFunctions = new Entries();
  private final Entries tables = new Entries();
  private final Entries memories = new Entries();
  private final Entries definedTags = new Entries();
  private final Entries definedGlobals = new Entries();
  private final Entries exports = new Entries();
  private final Entries elements = new Entries();
  private final Entries bodies = new Entries();
  private final Entries data = new Entries();
  private final List<Runnable> late = new ArrayList<>();
  private final Bytes before = new Bytes();
  private final Bytes after = new Bytes();
  private String start;
  private boolean hasDataCount;
  private boolean hasNames;

  private final Code.Names names =
      new Code.Names() {
        @Override
        public int function(String id) {
          return functions.indexOf(id);
        }

        @Override
        public int global(String id) {
          return globals.indexOf(id);
        }

        @Override
        public int tag(String id) {
          return tags.indexOf(id);
        }

        @Override
        public int type(String signature) {
          return typeIndex(Signature.of(signature));
        }
      };

  private ModuleBuilder(String name) {
    this.name = name;
  }

  /** An empty module; messages call it by this name. */
  public static ModuleBuilder module(String name) {
    return new ModuleBuilder(name);
  }

  // Sections as they are

  /** The {@code dylink.0} section, as the first one if nothing was put in front before. */
  public ModuleBuilder dylink(DylinkBuilder section) {
    return sectionInFront(0, new Bytes().name("dylink.0").raw(section.toArray()));
  }

  /** A custom section at the end. */
  public ModuleBuilder customSection(String sectionName, byte[] contents) {
    return sectionAtEnd(0, new Bytes().name(sectionName).raw(contents));
  }

  /** Any section, in front of all that are built. */
  public ModuleBuilder sectionInFront(int id, Bytes contents) {
    before.section(id, contents);
    return this;
  }

  /** Any section, behind all that are built. */
  public ModuleBuilder sectionAtEnd(int id, Bytes contents) {
    after.section(id, contents);
    return this;
  }

  /** Writes a name section with the ids of all functions and globals. */
  public ModuleBuilder withNames() {
    hasNames = true;
    return this;
  }

  // Types and imports

  /** Mentions a type, so that it gets the next number if it has none. */
  public ModuleBuilder type(String signature) {
    typeIndex(Signature.of(signature));
    return this;
  }

  public ModuleBuilder importFunction(String module, String symbol, String signature) {
    functions.add(module + "." + symbol);
    imported(module, symbol, FUNCTION).u32(names.type(signature));
    return this;
  }

  public ModuleBuilder importTable(String module, String symbol, long minimum) {
    imported(module, symbol, TABLE).u8(Signature.code(ValueType.FUNCREF), 0).u32(minimum);
    return this;
  }

  public ModuleBuilder importTable(String module, String symbol, long minimum, long maximum) {
    imported(module, symbol, TABLE)
        .u8(Signature.code(ValueType.FUNCREF), 1)
        .u32(minimum)
        .u32(maximum);
    return this;
  }

  public ModuleBuilder importMemory(String module, String symbol, long minimum) {
    imported(module, symbol, MEMORY).u8(0).u32(minimum);
    return this;
  }

  public ModuleBuilder importMemory(String module, String symbol, long minimum, long maximum) {
    imported(module, symbol, MEMORY).u8(1).u32(minimum).u32(maximum);
    return this;
  }

  public ModuleBuilder importSharedMemory(
      String module, String symbol, long minimum, long maximum) {
    imported(module, symbol, MEMORY).u8(3).u32(minimum).u32(maximum);
    return this;
  }

  /** A memory with addresses of 64 bits. */
  public ModuleBuilder importWideMemory(String module, String symbol, long minimum) {
    imported(module, symbol, MEMORY).u8(4).u32(minimum);
    return this;
  }

  /** A memory with addresses of 64 bits and a maximum. */
  public ModuleBuilder importWideMemory(String module, String symbol, long minimum, long maximum) {
    imported(module, symbol, MEMORY).u8(5).u32(minimum).u32(maximum);
    return this;
  }

  /** The same, shared by threads. */
  public ModuleBuilder importWideSharedMemory(
      String module, String symbol, long minimum, long maximum) {
    imported(module, symbol, MEMORY).u8(7).u32(minimum).u32(maximum);
    return this;
  }

  /** A table of functions with indexes of 64 bits. */
  public ModuleBuilder importWideTable(String module, String symbol, long minimum) {
    imported(module, symbol, TABLE).u8(Signature.code(ValueType.FUNCREF), 4).u32(minimum);
    return this;
  }

  public ModuleBuilder importGlobal(String module, String symbol, ValueType type, boolean mutable) {
    globals.add(module + "." + symbol);
    imported(module, symbol, GLOBAL).u8(Signature.code(type), mutable ? 1 : 0);
    return this;
  }

  public ModuleBuilder importTag(String module, String symbol, String signature) {
    tags.add(module + "." + symbol);
    imported(module, symbol, TAG).u8(0).u32(names.type(signature));
    return this;
  }

  // Definitions

  public ModuleBuilder function(String id, String signature, Code code) {
    functions.add(id);
    definedFunctions.next().u32(names.type(signature));
    late.add(() -> bodies.next().sized(code.body(names).toArray()));
    return this;
  }

  /** A function that is exported under its id. */
  public ModuleBuilder exportedFunction(String id, String signature, Code code) {
    return function(id, signature, code).exportFunction(id, id);
  }

  /** A table of functions without a maximum. */
  public ModuleBuilder table(long minimum) {
    return table(ValueType.FUNCREF, minimum);
  }

  public ModuleBuilder table(ValueType element, long minimum) {
    tables.next().u8(Signature.code(element), 0).u32(minimum);
    return this;
  }

  /** A table of functions. */
  public ModuleBuilder table(long minimum, long maximum) {
    tables.next().u8(Signature.code(ValueType.FUNCREF), 1).u32(minimum).u32(maximum);
    return this;
  }

  public ModuleBuilder memory(long minimum) {
    memories.next().u8(0).u32(minimum);
    return this;
  }

  public ModuleBuilder memory(long minimum, long maximum) {
    memories.next().u8(1).u32(minimum).u32(maximum);
    return this;
  }

  /** A memory with addresses of 64 bits. */
  public ModuleBuilder wideMemory(long minimum, long maximum) {
    memories.next().u8(5).u32(minimum).u32(maximum);
    return this;
  }

  /** A table of functions with indexes of 64 bits. */
  public ModuleBuilder wideTable(long minimum, long maximum) {
    tables.next().u8(Signature.code(ValueType.FUNCREF), 5).u32(minimum).u32(maximum);
    return this;
  }

  /** A memory that threads may share. */
  public ModuleBuilder sharedMemory(long minimum, long maximum) {
    memories.next().u8(3).u32(minimum).u32(maximum);
    return this;
  }

  /** The same with addresses of 64 bits. */
  public ModuleBuilder sharedWideMemory(long minimum, long maximum) {
    memories.next().u8(7).u32(minimum).u32(maximum);
    return this;
  }

  public ModuleBuilder tag(String id, String signature) {
    tags.add(id);
    definedTags.next().u8(0).u32(names.type(signature));
    return this;
  }

  public ModuleBuilder global(String id, ValueType type, boolean mutable, Code value) {
    globals.add(id);
    late.add(
        () ->
            definedGlobals
                .next()
                .u8(Signature.code(type), mutable ? 1 : 0)
                .raw(value.expression(names).toArray()));
    return this;
  }

  /** The start function. */
  public ModuleBuilder start(String function) {
    start = function;
    return this;
  }

  // Exports

  public ModuleBuilder exportFunction(String exportName, String function) {
    late.add(() -> exported(exportName, FUNCTION).u32(functions.indexOf(function)));
    return this;
  }

  /** Exports table 0. */
  public ModuleBuilder exportTable(String exportName) {
    late.add(() -> exported(exportName, TABLE).u32(0));
    return this;
  }

  /** Exports memory 0. */
  public ModuleBuilder exportMemory(String exportName) {
    late.add(() -> exported(exportName, MEMORY).u32(0));
    return this;
  }

  public ModuleBuilder exportGlobal(String exportName, String global) {
    late.add(() -> exported(exportName, GLOBAL).u32(globals.indexOf(global)));
    return this;
  }

  public ModuleBuilder exportTag(String exportName, String tag) {
    late.add(() -> exported(exportName, TAG).u32(tags.indexOf(tag)));
    return this;
  }

  // Segments

  /** Functions that instantiation puts into table 0. */
  public ModuleBuilder elements(Code offset, String... functionIds) {
    late.add(
        () ->
            withFunctions(
                elements.next().u32(0).raw(offset.expression(names).toArray()), functionIds));
    return this;
  }

  /** Functions that instantiation puts into any table. */
  public ModuleBuilder elements(int table, Code offset, String... functionIds) {
    late.add(
        () ->
            withFunctions(
                elements.next().u8(2).u32(table).raw(offset.expression(names).toArray()).u8(0),
                functionIds));
    return this;
  }

  /** Functions for {@code table.init}. */
  public ModuleBuilder passiveElements(String... functionIds) {
    late.add(() -> withFunctions(elements.next().u8(1, 0), functionIds));
    return this;
  }

  /** Functions that {@code ref.func} may name. */
  public ModuleBuilder declaredElements(String... functionIds) {
    late.add(() -> withFunctions(elements.next().u8(3, 0), functionIds));
    return this;
  }

  /** Text that instantiation copies into memory 0. */
  public ModuleBuilder data(Code offset, String text) {
    return data(offset, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes that instantiation copies into memory 0. */
  public ModuleBuilder data(Code offset, byte[] bytes) {
    late.add(() -> data.next().u8(0).raw(offset.expression(names).toArray()).sized(bytes));
    return this;
  }

  /** Text for {@code memory.init}. */
  public ModuleBuilder passiveData(String text) {
    hasDataCount = true;
    late.add(() -> data.next().u8(1).name(text));
    return this;
  }

  /** Writes a data count section, as {@code data.drop} and {@code memory.init} need it. */
  public ModuleBuilder withDataCount() {
    hasDataCount = true;
    return this;
  }

  // The result

  /** The file, read. */
  public WasmModule build() {
    try {
      return WasmModule.read(name, toArray());
    } catch (MalformedModuleException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The file. May be asked once. */
  public byte[] toArray() {
    late.forEach(Runnable::run);
    Entries typeEntries = new Entries();
    Bytes sections = new Bytes();
    types.forEach(type -> write(typeEntries.next(), type));
    typeEntries.writeTo(sections, 1);
    imports.writeTo(sections, 2);
    definedFunctions.writeTo(sections, 3);
    tables.writeTo(sections, 4);
    memories.writeTo(sections, 5);
    definedTags.writeTo(sections, 13);
    definedGlobals.writeTo(sections, 6);
    exports.writeTo(sections, 7);
    writeStart(sections);
    elements.writeTo(sections, 9);
    if (hasDataCount) {
      sections.section(12, new Bytes().u32(data.count()));
    }
    bodies.writeTo(sections, 10);
    data.writeTo(sections, 11);
    return new Bytes()
        .raw(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0})
        .raw(before.toArray())
        .raw(sections.toArray())
        .raw(nameSection().toArray())
        .raw(after.toArray())
        .toArray();
  }

  private void writeStart(Bytes sections) {
    if (start != null) {
      sections.section(8, new Bytes().u32(functions.indexOf(start)));
    }
  }

  private Bytes nameSection() {
    if (!hasNames) {
      return new Bytes();
    }
    Bytes all = new Bytes().name("name").section(1, namesOf(functions));
    return new Bytes().section(0, all.section(7, namesOf(globals)));
  }

  private static Bytes namesOf(IndexSpace space) {
    Bytes named = new Bytes().u32(space.ids().size());
    for (String id : space.ids()) {
      named.u32(space.indexOf(id)).name(id);
    }
    return named;
  }

  private Bytes imported(String module, String symbol, int kind) {
    return imports.next().name(module).name(symbol).u8(kind);
  }

  private Bytes exported(String exportName, int kind) {
    return exports.next().name(exportName).u8(kind);
  }

  private void withFunctions(Bytes segment, String... functionIds) {
    segment.u32(functionIds.length);
    for (String id : functionIds) {
      segment.u32(functions.indexOf(id));
    }
  }

  private int typeIndex(FunctionType type) {
    if (!types.contains(type)) {
      types.add(type);
    }
    return types.indexOf(type);
  }

  private static void write(Bytes out, FunctionType type) {
    out.u8(0x60).u32(type.params().size());
    type.params().forEach(param -> out.u8(Signature.code(param)));
    out.u32(type.results().size());
    type.results().forEach(result -> out.u8(Signature.code(result)));
  }
}
