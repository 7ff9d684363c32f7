package org.dylink.format;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a linker knows of a module before any engine has seen it. Immutable; threads may share it.
 * Function bodies are not looked at: that is an engine's work.
 */
public final class WasmModule {
  private static final String TLS_SEGMENT = ".tdata";
  private static final Optional<String> TLS_SIGN = Optional.of("segment " + TLS_SEGMENT);

  private final String name;
  private final ModuleBytes bytes;
  private final ModuleSections sections;
  private final List<Import> imports;
  private final List<Export> exports;
  private final Companions companions;
  private final Optional<MemoryType> cMemory;
  private final Lazy lazy;

  /** What is made when it is first asked for; threads that race make equal ones. */
  private static final class Lazy {
    String digest;
    volatile Map<Feature, String> features;
  }

  private WasmModule(String name, ModuleBytes bytes, ModuleSections sections) {
    this.name = name;
    this.bytes = bytes;
    this.sections = sections;
    this.imports = List.copyOf(sections.imports);
    this.exports = List.copyOf(sections.exports.values());
    this.companions = Companions.NONE;
    this.cMemory = findMemoryOfC();
    this.lazy = new Lazy();
  }

  private WasmModule(WasmModule same, Companions companions) {
    this.name = same.name;
    this.bytes = same.bytes;
    this.sections = same.sections;
    this.imports = same.imports;
    this.exports = same.exports;
    this.companions = companions;
    this.cMemory = same.cMemory;
    this.lazy = same.lazy;
  }

  /**
   * Reads a module's sections.
   *
   * @param name how messages call it, such as {@code libfoo.so}
   * @param bytes the whole file; it is copied
   * @throws MalformedModuleException if it is no core module of version 1, or if its sections run
   *     past their ends or refer to what is not there
   */
  public static WasmModule read(String name, byte[] bytes) throws MalformedModuleException {
    return read(name, ModuleBytes.copyOf(bytes));
  }

  /**
   * Reads a module from a stream, which stays open. What does not begin like a module is refused
   * before the rest of it is read, be it a device without an end.
   *
   * @param name how messages call it
   * @throws IOException if the stream fails, or has more than 1 GiB or than a quarter of the JVM's
   *     heap
   * @throws MalformedModuleException as {@link #read(String, byte[])} does
   */
  public static WasmModule read(String name, InputStream in)
      throws IOException, MalformedModuleException {
    return read(name, ModuleBytes.owning(WholeFile.read(name, in)));
  }

  /**
   * Reads a module at some place.
   *
   * @param name how messages call it
   * @throws IOException as {@link #read(String, InputStream)} does, and for what is in the file
   *     system and no regular file
   * @throws MalformedModuleException as {@link #read(String, byte[])} does
   */
  public static WasmModule read(String name, URL place)
      throws IOException, MalformedModuleException {
    try (InputStream in = WholeFile.open(place)) {
      return read(name, in);
    }
  }

  private static WasmModule read(String name, ModuleBytes bytes) throws MalformedModuleException {
    try {
      WasmModule known = ReadModules.find(name, bytes);
      return known != null
          ? known
          : ReadModules.note(new WasmModule(name, bytes, ModuleReader.read(name, bytes)));
    } catch (OutOfMemoryError e) {
      // A byte of a file may stand for an object: no size of the file tells how many there are.
      throw new MalformedModuleException(name, "sections: more than this JVM has memory for");
    }
  }

  /** This module with what stands beside its file. */
  public WasmModule with(Companions beside) {
    return new WasmModule(this, beside);
  }

  /** The name under which it was read. */
  public String name() {
    return name;
  }

  /** The whole file; the same object each time. */
  public ModuleBytes bytes() {
    return bytes;
  }

  /** What stands beside the file. */
  public Companions companions() {
    return companions;
  }

  /** SHA-256 of the file, in lower-case hexadecimal. */
  public String digest() {
    String made = lazy.digest;
    if (made == null) {
      made = Digests.of(bytes.array());
      lazy.digest = made;
    }
    return made;
  }

  /** All imports, in the order of the import section. */
  public List<Import> imports() {
    return imports;
  }

  /** All exports, in the order of the export section. */
  public List<Export> exports() {
    return exports;
  }

  /** The export with this name. */
  public Optional<Export> export(String exportName) {
    return Optional.ofNullable(sections.exports.get(exportName));
  }

  /**
   * Whether {@link #dylink()} was read from the section {@code dylink} that compilers wrote before
   * 2021, and the module keeps to the conventions of that time.
   */
  public boolean hasOldDylink() {
    return sections.hasOldDylink;
  }

  /** The {@code dylink.0} section; it counts only as the first section of the file. */
  public Optional<DylinkSection> dylink() {
    return Optional.ofNullable(sections.dylink);
  }

  /**
   * What the module uses beyond WebAssembly 2.0 without vectors, each feature with the first place
   * where it does, such as {@code function sum}. All bodies are walked when this is first asked.
   */
  public Map<Feature, String> features() {
    Map<Feature, String> known = lazy.features;
    if (known == null) {
      known = FeatureScan.of(this, sections);
      lazy.features = known;
    }
    return known;
  }

  /**
   * Which programs the module can be part of: as it imports its memory, or, where it has one of its
   * own, exports it.
   */
  public ProgramKind programKind() {
    return cMemory.map(ProgramKind::of).orElse(ProgramKind.ANY);
  }

  /** Whether the module is for programs with threads: the part of {@link #programKind} for that. */
  public Threading threading() {
    return programKind().threading();
  }

  private Optional<MemoryType> findMemoryOfC() {
    return imports.stream()
        .filter(entry -> entry.module().equals("env") && entry.type() instanceof MemoryType)
        .map(Import::type)
        .findFirst()
        .or(() -> export("memory").map(Export::type))
        .filter(MemoryType.class::isInstance)
        .map(MemoryType.class::cast);
  }

  /**
   * What addresses are in the module's C: as it imports its memory, or, where it has one of its
   * own, exports it.
   *
   * @return empty if it has no memory that others see
   */
  public Optional<AddressType> addressType() {
    return cMemory.map(MemoryType::addressType);
  }

  /**
   * The first sign that the module has thread-local data that its threads share no copy of: an
   * exported symbol, {@code symbol x}, or a data segment of wasm-ld's, {@code segment .tdata}. A
   * module without a name section may have such data and show no sign.
   */
  public Optional<String> threadLocalSign() {
    Optional<String> symbol =
        dylink().stream()
            .flatMap(section -> section.exportFlags().entrySet().stream())
            .filter(flags -> flags.getValue().isThreadLocal())
            .map(Map.Entry::getKey)
            .min(Comparator.naturalOrder())
            .map(name -> "symbol " + name);
    return symbol.or(() -> sections.hasDataNamed(TLS_SEGMENT) ? TLS_SIGN : Optional.empty());
  }

  /** All sections, in the order of the file. That the order is right is for engines to check. */
  public List<Section> sections() {
    return Collections.unmodifiableList(sections.all);
  }

  /** The first values of the globals that the module defines, in their order. */
  public List<ConstantExpression> initialValues() {
    return Collections.unmodifiableList(sections.initialValues);
  }

  /** The element segments, by index. */
  public List<ElementSegment> elements() {
    return Collections.unmodifiableList(sections.elements);
  }

  /** The data segments, by index. */
  public List<DataSegment> data() {
    return Collections.unmodifiableList(sections.data);
  }

  /** The index of the start function. */
  public OptionalInt startFunction() {
    return sections.startFunction;
  }

  /**
   * What the elements of the tables that the module defines are at first, in the order of these; an
   * element is null where a table has no such expression.
   */
  public List<ConstantExpression> initialElements() {
    return Collections.unmodifiableList(sections.tableValues);
  }

  /** All types, by type index. */
  public TypeSpace types() {
    return sections.types;
  }

  /** The types of all tables, imports first. */
  public List<TableType> tables() {
    return Collections.unmodifiableList(sections.tables);
  }

  /** The types of all memories, imports first. */
  public List<MemoryType> memories() {
    return Collections.unmodifiableList(sections.memories);
  }

  /** The types of all globals, imports first. */
  public List<GlobalType> globals() {
    return Collections.unmodifiableList(sections.globals);
  }

  /** The types of all tags, imports first. */
  public List<TagType> tags() {
    return Collections.unmodifiableList(sections.tags);
  }

  /** The type of a function by its index, imports counted first. */
  public FunctionType functionType(int index) {
    return sections.functions.get(index);
  }

  /** How many functions there are, imports included. */
  public int functionCount() {
    return sections.functions.size();
  }

  /**
   * The name of a function: from the name section, else from an export, else {@code func[INDEX]}.
   *
   * @param index its index, imports counted first
   */
  public String functionName(int index) {
    return sections.functionName(index);
  }

  /** The index of the global that the name section calls so, exported or not; imports counted. */
  public OptionalInt globalNamed(String name) {
    return sections.globalNamed(name);
  }

  /** The name, as messages print it. */
  @Override
  public String toString() {
    return name;
  }
}
