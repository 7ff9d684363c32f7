package org.dylink.shell;

import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.dylink.linker.DependencyTree;
import org.dylink.linker.Linker;
import org.dylink.linker.draw.WireGraph;
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
    super("ldd [--dot] NAME|ID");
    this.linker = linker;
    this.runtime = runtime;
  }

  /** What a library needs, and what that needs, as a link would find it; for Graphviz, a text. */
  @Descriptor("shows what a library needs, and where it comes from")
  public Object ldd(
      @Descriptor("as a graph for Graphviz")
          @Parameter(names = "--dot", presentValue = "true", absentValue = "false")
          boolean dot,
      @Descriptor("NAME or NAME@VERSION of a library, or the id of its bundle") String... name) {
    String word = one(name);
    DependencyTree tree = linker.dependencies(Names.linkable(linker, runtime, word));
    return dot ? WireGraph.of(tree).dot() : tree;
  }
}
