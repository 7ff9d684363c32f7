package org.dylink.shell;

import java.util.List;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code wasm:ps}. */
@Component(service = ListPrograms.class)
@GogoCommand(scope = "wasm", function = "ps")
public final class ListPrograms {
  private final Linker linker;

  /** Lists the programs of one linker. */
  @Activate
  public ListPrograms(@Reference Linker linker) {
    this.linker = linker;
  }

  /** The programs that are not closed yet, in the order of their ids. */
  @Descriptor("lists the programs that are linked or running")
  public List<Program> ps() {
    return new Listing<>(Program.class, linker.programs());
  }
}
