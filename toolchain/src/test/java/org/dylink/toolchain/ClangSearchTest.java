package org.dylink.toolchain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClangSearchTest {
  private static final String CURE =
      ": install LLVM's clang and lld (Debian: clang-22 lld-22, Homebrew: llvm lld), or set"
          + " WASI_SDK_PATH to a wasi-sdk";

  @TempDir private Path home;
  private FakeTools first;
  private FakeTools second;
  private Map<String, String> environment;

  @BeforeEach
  void makeTwoFolders() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh here, which runs the fakes");
    first = new FakeTools(home.resolve("first"));
    second = new FakeTools(home.resolve("second"));
    environment =
        Map.of("PATH", first.folder() + File.pathSeparator + second.folder() + File.pathSeparator);
  }

  private String refusal() {
    return assertThrows(ToolchainException.class, () -> ClangSearch.find(environment)).getMessage();
  }

  @Test
  void takesThePlainNameBeforeThoseWithAVersion() throws Exception {
    Path linker = second.program("wasm-ld-22");
    first.clang("clang-23", "23.1.0", "wasm-ld");
    Path plain = second.clang("clang", "22.1.8", "wasm-ld");
    assertEquals(new FoundClang(plain, 22, linker), ClangSearch.find(environment));
  }

  @Test
  void takesTheNewestOfThoseWithAVersion() throws Exception {
    Path linker = first.program("wasm-ld");
    first.clang("clang-19", "19.1.7", "wasm-ld");
    Path newest = second.clang("clang-22", "22.1.8", "wasm-ld");
    assertEquals(new FoundClang(newest, 22, linker), ClangSearch.find(environment));
  }

  @Test
  void takesTheLinkerThatClangNames() throws Exception {
    Path own = new FakeTools(home.resolve("lib/llvm-20/bin")).program("wasm-ld");
    first.program("wasm-ld-20");
    Path clang = first.clang("clang-20", "20.1.2", own.toString());
    assertEquals(new FoundClang(clang, 20, own), ClangSearch.find(environment));
  }

  @Test
  void takesThatOfAWasiSdkBeforeThePath() throws Exception {
    first.clang("clang", "22.1.8", first.program("wasm-ld").toString());
    FakeTools sdk = new FakeTools(home.resolve("wasi-sdk/bin"));
    Path clang = sdk.clang("clang", "20.1.8", sdk.program("wasm-ld").toString());
    Map<String, String> withSdk =
        Map.of("PATH", environment.get("PATH"), "WASI_SDK_PATH", home + "/wasi-sdk");
    assertEquals(clang, ClangSearch.find(withSdk).path());
  }

  @Test
  void passesOverThoseThatWillNotDo() throws Exception {
    second.program("wasm-ld");
    first.clang("clang", "14.0.6", "wasm-ld");
    first.clang("clang-22", "22.1.8", "wasm-ld", "x86-64      - 64-bit X86: EM64T and AMD64");
    first.program("clang-21", "echo Apple");
    Path good = second.clang("clang-18", "18.1.3", "wasm-ld");
    assertEquals(good, ClangSearch.find(environment).path());
  }

  @Test
  void saysOfEachWhyItWillNotDo() throws Exception {
    first.clang("clang", "14.0.6", "wasm-ld");
    first.clang("clang-22", "22.1.8", "wasm-ld", "x86-64      - 64-bit X86: EM64T and AMD64");
    first.program("clang-21", "echo Apple");
    second.clang("clang-20", "20.1.2", "wasm-ld");
    Path broken = second.folder().resolve("clang-19");
    Files.writeString(broken, "#!/no/such/shell\n");
    assertEquals(true, broken.toFile().setExecutable(true));
    String place = first.folder() + "/";
    assertEquals(
        ("no clang 18 or later for WebAssembly: " + place + "clang is version 14; ")
            + (place + "clang-22 does not compile to WebAssembly; " + place)
            + ("clang-21 is no clang; " + second.folder())
            + ("/clang-20 has no wasm-ld beside it or on the path; " + broken)
            + (" does not start" + CURE),
        refusal());
  }

  @Test
  void saysThatThereIsNone() {
    assertEquals("no clang 18 or later for WebAssembly: no clang is on the path" + CURE, refusal());
  }

  @Test
  void takesTheOneThatIsNamed() throws Exception {
    first.program("wasm-ld");
    first.clang("clang", "22.1.8", "wasm-ld");
    Path named = second.clang("my-clang", "21.1.0", "wasm-ld");
    assertEquals(named, ClangSearch.named("my-clang", environment).path());
    assertEquals(named, ClangSearch.named(named.toString(), environment).path());
  }

  @Test
  void refusesTheNamedOneWhereItIsNotThere() throws IOException {
    for (String name : new String[] {"no-clang", home + "/no/clang"}) {
      ToolchainException refusal =
          assertThrows(ToolchainException.class, () -> ClangSearch.named(name, environment));
      assertEquals(
          "no clang 18 or later for WebAssembly: " + name + " is not there" + CURE,
          refusal.getMessage());
    }
  }
}
