package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.LibraryListener;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** Listens to the states of libraries, so that a test can wait for one. */
final class LibraryStates implements LibraryListener, AutoCloseable {
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final List<LibraryDTO> heard = new ArrayList<>(); // guarded by this
  private final Map<String, String> now = new LinkedHashMap<>(); // guarded by this
  private ServiceRegistration<LibraryListener> service;

  private LibraryStates() {}

  static LibraryStates of(BundleContext context) {
    LibraryStates states = new LibraryStates();
    states.service = context.registerService(LibraryListener.class, states, null);
    return states;
  }

  @Override
  public synchronized void libraryChanged(LibraryDTO library) {
    heard.add(library);
    now.put(library.name + " " + library.version + " " + library.bundle, line(library));
    notifyAll();
  }

  /**
   * Waits until a library is in a state.
   *
   * @param line {@code name version STATE}, with the reasons behind it: {@code a.so 1.0.0 WAITING
   *     libb.so: ...}
   */
  synchronized void await(String line) throws InterruptedException {
    long end = System.nanoTime() + LIMIT_NANOS;
    while (!now.containsValue(line)) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        fail("expected " + line + ", but there are " + now.values());
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }

  /** All that was heard of a library, in order. */
  synchronized List<String> historyOf(String name) {
    return heard.stream()
        .filter(library -> library.name.equals(name))
        .map(LibraryStates::line)
        .toList();
  }

  /** {@code name version STATE reasons}. */
  static String line(LibraryDTO library) {
    String reasons = String.join("; ", library.reasons);
    return String.join(" ", library.name, library.version, library.state.name(), reasons).strip();
  }

  @Override
  public void close() {
    service.unregister();
  }
}
