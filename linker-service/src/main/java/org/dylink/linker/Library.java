package org.dylink.linker;

import java.io.IOException;
import java.net.URL;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dylink.engine.host.HostLibrary;
import org.dylink.engine.host.HostNames;
import org.dylink.format.Companions;
import org.dylink.format.DylinkSection;
import org.dylink.format.FileUrl;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.WasmModule;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.abi.HostStub;

/**
 * A module that can be linked: what a shared object is to ELF. Immutable; all programs share it.
 * What two libraries of one {@link #identity} are to a program is one library.
 */
public interface Library {
  /** Service property and capability attribute: the library's name. Also the namespace. */
  String NAMESPACE = "wasm.library";

  /** Service property: the names of the exported symbols, left out where there are over 1,000. */
  String SYMBOLS = "wasm.symbols";

  /** The version of a library that tells none. */
  String NO_VERSION = "0.0.0";

  /** The name by which others need it, such as {@code libfoo.so}. */
  String name();

  /** Its version in OSGi form, such as {@code 1.2.13}. */
  String version();

  /** The bundle that it came in, as {@code symbolic.name 1.0.0}. */
  String origin();

  /** The bundle that it came in; empty for a library that is in none. */
  default Optional<Provenance> provenance() {
    return Optional.empty();
  }

  /** The attributes of its capability; empty for a library that has none. */
  default Map<String, Object> attributes() {
    return Map.of();
  }

  /**
   * What makes two libraries one: a program has one of those of equal identity, whatever names they
   * are needed and opened by. The same file has the same identity under all of its names, a copy in
   * another file has another; in bundles it is the digest that counts. By default the object alone.
   */
  default Object identity() {
    return this;
  }

  /** What is known of the module without an engine. */
  WasmModule module();

  /** Names of the libraries that it needs, in the order of the file. */
  default List<String> needed() {
    return module().dylink().map(DylinkSection::needed).orElse(List.of());
  }

  /** The symbols that it exports, in the order of the file. */
  default List<Symbol> symbols() {
    return Symbol.exportedBy(module());
  }

  /**
   * The import modules, such as WASI's, that host functions have to serve; none for a library of
   * Java functions, which serves itself.
   */
  default Set<String> hostModules() {
    Set<String> names = new LinkedHashSet<>();
    if (host().isEmpty()) {
      module().imports().forEach(entry -> names.add(entry.module()));
      names.removeIf(AbiNames::isLinkerModule);
    }
    return names;
  }

  /** The Java functions that it consists of; empty for a library of WebAssembly. */
  default Optional<HostLibrary> host() {
    return Optional.empty();
  }

  /**
   * A module that is in no bundle. What it needs is the highest version of that name.
   *
   * @param name the name by which others need it, and which messages call it by
   * @param bytes the whole file; it is copied
   * @throws MalformedModuleException if it is no WebAssembly module
   */
  static Library read(String name, byte[] bytes) throws MalformedModuleException {
    return new LooseLibrary(WasmModule.read(name, bytes), NO_VERSION, "bytes", null, null);
  }

  /**
   * A module at some place; its name is the last part of the path. A file's image ({@link
   * Linker#prelink}) is found beside it.
   *
   * @throws IOException if it cannot be read, or is in the file system and no regular file
   * @throws MalformedModuleException if it is no WebAssembly module
   */
  static Library read(URL place) throws IOException, MalformedModuleException {
    WasmModule alone = WasmModule.read(HostNames.last(place), place);
    Companions beside =
        FileUrl.path(place).<Companions>map(FileCompanions::new).orElse(Companions.NONE);
    WasmModule module = alone.with(beside);
    Object identity = FileIdentity.of(place, module).orElse(null);
    return new LooseLibrary(module, NO_VERSION, place.toString(), identity, null);
  }

  /**
   * A file that C can be linked with in place of a library of Java functions: it has their names
   * and types, and must not be run. To be written under the library's name.
   *
   * @throws IllegalArgumentException if it does not tell its functions, or its name is the linker's
   */
  static byte[] forToolchain(HostLibrary host) {
    of(host);
    return HostStub.forToolchain(host.moduleName(), host.functions());
  }

  /**
   * A library of Java functions that is in no bundle.
   *
   * @throws IllegalArgumentException if it does not tell its functions, or its name is the linker's
   */
  static Library of(HostLibrary host) {
    WasmModule module = HostStub.of(host.moduleName(), host.functions());
    return new LooseLibrary(module, NO_VERSION, "host", null, host);
  }
}
