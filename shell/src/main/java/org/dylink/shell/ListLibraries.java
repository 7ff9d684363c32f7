package org.dylink.shell;

import java.util.List;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.dylink.linker.Library;
import org.dylink.linker.Linker;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code wasm:list}. */
@Component(service = ListLibraries.class)
@GogoCommand(scope = "wasm", function = "list")
public final class ListLibraries {
  private final Linker linker;

  /** Lists the libraries of one linker. */
  @Activate
  public ListLibraries(@Reference Linker linker) {
    this.linker = linker;
  }

  /** All libraries, by name, then highest version first. */
  @Descriptor("lists the libraries that can be linked")
  public List<Library> list() {
    return new Listing<>(Library.class, linker.libraries());
  }
}
