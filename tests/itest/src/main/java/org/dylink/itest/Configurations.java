package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationListener;

/** Configurations that a test makes; what is left of them in the end is deleted. */
final class Configurations {
  private static final String LAST = "org.dylink.itest.last";
  private static final long LIMIT_SECONDS = 60;
  // Whichever bundle asks for it gets it.
  private static final String ANY_BUNDLE = "?";

  private final BundleContext context;
  private final ConfigurationAdmin admin;
  private final Set<String> made = new TreeSet<>();

  Configurations(BundleContext context) {
    this.context = context;
    admin = context.getService(context.getServiceReference(ConfigurationAdmin.class));
  }

  /** Makes or changes a configuration, and waits until its component has heard of it. */
  void set(String pid, Map<String, ?> properties) throws Exception {
    made.add(pid);
    configuration(pid).update(FrameworkUtil.asDictionary(properties));
    awaitHeard();
  }

  /** Deletes a configuration, and waits until its component has heard of it. */
  void delete(String pid) throws Exception {
    made.remove(pid);
    configuration(pid).delete();
    awaitHeard();
  }

  void deleteAll() throws Exception {
    for (String pid : List.copyOf(made)) {
      delete(pid);
    }
  }

  private Configuration configuration(String pid) throws Exception {
    int separator = pid.indexOf('~');
    return separator < 0
        ? admin.getConfiguration(pid, ANY_BUNDLE)
        : admin.getFactoryConfiguration(
            pid.substring(0, separator), pid.substring(separator + 1), ANY_BUNDLE);
  }

  // Events are told one after the other, in a thread of Configuration Admin's: who hears of the
  // last
  // one knows that everybody has dealt with those before.
  private void awaitHeard() throws Exception {
    Semaphore heard = new Semaphore(0);
    ConfigurationListener listener =
        event -> {
          if (event.getPid().equals(LAST)) {
            heard.release();
          }
        };
    ServiceRegistration<ConfigurationListener> service =
        context.registerService(ConfigurationListener.class, listener, null);
    try {
      // Not deleted: File Install looks at what is told of, and would complain if it had gone.
      configuration(LAST).update(FrameworkUtil.asDictionary(Map.of()));
      assertTrue(heard.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS), "nothing heard");
    } finally {
      service.unregister();
    }
  }
}
