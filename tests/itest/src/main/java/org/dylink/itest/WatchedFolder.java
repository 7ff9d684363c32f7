package org.dylink.itest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dylink.format.WasmModule;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The folder that File Install watches; common.bndrun names it. */
final class WatchedFolder {
  private final BundleContext context;
  private final Path folder;

  WatchedFolder(BundleContext context) throws IOException {
    this.context = context;
    this.folder = Path.of(context.getProperty("felix.fileinstall.dir")).toRealPath();
  }

  Path put(String file, WasmModule module) throws IOException {
    return put(file, module.bytes().toArray());
  }

  Path put(String file, byte[] contents) throws IOException {
    return Files.write(folder.resolve(file), contents);
  }

  void delete(String file) throws IOException {
    Files.delete(folder.resolve(file));
  }

  /** The bundle that a file has become. */
  Optional<Bundle> bundle(String file) {
    String location = "wasm:" + folder.resolve(file).toFile().toURI();
    return bundles().stream().filter(b -> b.getLocation().equals(location)).findFirst();
  }

  /** The bundles that the folder's files have become. */
  List<Bundle> bundles() {
    String start = "wasm:" + folder.toFile().toURI();
    return Arrays.stream(context.getBundles())
        .filter(bundle -> bundle.getLocation().startsWith(start))
        .toList();
  }

  /** Deletes what is in it, and waits until File Install has seen that. */
  void clear() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Awaited.until(context, "bundles uninstalled", () -> bundles().isEmpty());
  }
}
