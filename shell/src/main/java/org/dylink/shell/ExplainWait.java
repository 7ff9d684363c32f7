package org.dylink.shell;

import java.util.List;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.dylink.linker.runtime.LinkerRuntime;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code wasm:why}. */
@Component(service = ExplainWait.class)
@GogoCommand(scope = "wasm", function = "why")
public final class ExplainWait extends WasmCommand {
  private final LinkerRuntime runtime;
  private final ExpectedWires offers;

  /** Explains the states of one linker's libraries. */
  @Activate
  public ExplainWait(BundleContext context, @Reference LinkerRuntime runtime) {
    super("why NAME|ID");
    this.runtime = runtime;
    this.offers = new ExpectedWires(context);
  }

  /** The library's state with the reasons, and the same of each library that it waits for. */
  @Descriptor("tells why a library cannot be linked, and what it waits for in the end")
  public List<Wait> why(
      @Descriptor("NAME or NAME@VERSION of a library, or the id of its bundle") String... name) {
    String word = one(name);
    return new Listing<>(Wait.class, WaitWalk.of(Names.library(runtime, word), runtime, offers));
  }
}
