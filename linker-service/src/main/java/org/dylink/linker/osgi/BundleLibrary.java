package org.dylink.linker.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import org.dylink.format.DylinkSection;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.WasmModule;
import org.dylink.linker.Library;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;

/** A library that stands in a bundle, told of by a {@code wasm.library} capability. */
final class BundleLibrary implements Library {
  private static final String VERSION = "version";
  private static final String PATH = "path";

  private final BundleCapability capability;
  private final WasmModule module;

  private BundleLibrary(BundleCapability capability, WasmModule module) {
    this.capability = capability;
    this.module = module;
  }

  /**
   * Reads the module that a capability names.
   *
   * @throws IOException if the bundle has no such entry, or it cannot be read
   * @throws MalformedModuleException if it is no WebAssembly module
   */
  static BundleLibrary read(BundleCapability capability)
      throws IOException, MalformedModuleException {
    String name = nameOf(capability);
    String path = pathOf(capability);
    checkVersion(name, capability);
    // The capability of a fragment is hosted elsewhere; its entry is in the fragment.
    Bundle bundle = capability.getRevision().getBundle();
    URL entry = bundle.getEntry(path);
    if (entry == null) {
      throw new IOException(name + ": bundle " + describe(bundle) + " has no entry " + path);
    }
    try (InputStream in = entry.openStream()) {
      return new BundleLibrary(capability, WasmModule.read(name, in.readAllBytes()));
    }
  }

  // The registry compares versions: one that cannot be compared would make all of it unusable.
  private static void checkVersion(String name, BundleCapability capability) throws IOException {
    Object version = capability.getAttributes().get(VERSION);
    try {
      Version.parseVersion(version == null ? null : version.toString());
    } catch (IllegalArgumentException e) {
      throw new IOException(name + ": not an OSGi version: " + version, e);
    }
  }

  static String nameOf(BundleCapability capability) {
    return String.valueOf(capability.getAttributes().get(NAMESPACE));
  }

  static String pathOf(BundleCapability capability) {
    return String.valueOf(capability.getAttributes().get(PATH));
  }

  static String describe(Bundle bundle) {
    return bundle.getSymbolicName() + " " + bundle.getVersion();
  }

  BundleCapability capability() {
    return capability;
  }

  /** Where it stands in its bundle. */
  String path() {
    return pathOf(capability);
  }

  /** The folders that it wants searched for what it needs, as the file has them. */
  List<String> runtimePath() {
    return module.dylink().map(DylinkSection::runtimePath).orElse(List.of());
  }

  @Override
  public String name() {
    return module.name();
  }

  @Override
  public String version() {
    Object version = capability.getAttributes().get(VERSION);
    return version == null ? "0.0.0" : version.toString();
  }

  @Override
  public String origin() {
    return describe(capability.getRevision().getBundle());
  }

  @Override
  public WasmModule module() {
    return module;
  }

  @Override
  public String toString() {
    return name() + " " + version() + " (" + origin() + ")";
  }
}
