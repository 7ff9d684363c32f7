package org.dylink.engine.jvm.code;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.dylink.format.AddressType;
import org.dylink.format.ArrayType;
import org.dylink.format.CompositeType;
import org.dylink.format.DefinedType;
import org.dylink.format.FieldType;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.MemoryType;
import org.dylink.format.StructType;
import org.dylink.format.TableType;
import org.dylink.format.TagType;
import org.dylink.format.TypeSpace;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;

/** What the indexes in a body refer to; imports come first in every space. */
public final class IndexSpaces {
  private final WasmModule module;
  private final TypeSpace types;
  private final List<GlobalType> globals;
  private final List<TableType> tables;
  private final List<TagType> tags;
  private final int importedGlobals;
  private final int importedFunctions;
  private final int importedTables;
  private final BitSet referable = new BitSet();
  private List<ValueType> elementTypes = List.of();
  private final boolean hasWideAddresses;
  private int dataCount = -1;

  IndexSpaces(WasmModule module) {
    this.module = module;
    this.types = module.types();
    this.globals = module.globals();
    this.tables = module.tables();
    this.tags = module.tags();
    this.importedGlobals = imported(module, GlobalType.class);
    this.importedFunctions = imported(module, FunctionType.class);
    this.importedTables = imported(module, TableType.class);
    this.hasWideAddresses = hasWideAddresses(module);
  }

  private static int imported(WasmModule module, Class<?> kind) {
    int count = 0;
    for (var entry : module.imports()) {
      count += kind.isInstance(entry.type()) ? 1 : 0;
    }
    return count;
  }

  private static boolean hasWideAddresses(WasmModule module) {
    return module.memories().stream().anyMatch(type -> type.addressType() == AddressType.I64)
        || module.tables().stream().anyMatch(type -> type.addressType() == AddressType.I64);
  }

  public WasmModule module() {
    return module;
  }

  public int typeCount() {
    return types.size();
  }

  /** A type of functions. */
  public FunctionType type(int index) {
    return types.function(index);
  }

  /** What a type is made of. */
  public CompositeType composite(int index) {
    return types.composite(index);
  }

  /** A type of structs. */
  public StructType struct(int index) {
    return (StructType) types.composite(index);
  }

  /** What the elements of a type of arrays are. */
  public FieldType element(int index) {
    return ((ArrayType) types.composite(index)).element();
  }

  /** Whether a type is one of functions. */
  public boolean isFunctionType(int index) {
    return types.isFunction(index);
  }

  /** A type as references name it. */
  public DefinedType definition(int index) {
    return types.definition(index);
  }

  public int functionCount() {
    return module.functionCount();
  }

  public int importedFunctionCount() {
    return importedFunctions;
  }

  public FunctionType function(int index) {
    return module.functionType(index);
  }

  public int globalCount() {
    return globals.size();
  }

  public int importedGlobalCount() {
    return importedGlobals;
  }

  public GlobalType global(int index) {
    return globals.get(index);
  }

  public int tableCount() {
    return tables.size();
  }

  public TableType table(int index) {
    return tables.get(index);
  }

  public int importedTableCount() {
    return importedTables;
  }

  public int memoryCount() {
    return module.memories().size();
  }

  public MemoryType memory(int index) {
    return module.memories().get(index);
  }

  /**
   * What addresses are for an instruction, where it names one memory or table; 32 bits for others.
   *
   * @param index its first index
   * @param second its second index
   */
  public AddressType addressType(Immediate immediate, int index, int second) {
    if (!hasWideAddresses) {
      return AddressType.I32;
    }
    return switch (immediate) {
      case MEMORY, MEMORY_ACCESS, ATOMIC_ACCESS, LANE_ACCESS, DATA_AND_MEMORY ->
          memory(second).addressType();
      case TABLE -> table(index).addressType();
      case TYPE_AND_TABLE, ELEMENTS_AND_TABLE -> table(second).addressType();
      default -> AddressType.I32;
    };
  }

  public int tagCount() {
    return tags.size();
  }

  public TagType tag(int index) {
    return tags.get(index);
  }

  public int elementCount() {
    return elementTypes.size();
  }

  public ValueType elementType(int segment) {
    return elementTypes.get(segment);
  }

  /** How many data segments code may name; -1 without a data count section. */
  int dataCount() {
    return dataCount;
  }

  void setDataCount(int count) {
    dataCount = count;
  }

  void setElementTypes(List<ValueType> elements) {
    elementTypes = elements;
  }

  /** Whether ref.func may name a function: it occurs outside of bodies (Core, Validation, refs). */
  public boolean isReferable(int function) {
    return referable.get(function);
  }

  void noteReferable(int function) {
    referable.set(function);
  }

  ValueType valueType(int offset, int code) {
    ValueType type = ValueType.ofCode(code);
    if (type == null) {
      throw new InvalidCodeException(offset, "malformed value type 0x" + Integer.toHexString(code));
    }
    return type;
  }

  List<ValueType> readValueTypes(CodeCursor reader) {
    int count = reader.count("types");
    List<ValueType> read = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      read.add(TypeReading.value(reader, this));
    }
    return read;
  }
}
