package org.dylink.shell;

import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.dylink.linker.Linker;
import org.dylink.linker.runtime.LinkerRuntime;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code wasm:info}. */
@Component(service = ShowLibrary.class)
@GogoCommand(scope = "wasm", function = "info")
public final class ShowLibrary extends WasmCommand {
  private final Linker linker;
  private final LinkerRuntime runtime;

  /** Shows the libraries of one linker. */
  @Activate
  public ShowLibrary(@Reference Linker linker, @Reference LinkerRuntime runtime) {
    super("info NAME|ID");
    this.linker = linker;
    this.runtime = runtime;
  }

  /** The library of that name; the shell prints it in detail. */
  @Descriptor("shows all that is known of a library")
  public LibraryFacts info(
      @Descriptor("NAME or NAME@VERSION of a library, or the id of its bundle") String... name) {
    String word = one(name);
    return LibraryFacts.of(Names.library(runtime, word), linker, runtime);
  }
}
