package org.dylink.shell;

import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.dylink.linker.Library;
import org.dylink.linker.Linker;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code wasm:info}. */
@Component(service = ShowLibrary.class)
@GogoCommand(scope = "wasm", function = "info")
public final class ShowLibrary {
  private final Linker linker;

  /** Shows the libraries of one linker. */
  @Activate
  public ShowLibrary(@Reference Linker linker) {
    this.linker = linker;
  }

  /** The library of that name; the shell prints it in detail. */
  @Descriptor("shows all that is known of a library")
  public Library info(@Descriptor("NAME or NAME@VERSION of a library") String... name) {
    return Names.library(linker, Names.one("wasm:info NAME", name));
  }
}
