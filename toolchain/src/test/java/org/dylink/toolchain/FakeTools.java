package org.dylink.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Scripts that answer as clang does, and note how they are called. */
record FakeTools(Path folder) {
  Path program(String name, String... lines) throws IOException {
    Path program = Files.createDirectories(folder).resolve(name);
    Files.write(program, List.of("#!/bin/sh", String.join("\n", lines)));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return program;
  }

  /** A clang that knows WebAssembly. */
  Path clang(String name, String version, String linker) throws IOException {
    return clang(name, version, linker, "wasm32      - WebAssembly 32-bit");
  }

  Path clang(String name, String version, String linker, String target) throws IOException {
    return program(
        name,
        "case $1 in",
        "--version) echo 'Debian clang version " + version + " (1~deb12u1)';;",
        "--print-targets) echo '  Registered Targets:'; echo '    " + target + "';;",
        "-print-prog-name=wasm-ld) echo '" + linker + "';;",
        "esac");
  }
}
