package org.dylink.app.launch;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.felix.framework.FrameworkFactory;
import org.dylink.app.launch.BundleIndex.Group;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/**
 * A framework with the bundles nested in this jar. It serves one call at a time, any number of
 * them.
 */
public final class EmbeddedFramework implements AutoCloseable {
  /** The framework property that says where compiled classes are kept for later runs. */
  static final String CACHE = "dylink.cache";

  private static final long STOP_MILLIS = 10_000;

  // The process ends whether or not the program and the framework have come to rest; each has this.
  private static final long HURRIED_STOP_MILLIS = 1_000;

  private final Storage storage;
  private final ShutdownHook hook;
  private final CompletableFuture<Void> ending = new CompletableFuture<>();
  private final ReentrantLock calls = new ReentrantLock(); // held by the call that is served
  private volatile Framework framework;
  // Guarded by storage, as this object's own lock is held by a call.
  private boolean closed;

  private EmbeddedFramework(Storage storage) {
    this.storage = storage;
    this.hook = new ShutdownHook(this::closeUnheard);
  }

  /**
   * Starts a framework for all commands but the shell, with a temporary storage. It keeps no
   * compiled classes.
   *
   * @throws LaunchException if it does not start; nothing is left of it then
   */
  public static EmbeddedFramework start() throws LaunchException {
    try {
      return start(Storage.temporary(), Set.of(Group.ALWAYS), Map.of(CACHE, ClassFolder.NONE));
    } catch (IOException e) {
      throw new LaunchException("no temporary folder for the framework", e);
    }
  }

  /**
   * @param properties of the framework, beside those that each has
   */
  static EmbeddedFramework start(Storage storage, Set<Group> groups, Map<String, String> properties)
      throws LaunchException {
    EmbeddedFramework embedded = new EmbeddedFramework(storage);
    try {
      embedded.start(groups, properties);
      return embedded;
    } catch (IOException | BundleException | RuntimeException e) {
      embedded.closeAfter(e);
      throw new LaunchException("the framework does not start", e);
    }
  }

  private void start(Set<Group> groups, Map<String, String> properties)
      throws IOException, BundleException {
    // Whoever ends the process in between waits, and deletes what is complete.
    synchronized (storage) {
      framework =
          new FrameworkFactory().newFramework(configuration(storage, properties), new OwnBundles());
      // All are installed before the first is started, also of those that a storage has kept:
      // starting one resolves what it needs.
      framework.init();
      List<Bundle> bundles = BundleIndex.install(context(), groups);
      framework.start();
      for (Bundle bundle : bundles) {
        if (isEnding()) {
          return; // nobody waits for the rest
        }
        // Transient: the next start on this storage may be one without a terminal.
        bundle.start(Bundle.START_TRANSIENT);
      }
    }
  }

  private static Map<String, String> configuration(
      Storage storage, Map<String, String> properties) {
    Map<String, String> all = new HashMap<>(properties);
    all.put(Constants.FRAMEWORK_STORAGE, storage.folder().toString());
    all.put(
        Constants.FRAMEWORK_STORAGE_CLEAN,
        storage.isTemporary() ? Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT : "none");
    // In the calling thread: the resolver's own threads outlive the framework by a minute.
    all.put("felix.resolver.parallelism", "1");
    // Two files of one name are two bundles, and nobody gives files versions.
    all.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
    return all;
  }

  /** The framework's own context, for tests and embedders; null once it is closed. */
  public BundleContext context() {
    return framework.getBundleContext();
  }

  /**
   * Runs a command in this thread.
   *
   * @return its exit code
   * @throws LaunchException if no bundle takes the call, or if the command fails in a way of which
   *     it knows nothing
   */
  public int call(Launch launch) throws LaunchException {
    calls.lock();
    try {
      BundleContext context = context();
      if (context == null || isEnding()) {
        throw new LaunchException("the framework has been stopped");
      }
      return new CommandCall(context, ending).run(launch);
    } catch (IllegalStateException e) {
      throw new LaunchException(
          isEnding() ? "the framework has been stopped" : "the command failed", e);
    } finally {
      calls.unlock();
    }
  }

  /** Whether it is being stopped: what a command says from then on is of no interest. */
  boolean isEnding() {
    return ending.isDone();
  }

  /**
   * Stops the framework and deletes a temporary storage; may be called twice, and by another thread
   * while a command runs, which then ends early.
   *
   * @throws LaunchException if something is left behind
   */
  @Override
  public void close() throws LaunchException {
    close(STOP_MILLIS, () -> {});
  }

  /**
   * @param late is run if a command does not end in time
   */
  private void close(long stopMillis, Runnable late) throws LaunchException {
    ending.complete(null);
    synchronized (storage) {
      if (closed) {
        return;
      }
      closed = true;
      if (!awaitCall(stopMillis)) {
        late.run();
      }
      try {
        stop(stopMillis);
      } finally {
        deleteStorage();
        hook.remove();
      }
    }
  }

  // The program first: it would see its libraries go with the framework.
  private boolean awaitCall(long millis) {
    try {
      boolean ended = calls.tryLock(millis, TimeUnit.MILLISECONDS);
      if (ended) {
        calls.unlock();
      }
      return ended;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void deleteStorage() throws LaunchException {
    try {
      storage.close();
    } catch (IOException e) {
      throw new LaunchException("cannot delete " + storage.folder(), e);
    }
  }

  private void stop(long millis) throws LaunchException {
    if (framework == null) {
      return;
    }
    try {
      framework.stop();
      framework.waitForStop(millis);
    } catch (BundleException e) {
      throw new LaunchException("the framework does not stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeAfter(Exception failure) {
    try {
      close();
    } catch (LaunchException e) {
      failure.addSuppressed(e);
    }
  }

  private void closeUnheard() {
    try {
      close(HURRIED_STOP_MILLIS, EmbeddedFramework::silence);
    } catch (LaunchException e) {
      // The process is ending: nobody is left to tell.
    }
  }

  // What is still at work loses its classes, and fails with no news for anybody.
  private static void silence() {
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {});
  }
}
