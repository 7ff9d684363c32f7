package org.dylink.bindgen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dylink.format.Export;
import org.dylink.format.FunctionType;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.WasmModule;

/**
 * What an interface is made of.
 *
 * @param header the header; what it includes by a name in quotation marks belongs to it
 * @param flags for clang, such as {@code -I} and {@code --sysroot}; the target is wasm32-wasip1
 *     unless they say otherwise
 * @param packageName the interface's package; empty for none
 * @param interfaceName empty for the header's name: {@code Zlib} of zlib.h
 * @param library the library's name; empty for that of the header: {@code libzlib.so} of zlib.h
 * @param exports the functions that the library has, where that is known: all others are left out
 */
public record BindingsRequest(
    Path header,
    List<String> flags,
    String packageName,
    String interfaceName,
    String library,
    Optional<Set<String>> exports) {
  public BindingsRequest {
    flags = List.copyOf(flags);
    exports = exports.map(Set::copyOf);
  }

  /** A request for a header, with nothing else said. */
  public static BindingsRequest of(Path header) {
    return new BindingsRequest(header, List.of(), "", "", "", Optional.empty());
  }

  /** The same with flags for clang. */
  public BindingsRequest withFlags(List<String> others) {
    return new BindingsRequest(header, others, packageName, interfaceName, library, exports);
  }

  /** The same with names of Java's. */
  public BindingsRequest withNames(String otherPackage, String otherInterface) {
    return new BindingsRequest(header, flags, otherPackage, otherInterface, library, exports);
  }

  /** The same with the library's name. */
  public BindingsRequest withLibrary(String other) {
    return new BindingsRequest(header, flags, packageName, interfaceName, other, exports);
  }

  /**
   * The same with a library that is there: its name, and the functions that it has.
   *
   * @throws BindingsException if it is no module of WebAssembly
   * @throws IOException if it cannot be read
   */
  public BindingsRequest withLibrary(Path file) throws BindingsException, IOException {
    String name = file.getFileName().toString();
    try {
      WasmModule module = WasmModule.read(name, Files.readAllBytes(file));
      Set<String> functions =
          module.exports().stream()
              .filter(each -> each.type() instanceof FunctionType)
              .map(Export::name)
              .collect(Collectors.toSet());
      return withLibrary(name).withExports(functions);
    } catch (MalformedModuleException e) {
      throw new BindingsException(e.getMessage(), e);
    }
  }

  /** The same with the functions that the library has. */
  public BindingsRequest withExports(Set<String> others) {
    return new BindingsRequest(
        header, flags, packageName, interfaceName, library, Optional.of(others));
  }
}
