package org.dylink.linker;

import java.util.Optional;
import org.dylink.engine.host.HostLibrary;
import org.dylink.format.WasmModule;

/** A library that came in no bundle. */
final class LooseLibrary implements Library {
  private final WasmModule module;
  private final String version;
  private final String origin;
  private final Object identity;
  private final HostLibrary host;

  /**
   * @param origin where it came from, as link maps show it
   * @param identity null for one that is in no file: it is itself alone
   * @param host null for a library of wasm
   */
  LooseLibrary(
      WasmModule module, String version, String origin, Object identity, HostLibrary host) {
    this.module = module;
    this.version = version;
    this.origin = origin;
    this.identity = identity == null ? this : identity;
    this.host = host;
  }

  @Override
  public Object identity() {
    return identity;
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
