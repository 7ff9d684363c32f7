package org.dylink.shell;

import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.dylink.linker.DependencyTree;
import org.dylink.linker.Linker;
import org.dylink.linker.runtime.LinkerRuntime;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code wasm:ldd}. */
@Component(service = ShowDependencies.class)
@GogoCommand(scope = "wasm", function = "ldd")
public final class ShowDependencies extends WasmCommand {
  private final Linker linker;
  private final LinkerRuntime runtime;

  /** Shows what one linker would find. */
  @Activate
  public ShowDependencies(@Reference Linker linker, @Reference LinkerRuntime runtime) {
    super("ldd NAME|ID");
    this.linker = linker;
    this.runtime = runtime;
  }

  /** What a library needs, and what that needs, as a link would find it. */
  @Descriptor("shows what a library needs, and where it comes from")
  public DependencyTree ldd(
      @Descriptor("NAME or NAME@VERSION of a library, or the id of its bundle") String... name) {
    String word = one(name);
    return linker.dependencies(Names.linkable(linker, runtime, word));
  }
}
