package org.dylink.shell;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.LibraryState;
import org.dylink.linker.runtime.LinkerRuntime;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code wasm:unload}. */
@Component(service = UnloadLibraries.class)
@GogoCommand(scope = "wasm", function = "unload")
public final class UnloadLibraries extends WasmCommand {
  private final LinkerRuntime runtime;
  private final BundleChange rewiring;
  private final Victims victims;

  /** Unloads libraries from one framework. */
  @Activate
  public UnloadLibraries(BundleContext context, @Reference LinkerRuntime runtime) {
    super("unload [-f] NAME|ID...");
    this.runtime = runtime;
    rewiring = new BundleChange(context);
    victims = new Victims(runtime, rewiring);
  }

  /**
   * Uninstalls bundles with all their libraries; what needs one of them waits for another.
   *
   * @return the libraries that could be linked before and wait now; null if there are none
   */
  @Descriptor("uninstalls the bundles of libraries, and tells what waits for another now")
  public List<LibraryDTO> unload(
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
    Set<String> before = in(LibraryState.AVAILABLE).map(UnloadLibraries::key).collect(toSet());
    try {
      rewiring.change(victims.of(force, names), Bundle::uninstall);
    } catch (BundleException e) {
      throw new CommandException(String.join(", ", names) + ": not unloaded: " + Causes.message(e));
    }
    List<LibraryDTO> waiting =
        in(LibraryState.WAITING).filter(each -> before.contains(key(each))).toList();
    return waiting.isEmpty() ? null : new Listing<>(LibraryDTO.class, waiting);
  }

  private Stream<LibraryDTO> in(LibraryState state) {
    return runtime.libraries().stream().filter(each -> each.current && each.state == state);
  }

  private static String key(LibraryDTO library) {
    return library.bundle + " " + library.path;
  }
}
