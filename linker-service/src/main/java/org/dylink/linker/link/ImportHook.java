package org.dylink.linker.link;

import java.util.function.Supplier;
import org.dylink.engine.Function;
import org.dylink.format.FunctionType;

/** May put a function of the linker's in place of what an import would be bound to. */
@FunctionalInterface
interface ImportHook {
  /**
   * Decides what a library's import is bound to.
   *
   * @param bound makes what the import would be bound to
   * @return that, or another function of the import's type
   */
  Function bound(LoadedModule importer, String symbol, FunctionType type, Supplier<Function> bound);
}
