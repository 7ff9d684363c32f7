package org.dylink.linker.embed;

import static org.dylink.linker.testing.Shapes.MEMORY_BASE;
import static org.dylink.linker.testing.Shapes.atBase;
import static org.dylink.linker.testing.Shapes.importAddress;
import static org.dylink.linker.testing.Shapes.nonPie;
import static org.dylink.linker.testing.Shapes.ownSpace;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.linker.testing.Shapes.threaded;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.dylink.engine.Engine;
import org.dylink.engine.TrapException;
import org.dylink.engine.host.Granted;
import org.dylink.engine.host.HostLibrary;
import org.dylink.engine.host.HostSymbol;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.dylink.linker.testing.Engines;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that begin in an image: it saves time, and changes nothing. */
class PrelinkTest {
  private static final Engine ENGINE = Engines.restoring();
  private static final int HEADER = 12; // its name and format; the digest of the rest follows
  private static final int DIGEST = 32;
  private static final int CASES = Integer.getInteger("dylink.fuzz.images", 300);

  /** Counts how often constructors have run. */
  static final class Probe implements HostLibrary {
    Optional<Set<Granted>> looks = Optional.of(Set.of(Granted.ENVIRONMENT));
    int calls;

    @Override
    public String moduleName() {
      return "probe";
    }

    @HostSymbol("ask")
    int ask() {
      return ++calls;
    }

    @Override
    public boolean isStateless() {
      return true;
    }

    @Override
    public Optional<Set<Granted>> looksAt(String function) {
      return looks;
    }
  }

  private static final class Messages extends Handler {
    final List<String> all = new ArrayList<>();

    @Override
    public void publish(LogRecord each) {
      all.add(each.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @TempDir Path folder;
  private final Probe probe = new Probe();
  private final Messages messages = new Messages();
  private final Logger log = Logger.getLogger(LoosePrograms.class.getName());
  private Dylink dylink;
  private Path image;
  private Library main;

  @BeforeEach
  void listen() {
    log.addHandler(messages);
    log.setUseParentHandlers(false);
    image = folder.resolve("main.wasm.image");
  }

  @AfterEach
  void close() {
    log.removeHandler(messages);
    log.setUseParentHandlers(true);
    if (dylink != null) {
      dylink.close();
    }
  }

  static Library library(ModuleBuilder builder) throws Exception {
    WasmModule module = builder.build();
    return Library.read(module.name(), module.bytes().toArray());
  }

  /** As if the linker were another one: with the same files, and nothing that it keeps. */
  private void begin(ModuleBuilder program, ModuleBuilder... needed) throws Exception {
    if (dylink != null) {
      dylink.close();
    }
    Dylink.Builder builder = Dylink.builder().engine(ENGINE).host(probe);
    for (ModuleBuilder each : needed) {
      builder.library(library(each));
    }
    dylink = builder.build();
    main = library(program);
  }

  private LinkRequest.Builder request() {
    return LinkRequest.builder(main).engine(ENGINE.name()).image(image);
  }

  static ModuleBuilder program() {
    return importAddress(shared("main.wasm", "libadd.so"), "add")
        .importFunction("env", "add", "(i32) -> i32")
        .exportedFunction("call", "(i32) -> i32", code().localGet(0).call("env.add"))
        .exportedFunction(
            "indirect",
            "(i32) -> i32",
            code().localGet(0).globalGet("GOT.func.add").callIndirect("(i32) -> i32"));
  }

  /** Its constructor asks the host once, and leaves 40 in memory, in a global and in no segment. */
  static ModuleBuilder adder() {
    return shared("libadd.so", dylink().memInfo(16, 2, 1, 0).needed("probe"))
        .importFunction("env", "ask", "() -> i32")
        .global("hidden", ValueType.I64, true, code().i64Const(1))
        .global("half", ValueType.F64, true, code().f64Const(0.5))
        .function("twice", "(i32) -> i32", code().localGet(0).localGet(0).i32Add())
        .elements(code().globalGet("env.__table_base"), "twice")
        .passiveData("text")
        .withDataCount()
        .exportedFunction(
            "__wasm_call_ctors",
            "() -> ()",
            code()
                .call("env.ask")
                .drop()
                .globalGet(MEMORY_BASE)
                .i32Const(40)
                .i32Store(0)
                .i64Const(77)
                .globalSet("hidden")
                .dataDrop(0))
        .exportedFunction("hidden", "() -> i64", code().globalGet("hidden"))
        .exportedFunction(
            "pointed",
            "(i32) -> i32",
            code().localGet(0).globalGet("env.__table_base").callIndirect("(i32) -> i32"))
        .exportedFunction("add", "(i32) -> i32", atBase(0).i32Load(0).localGet(0).i32Add());
  }

  private static String results(Program program) {
    return List.of(
            program.call("call", 2),
            program.call("indirect", 3),
            program.call("hidden"),
            program.call("pointed", 4),
            program.linkMap())
        .toString();
  }

  private void prelink(LinkRequest request) throws Exception {
    Files.write(image, dylink.prelink(request));
  }

  private String linked(LinkRequest.Builder request) throws Exception {
    try (Program program = dylink.link(request.build())) {
      return results(program);
    }
  }

  @Test
  void itsConstructorsHaveRunAndAllIsEqual() throws Exception {
    begin(program(), adder());
    String expected = linked(request().image(null));
    prelink(request().build());
    assertEquals(2, probe.calls);
    begin(program(), adder());
    assertEquals(expected, linked(request()));
    assertEquals(expected, linked(request()));
    assertEquals(2, probe.calls);
    assertEquals(List.of(), messages.all);
  }

  private static ModuleBuilder owner() {
    return ownSpace(nonPie("main.wasm", "libadd.so").importFunction("env", "add", "(i32) -> i32"))
        .exportedFunction("call", "(i32) -> i32", code().localGet(0).call("env.add"));
  }

  @Test
  void aMainWithItsOwnMemoryBeginsInOne() throws Exception {
    begin(owner(), adder());
    prelink(request().build());
    begin(owner(), adder());
    Program program = dylink.link(request().build());
    assertEquals(42, program.call("call", 2));
    assertEquals(1, probe.calls);
  }

  @Test
  void oneThatStandsBesideMainIsFound() throws Exception {
    begin(program(), adder());
    byte[] bytes = dylink.prelink(request().build());
    Library beside =
        new Library() {
          @Override
          public String name() {
            return "main.wasm";
          }

          @Override
          public String version() {
            return NO_VERSION;
          }

          @Override
          public String origin() {
            return "a bundle";
          }

          @Override
          public WasmModule module() {
            return main.module()
                .with(
                    kind ->
                        kind.equals(Linker.IMAGE)
                            ? Optional.of(new ByteArrayInputStream(bytes))
                            : Optional.empty());
          }
        };
    Program program = dylink.link(LinkRequest.builder(beside).engine(ENGINE.name()).build());
    assertEquals(42, program.call("call", 2));
    assertEquals(1, probe.calls);
  }

  private void isIgnored(String reason, UnaryOperator<LinkRequest.Builder> change)
      throws Exception {
    String expected = linked(change.apply(request()).image(null));
    int before = probe.calls;
    begin(program(), adder());
    assertEquals(expected, linked(change.apply(request())));
    assertEquals(before + 1, probe.calls);
    assertEquals(reason.isEmpty() ? List.of() : List.of(reason), messages.all);
    messages.all.clear();
  }

  @Test
  void oneOfAnotherProgramIsIgnored() throws Exception {
    begin(program(), adder());
    prelink(request().build());
    String start = "main.wasm: image is ignored: it is for ";
    isIgnored(start + "stack size 1048576, found 100000", to -> to.stackSize(100_000));
    isIgnored(start + "memory limit 4294967296, found 6553600", to -> to.maxMemory(100 << 16));
    isIgnored(start + "limit of slots 10000000, found 50", to -> to.maxSlots(50));
    isIgnored("", to -> to.environment("A", "another"));
    isIgnored("", to -> to.trace((library, event) -> {}));
  }

  private static ModuleBuilder more() {
    return adder().exportedFunction("more", "() -> ()", code());
  }

  @Test
  void oneOfOtherLibrariesIsIgnored() throws Exception {
    begin(program(), adder());
    prelink(request().build());
    String before = library(adder()).module().digest();
    String now = library(more()).module().digest();
    begin(program(), more());
    assertEquals(42, dylink.link(request().build()).call("call", 2));
    assertEquals(2, probe.calls);
    assertEquals(
        List.of(
            "main.wasm: image is ignored: it is for library libadd.so "
                + before
                + ", found libadd.so "
                + now),
        messages.all);
  }

  @Test
  void aHostThatTellsMoreNowMakesConstructorsRun() throws Exception {
    begin(program(), adder());
    prelink(request().build());
    probe.looks = Optional.empty();
    begin(program(), adder());
    assertEquals(42, dylink.link(request().build()).call("call", 2));
    assertEquals(2, probe.calls);
  }

  private void refused(String reason, LinkRequest request) {
    LinkException refusal = assertThrows(LinkException.class, () -> dylink.prelink(request));
    assertEquals("main.wasm: " + reason, refusal.getMessage());
    assertEquals(Reason.UNSUPPORTED, refusal.reason());
    assertEquals(List.of(), dylink.programs());
  }

  @Test
  void whatCannotBeCopiedHasNone() throws Exception {
    begin(program(), adder());
    probe.looks = Optional.empty();
    refused("cannot be prelinked: a constructor calls ask of probe", request().build());
    probe.looks = Optional.of(Set.of(Granted.RANDOM));
    refused(
        "cannot be prelinked: a constructor has random bytes beside the stack guard",
        request().build());
    probe.looks = Optional.of(Set.of());
    refused(
        "no snapshot: engine endive-interpreter: it restores no instances",
        request().engine("endive-interpreter").build());
    begin(
        threaded("main.wasm")
            .importFunction("wasi", "thread-spawn", "(i32) -> i32")
            .exportedFunction("wasi_thread_start", "(i32, i32) -> ()", code())
            .exportedFunction(
                "__wasm_call_ctors",
                "() -> ()",
                code().i32Const(0).call("wasi.thread-spawn").drop()));
    refused(
        "cannot be prelinked: a constructor calls thread-spawn of the linker",
        request().maxThreads(1).build());
  }

  private static ModuleBuilder threadedAsker() {
    return threaded("main.wasm", "probe")
        .importFunction("env", "ask", "() -> i32")
        .global("asked", ValueType.I32, true, code().i32Const(0))
        .exportedFunction(
            "__wasm_call_ctors", "() -> ()", code().call("env.ask").globalSet("asked"))
        .exportedFunction("asked", "() -> i32", code().globalGet("asked"));
  }

  @Test
  void oneThatIsBuiltForThreadsBeginsInOne() throws Exception {
    begin(threadedAsker());
    prelink(request().build());
    begin(threadedAsker());
    assertEquals(1, dylink.link(request().build()).call("asked"));
    assertEquals(1, probe.calls);
    assertEquals(List.of(), messages.all);
  }

  private static byte[] sealed(byte[] file) throws Exception {
    byte[] body = Arrays.copyOfRange(file, HEADER + DIGEST, file.length);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
    System.arraycopy(digest, 0, file, HEADER, DIGEST);
    return file;
  }

  @Test
  void whatIsNoImageIsIgnored() throws Exception {
    begin(program(), adder());
    prelink(request().build());
    byte[] good = Files.readAllBytes(image);
    String start = "main.wasm: image is ignored: ";
    Files.write(image, "no image, and longer than a header".getBytes(StandardCharsets.UTF_8));
    isIgnored(start + "it is no image", to -> to);
    Files.write(image, new byte[3]);
    isIgnored(start + "it is damaged", to -> to);
    Files.write(image, ByteBuffer.wrap(good.clone()).putInt(8, 9).array());
    isIgnored(start + "it is of format 9, expected 1", to -> to);
    byte[] changed = good.clone();
    changed[good.length - 1]++;
    Files.write(image, changed);
    isIgnored(start + "it is damaged", to -> to);
    Files.write(image, Arrays.copyOf(good, good.length / 2));
    isIgnored(start + "it is damaged", to -> to);
    Files.write(image, sealed(Arrays.copyOf(good, good.length / 2)));
    isIgnored(start + "it is damaged", to -> to);
    Files.write(image, sealed(Arrays.copyOf(good, good.length + 1)));
    isIgnored(start + "it is damaged", to -> to);
    Files.delete(image);
    isIgnored(start + image, to -> to);
  }

  /** Whoever can write an image can seal it, too. */
  @Test
  void whateverAnImageSaysDoesNoHarm() throws Exception {
    begin(program(), adder());
    prelink(request().build());
    byte[] good = Files.readAllBytes(image);
    Random random = new Random(20_260_101);
    int begun = 0;
    for (int i = 0; i < CASES; i++) {
      byte[] bytes = good.clone();
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        mutate(bytes, random);
      }
      Files.write(image, sealed(bytes));
      int before = probe.calls;
      begin(program(), adder());
      try (Program program = dylink.link(request().timeout(Duration.ofSeconds(10)).build())) {
        for (String each : List.of("call", "indirect", "pointed")) {
          callOrTrap(program, each, 3);
        }
        callOrTrap(program, "hidden");
        begun += probe.calls == before ? 1 : 0;
      }
      assertEquals(List.of(), dylink.programs());
    }
    assertEquals(true, begun > CASES / 20 && begun < CASES, "begun in the image: " + begun);
  }

  // Mostly numbers, and seldom of memory: a block of it is larger than all else.
  private static void mutate(byte[] bytes, Random random) {
    int size = random.nextInt(4) == 0 ? bytes.length : 900;
    int at = HEADER + DIGEST + random.nextInt(Math.min(size, bytes.length - HEADER - DIGEST));
    switch (random.nextInt(4)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) random.nextInt();
      case 2 -> Arrays.fill(bytes, at, Math.min(at + 4, bytes.length), (byte) -1);
      default -> Arrays.fill(bytes, at, Math.min(at + 4, bytes.length), (byte) 0x7f);
    }
  }

  private static void callOrTrap(Program program, String function, Object... arguments) {
    try {
      program.call(function, arguments);
    } catch (TrapException e) {
      assertEquals(false, e.getMessage().contains("BUG"), e::getMessage);
    }
  }
}
