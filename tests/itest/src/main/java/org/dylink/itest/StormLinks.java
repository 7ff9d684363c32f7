package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.LoadedLibrary;
import org.dylink.linker.Program;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;

/** Links and runs libraries of a storm, and checks each answer. Threads may share it. */
final class StormLinks {
  private static final int CALLS = 3;

  private final Linker linker;
  private final String engine;
  private final BundleContext context;
  private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Reference<Library>> linked = new ConcurrentLinkedQueue<>();

  StormLinks(Linker linker, String engine, BundleContext context) {
    this.linker = linker;
    this.engine = engine;
    this.context = context;
  }

  /** How often came what. */
  Map<String, LongAdder> outcomes() {
    return outcomes;
  }

  /** How many of the libraries that were linked somebody still has. */
  long librariesAlive() {
    return linked.stream().filter(each -> each.get() != null).count();
  }

  void linkOne(Random random) {
    List<Library> there =
        linker.libraries().stream().filter(l -> l.name().startsWith("libstorm")).toList();
    if (!there.isEmpty()) {
      Library main = there.get(random.nextInt(there.size()));
      count(link(numberOf(main), main));
    }
  }

  private String link(int index, Library main) {
    LinkRequest request = LinkRequest.builder(main).engine(engine).build();
    try (Program program = linker.link(request)) {
      Map<Integer, Integer> generations = generations(program);
      assertNothingIsStopped(program, generations.keySet());
      int expected = expected(index, generations);
      for (int i = 0; i < CALLS; i++) {
        assertEquals(expected, program.call(StormLibrary.function(index)), main::toString);
      }
      return "right";
    } catch (LinkException e) {
      assertEquals(Reason.MISSING_LIBRARY, e.reason(), e::getMessage);
      return "not linked";
    } catch (TrapException e) {
      assertEquals(TrapKind.STOPPED, e.kind(), e::getMessage);
      return "ended";
    }
  }

  private Map<Integer, Integer> generations(Program program) {
    Map<Integer, Integer> generations = new HashMap<>();
    for (LoadedLibrary loaded : program.linkMap().libraries()) {
      Library library = loaded.library();
      generations.put(numberOf(library), Version.valueOf(library.version()).getMinor());
      linked.add(new WeakReference<>(library));
    }
    return generations;
  }

  private static int numberOf(Library library) {
    return Integer.parseInt(library.name().replaceAll("\\D", ""));
  }

  // A bundle has not stopped before all programs have been told: who is not has a library that
  // runs.
  private void assertNothingIsStopped(Program program, Set<Integer> indexes) {
    for (int index : indexes) {
      if (StormLibrary.isStopped(index, context)) {
        assertTrue(
            program.failure().isPresent(),
            () -> StormLibrary.name(index) + " is stopped, and its program does not know");
      }
    }
  }

  private static int expected(int index, Map<Integer, Integer> generations) {
    int sum = StormLibrary.number(index, generations.get(index));
    for (int needed : new ArrayList<>(StormLibrary.needs(index))) {
      sum += expected(needed, generations);
    }
    return sum;
  }

  private void count(String outcome) {
    outcomes.computeIfAbsent(outcome, key -> new LongAdder()).increment();
  }
}
