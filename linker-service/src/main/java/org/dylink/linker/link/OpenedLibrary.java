package org.dylink.linker.link;

import java.util.OptionalInt;
import org.dylink.engine.Function;
import org.dylink.linker.Library;
import org.dylink.linker.OpenLibrary;

/** A handle for Java. The program guards all of it. */
final class OpenedLibrary implements OpenLibrary {
  private final LinkedProgram program;
  private final DynamicLoader loader;
  private final LoadedModule module;
  private final int handle;
  private boolean closed; // guarded by the program

  OpenedLibrary(LinkedProgram program, DynamicLoader loader, LoadedModule module, int handle) {
    this.program = program;
    this.loader = loader;
    this.module = module;
    this.handle = handle;
  }

  @Override
  public Library library() {
    return module.library();
  }

  @Override
  public Object call(String symbol, Object... arguments) {
    return program.guarded(
        () -> {
          checkOpen();
          return function(symbol).call(arguments);
        });
  }

  @Override
  public OptionalInt address(String symbol) {
    return program.guarded(
        () -> {
          checkOpen();
          return loader.address(symbol, loader.scopeOf(module), module);
        });
  }

  @Override
  public void close() {
    program.whileOpen(
        () -> {
          if (!closed) {
            closed = true;
            loader.close(handle);
          }
        });
  }

  private Function function(String symbol) {
    return loader
        .function(symbol, loader.scopeOf(module))
        .orElseThrow(() -> new IllegalArgumentException(module + ": undefined function " + symbol));
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException(module + ": is closed");
    }
  }
}
