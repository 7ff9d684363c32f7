package org.dylink.itest;

import org.dylink.format.WasmModule;

/** Bundles for bound services: one with the library, one with the header that names interfaces. */
final class BoundJar {
  private BoundJar() {}

  /** A bundle with libtour.so. */
  static LibraryJar library(String version) throws Exception {
    return library("tour", version);
  }

  static LibraryJar library(String symbolicName, String version) throws Exception {
    byte[] bytes = TestFiles.bytes("/native/libtour.so");
    return LibraryJar.named(symbolicName).library(WasmModule.read("libtour.so", bytes), version);
  }

  /**
   * A bundle that offers an interface as a service.
   *
   * @param clause the library's name, and what may follow it in the header
   */
  static LibraryJar of(Class<?> type, String clause) {
    String library = clause.replaceAll(";.*", "");
    return LibraryJar.named("offering")
        .header("Import-Package", type.getPackageName())
        .header("Require-Capability", "wasm.library;filter:=\"(wasm.library=" + library + ")\"")
        .header("Wasm-Service", type.getName() + ";library=" + clause);
  }
}
