package org.dylink.shell;

import java.util.List;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.dylink.engine.EngineAbsence;
import org.dylink.linker.Linker;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.LibraryState;
import org.dylink.linker.runtime.LinkerRuntime;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** {@code wasm:why}. */
@Component(service = ExplainWait.class)
@GogoCommand(scope = "wasm", function = "why")
public final class ExplainWait extends WasmCommand {
  private final Linker linker;
  private final LinkerRuntime runtime;
  private final ExpectedWires offers;

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  volatile List<EngineAbsence> absences = List.of();

  /** Explains the libraries of one linker. */
  @Activate
  public ExplainWait(
      BundleContext context, @Reference Linker linker, @Reference LinkerRuntime runtime) {
    super("why NAME|ID");
    this.linker = linker;
    this.runtime = runtime;
    this.offers = new ExpectedWires(context);
  }

  /**
   * A library's state with the reasons, and the same of each library that it waits for; of one that
   * can be linked, which engine runs it and why no better one.
   */
  @Descriptor("tells why a library cannot be linked, or why the engine runs it that does")
  public Object why(
      @Descriptor("NAME or NAME@VERSION of a library, or the id of its bundle") String... name) {
    LibraryDTO library = Names.library(runtime, one(name));
    return library.state == LibraryState.AVAILABLE
        ? EngineReport.of(library, linker, runtime, absences)
        : new Listing<>(Wait.class, WaitWalk.of(library, runtime, offers));
  }
}
