package org.dylink.linker;

import java.util.List;
import java.util.Optional;
import org.dylink.format.Export;
import org.dylink.format.ExternType;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.SymbolFlags;
import org.dylink.format.TagType;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;

/**
 * An exported name that other libraries can be bound to.
 *
 * @param name the name in C, or the mangled one
 * @param kind what it names
 * @param type a function's signature, {@code i32} for data, a tag's payload
 * @param flags weak, hidden, thread-local and so on, as {@code dylink.0} says
 */
public record Symbol(String name, Kind kind, ExternType type, SymbolFlags flags) {
  /** What a symbol names. */
  public enum Kind {
    FUNCTION,
    DATA,
    TAG
  }

  private static final ExternType ADDRESS = new GlobalType(ValueType.I32, false);

  /** The symbols of a module, in the order of its exports. */
  public static List<Symbol> exportedBy(WasmModule module) {
    return module.exports().stream().flatMap(e -> of(module, e).stream()).toList();
  }

  private static Optional<Symbol> of(WasmModule module, Export export) {
    return kindOf(export)
        .map(kind -> new Symbol(export.name(), kind, export.type(), flagsOf(module, export)));
  }

  /** What an export names as a symbol; empty if it is none. */
  public static Optional<Kind> kindOf(Export export) {
    if (AbiNames.isEntryPoint(export.name())) {
      return Optional.empty();
    } else if (export.type() instanceof FunctionType) {
      return Optional.of(Kind.FUNCTION);
    } else if (export.type() instanceof TagType) {
      return Optional.of(Kind.TAG);
    }
    // Address symbols are constants; mutable globals are registers such as __stack_pointer.
    return export.type().equals(ADDRESS) ? Optional.of(Kind.DATA) : Optional.empty();
  }

  private static SymbolFlags flagsOf(WasmModule module, Export export) {
    return module.dylink().map(d -> d.exportFlags(export.name())).orElse(SymbolFlags.NONE);
  }
}
