package org.dylink.linker.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.dylink.engine.host.HostLibrary;
import org.dylink.format.DylinkSection;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.ProgramKind;
import org.dylink.format.WasmModule;
import org.dylink.headers.LibraryHeaders;
import org.dylink.linker.Library;
import org.dylink.linker.Provenance;
import org.dylink.linker.settle.Settling;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/** A library that stands in a bundle, told of by a {@code wasm.library} capability. */
final class BundleLibrary implements Library {
  private static final String VERSION = "version";
  static final String PATH = "path";
  private static final String DIGEST = "digest";
  private static final String IDENTITY = "identity";
  private static final String ABI = "abi";
  private static final String HOST = "host";

  private final BundleCapability capability;
  private final WasmModule module;
  private final HostLibrary host;
  private final Settling service = new Settling();
  private volatile boolean withdrawn;

  private BundleLibrary(BundleCapability capability, WasmModule module, HostLibrary host) {
    this.capability = capability;
    this.module = module;
    this.host = host;
  }

  /** Whether a capability is for a HostLibrary service of its bundle, and not for a file. */
  static boolean isHost(BundleCapability capability) {
    return HOST.equals(capability.getAttributes().get(ABI));
  }

  /**
   * The library that a HostLibrary service of the capability's bundle is.
   *
   * @throws IOException if the capability's version is none
   */
  static BundleLibrary of(BundleCapability capability, Library library) throws IOException {
    checkVersion(library.name(), capability);
    return new BundleLibrary(capability, library.module(), library.host().orElseThrow());
  }

  /**
   * Reads the module that a capability names.
   *
   * @throws IOException if the bundle has no such entry, it cannot be read, or is another one than
   *     the capability says
   * @throws MalformedModuleException if it is no WebAssembly module
   */
  static BundleLibrary read(BundleCapability capability)
      throws IOException, MalformedModuleException {
    String name = nameOf(capability);
    String path = pathOf(capability);
    checkVersion(name, capability);
    // The capability of a fragment is hosted elsewhere; its entry is in the fragment.
    Bundle bundle = capability.getRevision().getBundle();
    if (BundleFolders.folderOf(path).isEmpty()) {
      throw new IOException(name + ": path " + path + " leads out of its bundle");
    }
    URL entry = bundle.getEntry(path);
    if (entry == null) {
      throw new IOException(name + ": bundle " + describe(bundle) + " has no entry " + path);
    }
    WasmModule module = read(name, entry);
    checkDigest(capability, module);
    WasmModule whole = module.with(new BundleCompanions(bundle, path));
    return new BundleLibrary(capability, whole, null);
  }

  private static WasmModule read(String name, URL entry)
      throws IOException, MalformedModuleException {
    try (InputStream in = entry.openStream()) {
      return WasmModule.read(name, in);
    } catch (IOException e) {
      throw new IOException(name + ": cannot be read: " + e.getMessage(), e);
    }
  }

  // Who wires by digest, or signs a manifest, must get what it says.
  private static void checkDigest(BundleCapability capability, WasmModule module)
      throws IOException {
    Object digest = capability.getAttributes().get(DIGEST);
    if (digest != null && !digest.equals(module.digest())) {
      throw new IOException(
          module.name() + ": digest is " + module.digest() + ", the manifest has " + digest);
    }
  }

  // The registry compares versions: one that cannot be compared would make all of it unusable.
  private static void checkVersion(String name, BundleCapability capability) throws IOException {
    String version = versionOf(capability);
    try {
      Version.parseVersion(version);
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

  /** Which programs a library is for, as its capability has it. */
  static ProgramKind kindOf(BundleCapability capability) {
    return LibraryHeaders.programKind(capability.getAttributes());
  }

  /** What a library has been compiled for; whoever writes a manifest by hand may give one text. */
  static List<String> compiledOf(BundleCapability capability) {
    Object kinds = capability.getAttributes().get(LibraryHeaders.COMPILED);
    Stream<?> all = kinds instanceof List<?> list ? list.stream() : Stream.ofNullable(kinds);
    return all.map(String::valueOf).toList();
  }

  static String versionOf(BundleCapability capability) {
    return Objects.toString(capability.getAttributes().get(VERSION), "0.0.0");
  }

  static String describe(Bundle bundle) {
    return bundle.getSymbolicName() + " " + bundle.getVersion();
  }

  /** The bundle as it was in the capability's revision: an update may have changed its version. */
  static String describe(BundleCapability capability) {
    BundleRevision revision = capability.getRevision();
    return revision.getSymbolicName() + " " + revision.getVersion();
  }

  BundleCapability capability() {
    return capability;
  }

  /** Notes that its bundle does not provide it any more. */
  void withdraw() {
    withdrawn = true;
  }

  boolean isWithdrawn() {
    return withdrawn;
  }

  /** Where its service is registered and unregistered. */
  Settling service() {
    return service;
  }

  /** {@code library libz.so of bundle org.example.zlib 1.0.0}. */
  String describe() {
    return "library " + name() + " of bundle " + origin();
  }

  /** Where it stands in its bundle. */
  String path() {
    return pathOf(capability);
  }

  /** The folders that it wants searched for what it needs, as the file has them. */
  List<String> runtimePath() {
    return module.dylink().map(DylinkSection::runtimePath).orElse(List.of());
  }

  // Java functions are those of one service, however much two of them look alike.
  @Override
  public Object identity() {
    Object told = capability.getAttributes().get(IDENTITY);
    return host != null ? this : told != null ? told : module.digest();
  }

  @Override
  public String name() {
    return module.name();
  }

  @Override
  public String version() {
    return versionOf(capability);
  }

  @Override
  public String origin() {
    return describe(capability);
  }

  @Override
  public Optional<Provenance> provenance() {
    return Optional.of(Provenances.of(capability.getRevision().getBundle()));
  }

  @Override
  public Map<String, Object> attributes() {
    return capability.getAttributes();
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
    return name() + " " + version() + " (" + origin() + ")";
  }
}
