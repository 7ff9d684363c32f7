package org.dylink.shell;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
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

/** {@code wasm:load}. */
@Component(service = LoadLibraries.class)
@GogoCommand(scope = "wasm", function = "load")
public final class LoadLibraries extends WasmCommand {
  private final BundleContext context;
  private final LinkerRuntime runtime;
  private final BundleChange rewiring;

  /** Loads libraries into one framework. */
  @Activate
  public LoadLibraries(BundleContext context, @Reference LinkerRuntime runtime) {
    super("load FILE|URL...");
    this.context = context;
    this.runtime = runtime;
    this.rewiring = new BundleChange(context);
  }

  /**
   * Installs bundles and starts them: all or nothing. What is installed already is started only.
   *
   * @return the libraries in them; one of them may wait for a bundle that is not started
   */
  @Descriptor("installs libraries as bundles and starts them, all or none")
  public List<LibraryDTO> load(
      CommandSession session,
      @Descriptor("FILE or URL of a .so, a .wasm or a bundle; those that need each other together")
          String... files) {
    if (files.length == 0) {
      throw usage();
    }
    List<Source> sources =
        List.of(files).stream().map(file -> Source.of(file, session.currentDir())).toList();
    List<Bundle> fresh = new ArrayList<>();
    try {
      return load(sources, fresh);
    } catch (CommandException e) {
      uninstall(fresh);
      throw e;
    }
  }

  /**
   * @param fresh gets the bundles that were not there before
   */
  private List<LibraryDTO> load(List<Source> sources, List<Bundle> fresh) {
    List<Bundle> bundles = sources.stream().map(source -> install(source, fresh)).toList();
    List<LibraryDTO> loaded = new ArrayList<>();
    // Only when all are there: the resolver finds what they need in any order.
    for (int i = 0; i < bundles.size(); i++) {
      start(sources.get(i), bundles.get(i));
    }
    for (int i = 0; i < bundles.size(); i++) {
      loaded.addAll(libraries(sources.get(i), bundles.get(i)));
    }
    return new Listing<>(LibraryDTO.class, loaded);
  }

  private Bundle install(Source source, List<Bundle> fresh) {
    Bundle known = context.getBundle(source.location());
    if (known != null) {
      return known;
    }
    try (InputStream jar = source.open()) {
      Bundle bundle = context.installBundle(source.location(), jar);
      fresh.add(bundle);
      return bundle;
    } catch (BundleException e) {
      throw notLoaded(
          source,
          e.getType() == BundleException.DUPLICATE_BUNDLE_ERROR
              ? "it is installed already from another place; unload that first, or give this one a"
                  + " version, 'wasm:file:/FOLDER/FILE?version=1.1'"
              : Causes.message(e));
    } catch (IOException e) {
      throw notLoaded(source, "cannot be read: " + e.getMessage());
    }
  }

  private void start(Source source, Bundle bundle) {
    try {
      BundleChange.start(bundle, 0);
    } catch (BundleException e) {
      List<String> reasons = reasons(bundle, LibraryState.WAITING);
      throw notLoaded(source, reasons.isEmpty() ? Causes.message(e) : String.join("; ", reasons));
    }
  }

  private List<LibraryDTO> libraries(Source source, Bundle bundle) {
    List<LibraryDTO> libraries = libraries(bundle);
    List<String> failures = reasons(bundle, LibraryState.FAILED);
    if (libraries.isEmpty()) {
      throw notLoaded(source, "bundle " + BundleChange.describe(bundle) + " has no library");
    } else if (!failures.isEmpty()) {
      throw notLoaded(source, String.join("; ", failures));
    }
    return libraries;
  }

  private List<String> reasons(Bundle bundle, LibraryState state) {
    return libraries(bundle).stream()
        .filter(library -> library.state == state)
        .flatMap(library -> library.reasons.stream())
        .distinct()
        .toList();
  }

  private List<LibraryDTO> libraries(Bundle bundle) {
    return runtime.libraries().stream()
        .filter(library -> library.current && library.bundle == bundle.getBundleId())
        .toList();
  }

  private void uninstall(List<Bundle> fresh) {
    try {
      rewiring.change(fresh, Bundle::uninstall);
    } catch (BundleException e) {
      throw new CommandException("not uninstalled again: " + Causes.message(e));
    }
  }

  private static CommandException notLoaded(Source source, String cause) {
    return new CommandException(source.word() + ": not loaded: " + cause);
  }
}
