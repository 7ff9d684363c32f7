package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dylink.engine.Engine;
import org.dylink.engine.host.HostLibrary;
import org.dylink.launcher.ConfiguredProgram;
import org.dylink.linker.Library;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Bundles, services, programs and threads, as lines that say what is there too much. */
record FrameworkState(BundleContext context, List<String> parts) {
  // Comes when bundles change, and goes when nothing does for a while.
  private static final String WORKER = "dylink-libraries";
  private static final String THREAD = "thread ";
  private static final long THREAD_END_MILLIS = TimeUnit.SECONDS.toMillis(10);

  static FrameworkState of(BundleContext context) {
    return new FrameworkState(context, describe(context));
  }

  void assertUnchanged() throws InterruptedException {
    awaitThreads();
    List<String> now = describe(context);
    if (!now.equals(parts)) {
      // The linker's own thread may be about to take back what it has just registered.
      awaitWorkersEnd();
      now = describe(context);
    }
    assertEquals(List.of(), minus(now, parts), "left behind");
    assertEquals(List.of(), minus(lasting(parts), now), "gone");
  }

  /** Waits for the linker's threads: one that was told to end needs a moment. */
  static void awaitThreads() throws InterruptedException {
    for (Thread thread : dylinkThreads()) {
      thread.join(THREAD_END_MILLIS);
    }
  }

  /** The threads that the linker makes for programs. */
  static List<Thread> dylinkThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("dylink-"))
        .filter(thread -> !thread.getName().equals(WORKER))
        .toList();
  }

  /** Waits until the linker's own thread has ended, as it must when the linker stops. */
  static void awaitWorkersEnd() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals(WORKER)) {
        thread.join(THREAD_END_MILLIS);
        assertFalse(thread.isAlive(), thread.getName());
      }
    }
  }

  // A thread of an earlier test may end whenever it likes.
  private static List<String> lasting(List<String> parts) {
    return parts.stream().filter(part -> !part.startsWith(THREAD)).toList();
  }

  private static List<String> minus(List<String> all, List<String> others) {
    List<String> rest = new ArrayList<>(all);
    others.forEach(rest::remove);
    return rest;
  }

  private static List<String> describe(BundleContext context) {
    Stream<String> bundles =
        Arrays.stream(context.getBundles())
            .map(b -> "bundle " + b.getBundleId() + " " + b.getLocation() + " " + b.getState());
    Stream<String> services =
        Stream.of(
                Library.class,
                Engine.class,
                HostLibrary.class,
                Linker.class,
                ConfiguredProgram.class)
            .flatMap(type -> services(context, type));
    Stream<String> threads = dylinkThreads().stream().map(thread -> THREAD + thread.getName());
    return Stream.of(bundles, services, programs(context), threads)
        .flatMap(lines -> lines.sorted())
        .toList();
  }

  private static Stream<String> services(BundleContext context, Class<?> type) {
    return references(context, type)
        .map(
            service ->
                String.join(
                    " ",
                    type.getSimpleName(),
                    service.getBundle().getLocation(),
                    property(service, Library.NAMESPACE),
                    property(service, Engine.NAME),
                    property(service, HostLibrary.MODULE),
                    property(service, ConfiguredProgram.NAME)));
  }

  private static String property(ServiceReference<?> service, String key) {
    Object value = service.getProperty(key);
    return value == null ? "" : value.toString();
  }

  private static Stream<String> programs(BundleContext context) {
    return references(context, Linker.class)
        .map(service -> ((Linker) context.getService(service)).programs())
        .flatMap(List::stream)
        .map(FrameworkState::describe);
  }

  private static String describe(Program program) {
    return "program " + program.id() + " " + program.name() + " " + program.state();
  }

  private static Stream<ServiceReference<?>> references(BundleContext context, Class<?> type) {
    try {
      ServiceReference<?>[] all =
          context.getAllServiceReferences(
              null, "(" + Constants.OBJECTCLASS + "=" + type.getName() + ")");
      return all == null ? Stream.empty() : Arrays.stream(all);
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
