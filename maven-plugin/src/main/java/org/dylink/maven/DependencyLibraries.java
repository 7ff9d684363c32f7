package org.dylink.maven;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.Threading;
import org.dylink.format.WasmModule;

/**
 * What a project's dependencies have for a compiler: their libraries, wherever in the jar, and the
 * headers in their folder {@code include}. Files, as clang reads no jars.
 */
final class DependencyLibraries {
  private static final String INCLUDE = "include/";

  private final Path libraries;
  private final Path headers;
  private final boolean threads;

  /**
   * Those of dependencies.
   *
   * @param folder where they are put
   * @param threads whether they are for programs with threads; libraries that are not are left out
   */
  DependencyLibraries(Path folder, boolean threads) {
    this.libraries = folder.resolve("lib");
    this.headers = folder.resolve("include");
    this.threads = threads;
  }

  Path libraries() {
    return libraries;
  }

  Path headers() {
    return headers;
  }

  /** Copies what is not there yet; of a name that several have, the first counts. */
  void copyFrom(Collection<Path> jars) throws IOException {
    Files.createDirectories(libraries);
    Files.createDirectories(headers);
    Set<Path> seen = new HashSet<>();
    for (Path jar : jars) {
      if (Files.isRegularFile(jar) && jar.toString().endsWith(".jar")) {
        copyFrom(jar, seen);
      }
    }
  }

  private void copyFrom(Path jar, Set<Path> seen) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        String name = entry.getName();
        if (name.endsWith(".so")) {
          copyLibrary(
              zip, entry, libraries.resolve(name.substring(name.lastIndexOf('/') + 1)), seen);
        } else if (name.startsWith(INCLUDE) && !entry.isDirectory()) {
          copy(zip, entry, inside(headers, name.substring(INCLUDE.length())), seen);
        }
      }
    }
  }

  private static Path inside(Path folder, String name) throws IOException {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder)) {
      throw new IOException(name + ": leads out of its folder");
    }
    return file;
  }

  private void copyLibrary(ZipFile zip, ZipEntry entry, Path file, Set<Path> seen)
      throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      Threading other = threads ? Threading.NO_THREADS : Threading.THREADS;
      if (WasmModule.read(entry.getName(), in).threading() == other) {
        return;
      }
    } catch (MalformedModuleException e) {
      // For another machine: many jars have such.
      return;
    }
    copy(zip, entry, file, seen);
  }

  private static void copy(ZipFile zip, ZipEntry entry, Path file, Set<Path> seen)
      throws IOException {
    if (!seen.add(file) || isCopied(entry, file)) {
      return;
    }
    Files.createDirectories(file.getParent());
    try (InputStream in = zip.getInputStream(entry)) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    // The entry's time would be that of a reproducible build, whatever is in it: now is right, as
    // what is compiled with it is older.
  }

  private static boolean isCopied(ZipEntry entry, Path file) throws IOException {
    if (!Files.exists(file) || Files.size(file) != entry.getSize()) {
      return false;
    }
    CRC32 crc = new CRC32();
    crc.update(Files.readAllBytes(file));
    return crc.getValue() == entry.getCrc();
  }
}
