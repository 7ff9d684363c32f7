package org.dylink.toolchain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The flags are those that docs/guide-c-library.md and its kin give reasons for. */
final class DriverTest {
  private static final Sysroot SYSROOT = new Sysroot(Path.of("/s"));
  private static final Driver DRIVER = driver(22);

  private static Driver driver(int version) {
    return new Driver(
        new FoundClang(Path.of("/bin/clang"), version, Path.of("/bin/wasm-ld")), SYSROOT);
  }

  private static String compile(String source, Options options) {
    List<String> line = DRIVER.compile(Path.of(source), Path.of("a.o"), Path.of("a.d"), options);
    return String.join(" ", line);
  }

  private static String link(Driver driver, boolean shared, Options options, Language language) {
    List<String> inputs = List.of("a.o", "-lz");
    return String.join(" ", driver.link(Path.of("out"), shared, inputs, options, language));
  }

  @Test
  void compilesC() {
    assertEquals(
        "/bin/clang --target=wasm32-wasip1 --sysroot=/s -O2 -fPIC -fvisibility=default -MD -MF a.d"
            + " -c -o a.o a.c",
        compile("a.c", Options.PLAIN));
  }

  @Test
  void compilesCxxWithExceptionsAndWhatTheAuthorWants() {
    assertEquals(
        "/bin/clang --target=wasm32-wasip1-threads --sysroot=/s -O2 -fPIC -fvisibility=default"
            + " -pthread -msimd128 -fwasm-exceptions -O3 -DX -MD -MF a.d -c -o a.o a.cpp",
        compile("a.cpp", new Options(true, true, List.of("-O3", "-DX"), List.of())));
  }

  @Test
  void linksALibrary() {
    assertEquals(
        "/bin/clang --target=wasm32-wasip1 --sysroot=/s -nostartfiles -nodefaultlibs"
            + " -fuse-ld=/bin/wasm-ld --no-wasm-opt -Wl,--experimental-pic"
            + " -Wl,--allow-undefined-file=/s/share/wasm-tags.txt -shared -o out a.o -lz -lc"
            + " /s/lib/libclang_rt.builtins-wasm32.a",
        link(DRIVER, true, Options.PLAIN, Language.C));
  }

  @Test
  void anOldClangRunsNoOptimizerThatItIsNotToldOf() {
    assertEquals(
        "/bin/clang --target=wasm32-wasip1 --sysroot=/s -nostartfiles -nodefaultlibs"
            + " -fuse-ld=/bin/wasm-ld -Wl,--experimental-pic"
            + " -Wl,--allow-undefined-file=/s/share/wasm-tags.txt -shared -o out a.o -lz -lc"
            + " /s/lib/libclang_rt.builtins-wasm32.a",
        link(driver(18), true, Options.PLAIN, Language.C));
  }

  @Test
  void linksAProgramOfCxxForThreads() {
    assertEquals(
        "/bin/clang --target=wasm32-wasip1-threads --sysroot=/s -nostartfiles -nodefaultlibs"
            + " -fuse-ld=/bin/wasm-ld --no-wasm-opt -Wl,--experimental-pic"
            + " -Wl,--allow-undefined-file=/s/share/wasm-tags.txt -pthread"
            + " -Wl,--max-memory=1073741824 -Wl,--export-if-defined=__wasm_init_tls"
            + " -Wl,--export-if-defined=__tls_base -Wl,--export-if-defined=__tls_size"
            + " -Wl,--export-if-defined=__tls_align -Wl,-pie -Wl,--import-memory"
            + " -Wl,--export-memory -Wl,--export-if-defined=__main_argc_argv"
            + " -Wl,--export-if-defined=__main_void -Wl,--strip-all -o out a.o -lz"
            + " /s/lib/wasm32-wasip1-threads/crt1-command.o -lunwind -lc++ -lc++abi -lc"
            + " /s/lib/libclang_rt.builtins-wasm32.a",
        link(
            DRIVER,
            false,
            new Options(true, false, List.of(), List.of("-Wl,--strip-all")),
            Language.CXX));
  }
}
