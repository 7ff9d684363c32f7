package org.dylink.app.launch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.dylink.app.launch.BundleIndex.Group;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** A process with a framework in which a program calls {@link ExitBundle}. */
final class ExitingProcess {
  private ExitingProcess() {}

  /**
   * Runs the program, which ends the process.
   *
   * @param arguments {@code embedded}, where the framework is that of {@code dylink run}, or {@code
   *     felix}, where it is a plain one; the program's folder; the framework's
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    Launch launch =
        new Launch(List.of("run", "app.wasm"), folder, System.in, System.out, System.err, false);
    if (arguments[0].equals("embedded")) {
      EmbeddedFramework framework = EmbeddedFramework.start();
      installExitBundle(framework.context());
      framework.call(launch);
    } else {
      BundleContext context = startFelix(arguments[2]);
      installExitBundle(context);
      new CommandCall(context, new CompletableFuture<>()).run(launch);
    }
    System.out.println("the program has returned");
  }

  private static BundleContext startFelix(String storage) throws IOException, BundleException {
    Framework felix =
        new FrameworkFactory()
            .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, storage), new OwnBundles());
    felix.init();
    List<Bundle> bundles = BundleIndex.install(felix.getBundleContext(), EnumSet.of(Group.ALWAYS));
    felix.start();
    for (Bundle bundle : bundles) {
      bundle.start();
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(felix)));
    return felix.getBundleContext();
  }

  // As the hook of Felix' own launcher, which waits for as long as it takes.
  private static void stop(Framework felix) {
    try {
      felix.stop();
      felix.waitForStop(0);
      System.out.println("the framework has stopped");
    } catch (BundleException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void installExitBundle(BundleContext context) throws IOException, BundleException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
    main.putValue(Constants.BUNDLE_SYMBOLICNAME, "exits");
    main.putValue(Constants.BUNDLE_ACTIVATOR, ExitBundle.class.getName());
    main.putValue(Constants.IMPORT_PACKAGE, "org.osgi.framework,org.dylink.engine.host");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
      put(jar, ExitBundle.class);
      put(jar, ExitBundle.Functions.class);
    }
    context.installBundle("exits", new ByteArrayInputStream(bytes.toByteArray())).start();
  }

  private static void put(JarOutputStream jar, Class<?> type) throws IOException {
    String file = type.getName().replace('.', '/') + ".class";
    jar.putNextEntry(new JarEntry(file));
    try (InputStream content = type.getClassLoader().getResourceAsStream(file)) {
      content.transferTo(jar);
    }
    jar.closeEntry();
  }
}
