package org.dylink.headers;

import static org.dylink.headers.ClauseText.filterValue;
import static org.dylink.headers.ClauseText.quoted;

import java.util.Set;
import java.util.stream.Stream;
import org.dylink.format.Import;
import org.dylink.format.WasmModule;

/** The import modules that are services of Java, and what requires them. */
final class HostImports {
  // Of the dynamic-linking convention, and of the linker itself for its libdl.so.
  private static final Set<String> LINKERS = Set.of("env", "GOT.mem", "GOT.func", "dylink");

  private HostImports() {}

  /** The names of such modules, each once, in the order of the imports. */
  static Stream<String> modules(WasmModule library) {
    return library.imports().stream()
        .filter(entry -> !isLinkers(entry))
        .map(Import::module)
        .filter(ClauseText::isLegal) // else no manifest can ask for it
        .distinct();
  }

  // Which host library has a function of env, or whether another library has it, no import tells.
  private static boolean isLinkers(Import entry) {
    boolean startsThread = entry.module().equals("wasi") && entry.name().equals("thread-spawn");
    return startsThread || LINKERS.contains(entry.module());
  }

  /** A resolver that looks for services finds the bundle; frameworks do not look at it. */
  static String requirement(String module) {
    String filter =
        "(&(objectClass=org.dylink.engine.host.HostLibrary)(wasm.module="
            + filterValue(module)
            + "))";
    return "osgi.service;filter:=" + quoted(filter) + ";effective:=active";
  }
}
