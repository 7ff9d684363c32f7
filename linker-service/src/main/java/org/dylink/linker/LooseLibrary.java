package org.dylink.linker;

import java.util.Optional;
import org.dylink.engine.host.HostLibrary;
import org.dylink.format.WasmModule;

/** A library that came in no bundle. */
final class LooseLibrary implements Library {
  private final WasmModule module;
  private final String version;
  private final String origin;
  private final HostLibrary host;

  /**
   * @param origin where it came from, as link maps show it
   * @param host null for a library of wasm
   */
  LooseLibrary(WasmModule module, String version, String origin, HostLibrary host) {
    this.module = module;
    this.version = version;
    this.origin = origin;
    this.host = host;
  }

  @Override
  public String name() {
    return module.name();
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public String origin() {
    return origin;
  }

  @Override
  public WasmModule module() {
    return module;
  }

  @Override
  public Optional<HostLibrary> host() {
    return Optional.ofNullable(host);
  }

  @Override
  public String toString() {
    return name() + " " + version + " (" + origin + ")";
  }
}
