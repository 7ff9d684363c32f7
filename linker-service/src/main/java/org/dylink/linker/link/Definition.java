package org.dylink.linker.link;

import java.util.Optional;
import java.util.function.Supplier;
import org.dylink.engine.Function;
import org.dylink.engine.Global;
import org.dylink.format.Export;
import org.dylink.format.ExternType;
import org.dylink.format.SymbolFlags;
import org.dylink.linker.AbiNames;
import org.dylink.linker.Symbol;

/**
 * An export that a symbol is bound to. It is a supplier of the function for slots: a program has
 * hundreds, and none needs an object more.
 *
 * @param module who defines it
 * @param export how
 */
record Definition(LoadedModule module, Export export) implements Bound, Supplier<Function> {

  @Override
  public Optional<ExternType> type() {
    return Optional.of(export.type());
  }

  Symbol.Kind kind() {
    return Symbol.kindOf(export).orElseThrow();
  }

  SymbolFlags flags() {
    return Symbol.flagsOf(module.module(), export);
  }

  @Override
  public Function get() {
    return function();
  }

  Function function() {
    return module.function(export.name()).orElseThrow();
  }

  /**
   * The address of a data symbol: its value counts from the library's data, from the library's
   * thread-local data, or, absolute or in a non-PIE main, from 0.
   */
  int address() {
    int value = (int) global(export.name()).get();
    if (flags().isThreadLocal()) {
      return value + (int) global(AbiNames.TLS_BASE).get();
    }
    boolean isAbsolute =
        flags().isAbsolute() || !module.isPositionIndependent() || AbiNames.isNumber(export.name());
    return isAbsolute ? value : value + (int) module.data().address();
  }

  private Global global(String name) {
    return module.global(name).orElseThrow();
  }
}
