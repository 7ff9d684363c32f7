package org.dylink.deployer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.Threading;
import org.dylink.format.WasmModule;
import org.dylink.headers.LibraryHeaders;

/** A bundle that holds one library and nothing else; the same library gives the same bytes. */
final class LibraryBundle {
  // What is not in tokens with single dots between them (OSGi Core 8, 1.3.2, symbolic-name).
  private static final Pattern ILLEGAL = Pattern.compile("[^\\w.-]|^\\.|\\.$|\\.(?=\\.)");

  // What is not in names of files: these may have a plus besides.
  private static final Pattern ILLEGAL_IN_PATHS = Pattern.compile("[^\\w.+-]|^\\.|\\.$|\\.(?=\\.)");

  // The year in which zip's calendar starts: no time of any build.
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private LibraryBundle() {}

  /** Makes the bundle of a library that its contents identify. */
  static byte[] of(WasmModule library, String version) throws MalformedModuleException {
    return of(library, version, Optional.empty());
  }

  /**
   * Makes the bundle.
   *
   * @param library the module, read under the name by which others need it
   * @param version its version, and the bundle's
   * @param identity what the capability tells of it, in place of its contents
   * @return the bytes of a jar
   * @throws MalformedModuleException if a name in the module cannot be written into a manifest
   * @throws IllegalArgumentException if the version is none
   */
  static byte[] of(WasmModule library, String version, Optional<String> identity)
      throws MalformedModuleException {
    String path = "lib/" + legal(library.name(), ILLEGAL_IN_PATHS);
    LibraryHeaders headers = new LibraryHeaders().add(library, version, path);
    return jar(manifest(library, version, headers, identity), path, library.bytes().toArray());
  }

  private static Manifest manifest(
      WasmModule library, String version, LibraryHeaders headers, Optional<String> identity) {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-Name", library.name());
    main.putValue("Bundle-SymbolicName", prefix(library) + legal(library.name(), ILLEGAL));
    main.putValue("Bundle-Version", version);
    // One library, so that what follows the last clause belongs to it.
    String more = identity.map(LibraryBundle::attribute).orElse("");
    main.putValue("Provide-Capability", joined(headers.capabilities()) + more);
    main.putValue("Require-Capability", joined(headers.requirements()));
    return manifest;
  }

  // All kinds of a library may be in one framework, where no two bundles have one name and version.
  private static String prefix(WasmModule library) {
    return (library.programKind().isWide() ? "wasm64" : "wasm")
        + (library.threading() == Threading.THREADS ? "-threads." : ".");
  }

  private static String attribute(String identity) {
    return ";identity=\"" + identity.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String joined(List<String> clauses) {
    return String.join(",", clauses);
  }

  /** Names that differ stay different: where characters were replaced, a hash tells them apart. */
  private static String legal(String name, Pattern illegal) {
    String legal = illegal.matcher(name).replaceAll("_");
    return legal.equals(name) ? name : legal + "-" + hash(name);
  }

  private static String hash(String name) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha256.digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("BUG: every Java platform has SHA-256", e);
    }
  }

  private static byte[] jar(Manifest manifest, String path, byte[] library) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      manifest.write(text);
      // First, where those who read a jar as a stream expect it.
      store(jar, JarFile.MANIFEST_NAME, text.toByteArray());
      store(jar, path, library);
    } catch (IOException e) {
      throw new IllegalStateException("BUG: memory takes all that is written", e);
    }
    return bytes.toByteArray();
  }

  /** Writes a file uncompressed: how bytes are compressed depends on the Java platform. */
  private static void store(ZipOutputStream jar, String path, byte[] contents) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(contents);
    ZipEntry entry = new ZipEntry(path);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(contents.length);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(NO_TIME);
    jar.putNextEntry(entry);
    jar.write(contents);
    jar.closeEntry();
  }
}
