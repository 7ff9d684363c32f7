package org.dylink.app.search;

import java.nio.file.Path;
import java.util.List;
import org.dylink.format.DylinkSection;
import org.dylink.format.WasmModule;
import org.dylink.linker.FileIdentity;

/**
 * A file with a module in it.
 *
 * @param path where it is, absolute
 * @param shown the path as messages show it
 * @param module what is in it, named like the file
 * @param identity the same for one file under all of its names
 */
public record LibraryFile(Path path, String shown, WasmModule module, FileIdentity identity) {
  /** The name by which others need it. */
  public String name() {
    return module.name();
  }

  /** Names of the libraries that it needs, in order. */
  public List<String> needed() {
    return module.dylink().map(DylinkSection::needed).orElse(List.of());
  }

  /** The folders that it wants searched for what it needs, as messages show them. */
  public List<String> runtimePath() {
    return module.dylink().map(DylinkSection::runtimePath).orElse(List.of()).stream()
        .map(this::expanded)
        .toList();
  }

  private String expanded(String entry) {
    int slash = shown.lastIndexOf('/');
    String origin = slash < 0 ? "." : slash == 0 ? "/" : shown.substring(0, slash);
    return entry.replace("${ORIGIN}", origin).replace("$ORIGIN", origin);
  }
}
