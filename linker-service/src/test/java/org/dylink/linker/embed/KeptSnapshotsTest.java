package org.dylink.linker.embed;

import static org.dylink.linker.testing.Shapes.MEMORY_BASE;
import static org.dylink.linker.testing.Shapes.atBase;
import static org.dylink.linker.testing.Shapes.constant;
import static org.dylink.linker.testing.Shapes.data;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.linker.testing.Shapes.threaded;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.invoke.MethodHandles;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.dylink.engine.Engine;
import org.dylink.engine.host.Granted;
import org.dylink.engine.host.Guest;
import org.dylink.engine.host.HostFunction;
import org.dylink.engine.host.HostInstance;
import org.dylink.engine.host.HostLibrary;
import org.dylink.engine.host.HostSymbol;
import org.dylink.linker.Library;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;
import org.dylink.linker.link.LinkSession;
import org.dylink.linker.link.load.Admission;
import org.dylink.linker.link.load.LinkContext;
import org.dylink.linker.link.load.ModuleCache;
import org.dylink.linker.link.snapshot.KeptSnapshots;
import org.dylink.linker.testing.Engines;
import org.dylink.linker.testing.Libraries;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Programs of a kind that is linked again and again begin where another one was, if nobody can
 * tell. Here somebody can: a host library counts how often constructors have run.
 */
class KeptSnapshotsTest {
  private static final Engine ENGINE = Engines.restoring();
  private static final int SOME = 5;

  /** Counts its calls, and gives a number that is another one each time. */
  static final class Probe implements HostLibrary {
    final Optional<Set<Granted>> looks;
    final boolean tellsRandom;
    int calls;

    Probe(Optional<Set<Granted>> looks, boolean tellsRandom) {
      this.looks = looks;
      this.tellsRandom = tellsRandom;
    }

    @Override
    public String moduleName() {
      return "probe";
    }

    @HostSymbol("ask")
    public int ask() {
      return ++calls;
    }

    @Override
    public Optional<Set<Granted>> looksAt(String function) {
      assertEquals("ask", function);
      return looks;
    }

    @Override
    public HostInstance open(Guest guest) {
      HostInstance plain = HostLibrary.super.open(guest);
      int before = calls;
      return new HostInstance() {
        @Override
        public Optional<HostFunction> function(String name) {
          return plain.function(name);
        }

        @Override
        public Optional<String> keeps() {
          return Optional.empty();
        }

        @Override
        public Optional<byte[]> random() {
          byte[] number = ByteBuffer.allocate(4).putInt(Integer.reverseBytes(before + 1)).array();
          return tellsRandom ? Optional.of(number) : Optional.empty();
        }

        @Override
        public void close() {
          plain.close();
        }
      };
    }
  }

  @TempDir Path folder;
  private Probe probe;
  private Dylink dylink;

  @AfterEach
  void close() {
    dylink.close();
  }

  private void host(Granted... looks) {
    probe = new Probe(Optional.of(Set.of(looks)), true);
    dylink = Dylink.builder().engine(ENGINE).host(probe).build();
  }

  /** Its constructor asks the host, and keeps the answer in a variable of its own. */
  private static ModuleBuilder asking() {
    return data(
        shared("main.wasm", dylink().memInfo(16, 2, 0, 0).needed("probe"))
            .importFunction("env", "ask", "() -> i32")
            .exportedFunction("__wasm_call_ctors", "() -> ()", answered())
            .exportedFunction("answer", "() -> i32", atBase(8).i32Load(0)),
        "__stack_chk_guard",
        4);
  }

  private static Code answered() {
    return code().globalGet(MEMORY_BASE).call("env.ask").i32Store(8);
  }

  private static LinkRequest.Builder request(ModuleBuilder main) throws Exception {
    return LinkRequest.builder(Library.read("main.wasm", main.build().bytes().toArray()))
        .engine(ENGINE.name());
  }

  /** How often constructors run when programs are linked in turn. */
  private int run(LinkRequest... requests) throws Exception {
    int before = probe.calls;
    for (LinkRequest each : requests) {
      dylink.link(each).close();
    }
    return probe.calls - before;
  }

  private static LinkRequest[] some(LinkRequest request) {
    LinkRequest[] all = new LinkRequest[SOME];
    Arrays.fill(all, request);
    return all;
  }

  @Test
  void whoseConstructorsOnlyLookBeginWhereTheSecondWas() throws Exception {
    host();
    assertEquals(2, run(some(request(asking()).build())));
  }

  @Test
  void eachHasItsOwnState() throws Exception {
    host();
    ModuleBuilder main =
        asking()
            .exportedFunction(
                "add",
                "() -> i32",
                code()
                    .globalGet(MEMORY_BASE)
                    .globalGet(MEMORY_BASE)
                    .i32Load(8)
                    .i32Const(100)
                    .i32Add()
                    .i32Store(8)
                    .globalGet(MEMORY_BASE)
                    .i32Load(8));
    LinkRequest request = request(main).build();
    run(request, request);
    Program third = dylink.link(request);
    Program fourth = dylink.link(request);
    assertEquals(102, third.call("add"));
    assertEquals(202, third.call("add"));
    assertEquals(102, fourth.call("add"));
    assertEquals(2, probe.calls);
  }

  @Test
  void whoseConstructorsDoMoreRunThemEachTime() throws Exception {
    probe = new Probe(Optional.empty(), true);
    dylink = Dylink.builder().engine(ENGINE).host(probe).build();
    assertEquals(SOME, run(some(request(asking()).build())));
  }

  private LinkRequest granted(LinkRequest.Builder to, Granted what, String value) {
    return (switch (what) {
          case ARGUMENTS -> to.arguments(List.of(value));
          case ENVIRONMENT -> to.environment("A", value);
          case FOLDERS -> to.folder(value, folder);
          case RANDOM -> throw new AssertionError();
        })
        .build();
  }

  @ParameterizedTest
  @EnumSource(names = "RANDOM", mode = EnumSource.Mode.EXCLUDE)
  void whatTheyHaveLookedAtMustBeTheSame(Granted what) throws Exception {
    host(what);
    ModuleBuilder main = asking();
    LinkRequest.Builder first = request(main);
    LinkRequest one = granted(first, what, "one");
    assertEquals(2, run(some(one)));
    LinkRequest other =
        granted(LinkRequest.builder(one.main()).engine(ENGINE.name()), what, "other");
    assertEquals(1, run(some(other)), "the kind is known, so a snapshot is taken at once");
    assertEquals(0, run(one, other), "both are kept");
  }

  @ParameterizedTest
  @EnumSource(names = "RANDOM", mode = EnumSource.Mode.EXCLUDE)
  void whatTheyHaveNotLookedAtMayDiffer(Granted what) throws Exception {
    host();
    LinkRequest one = granted(request(asking()), what, "one");
    LinkRequest other =
        granted(LinkRequest.builder(one.main()).engine(ENGINE.name()), what, "other");
    assertEquals(2, run(one, one));
    assertEquals(0, run(other, one));
  }

  @Test
  void whoIsToldSomethingElseEachTimeRunsThemAsEver() throws Exception {
    host(Granted.ARGUMENTS);
    Library main = request(asking()).build().main();
    for (int i = 0; i < 40; i++) {
      LinkRequest.Builder each = LinkRequest.builder(main).engine(ENGINE.name());
      assertEquals(1, run(granted(each, Granted.ARGUMENTS, "" + i)));
    }
  }

  private int guard(Program program) {
    long address = program.entrance().address("__stack_chk_guard").orElseThrow();
    return program.entrance().memory().readInt(address);
  }

  private static ModuleBuilder guarded() {
    Code filled = code().globalGet(MEMORY_BASE).call("env.ask").i32Store(4);
    return data(
        shared("main.wasm", dylink().memInfo(16, 2, 0, 0).needed("probe"))
            .importFunction("env", "ask", "() -> i32")
            .exportedFunction("__wasm_call_ctors", "() -> ()", filled),
        "__stack_chk_guard",
        4);
  }

  @Test
  void eachHasAStackGuardOfItsOwn() throws Exception {
    host(Granted.RANDOM);
    LinkRequest request = request(guarded()).build();
    Set<Integer> guards = new HashSet<>();
    for (int i = 0; i < SOME; i++) {
      guards.add(guard(dylink.link(request)));
    }
    assertEquals(2, probe.calls);
    assertEquals(SOME, guards.size(), guards::toString);
  }

  @Test
  void otherRandomBytesAreEachProgramsOwn() throws Exception {
    host(Granted.RANDOM);
    assertEquals(SOME, run(some(request(asking()).build())));
  }

  @Test
  void aHostThatDoesNotTellItsRandomBytesMakesThemRun() throws Exception {
    probe = new Probe(Optional.of(Set.of(Granted.RANDOM)), false);
    dylink = Dylink.builder().engine(ENGINE).host(probe).build();
    assertEquals(SOME, run(some(request(guarded()).build())));
  }

  private void areOfAnotherKind(UnaryOperator<LinkRequest.Builder> change) throws Exception {
    host();
    LinkRequest one = request(asking()).build();
    assertEquals(2, run(some(one)));
    LinkRequest other = change.apply(LinkRequest.builder(one.main()).engine(ENGINE.name())).build();
    assertEquals(2, run(some(other)));
    close();
  }

  @Test
  void limitsThatAGuestSeesMakeAnotherKind() throws Exception {
    areOfAnotherKind(to -> to.maxMemory(50 << 16));
    areOfAnotherKind(to -> to.stackSize(100_000));
    areOfAnotherKind(to -> to.maxSlots(50));
  }

  @Test
  void whoseLinkIsTracedRunThem() throws Exception {
    host();
    List<String> steps = new ArrayList<>();
    LinkRequest one =
        request(asking()).trace((library, event) -> steps.add(library + " " + event)).build();
    assertEquals(SOME, run(some(one)));
    assertEquals(SOME, steps.stream().filter("main.wasm constructors run"::equals).count());
  }

  @Test
  void whatCannotBeCopiedIsLinkedAsEver() throws Exception {
    host();
    ModuleBuilder plain = constant(ModuleBuilder.module("plain.wasm"), "f", 1);
    Library other = Library.read("plain.wasm", plain.build().bytes().toArray());
    assertEquals(SOME, run(some(request(asking()).module("plain", other).build())));
    assertEquals(SOME, run(some(request(asking()).engine("endive-interpreter").build())));

    ModuleBuilder beginning =
        counting(threaded("main.wasm", "probe"))
            .importFunction("wasi", "thread-spawn", "(i32) -> i32")
            .exportedFunction("wasi_thread_start", "(i32, i32) -> ()", code())
            .exportedFunction(
                "__wasm_call_ctors",
                "() -> ()",
                code().call("env.ask").call("wasi.thread-spawn").drop());
    assertEquals(SOME, run(some(request(beginning).build())));
  }

  private static ModuleBuilder counting(ModuleBuilder main) {
    return main.importFunction("env", "ask", "() -> i32");
  }

  @Test
  void oneThatIsBuiltForThreadsBeginsWhereTheSecondWas() throws Exception {
    host();
    ModuleBuilder main =
        counting(threaded("main.wasm", "probe"))
            .importFunction("env", "nobody_has_that", "() -> ()")
            .exportedFunction("never", "() -> ()", code().call("env.nobody_has_that"))
            .exportedFunction("__wasm_call_ctors", "() -> ()", code().call("env.ask").drop());
    assertEquals(2, run(some(request(main).build())));
  }

  /** Of another linker than a loose one, hosts come and go. */
  @Test
  void anotherHostIsAskedForItself() throws Exception {
    host();
    ModuleBuilder main =
        shared("main.wasm")
            .importFunction("probe", "ask", "() -> i32")
            .importFunction("env", "late", "() -> i32")
            .exportedFunction("__wasm_call_ctors", "() -> ()", code().call("probe.ask").drop())
            .exportedFunction("ask", "() -> i32", code().call("env.late"));
    LinkRequest request = request(main).build();
    Map<String, HostLibrary> hosts = new HashMap<>(Map.of("probe", probe));
    KeptSnapshots snapshots = new KeptSnapshots();
    LinkContext context =
        new LinkContext(
            ENGINE,
            new ModuleCache(),
            new Libraries(),
            name -> Optional.ofNullable(hosts.get(name)),
            Admission.OPEN);
    for (int i = 0; i < SOME; i++) {
      new LinkSession(request, context, i, snapshots).link().close();
    }
    assertEquals(2, probe.calls);

    Probe next = new Probe(Optional.of(Set.of()), true);
    hosts.put("probe", next);
    new LinkSession(request, context, 6, snapshots).link().close();
    assertEquals(2, probe.calls);
    assertEquals(1, next.calls);

    // What nobody defined is a function of the host's as soon as that has one.
    hosts.put("probe", probe);
    hosts.put("env", HostLibrary.of("env", Map.of("late", MethodHandles.constant(int.class, 5))));
    assertEquals(5, new LinkSession(request, context, 7, snapshots).link().call("ask"));
  }

  @Test
  void kindsThatNobodyLinksAnyMoreAreForgotten() throws Exception {
    host();
    LinkRequest one = request(asking()).build();
    assertEquals(2, run(some(one)));
    for (int i = 0; i < 64; i++) {
      run(request(asking()).build());
    }
    assertEquals(2, run(some(one)));
  }
}
