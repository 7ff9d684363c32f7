package org.dylink.app.launch;

import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleException;
import org.osgi.framework.connect.ConnectModule;
import org.osgi.framework.connect.ModuleConnector;

/**
 * Connects the bundles of the runnable jar to that jar's own class loader (OSGi Core, chapter 60,
 * Connect). Nothing is copied to the storage and no class is read through a second jar, and the JVM
 * can keep the classes in an archive: it does so for its own class loaders only.
 */
final class OwnBundles implements ModuleConnector {
  @Override
  public void initialize(File storage, Map<String, String> configuration) {}

  @Override
  public Optional<ConnectModule> connect(String location) throws BundleException {
    try {
      Optional<OwnBundle> bundle = OwnBundle.at(location);
      return bundle.map(content -> () -> content);
    } catch (IOException e) {
      throw new BundleException(location + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Optional<BundleActivator> newBundleActivator() {
    return Optional.empty();
  }
}
