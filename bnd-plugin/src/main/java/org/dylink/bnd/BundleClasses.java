package org.dylink.bnd;

import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Resource;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The classes of the bundle that is being built and of its build path, to be looked at. What the
 * plugin has itself, the binding's annotations for one, is the plugin's.
 */
final class BundleClasses extends ClassLoader {
  private final List<Jar> jars = new ArrayList<>();

  BundleClasses(Analyzer analyzer) {
    super(BundleClasses.class.getClassLoader());
    jars.add(analyzer.getJar());
    jars.addAll(analyzer.getClasspath());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    String path = name.replace('.', '/') + ".class";
    for (Jar jar : jars) {
      Resource file = jar.getResource(path);
      if (file != null) {
        byte[] bytes = contents(name, file);
        return defineClass(name, bytes, 0, bytes.length);
      }
    }
    throw new ClassNotFoundException(name);
  }

  private static byte[] contents(String name, Resource file) throws ClassNotFoundException {
    try (InputStream in = file.openInputStream()) {
      return in.readAllBytes();
    } catch (Exception e) { // bnd's
      throw new ClassNotFoundException(name, e);
    }
  }
}
