package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.dylink.format.WasmModule;
import org.dylink.linker.Library;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** A file in a folder that File Install watches is a bundle as long as it lies there. */
@FrameworkTest
class DroppedFilesIT {
  private static final String LIB = "libanswer.so";
  private static final byte[] ELF = {0x7f, 'E', 'L', 'F', 2, 1, 1};

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;

  private WatchedFolder folder;
  private LogLines log;

  @BeforeEach
  void look() throws Exception {
    folder = new WatchedFolder(context);
    log = new LogLines("org.dylink.deployer.DroppedModules");
  }

  @AfterEach
  void clear() throws Exception {
    folder.clear();
    log.close();
  }

  @Test
  void aFileIsABundleAndItsLibraryAService() throws Exception {
    WasmModule answer = Modules.answering(LIB, 42);
    folder.put("libanswer.so.1.2.3", answer);
    awaitLibrary(LIB);
    Bundle bundle = folder.bundle("libanswer.so.1.2.3").orElseThrow();
    assertEquals("wasm.libanswer.so", bundle.getSymbolicName());
    assertEquals(Version.valueOf("1.2.3"), bundle.getVersion());
    ServiceReference<Library> service = services(LIB).get(0);
    assertEquals(bundle, service.getBundle());
    assertEquals(Version.valueOf("1.2.3"), service.getProperty("version"));
    assertEquals(answer.digest(), service.getProperty("digest"));
    assertEquals(List.of(), log.lines());
  }

  @Test
  void theBundleGoesWithTheFile() throws Exception {
    folder.put(LIB, Modules.answering(LIB, 42));
    awaitLibrary(LIB);
    Bundle bundle = folder.bundle(LIB).orElseThrow();
    folder.delete(LIB);
    Awaited.until(context, "uninstalled", () -> bundle.getState() == Bundle.UNINSTALLED);
    assertEquals(List.of(), services(LIB));
    assertEquals(List.of(), folder.bundles());
  }

  @Test
  void aChangedFileIsAnUpdatedBundle() throws Exception {
    folder.put("ask.wasm", Modules.asking("ask.wasm", LIB));
    folder.put(LIB, Modules.answering(LIB, 1));
    awaitStarted(2);
    Bundle before = folder.bundle(LIB).orElseThrow();
    assertEquals(1, ask());
    // Of another length: File Install compares length and time.
    WasmModule changed = Modules.answering(LIB, 1_000_000);
    folder.put(LIB, changed);
    Awaited.until(
        context,
        "updated, and its consumer started again",
        () -> digests(LIB).equals(List.of(changed.digest())) && started() == 2);
    assertEquals(before, folder.bundle(LIB).orElseThrow());
    assertEquals(1_000_000, ask());
  }

  @Test
  void filesMayComeInAnyOrder() throws Exception {
    folder.put("ask.wasm", Modules.calling("ask.wasm", "ask", "middle", "libmiddle.so"));
    awaitBundle("ask.wasm");
    folder.put("libmiddle.so", Modules.calling("libmiddle.so", "middle", "answer", LIB));
    awaitBundle("libmiddle.so");
    assertEquals(List.of(), services("ask.wasm"));
    folder.put(LIB, Modules.answering(LIB, 7));
    awaitStarted(3);
    assertEquals(7, ask());
  }

  @Test
  void consumersWaitUntilADeletedFileIsBack() throws Exception {
    folder.put("ask.wasm", Modules.asking("ask.wasm", LIB));
    folder.put(LIB, Modules.answering(LIB, 1));
    awaitStarted(2);
    folder.delete(LIB);
    Bundle consumer = folder.bundle("ask.wasm").orElseThrow();
    Awaited.until(context, "ask.wasm unresolved", () -> consumer.getState() == Bundle.INSTALLED);
    assertEquals(List.of(), services("ask.wasm"));
    folder.put(LIB, Modules.answering(LIB, 2));
    awaitStarted(2);
    assertEquals(2, ask());
  }

  @Test
  void manyFilesComeTogether() throws Exception {
    // Each needs the next one.
    int count = 30;
    for (int i = 0; i < count; i++) {
      String name = "lib" + i + ".so";
      folder.put(name, Modules.calling(name, "f" + i, "f" + (i + 1), "lib" + (i + 1) + ".so"));
    }
    folder.put("ask.wasm", Modules.calling("ask.wasm", "ask", "f0", "lib0.so"));
    String last = "lib" + count + ".so";
    folder.put(last, Modules.calling(last, "f" + count, "answer", LIB));
    folder.put(LIB, Modules.answering(LIB, 9));
    awaitStarted(count + 3);
    assertEquals(9, ask());
  }

  @Test
  void aProgramOfCRunsFromTheFolder() throws Exception {
    folder.put("plain.wasm", TestFiles.bytes("/native/plain.wasm"));
    awaitLibrary("plain.wasm");
    assertEquals(
        TestFiles.expected("plain"),
        Programs.run(
            linker,
            "plain.wasm",
            request -> request.arguments(List.of("a", "b")).environment("GREETING", "hi")));
  }

  @Test
  void aFileThatIsNoModuleIsNamedOnceAndLeavesTheOthers() throws Exception {
    Path bad = folder.put("libbad.so", ELF);
    Path text = folder.put("bad.wasm", "(module)".getBytes(StandardCharsets.UTF_8));
    folder.put("first.wasm", Modules.library("first.wasm").build());
    awaitLibrary("first.wasm");
    // File Install has looked at the folder at least twice more when it starts this one.
    folder.put("second.wasm", Modules.library("second.wasm").build());
    awaitLibrary("second.wasm");
    assertEquals(
        List.of(
            refused(text, "not a WebAssembly module: starts with 28 6d 6f 64 (a text file)"),
            refused(bad, "not a WebAssembly module: starts with 7f 45 4c 46 (an ELF file)")),
        log.lines().stream().sorted().toList());
    assertEquals(2, folder.bundles().size());
    folder.put("libbad.so", Modules.answering("libbad.so", 1).bytes().toArray());
    awaitLibrary("libbad.so");
    assertEquals(2, log.lines().size());
  }

  @Test
  void aFileThatIsNoModuleAnyMoreIsWithdrawn() throws Exception {
    folder.put(LIB, Modules.answering(LIB, 1));
    awaitLibrary(LIB);
    Path file = folder.put(LIB, ELF);
    Awaited.until(context, "withdrawn", () -> folder.bundles().isEmpty());
    assertEquals(List.of(), services(LIB));
    assertEquals(
        List.of(refused(file, "not a WebAssembly module: starts with 7f 45 4c 46 (an ELF file)")),
        log.lines());
    folder.put(LIB, Modules.answering(LIB, 2));
    awaitLibrary(LIB);
    assertNotEquals(List.of(), folder.bundles());
  }

  private int ask() throws Exception {
    try (Program program = Programs.link(linker, "ask.wasm")) {
      return (int) program.call("ask");
    }
  }

  private void awaitLibrary(String name) throws Exception {
    Awaited.until(context, "library " + name, () -> !services(name).isEmpty());
  }

  private void awaitStarted(int bundles) throws Exception {
    Awaited.until(context, bundles + " bundles started", () -> started() == bundles);
  }

  private void awaitBundle(String file) throws Exception {
    Awaited.until(context, "bundle of " + file, () -> folder.bundle(file).isPresent());
  }

  /** How many bundles are active and have their libraries registered. */
  private long started() {
    return folder.bundles().stream()
        .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
        .filter(bundle -> bundle.getRegisteredServices() != null)
        .count();
  }

  private List<Object> digests(String name) throws Exception {
    return services(name).stream().map(service -> service.getProperty("digest")).toList();
  }

  private List<ServiceReference<Library>> services(String name) throws Exception {
    String filter = "(" + Library.NAMESPACE + "=" + name + ")";
    return List.copyOf(context.getServiceReferences(Library.class, filter));
  }

  private static String refused(Path file, String why) {
    return "not deployed: wasm:" + file.toFile().toURI() + ": " + why;
  }
}
