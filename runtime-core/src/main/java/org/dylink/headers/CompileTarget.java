package org.dylink.headers;

import java.util.List;
import java.util.Set;
import org.dylink.format.AddressType;
import org.dylink.format.Import;
import org.dylink.format.WasmModule;

/** What a module was compiled for, as far as its imports tell. */
final class CompileTarget {
  private static final String WASI = "wasi_snapshot_preview1";
  private static final String LIBC = "libc.so";
  private static final String ENV = "env";

  // What clang calls for Emscripten's target, and that compiler's own libraries offer.
  private static final List<String> EMSCRIPTEN_PREFIXES =
      List.of("invoke_", "emscripten_", "_emscripten_", "__syscall_", "__cxa_find_matching_catch_");
  private static final Set<String> EMSCRIPTEN_NAMES =
      Set.of(
          "setThrew",
          "setTempRet0",
          "getTempRet0",
          "stackSave",
          "stackRestore",
          "stackAlloc",
          "__resumeException",
          "llvm_eh_typeid_for");

  private CompileTarget() {}

  static String of(WasmModule library) {
    boolean isWide = library.addressType().orElse(AddressType.I32) == AddressType.I64;
    return (isWide ? "wasm64-" : "wasm32-") + system(library);
  }

  private static String system(WasmModule library) {
    boolean calls = library.imports().stream().anyMatch(i -> i.module().equals(WASI));
    boolean needsLibc = library.dylink().map(d -> d.needed().contains(LIBC)).orElse(false);
    if (calls || needsLibc) {
      return "wasip1";
    }
    boolean isSideModule = library.imports().stream().anyMatch(CompileTarget::isEmscriptens);
    return isSideModule ? "emscripten" : "unknown";
  }

  private static boolean isEmscriptens(Import entry) {
    String name = entry.name();
    return entry.module().equals(ENV)
        && (EMSCRIPTEN_NAMES.contains(name)
            || EMSCRIPTEN_PREFIXES.stream().anyMatch(name::startsWith));
  }
}
