package org.dylink.shell;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.LinkerRuntime;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code wasm:reload}. */
@Component(service = ReloadLibraries.class)
@GogoCommand(scope = "wasm", function = "reload")
public final class ReloadLibraries extends WasmCommand {
  private final LinkerRuntime runtime;
  private final BundleChange rewiring;
  private final Victims victims;

  /** Reloads libraries of one framework. */
  @Activate
  public ReloadLibraries(BundleContext context, @Reference LinkerRuntime runtime) {
    super("reload [-f] NAME|ID...");
    this.runtime = runtime;
    rewiring = new BundleChange(context);
    victims = new Victims(runtime, rewiring);
  }

  /**
   * Updates bundles from where they were installed from, and starts them and their dependents again
   * if they were started.
   *
   * @return the libraries of these bundles and of their dependents
   */
  @Descriptor("reads the bundles of libraries again, and wires what needs them anew")
  public List<LibraryDTO> reload(
      @Descriptor("also if programs have one of the libraries loaded: they end")
          @Parameter(
              names = {"-f", "--force"},
              presentValue = "true",
              absentValue = "false")
          boolean force,
      @Descriptor("NAMEs or NAME@VERSIONs of libraries, or ids of bundles") String... names) {
    if (names.length == 0) {
      throw usage();
    }
    List<Bundle> bundles = victims.of(force, names);
    Set<Long> touched =
        rewiring.withDependents(bundles).stream().map(Bundle::getBundleId).collect(toSet());
    try {
      rewiring.change(bundles, Bundle::update);
    } catch (BundleException e) {
      throw new CommandException(String.join(", ", names) + ": not reloaded: " + Causes.message(e));
    }
    return new Listing<>(
        LibraryDTO.class,
        runtime.libraries().stream()
            .filter(library -> library.current && touched.contains(library.bundle))
            .toList());
  }
}
