package org.dylink.app.launch;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private static final long STOP_MILLIS = 10_000;

  private final Storage storage;
  private final Framework framework;
  private final ShutdownHook hook = new ShutdownHook(this::closeUnheard);

  private EmbeddedFramework(Storage storage) {
    this.storage = storage;
    this.framework = new FrameworkFactory().newFramework(configuration(storage));
  }

  /**
   * Starts a framework for all commands but the shell, with a temporary storage.
   *
   * @throws LaunchException if it does not start; nothing is left of it then
   */
  public static EmbeddedFramework start() throws LaunchException {
    try {
      return start(Storage.temporary(), Set.of(Group.ALWAYS));
    } catch (IOException e) {
      throw new LaunchException("no temporary folder for the framework", e);
    }
  }

  static EmbeddedFramework start(Storage storage, Set<Group> groups) throws LaunchException {
    EmbeddedFramework embedded = new EmbeddedFramework(storage);
    try {
      embedded.framework.start();
      embedded.startBundles(BundleIndex.names(groups));
      return embedded;
    } catch (IOException | BundleException | RuntimeException e) {
      embedded.closeAfter(e);
      throw new LaunchException("the framework does not start", e);
    }
  }

  private static Map<String, String> configuration(Storage storage) {
    return Map.of(
        Constants.FRAMEWORK_STORAGE,
        storage.folder().toString(),
        Constants.FRAMEWORK_STORAGE_CLEAN,
        Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
        // In the calling thread: the resolver's own threads outlive the framework by a minute.
        "felix.resolver.parallelism",
        "1");
  }

  /** All are installed before the first is started: starting one resolves what it needs. */
  private void startBundles(List<String> names) throws IOException, BundleException {
    BundleContext context = context();
    List<Bundle> bundles = new ArrayList<>();
    for (String name : names) {
      try (InputStream content = BundleIndex.open(name)) {
        bundles.add(context.installBundle("dylink:" + name, content));
      }
    }
    for (Bundle bundle : bundles) {
      bundle.start();
    }
  }

  /** The framework's own context, for tests and embedders. */
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
  public synchronized int call(Launch launch) throws LaunchException {
    return new CommandCall(context()).run(launch);
  }

  /**
   * Stops the framework and deletes a temporary storage; may be called twice, and by another thread
   * while a command runs, which then ends early.
   *
   * @throws LaunchException if something is left behind
   */
  @Override
  public void close() throws LaunchException {
    // Not this object's lock: a running call holds it.
    synchronized (storage) {
      stop();
      try {
        storage.close();
      } catch (IOException e) {
        throw new LaunchException("cannot delete " + storage.folder(), e);
      } finally {
        hook.remove();
      }
    }
  }

  private void stop() throws LaunchException {
    try {
      framework.stop();
      framework.waitForStop(STOP_MILLIS);
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
      close();
    } catch (LaunchException e) {
      // The process is ending: nobody is left to tell.
    }
  }
}
