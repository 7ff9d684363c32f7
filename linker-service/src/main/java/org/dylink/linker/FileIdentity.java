package org.dylink.linker;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.dylink.format.FileUrl;
import org.dylink.format.WasmModule;

/**
 * One file, whatever it is called: links, hard links and detours lead to the same. The contents
 * belong to it: a file that was replaced is another one, also where the file system gives the new
 * one the old one's number.
 *
 * @param file the number that the file system knows it by, or its real path where there is none
 * @param digest of what is in it
 */
public record FileIdentity(Object file, String digest) {
  /**
   * The identity of a file that a module was read from.
   *
   * @throws IOException if the file is not there any more
   */
  public static FileIdentity of(Path file, WasmModule module) throws IOException {
    Object number = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    return new FileIdentity(number == null ? file.toRealPath() : number, module.digest());
  }

  /** The same for a URL; empty if it leads to no file. */
  static Optional<Object> of(URL place, WasmModule module) throws IOException {
    Optional<Path> file = FileUrl.path(place);
    return file.isPresent() ? Optional.of(of(file.get(), module)) : Optional.empty();
  }
}
