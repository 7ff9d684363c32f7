package org.dylink.headers;

import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.ProgramKind;
import org.dylink.format.Threading;
import org.dylink.format.WasmModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryHeadersTest {
  private static final String EXTENDER =
      "osgi.extender;filter:=" + "\"(&(osgi.extender=dylink)(version>=1.0.0)(!(version>=2.0.0)))\"";

  private final LibraryHeaders headers = new LibraryHeaders();

  @Test
  void describesALibrary() throws Exception {
    WasmModule foo = library("libfoo.so");
    headers.add(foo, "1.2.3", "lib/libfoo.so");
    assertEquals(
        List.of(
            "wasm.library;wasm.library=\"libfoo.so\";version:Version=\"1.2.3\";abi=\"dylink.0\""
                + ";target=\"wasm32-unknown\";path=\"lib/libfoo.so\";digest=\""
                + foo.digest()
                + "\""),
        headers.capabilities());
    assertEquals(List.of(EXTENDER), headers.requirements());
  }

  @Test
  void callsAModuleWithoutDylinkSectionPlain() throws Exception {
    WasmModule plain = module("hello.wasm").build();
    headers.add(plain, "1", "bin/hello.wasm");
    assertEquals(
        List.of(
            "wasm.library;wasm.library=\"hello.wasm\";version:Version=\"1.0.0\";abi=\"plain\""
                + ";target=\"wasm32-unknown\";path=\"bin/hello.wasm\";digest=\""
                + plain.digest()
                + "\""),
        headers.capabilities());
    assertEquals(List.of(EXTENDER), headers.requirements());
  }

  @Test
  void namesWasiAsTargetOfWhatImportsIt() throws Exception {
    headers.add(
        module("a.wasm")
            .importFunction("wasi_snapshot_preview1", "proc_exit", "(i32) -> ()")
            .build(),
        "0",
        "a.wasm");
    assertEquals("\"wasm32-wasip1\"", attribute("target"));
  }

  @Test
  void namesWasiAsTargetOfWhatNeedsLibc() throws Exception {
    headers.add(library("libfoo.so", "libc.so"), "0", "libfoo.so");
    assertEquals("\"wasm32-wasip1\"", attribute("target"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invoke_iii",
        "setThrew",
        "stackSave",
        "getTempRet0",
        "emscripten_longjmp",
        "_emscripten_stack_restore",
        "__cxa_find_matching_catch_3",
        "__syscall_openat"
      })
  void namesEmscriptenAsTargetOfWhatAsksForItsFunctions(String function) throws Exception {
    headers.add(
        module("side.wasm").importFunction("env", function, "(i32) -> i32").build(),
        "0",
        "side.wasm");
    assertEquals("\"wasm32-emscripten\"", attribute("target"));
  }

  @Test
  void namesWasiAsTargetOfWhatHasFunctionsOfEmscriptensOverLibc() throws Exception {
    headers.add(
        module("libemscripten.so")
            .dylink(dylink().memInfo(0, 0, 0, 0).needed("libc.so"))
            .importFunction("env", "setThrew", "(i32, i32) -> ()")
            .build(),
        "0",
        "libemscripten.so");
    assertEquals("\"wasm32-wasip1\"", attribute("target"));
  }

  @Test
  void requiresOnceWhatSeveralLibrariesNeed() throws Exception {
    headers.add(library("libfoo.so", "libm.so", "libc.so"), "0", "libfoo.so");
    headers.add(library("libbar.so", "libc.so", "libz.so"), "0", "libbar.so");
    assertEquals(
        List.of(
            "wasm.library;filter:=\"(wasm.library=libm.so)\"",
            "wasm.library;filter:=\"(wasm.library=libc.so)\"",
            "wasm.library;filter:=\"(wasm.library=libz.so)\"",
            EXTENDER),
        headers.requirements());
  }

  @Test
  void requiresNothingThatTheBundleProvides() throws Exception {
    headers.add(library("libfoo.so", "libbar.so"), "0", "libfoo.so");
    headers.add(library("libbar.so", "libfoo.so"), "0", "libbar.so");
    assertEquals(List.of(EXTENDER), headers.requirements());
  }

  @Test
  void requiresTheMinorVersionItWasBuiltWithUpToTheNextMajorOne() throws Exception {
    headers.add(library("libfoo.so", "libz.so"), "0", "libfoo.so");
    headers.builtWith("libz.so", "1.2.13.SNAPSHOT").builtWith("libother.so", "3");
    assertEquals(
        List.of(
            "wasm.library;filter:="
                + "\"(&(wasm.library=libz.so)(version>=1.2.0)(!(version>=2.0.0)))\"",
            EXTENDER),
        headers.requirements());
  }

  @Test
  void requiresTheServiceOfEachImportModuleThatIsTheHosts() throws Exception {
    headers.add(
        module("libfoo.so")
            .dylink(dylink().needed("libc.so"))
            .importFunction("wasi_snapshot_preview1", "fd_write", "(i32, i32, i32, i32) -> i32")
            .importFunction("env", "write", "() -> ()")
            .importFunction("host(1)", "b", "() -> ()")
            .importFunction("wasi_snapshot_preview1", "fd_read", "(i32, i32, i32, i32) -> i32")
            .build(),
        "0",
        "libfoo.so");
    headers.add(module("a.wasm").importFunction("host(1)", "a", "() -> ()").build(), "0", "a.wasm");
    assertEquals(
        List.of(
            "wasm.library;filter:=\"(wasm.library=libc.so)\"",
            service("wasi_snapshot_preview1"),
            service("host\\\\(1\\\\)"),
            EXTENDER),
        headers.requirements());
  }

  private static String service(String module) {
    return "osgi.service;filter:=\"(&(objectClass=org.dylink.engine.host.HostLibrary)(wasm.module="
        + module
        + "))\";effective:=active";
  }

  @Test
  void requiresNoServiceForWhatTheLinkerHas() throws Exception {
    headers.add(
        module("libfoo.so")
            .dylink(dylink())
            .importFunction("env", "f", "() -> ()")
            .importFunction("dylink", "open", "() -> ()")
            .importFunction("wasi", "thread-spawn", "(i32) -> i32")
            .importFunction("a\nb", "f", "() -> ()")
            .importFunction("", "f", "() -> ()")
            .build(),
        "0",
        "libfoo.so");
    assertEquals(List.of(EXTENDER), headers.requirements());
  }

  @Test
  void saysNothingWithoutLibraries() {
    assertEquals(List.of(), headers.capabilities());
    assertEquals(List.of(), headers.requirements());
  }

  @Test
  void escapesNamesForFilterAndForManifest() throws Exception {
    headers.add(library("lib(x)*\\.so", "lib(y)*\\.so", "lib\"q\".so"), "0", "lib/a,b;c=d.so");
    assertEquals("\"lib(x)*\\\\.so\"", attribute("wasm.library"));
    assertEquals("\"lib/a,b;c=d.so\"", capability().replaceAll(".*;path=(.*);digest=.*", "$1"));
    assertEquals(
        List.of(
            "wasm.library;filter:=\"(wasm.library=lib\\\\(y\\\\)\\\\*\\\\\\\\.so)\"",
            "wasm.library;filter:=\"(wasm.library=lib\\\"q\\\".so)\"",
            EXTENDER),
        headers.requirements());
  }

  @Test
  void keepsNamesOutsideAscii() throws Exception {
    headers.add(library("libé☃𝄞.so", "libü.so"), "0", "libé☃𝄞.so");
    assertEquals("\"libé☃𝄞.so\"", attribute("path"));
    assertEquals("wasm.library;filter:=\"(wasm.library=libü.so)\"", headers.requirements().get(0));
  }

  @Test
  void refusesNamesThatNoManifestCanHold() {
    assertMalformed(
        "libfoo.so: needed library name: control character 0x0a at index 3",
        library("libfoo.so", "lib\nBundle-Activator: x"),
        "libfoo.so");
    assertMalformed("libfoo.so: needed library name: empty", library("libfoo.so", ""), "libfoo.so");
    assertMalformed(
        "libfoo.so: path: control character 0x0d at index 4", library("libfoo.so"), "lib/\r");
    assertMalformed(": library name: empty", library(""), "libfoo.so");
    assertEquals(List.of(), headers.requirements());
  }

  @Test
  void refusesWhatIsNoVersion() {
    WasmModule foo = library("libfoo.so");
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> headers.add(foo, "1.2\";x=\"", "libfoo.so"));
    assertEquals(
        "version: expected major.minor.micro.qualifier, found 1.2\";x=\"", refusal.getMessage());
  }

  @Test
  void tellsLibrariesForThreadsFromOthersAndAsksForTheSameKind() throws Exception {
    headers.add(threaded("libfoo.so", "libc.so"), "0", "libfoo.so");
    headers.add(unthreaded("libbar.so", "libc.so"), "0", "libbar.so");
    headers.add(library("libneutral.so", "libd.so"), "0", "libneutral.so");
    assertEquals("\"true\"", attribute(0, "threads"));
    assertEquals("\"false\"", attribute(1, "threads"));
    assertFalse(headers.capabilities().get(2).contains("threads"));
    assertEquals(
        List.of(
            "wasm.library;filter:=\"(&(wasm.library=libc.so)(!(threads=false))(!(target=wasm64-*)))\"",
            "wasm.library;filter:=\"(&(wasm.library=libc.so)(!(threads=true))(!(target=wasm64-*)))\"",
            "wasm.library;filter:=\"(wasm.library=libd.so)\"",
            EXTENDER),
        headers.requirements());
  }

  @Test
  void tellsLibrariesForWasm64FromOthersAndAsksForTheSameKind() throws Exception {
    headers.add(wide("libfoo.so", "libc.so"), "0", "lib/wasm64/libfoo.so");
    headers.add(unthreaded("libfoo.so", "libc.so"), "0", "lib/libfoo.so");
    assertEquals("\"wasm64-wasip1\"", attribute(0, "target"));
    assertEquals("\"wasm32-wasip1\"", attribute(1, "target"));
    assertEquals(
        List.of(
            "wasm.library;filter:=\"(&(wasm.library=libc.so)(!(threads=true))"
                + "(|(target=wasm64-*)(!(threads=*))))\"",
            "wasm.library;filter:=\"(&(wasm.library=libc.so)(!(threads=true))"
                + "(!(target=wasm64-*)))\"",
            EXTENDER),
        headers.requirements());
  }

  @Test
  void whatALibraryIsForIsReadFromItsAttributes() {
    for (ProgramKind kind :
        List.of(
            ProgramKind.of(Threading.NO_THREADS, true), ProgramKind.of(Threading.THREADS, true))) {
      String threads = kind.threading().attribute().orElseThrow();
      assertEquals(
          kind, LibraryHeaders.programKind(Map.of("target", "wasm64-wasip1", "threads", threads)));
      assertEquals(
          ProgramKind.of(kind.threading(), false),
          LibraryHeaders.programKind(Map.of("target", "wasm32-wasip1", "threads", threads)));
    }
    assertEquals(ProgramKind.ANY, LibraryHeaders.programKind(Map.of("target", "wasm32-unknown")));
    assertEquals(ProgramKind.ANY, LibraryHeaders.programKind(Map.of()));
  }

  private static WasmModule wide(String name, String... needed) {
    return module(name)
        .dylink(dylink().needed(needed))
        .importWideMemory("env", "memory", 0)
        .build();
  }

  @Test
  void whatTheBundleProvidesForOthersItRequiresStill() throws Exception {
    headers.add(threaded("libfoo.so", "libz.so", "libd.so"), "0", "libfoo.so");
    headers.add(unthreaded("libz.so"), "0", "libz.so");
    headers.add(library("libd.so"), "0", "libd.so");
    assertEquals(
        List.of(
            "wasm.library;filter:=\"(&(wasm.library=libz.so)(!(threads=false))(!(target=wasm64-*)))\"",
            EXTENDER),
        headers.requirements());
  }

  @Test
  void takesTheVersionOfTheKindThatItNeeds() throws Exception {
    headers.add(threaded("libfoo.so", "libz.so"), "0", "libfoo.so");
    headers.add(unthreaded("libbar.so", "libz.so"), "0", "libbar.so");
    headers.builtWith("libz.so", "1.2.13", ProgramKind.of(Threading.NO_THREADS, false));
    headers.builtWith("libz.so", "7.1", ProgramKind.of(Threading.THREADS, false));
    assertEquals(
        List.of(
            "wasm.library;filter:=\"(&(wasm.library=libz.so)"
                + "(version>=7.1.0)(!(version>=8.0.0))(!(threads=false))(!(target=wasm64-*)))\"",
            "wasm.library;filter:=\"(&(wasm.library=libz.so)"
                + "(version>=1.2.0)(!(version>=2.0.0))(!(threads=true))(!(target=wasm64-*)))\"",
            EXTENDER),
        headers.requirements());
  }

  @Test
  void anInterfaceTakesTheLibraryThatTheBundlesOwnNeedElseEither() throws Exception {
    headers.add(threaded("libfoo.so", "libz.so"), "0", "libfoo.so");
    headers.bindTo("libz.so", "").bindTo("libq.so", "");
    assertEquals(
        List.of(
            "wasm.library;filter:=\"(&(wasm.library=libz.so)(!(threads=false))(!(target=wasm64-*)))\"",
            "wasm.library;filter:=\"(wasm.library=libq.so)\""),
        headers.requirements().subList(0, 2));
  }

  private void assertMalformed(String message, WasmModule library, String path) {
    MalformedModuleException refusal =
        assertThrows(MalformedModuleException.class, () -> headers.add(library, "0", path));
    assertEquals(message, refusal.getMessage());
  }

  private static WasmModule library(String name, String... needed) {
    return module(name).dylink(dylink().needed(needed)).build();
  }

  private static WasmModule threaded(String name, String... needed) {
    return module(name)
        .dylink(dylink().needed(needed))
        .importSharedMemory("env", "memory", 1, 2)
        .build();
  }

  private static WasmModule unthreaded(String name, String... needed) {
    return module(name).dylink(dylink().needed(needed)).importMemory("env", "memory", 1).build();
  }

  private String capability() {
    return headers.capabilities().get(0);
  }

  private String attribute(String name) {
    return attribute(0, name);
  }

  private String attribute(int library, String name) {
    String rest = headers.capabilities().get(library).split(";" + name + "=", 2)[1];
    return rest.split(";", 2)[0];
  }

  @Test
  void tellsOfMachineCode() throws MalformedModuleException {
    LibraryHeaders headers =
        new LibraryHeaders()
            .add(module("libfoo.so").build(), "1.0.0", "lib/libfoo.so")
            .add(module("libbar.so").build(), "1.0.0", "lib/libbar.so")
            .compiled("lib/libfoo.so", List.of("native-linux-x86_64", "native-linux-aarch64"))
            .compiled("lib/libbar.so", List.of());

    String end = ";compiled:List<String>=\"native-linux-x86_64,native-linux-aarch64\"";
    assertTrue(headers.capabilities().get(0).endsWith(end), headers.capabilities().get(0));
    assertFalse(headers.capabilities().get(1).contains("compiled"));
  }
}
