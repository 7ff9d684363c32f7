package org.dylink.bnd;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.EmbeddedResource;
import aQute.bnd.osgi.Jar;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.Attributes;
import org.dylink.engine.jvm.AheadOfTime;
import org.dylink.format.WasmModule;
import org.dylink.headers.LibraryCount;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LibraryAnalyzerTest {
  private static final String EXTENDER =
      "osgi.extender;filter:=\"(&(osgi.extender=dylink)(version>=1.0.0)(!(version>=2.0.0)))\"";

  private static final String DYLINK = "\"dylink.0\"";

  private final Builder builder = new Builder();
  private final Jar content = new Jar("content");

  @BeforeEach
  void configure() {
    builder.setProperty("-plugin.dylink", "org.dylink.bnd.LibraryAnalyzer");
    builder.setProperty("-resourceonly", "true");
    builder.setProperty("-pedantic", "true");
    builder.setProperty("Bundle-SymbolicName", "test");
    builder.setProperty("Bundle-Version", "3.2.1");
    builder.setJar(content);
  }

  @AfterEach
  void close() throws Exception {
    builder.close();
  }

  @Test
  void describesEachLibraryOfTheBundle() throws Exception {
    WasmModule foo = put("lib/libfoo.so", library("libfoo.so", "libc.so"));
    WasmModule bar = put("lib/libbar.so.1.2", library("libbar.so", "libfoo.so", "libz.so"));
    WasmModule main = put("bin/main.wasm", module("main.wasm"));
    content.putResource("lib/notes.txt", new EmbeddedResource("no library", 0));
    Attributes manifest = build();
    assertEquals(
        String.join(
            ",",
            capability("main.wasm", "3.2.1", "plain", "wasm32-unknown", "bin/main.wasm", main),
            capability("libbar.so", "1.2.0", DYLINK, "wasm32-unknown", "lib/libbar.so.1.2", bar),
            capability("libfoo.so", "3.2.1", DYLINK, "wasm32-wasip1", "lib/libfoo.so", foo)),
        manifest.getValue("Provide-Capability"));
    assertEquals(
        "wasm.library;filter:=\"(wasm.library=libz.so)\""
            + ",wasm.library;filter:=\"(wasm.library=libc.so)\","
            + EXTENDER,
        manifest.getValue("Require-Capability"));
    assertClean();
  }

  @Test
  void leavesABundleWithoutLibrariesAlone() throws Exception {
    content.putResource("readme.txt", new EmbeddedResource("no library", 0));
    Attributes manifest = build();
    assertNull(manifest.getValue("Provide-Capability"));
    assertNull(manifest.getValue("Require-Capability"));
    assertClean();
  }

  @Test
  void addsToWhatTheBndFileSays() throws Exception {
    builder.setProperty("Provide-Capability", "hand.written;a=1,hand.written;a=2");
    builder.setProperty("Require-Capability", "osgi.ee;filter:=\"(osgi.ee=x)\"");
    WasmModule foo = put("libfoo.so", library("libfoo.so"));
    Attributes manifest = build();
    assertEquals(
        "hand.written;a=1,hand.written;a=2,"
            + capability("libfoo.so", "3.2.1", DYLINK, "wasm32-unknown", "libfoo.so", foo),
        manifest.getValue("Provide-Capability"));
    assertEquals(
        "osgi.ee;filter:=\"(osgi.ee=x)\"," + EXTENDER, manifest.getValue("Require-Capability"));
    assertClean();
  }

  @Test
  void completesTheCapabilityThatTheBndFileHasForAPath() throws Exception {
    builder.setProperty(
        "Provide-Capability",
        "wasm.library;path=lib/libfoo-2.so;wasm.library=libfoo.so;version:Version=2.1;vendor=us");
    WasmModule foo = put("lib/libfoo-2.so", library("libfoo.so"));
    WasmModule bar = put("lib/libbar.so", library("libbar.so", "libfoo.so"));
    Attributes manifest = build();
    assertEquals(
        "wasm.library;path=\"lib/libfoo-2.so\";wasm.library=\"libfoo.so\";version:Version=\"2.1\""
            + ";vendor=us;abi=\"dylink.0\";target=wasm32-unknown;digest="
            + foo.digest()
            + ","
            + capability("libbar.so", "3.2.1", DYLINK, "wasm32-unknown", "lib/libbar.so", bar),
        manifest.getValue("Provide-Capability"));
    assertEquals(EXTENDER, manifest.getValue("Require-Capability"));
    assertClean();
  }

  @Test
  void completesTheCapabilityThatTheBndFileHasForAName() throws Exception {
    builder.setProperty(
        "Provide-Capability", "wasm.library;wasm.library=libfoo.so;target=wasm32-wasip2");
    WasmModule foo = put("lib/libfoo.so", library("libfoo.so"));
    assertEquals(
        "wasm.library;wasm.library=\"libfoo.so\";target=wasm32-wasip2"
            + ";version:Version=\"3.2.1\";abi=\"dylink.0\";path=\"lib/libfoo.so\";digest="
            + foo.digest(),
        build().getValue("Provide-Capability"));
    assertClean();
  }

  @Test
  void warnsOfACapabilityForNoFile() throws Exception {
    String written = "wasm.library;wasm.library=libfoo.so;path=\"lib/libfo.so\"";
    builder.setProperty("Provide-Capability", written);
    WasmModule foo = put("lib/libfoo.so", library("libfoo.so"));
    assertEquals(
        "wasm.library;wasm.library=\"libfoo.so\";path=\"lib/libfo.so\","
            + capability("libfoo.so", "3.2.1", DYLINK, "wasm32-unknown", "lib/libfoo.so", foo),
        build().getValue("Provide-Capability"));
    assertEquals(
        List.of("Provide-Capability: wasm.library=libfoo.so is for no file of the bundle"),
        builder.getWarnings());
  }

  @Test
  void aLibraryOfJavaFunctionsIsForNoFile() throws Exception {
    String written = "wasm.library;wasm.library=\"libclock.so\";abi=host";
    builder.setProperty("Provide-Capability", written);
    WasmModule foo = put("lib/libfoo.so", library("libfoo.so"));
    assertEquals(
        written
            + ","
            + capability("libfoo.so", "3.2.1", DYLINK, "wasm32-unknown", "lib/libfoo.so", foo),
        build().getValue("Provide-Capability"));
    assertClean();
  }

  @Test
  void keepsTheRequirementsOfTheBndFileInsteadOfItsOwn() throws Exception {
    String written =
        "wasm.library;filter:=\"(&(wasm.library=libz.so)(version>=1.3))\""
            + ",wasm.library;filter:=\"(wasm.library=lib\\\\(x\\\\).so)\";resolution:=optional"
            + ",osgi.extender;filter:=\"(osgi.extender=dylink)\"";
    builder.setProperty("Require-Capability", written);
    builder.addClasspath(Providers.of("wasm.library;wasm.library=libz.so;version:Version=\"1.2\""));
    put("libfoo.so", library("libfoo.so", "libz.so", "lib(x).so", "libz.so.c"));
    assertEquals(
        written + ",wasm.library;filter:=\"(wasm.library=libz.so.c)\"",
        build().getValue("Require-Capability"));
    assertClean();
  }

  @Test
  void aServiceOfTheHostIsRequiredUnlessTheBndFileDoes() throws Exception {
    String written = host("wasi_snapshot_preview1") + ";resolution:=optional";
    builder.setProperty("Require-Capability", written);
    put(
        "a.wasm",
        module("a.wasm")
            .importFunction("wasi_snapshot_preview1", "proc_exit", "(i32) -> ()")
            .importFunction("clock", "now", "() -> i64"));
    assertEquals(
        written + "," + host("clock") + ";effective:=active," + EXTENDER,
        build().getValue("Require-Capability"));
    assertClean();
  }

  private static String host(String module) {
    return "osgi.service;filter:=\"(&(objectClass=org.dylink.engine.host.HostLibrary)(wasm.module="
        + module
        + "))\"";
  }

  @Test
  void leavesTheOtherHeadersAlone() throws Exception {
    builder.setProperty("Bundle-Name", "Foo");
    builder.setProperty("Bundle-License", "Zlib");
    put("libfoo.so", library("libfoo.so"));
    Attributes manifest = build();
    assertEquals("Foo", manifest.getValue("Bundle-Name"));
    assertEquals("Zlib", manifest.getValue("Bundle-License"));
    assertEquals("test", manifest.getValue("Bundle-SymbolicName"));
    assertEquals("3.2.1", manifest.getValue("Bundle-Version"));
    assertClean();
  }

  @Test
  void warnsOfNeededNamesWithAVersion() throws Exception {
    builder.addClasspath(Providers.of("wasm.library;wasm.library=libm.so.6;version:Version=6"));
    builder.setProperty("-wasm-library", "libx.so.1;name=libx.so.1");
    put("libx.so.1", library("libx.so.1"));
    put("libfoo.so", library("libfoo.so", "libz.so.1", "libm.so.6", "libx.so.1"));
    build();
    assertEquals(
        List.of(
            "libfoo.so: needs libz.so.1, but the file of that name provides libz.so: link it with"
                + " the latter"),
        builder.getWarnings());
    assertEquals(List.of(), builder.getErrors());
  }

  @Test
  void takesNameAndVersionFromTheInstruction() throws Exception {
    builder.setProperty(
        "-wasm-library", "libz.so;version=1.2.13,v2/*;version=2.0;name=libfoo.so,*.so;version=5");
    WasmModule z = put("lib/libz.so", library("libz.so"));
    WasmModule bar = put("lib/libbar.so", library("libbar.so"));
    WasmModule foo = put("v2/libfoo-2.so", library("libfoo.so"));
    assertEquals(
        String.join(
            ",",
            capability("libbar.so", "5.0.0", DYLINK, "wasm32-unknown", "lib/libbar.so", bar),
            capability("libz.so", "1.2.13", DYLINK, "wasm32-unknown", "lib/libz.so", z),
            capability("libfoo.so", "2.0.0", DYLINK, "wasm32-unknown", "v2/libfoo-2.so", foo)),
        build().getValue("Provide-Capability"));
    assertClean();
  }

  @Test
  void warnsOfAnInstructionForNoLibrary() throws Exception {
    builder.setProperty("-wasm-library", "libzz.so;version=1");
    put("libz.so", library("libz.so"));
    build();
    assertEquals(List.of("-wasm-library: libzz.so matches no library"), builder.getWarnings());
    assertEquals(List.of(), builder.getErrors());
  }

  @Test
  void requiresTheVersionsOfTheBuildPath() throws Exception {
    builder.addClasspath(
        Providers.of(
            "other.capability;wasm.library=libc.so;version=7"
                + ",wasm.library;wasm.library=libz.so;version:Version=\"1.2.13\""
                + ",wasm.library;wasm.library=libc.so;version:Version=\"22.0.0.x\""
                + ",wasm.library;wasm.library=libm.so"));
    builder.addClasspath(Providers.of("wasm.library;wasm.library=libz.so;version:Version=\"1.3\""));
    builder.addClasspath(new Jar("no manifest"));
    put("libfoo.so", library("libfoo.so", "libz.so", "libc.so", "libm.so"));
    assertEquals(
        "wasm.library;filter:=\"(&(wasm.library=libz.so)(version>=1.2.0)(!(version>=2.0.0)))\""
            + ",wasm.library;filter:="
            + "\"(&(wasm.library=libc.so)(version>=22.0.0)(!(version>=23.0.0)))\""
            + ",wasm.library;filter:=\"(wasm.library=libm.so)\","
            + EXTENDER,
        build().getValue("Require-Capability"));
    assertClean();
  }

  @Test
  void keepsNamesThatNeedEscapes() throws Exception {
    // Parentheses and stars count in filters, quotes and backslashes in headers, $ in bnd files.
    put("libfoo.so", library("libfoo.so", "lib(x)*\\\"q\",;=${y}\\${z}é.so"));
    put("lib/a(x)*\\\"q\",;=${y}\\${z}é.wasm", module("a.wasm"));
    Attributes manifest = build();
    assertClean();
    String path = "\"lib/a(x)*\\\\\\\"q\\\",;=${y}\\\\${z}é.wasm\"";
    assertTrue(manifest.getValue("Provide-Capability").contains(";path=" + path + ";"));
    assertEquals(
        "wasm.library;filter:="
            + "\"(wasm.library=lib\\\\(x\\\\)\\\\*\\\\\\\\\\\"q\\\",;=${y}\\\\\\\\${z}é.so)\","
            + EXTENDER,
        manifest.getValue("Require-Capability"));
  }

  @Test
  void aNameThatBeginsLikeAnotherIsRequiredToo() throws Exception {
    String written = "wasm.library;filter:=\"(wasm.library=a\\\\)b)\"";
    builder.setProperty("Require-Capability", written);
    put("libfoo.so", library("libfoo.so", "a)b", "a)", "a\\", "a\\)", "a"));
    assertEquals(
        written
            + ",wasm.library;filter:=\"(wasm.library=a\\\\))\""
            + ",wasm.library;filter:=\"(wasm.library=a\\\\\\\\)\""
            + ",wasm.library;filter:=\"(wasm.library=a\\\\\\\\\\\\))\""
            + ",wasm.library;filter:=\"(wasm.library=a)\","
            + EXTENDER,
        build().getValue("Require-Capability"));
    assertClean();
  }

  @Test
  void failsWhereAFileIsNoModule() throws Exception {
    byte[] elf = "\177ELF\2\1\1".getBytes(StandardCharsets.ISO_8859_1);
    content.putResource("lib/libfoo.so", new EmbeddedResource(elf, 0));
    content.putResource("lib/libbar.so", new EmbeddedResource(new byte[0], 0));
    content.putResource("lib/libtext.so.1", new EmbeddedResource("INPUT(libz.so.1)", 0));
    content.putResource("bin/cut.wasm", new EmbeddedResource("\0asm\1\0", 0));
    build();
    assertEquals(
        List.of(
            "bin/cut.wasm: not a WebAssembly module: ends after 6 bytes",
            "lib/libbar.so: not a WebAssembly module: the file is empty",
            "lib/libfoo.so: not a WebAssembly module: starts with 7f 45 4c 46 (an ELF file)",
            "lib/libtext.so.1: not a WebAssembly module: starts with 49 4e 50 55 (a text file)"),
        builder.getErrors());
  }

  // Counted by name: none of them is looked into.
  @Test
  void failsWhereABundleHasTooManyLibraries() throws Exception {
    for (int i = 0; i <= LibraryCount.MOST; i++) {
      content.putResource("lib/libx%d.so".formatted(i), new EmbeddedResource("no library", 0));
    }
    build();
    assertEquals(
        List.of(
            "bundle test 3.2.1 has 4097 libraries, at most 4096 are taken:"
                + " make several bundles of it"),
        builder.getErrors());
  }

  @Test
  void namesTheFileAlsoWhereTheLibraryHasAnotherName() throws Exception {
    builder.setProperty("-wasm-library", "lib/*;name=libother.so");
    content.putResource("lib/libfoo.so", new EmbeddedResource("x", 0));
    build();
    assertEquals(
        List.of("lib/libfoo.so: not a WebAssembly module: starts with 78 (a text file)"),
        builder.getErrors());
  }

  @Test
  void failsWhereASharedObjectHasNoDylinkSection() throws Exception {
    put("lib/libfoo.so.1", module("libfoo.so"));
    build();
    assertEquals(
        List.of("lib/libfoo.so.1: no dylink.0 section: link it with -shared"), builder.getErrors());
  }

  @Test
  void failsWhereASharedObjectExportsNoSymbol() throws Exception {
    put(
        "libfoo.so",
        module("libfoo.so")
            .dylink(dylink())
            .exportedFunction("__wasm_call_ctors", "() -> ()", code())
            .exportedFunction("_initialize", "() -> ()", code()));
    build();
    assertEquals(
        List.of("libfoo.so: exports no symbol: compile it with -fvisibility=default"),
        builder.getErrors());
  }

  @Test
  void takesSymbolsWhoseNamesStartAsTheLinkersDo() throws Exception {
    // As libsetjmp.so of wasi-libc has them.
    put(
        "libsetjmp.so",
        module("libsetjmp.so")
            .dylink(dylink())
            .exportedFunction("_initialize", "() -> ()", code())
            .exportedFunction("__wasm_setjmp", "() -> ()", code()));
    build();
    assertClean();
  }

  @Test
  void failsWhereAVersionIsNone() throws Exception {
    builder.setProperty("-wasm-library", "libfoo.so;version=1.x");
    put("libfoo.so", library("libfoo.so"));
    build();
    assertEquals(
        List.of("libfoo.so: version: expected major.minor.micro.qualifier, found 1.x"),
        builder.getErrors());
  }

  @Test
  void compilesTheLibrariesThatAnInstructionNames() throws Exception {
    builder.setProperty("-wasm-compile", "libfoo.so,!v1/*,v*");
    WasmModule foo = put("lib/libfoo.so", library("libfoo.so"));
    put("lib/libbar.so", library("libbar.so"));
    put("v1/libold.so", library("libold.so"));
    WasmModule versioned = put("v2/libnew.so.2", library("libnew.so"));
    build();
    assertClean();
    assertArrayEquals(AheadOfTime.compile(foo), contents("lib/libfoo.so.jvm"));
    assertArrayEquals(AheadOfTime.compile(versioned), contents("v2/libnew.so.2.jvm"));
    assertNull(builder.getJar().getResource("lib/libbar.so.jvm"));
    assertNull(builder.getJar().getResource("v1/libold.so.jvm"));
  }

  @Test
  void saysWhereTheCompilerToMachineCodeIsMissing() throws Exception {
    builder.setProperty("-wasm-compile", "libfoo.so,native;platforms=linux-x86_64");
    put("lib/libfoo.so", library("libfoo.so"));
    builder.build();

    assertEquals(
        List.of(
            "-wasm-compile: native: no compiler: -wasm-compiler names a folder with its jars, or they"
                + " are dependencies of the plugin"),
        builder.getErrors());
    // The clause is no name of a library, and the others count.
    assertEquals(List.of(), builder.getWarnings());
    assertTrue(content.getResources().containsKey("lib/libfoo.so.jvm"));
  }

  @Test
  void compilesNothingUnlessTold() throws Exception {
    put("lib/libfoo.so", library("libfoo.so"));
    build();
    assertNull(builder.getJar().getResource("lib/libfoo.so.jvm"));
  }

  @Test
  void failsWhereAFunctionThatIsToBeCompiledIsNotValid() throws Exception {
    builder.setProperty("-wasm-compile", "*");
    put(
        "lib/libfoo.so",
        library("libfoo.so").exportedFunction("wrong", "() -> i32", code().i64Const(1)));
    put("lib/libbar.so", library("libbar.so"));
    build();
    assertEquals(
        List.of(
            "lib/libfoo.so: not valid: function wrong: type mismatch: expected i32, found i64"
                + " at offset 0x3e"),
        builder.getErrors());
    assertNull(builder.getJar().getResource("lib/libfoo.so.jvm"));
  }

  @Test
  void warnsOfANameToCompileThatNoLibraryHas() throws Exception {
    builder.setProperty("-wasm-compile", "libfo.so");
    put("lib/libfoo.so", library("libfoo.so"));
    build();
    assertEquals(List.of("-wasm-compile: libfo.so matches no library"), builder.getWarnings());
    assertEquals(List.of(), builder.getErrors());
  }

  private byte[] contents(String path) throws Exception {
    try (InputStream in = builder.getJar().getResource(path).openInputStream()) {
      return in.readAllBytes();
    }
  }

  private Attributes build() throws Exception {
    return builder.build().getManifest().getMainAttributes();
  }

  private void assertClean() {
    assertEquals(List.of(), builder.getErrors());
    assertEquals(List.of(), builder.getWarnings());
  }

  private WasmModule put(String path, ModuleBuilder library) throws Exception {
    WasmModule module = library.build();
    content.putResource(path, new EmbeddedResource(module.bytes().toArray(), 0));
    return module;
  }

  private static ModuleBuilder library(String name, String... needed) {
    return module(name).dylink(dylink().needed(needed)).exportedFunction("f", "() -> ()", code());
  }

  private static String capability(
      String name, String version, String abi, String target, String path, WasmModule module) {
    return String.format(
        "wasm.library;wasm.library=\"%s\";version:Version=\"%s\";abi=%s;target=%s"
            + ";path=\"%s\";digest=%s",
        name, version, abi, target, path, module.digest());
  }
}
