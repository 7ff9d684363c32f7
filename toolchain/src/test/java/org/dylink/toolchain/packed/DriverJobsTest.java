package org.dylink.toolchain.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What clang 22 says as a program of WebAssembly. */
final class DriverJobsTest {
  private static final String HEADER =
      """
      clang version 22.1.0 (https://codeberg.org/YoWASP/llvm-project 9560ae0f)
      Target: wasm32-unknown-wasip1
      Thread model: posix
      InstalledDir:\s
      Build config: +assertions
      """;

  @Test
  void areInTheOrderOfTheDriver() {
    DriverJobs jobs =
        DriverJobs.of(
            HEADER
                + " \"\" \"clang\" \"-cc1\" \"-x\" \"c\" \"m.c\"\n"
                + " \"wasm-ld\" \"-m\" \"wasm32\" \"-o\" \"a b.wasm\"\n");
    assertEquals(
        List.of(
            List.of("clang", "-cc1", "-x", "c", "m.c"),
            List.of("wasm-ld", "-m", "wasm32", "-o", "a b.wasm")),
        jobs.jobs());
    assertEquals("", jobs.notes());
  }

  @Test
  void wordsKeepWhatIsQuotedInThem() {
    DriverJobs jobs =
        DriverJobs.of(
            " (in-process)\n \"\" \"clang\" \"-D\" \"A=\\\"\\$b\\\\c\\\"\" \"\" \"ö.c\"\n");
    assertEquals(List.of(List.of("clang", "-D", "A=\"$b\\c\"", "", "ö.c")), jobs.jobs());
  }

  @Test
  void whatTheDriverWarnsOfIsKept() {
    String warning = "clang: warning: argument unused during compilation: '-lz'";
    DriverJobs jobs = DriverJobs.of(HEADER + warning + "\n \"\" \"clang\" \"-cc1\"\n");
    assertEquals(warning + "\n", jobs.notes());
    assertEquals(1, jobs.jobs().size());
  }

  @Test
  void ofARefusalTheReasonIsLeft() {
    String refusal = "clang: error: no such file or directory: 'no.c'\n";
    assertEquals(new DriverJobs(List.of(), refusal), DriverJobs.of(HEADER + refusal));
  }
}
