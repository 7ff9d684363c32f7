package org.dylink.linker;

import java.util.List;
import java.util.Optional;
import org.dylink.format.AddressType;
import org.dylink.format.Export;
import org.dylink.format.ExternType;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.Import;
import org.dylink.format.SymbolFlags;
import org.dylink.format.TagType;
import org.dylink.format.WasmModule;
import org.dylink.linker.abi.AbiNames;

/**
 * An exported name that other libraries can be bound to.
 *
 * @param name the name in C, or the mangled one
 * @param kind what it names
 * @param type a function's signature, {@code i32} or {@code i64} for data, a tag's payload
 * @param flags weak, hidden, thread-local and so on, as {@code dylink.0} says
 */
public record Symbol(String name, Kind kind, ExternType type, SymbolFlags flags) {
  /** What a symbol names. */
  public enum Kind {
    /** A function; as an address, a slot of the table. */
    FUNCTION,

    /** A variable or constant; as an address, a place in the memory. */
    DATA,

    /** What exceptions are thrown with. */
    TAG
  }

  /** The symbols of a module, in the order of its exports. */
  public static List<Symbol> exportedBy(WasmModule module) {
    return module.exports().stream().flatMap(e -> of(module, e).stream()).toList();
  }

  private static Optional<Symbol> of(WasmModule module, Export export) {
    return kindOf(module, export)
        .map(kind -> new Symbol(export.name(), kind, export.type(), flagsOf(module, export)));
  }

  /** What an export names as a symbol; empty if it is none. */
  public static Optional<Kind> kindOf(WasmModule module, Export export) {
    if (AbiNames.isEntryPoint(export.name())) {
      return Optional.empty();
    }
    // Address symbols are constants; mutable globals are registers such as __stack_pointer.
    if (export.type() instanceof GlobalType global && !global.mutable()) {
      AddressType addresses = module.addressType().orElse(AddressType.I32);
      boolean isAddress = global.value() == addresses.valueType();
      return isAddress ? Optional.of(Kind.DATA) : Optional.empty();
    }
    return kindOf(export.type());
  }

  /** What an import names as a symbol; empty for memories, tables and other globals. */
  public static Optional<Kind> kindOf(Import entry) {
    return switch (entry.module()) {
      case AbiNames.GOT_MEM -> Optional.of(Kind.DATA);
      case AbiNames.GOT_FUNC -> Optional.of(Kind.FUNCTION);
      default -> kindOf(entry.type());
    };
  }

  private static Optional<Kind> kindOf(ExternType type) {
    if (type instanceof FunctionType) {
      return Optional.of(Kind.FUNCTION);
    }
    return type instanceof TagType ? Optional.of(Kind.TAG) : Optional.empty();
  }

  /**
   * The export by which a module defines a symbol. A symbol may be imported and exported again: who
   * defines it is another module then.
   */
  public static Optional<Export> definition(WasmModule module, String name, Kind kind) {
    return module
        .export(name)
        .filter(export -> kindOf(module, export).filter(kind::equals).isPresent())
        .filter(export -> !isImportedSymbol(module, export));
  }

  // Of each kind, imports have the first indexes. Asked for every symbol of every program.
  private static boolean isImportedSymbol(WasmModule module, Export export) {
    if (export.index() >= module.imports().size()) {
      return false;
    }
    int index = 0;
    for (Import entry : module.imports()) {
      if (entry.type().getClass() == export.type().getClass() && index++ == export.index()) {
        return entry.module().equals(AbiNames.ENV);
      }
    }
    return false;
  }

  /** The flags of an export. */
  public static SymbolFlags flagsOf(WasmModule module, Export export) {
    return module.dylink().map(d -> d.exportFlags(export.name())).orElse(SymbolFlags.NONE);
  }
}
