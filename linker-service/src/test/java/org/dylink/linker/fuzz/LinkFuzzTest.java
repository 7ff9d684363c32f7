package org.dylink.linker.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dylink.engine.Engine;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.host.HostLibrary;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.WasmModule;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.OpenLibrary;
import org.dylink.linker.Program;
import org.dylink.linker.link.LinkSession;
import org.dylink.linker.link.load.Admission;
import org.dylink.linker.link.load.LinkContext;
import org.dylink.linker.link.load.ModuleCache;
import org.dylink.linker.link.load.SearchResult;
import org.dylink.linker.testing.Engines;
import org.dylink.linker.testing.TestLibrary;
import org.junit.jupiter.api.Test;

/**
 * Links mutated modules, as a program's main, as one of its libraries, or opened in a running one.
 * Only a {@link LinkException} may come out, or a program that is stopped because it hangs.
 *
 * <p>System properties: {@code dylink.fuzz.seconds} (5), {@code dylink.fuzz.seed}, and {@code
 * dylink.fuzz.case} for one case alone. A module that breaks something is left in target/fuzz.
 */
class LinkFuzzTest {
  private static final long SECONDS = Long.getLong("dylink.fuzz.seconds", 5);
  private static final long SEED = Long.getLong("dylink.fuzz.seed", 20_260_101);
  private static final Long ONLY = Long.getLong("dylink.fuzz.case");
  private static final Path FINDINGS = Path.of("target/fuzz");
  private static final Path CORPUS =
      Path.of(System.getProperty("dylink.corpus", "../../shared/corpus"));

  // A hang takes that long; one case alone gets more, because its JVM is cold.
  private static final Duration TIME_LIMIT = Duration.ofMillis(ONLY == null ? 300 : 10_000);

  // A larger one, libc.so for one, takes longer to compile than a hundred small ones to link.
  private static final int LARGEST = 20_000;
  private static final int MANY = 20;

  private final List<Library> seeds = new ArrayList<>();
  private final Map<String, Library> byName = new HashMap<>();
  private final Map<String, HostLibrary> hosts = new HashMap<>();
  private final List<byte[]> bytes = new ArrayList<>();
  private final List<Engine> engines = Engines.all().map(engine -> engine.getPayload()).toList();
  private final ModuleCache modules = new ModuleCache();
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final Map<String, String> findings = new LinkedHashMap<>();

  @Test
  void onlyLinkExceptionsComeOut() throws IOException {
    for (String folder : List.of("src/test/native", "src/main/resources/lib")) {
      addSeeds(Path.of(folder));
    }
    addSeeds(CORPUS);
    byName.put("libc.so", StubLibc.serving(seeds));
    modules.retain(byName.get("libc.so").module());
    long end = System.nanoTime() + SECONDS * 1_000_000_000;
    long number = 0;
    if (ONLY != null) {
      run(ONLY);
    }
    while (ONLY == null && System.nanoTime() < end && findings.size() < MANY) {
      run(number++);
    }
    System.out.printf(
        "fuzzing: seed %d, %d cases of %d modules: %s%n", SEED, number, seeds.size(), outcomes);
    assertEquals("", String.join("\n", findings.values()));
  }

  private void run(long number) throws IOException {
    Random random = new Random(SEED * 1_000_003 + number);
    Library seed = seeds.get(random.nextInt(seeds.size()));
    byte[] mutated = new Mutator(random, bytes).mutate(seed.module().bytes().toArray());
    // The compiler is the slower one to start, and shares most of its code with the interpreter.
    Engine engine = engines.get(random.nextInt(8) == 0 ? 1 : 0);
    String outcome;
    try {
      outcome = link(seed, mutated, engine, random);
    } catch (MalformedModuleException e) {
      outcome = "not a module";
    } catch (LinkException e) {
      outcome = "refused: " + e.reason();
    } catch (TrapException e) {
      outcome = e.kind() == TrapKind.TIMEOUT ? "stopped" : found(number, seed, mutated, engine, e);
    } catch (RuntimeException | Error e) {
      outcome = found(number, seed, mutated, engine, e);
    }
    outcomes.merge(outcome, 1, Integer::sum);
  }

  private String link(Library seed, byte[] mutated, Engine engine, Random random)
      throws MalformedModuleException, LinkException {
    WasmModule module = WasmModule.read(seed.name(), mutated);
    Library library = TestLibrary.of(module);
    return switch (random.nextInt(3)) {
      case 0 -> linkMain(library, library, engine, "");
      case 1 -> linkMain(needing(seed), library, engine, "");
      default -> linkMain(byName.get("dlmain.wasm"), library, engine, library.name());
    };
  }

  /** A program that has the mutated library among its own, whatever its name. */
  private Library needing(Library seed) {
    return seeds.stream()
        .filter(other -> other.needed().contains(seed.name()))
        .findFirst()
        .orElse(byName.get("dlmain.wasm"));
  }

  private String linkMain(Library main, Library mutated, Engine engine, String open)
      throws LinkException {
    LinkRequest request =
        LinkRequest.builder(main)
            .maxMemory(8 << 20)
            .timeout(TIME_LIMIT)
            .preloads(main == mutated || !open.isEmpty() ? List.of() : List.of(mutated.name()))
            .build();
    LinkContext context =
        new LinkContext(
            engine,
            modules,
            (name, neededBy, program) -> find(name, mutated),
            name -> Optional.ofNullable(hosts.get(name)),
            Admission.OPEN);
    try (Program program = new LinkSession(request, context, 1).link()) {
      if (!open.isEmpty()) {
        return close(program.open(open));
      }
      return "linked";
    }
  }

  private static String close(OpenLibrary library) {
    try {
      library.close();
      return "opened and closed";
    } catch (TrapException e) {
      return "trapped in an exit function";
    }
  }

  private SearchResult find(String name, Library mutated) {
    Library library = mutated.name().equals(name) ? mutated : byName.get(name);
    return library == null ? SearchResult.missing("not a seed") : SearchResult.found(library);
  }

  private String found(long number, Library seed, byte[] mutated, Engine engine, Throwable thrown)
      throws IOException {
    StackTraceElement top = thrown.getStackTrace().length == 0 ? null : thrown.getStackTrace()[0];
    if (ONLY != null) {
      thrown.printStackTrace();
    }
    Files.createDirectories(FINDINGS);
    Path file = FINDINGS.resolve(number + "-" + seed.name());
    Files.write(file, mutated);
    String key = thrown.getClass().getName() + " at " + top;
    findings.putIfAbsent(
        key,
        "case "
            + number
            + ", "
            + seed.name()
            + " with "
            + engine.name()
            + ": "
            + thrown
            + " at "
            + top
            + ": see "
            + file);
    return "FOUND " + key;
  }

  private void addSeeds(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      System.out.println("fuzzing: no seeds at " + folder.toAbsolutePath());
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(LinkFuzzTest::isSeed).sorted().map(TestLibrary::of).forEach(this::addSeed);
    }
  }

  private void addSeed(Library library) {
    seeds.add(library);
    bytes.add(library.module().bytes().toArray());
    byName.putIfAbsent(library.name(), library);
    modules.retain(library.module());
    library.module().imports().stream()
        .map(entry -> entry.module())
        .filter(name -> !List.of("env", "GOT.mem", "GOT.func", "dylink").contains(name))
        .forEach(
            name ->
                ((FuzzHost) hosts.computeIfAbsent(name, FuzzHost::new)).serve(library.module()));
  }

  private static boolean isSeed(Path file) {
    String name = file.getFileName().toString();
    try {
      return (name.endsWith(".so") || name.endsWith(".wasm")) && Files.size(file) <= LARGEST;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
