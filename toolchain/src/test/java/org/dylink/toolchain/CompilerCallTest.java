package org.dylink.toolchain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is added to a call: S before the sources, B before the objects, A behind them, + for C++.
 */
final class CompilerCallTest {
  private static final Driver DRIVER =
      new Driver(
          new FoundClang(Path.of("/bin/clang"), 22, Path.of("/bin/wasm-ld")),
          new Sysroot(Path.of("/s")));

  @ParameterizedTest
  @CsvSource({
    "-shared -o libfoo.so foo.c, target S B shared A",
    "foo.c -o foo.wasm, target S B program A",
    "foo.o bar.o -lz, target B program A",
    "-c foo.c, target S",
    "-S foo.c, target S",
    "-E -, target S",
    "-fsyntax-only foo.c, target S",
    "--version, target",
    "-print-search-dirs, target",
    "-c foo.cc, target S+",
    "-shared foo.cpp -o x.so, target S+ B shared A+",
    "foo.o -x c++ - -o x, target S+ B program A+",
    "-nostdlib foo.c, target",
    "-pthread -shared -o libfoo.so foo.c, threads S B shared A",
    "-o foo.cc foo.c, target S B program A"
  })
  void addsWhatIsNeeded(String arguments, String added) {
    List<String> line = new CompilerCall(List.of(arguments.split(" ")), false).line(DRIVER);
    assertEquals(added, summary(line));
    assertEquals("/bin/clang", line.get(0));
    assertEquals(true, String.join(" ", line).contains(" " + arguments), line.toString());
  }

  @ParameterizedTest
  @CsvSource({"-shared foo.o -o x.so, target B shared A+", "-c foo.c, target S+"})
  void addsTheLibraryOfCxxWhereItIsCalledSo(String arguments, String added) {
    List<String> line = new CompilerCall(List.of(arguments.split(" ")), true).line(DRIVER);
    assertEquals(added, summary(line));
    assertEquals("--driver-mode=g++", line.get(3));
  }

  private static String summary(List<String> line) {
    StringBuilder summary = new StringBuilder();
    summary.append(
        line.contains("--target=wasm32-wasip1-threads")
            ? "threads"
            : line.contains("--target=wasm32-wasip1") ? "target" : "none");
    summary.append(line.contains("-fvisibility=default") ? " S" : "");
    summary.append(line.contains("-fwasm-exceptions") ? "+" : "");
    summary.append(line.contains("-Wl,--experimental-pic") ? " B" : "");
    summary.append(line.contains("-Wl,-pie") ? " program" : "");
    boolean shared = line.contains("-shared") && line.contains("-Wl,--experimental-pic");
    summary.append(shared ? " shared" : "");
    summary.append(line.contains("-lc") ? " A" : "");
    summary.append(line.contains("-lc++") ? "+" : "");
    return summary.toString();
  }
}
