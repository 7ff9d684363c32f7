package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.dylink.engine.Engine;
import org.dylink.linker.Linker;
import org.dylink.linker.runtime.LinkerRuntime;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/**
 * Two hundred libraries come and go at random while programs are linked with them. The environment
 * sets {@code DYLINK_STORM_SECONDS}, {@code DYLINK_STORM_SEED} and {@code DYLINK_STORM_MOVERS}, up
 * to 8 threads that move libraries.
 */
@FrameworkTest
class StormIT {
  private static final int LIBRARIES = 200;
  private static final int LINKERS = 8;
  private static final int MOVERS = (int) setting("DYLINK_STORM_MOVERS", 2);
  private static final long SECONDS = setting("DYLINK_STORM_SECONDS", 10);
  private static final long GRACE_SECONDS = 120;

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;
  @InjectService LinkerRuntime runtime;

  @InjectService(filter = "(engine.name=endive-interpreter)")
  Engine interpreter;

  private final long seed = setting("DYLINK_STORM_SEED", System.nanoTime());
  private final List<StormLibrary> libraries =
      IntStream.range(0, LIBRARIES).mapToObj(StormLibrary::new).toList();
  private final Queue<WeakReference<ClassLoader>> loaders = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> moves = new TreeMap<>(); // guarded by itself

  @Test
  void nothingBreaksAndNothingIsLeft() throws Exception {
    System.out.println("storm: seed " + seed + ", " + SECONDS + " s");
    ForwardingEngine engine = new ForwardingEngine("storm", interpreter);
    engine.register(context, -1);
    StormLinks links = new StormLinks(linker, "storm", context);

    for (StormLibrary library : libraries) {
      library.install(context);
      library.start();
    }
    blow(links);

    System.out.println("storm: " + moves + ", links " + new TreeMap<>(links.outcomes()));
    assertTrue(links.outcomes().containsKey("right"), "no program was linked");
    for (StormLibrary library : libraries) {
      if (library.isInstalled()) {
        library.uninstall(runtime);
      }
    }
    Refresh.removalPending(context);
    Collected.await("libraries", links::librariesAlive);
    Collected.await("class loaders", this::loadersAlive);
    Collected.await("modules", engine::modulesAlive);
    Collected.await("memories", engine::memoriesAlive);
    assertEquals(
        List.of(),
        runtime.libraries().stream().filter(l -> l.name.startsWith("libstorm")).toList());
    assertEquals(List.of(), linker.programs());
  }

  private void blow(StormLinks links) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    List<FutureTask<Void>> tasks = new ArrayList<>();
    for (int i = 0; i < MOVERS; i++) {
      int mover = i;
      tasks.add(repeat(end, "mover-" + i, random -> moveOne(mover, random)));
    }
    for (int i = 0; i < LINKERS; i++) {
      tasks.add(repeat(end, "linker-" + i, links::linkOne));
    }
    for (FutureTask<Void> task : tasks) {
      await(task);
    }
  }

  /** One step of a thread. */
  @FunctionalInterface
  private interface Step {
    void take(Random random) throws Exception;
  }

  private FutureTask<Void> repeat(long end, String name, Step step) {
    Random random = new Random(seed + name.hashCode());
    Callable<Void> work =
        () -> {
          while (System.nanoTime() < end) {
            step.take(random);
          }
          return null;
        };
    FutureTask<Void> task = new FutureTask<>(work);
    new Thread(task, "storm-" + name).start();
    return task;
  }

  // Each mover has libraries of its own, so that one knows which are installed. What others need
  // most moves least: else nothing could be linked most of the time.
  private void moveOne(int mover, Random random) throws BundleException {
    int highest = Math.max(random.nextInt(LIBRARIES), random.nextInt(LIBRARIES));
    StormLibrary library = libraries.get(highest / MOVERS * MOVERS + mover);
    if (!library.isInstalled()) {
      count("install");
      library.install(context);
      start(library);
    } else if (library.isStopped(context)) {
      start(library);
    } else {
      disturb(library, random.nextInt(4));
    }
  }

  private void disturb(StormLibrary library, int how) throws BundleException {
    switch (how) {
      case 0 -> {
        count("stop");
        library.stop(runtime);
      }
      case 1 -> {
        update(library);
        start(library);
      }
      case 2 -> {
        count("refresh");
        wiring().refreshBundles(List.of(library.bundle()));
      }
      default -> {
        count("uninstall");
        library.uninstall(runtime);
      }
    }
  }

  private void update(StormLibrary library) throws BundleException {
    count("update");
    try {
      library.update(runtime);
    } catch (BundleException e) {
      // Felix 7.0.5 gives up at once while another thread resolves.
      assertEquals("Cannot acquire global lock to update the bundle.", e.getMessage());
      count("not updated");
    }
  }

  private void start(StormLibrary library) throws BundleException {
    count("start");
    try {
      library.start().ifPresent(loader -> loaders.add(new WeakReference<>(loader)));
    } catch (BundleException e) {
      // What it needs is not installed, or the framework is refreshing it.
      assertTrue(
          e.getType() == BundleException.RESOLVE_ERROR
              || e.getType() == BundleException.STATECHANGE_ERROR,
          e::toString);
      count("not started");
    } catch (IllegalStateException e) {
      // Felix 7.0.5 releases a lock here that it did not get, when it resolves in two threads.
      assertEquals("Bundle is locked by another thread.", e.getMessage());
      count("not started");
    }
  }

  private long loadersAlive() {
    return loaders.stream().filter(each -> each.get() != null).count();
  }

  private FrameworkWiring wiring() {
    Bundle system = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
    return system.adapt(FrameworkWiring.class);
  }

  private void count(String move) {
    synchronized (moves) {
      moves.merge(move, 1, Integer::sum);
    }
  }

  private static void await(FutureTask<Void> task) throws Exception {
    try {
      task.get(SECONDS + GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      StringBuilder stacks = new StringBuilder("a thread does not come back:\n");
      Thread.getAllStackTraces()
          .forEach(
              (thread, stack) -> stacks.append(thread).append(Arrays.toString(stack)).append('\n'));
      fail(stacks.toString(), e);
    }
  }

  private static long setting(String name, long otherwise) {
    String value = System.getenv(name);
    return value == null ? otherwise : Long.parseLong(value);
  }
}
