package org.dylink.linker.link;

import java.util.function.Supplier;
import org.dylink.engine.Function;
import org.dylink.format.Import;

/** May put a function of the linker's in place of what an import is bound to. */
@FunctionalInterface
interface ImportHook {
  /**
   * Decides what a library's import of a function gets.
   *
   * @param bound what it is bound to
   * @param function makes the function for that
   * @return that function, or another one of the import's type
   */
  Function function(LoadedModule user, Import entry, Bound bound, Supplier<Function> function);
}
