package org.dylink.wasi;

import java.util.Optional;
import java.util.Set;
import org.dylink.engine.host.Granted;
import org.dylink.engine.host.Guest;
import org.dylink.engine.host.HostInstance;
import org.dylink.engine.host.HostLibrary;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Component;

/**
 * WASI preview 1 (github.com/WebAssembly/WASI, legacy/preview1): what a C library on WebAssembly
 * asks of its system. A program can do only what its {@link Guest} grants: no other folder, no
 * other environment variable, no network.
 */
@Capability(
    namespace = "osgi.service",
    attribute = {
      "objectClass:List<String>=org.dylink.engine.host.HostLibrary",
      HostLibrary.MODULE + "=" + WasiLibrary.MODULE_NAME
    })
@Component(property = HostLibrary.MODULE + "=" + WasiLibrary.MODULE_NAME)
public final class WasiLibrary implements HostLibrary {
  static final String MODULE_NAME = "wasi_snapshot_preview1";

  /** Makes the library; it has no state of its own. */
  public WasiLibrary() {}

  @Override
  public String moduleName() {
    return MODULE_NAME;
  }

  @Override
  public boolean isForThreads() {
    return true;
  }

  @Override
  public Optional<Set<Granted>> looksAt(String function) {
    return switch (function) {
      case "args_get", "args_sizes_get" -> Optional.of(Set.of(Granted.ARGUMENTS));
      case "environ_get", "environ_sizes_get" -> Optional.of(Set.of(Granted.ENVIRONMENT));
      case "fd_prestat_get", "fd_prestat_dir_name" -> Optional.of(Set.of(Granted.FOLDERS));
      case "random_get" -> Optional.of(Set.of(Granted.RANDOM));
      case "sched_yield" -> Optional.of(Set.of());
      default -> Optional.empty();
    };
  }

  @Override
  public HostInstance open(Guest guest) {
    return new WasiInstance(guest);
  }
}
