package org.dylink.itest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.WasmModule;
import org.dylink.headers.LibraryHeaders;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** A bundle with libraries and the headers that the bnd plugin writes for them. */
final class LibraryJar {
  private final String symbolicName;
  private final LibraryHeaders headers = new LibraryHeaders();
  private final Map<String, String> others = new LinkedHashMap<>();
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private LibraryJar(String symbolicName) {
    this.symbolicName = symbolicName;
  }

  static LibraryJar named(String symbolicName) {
    return new LibraryJar(symbolicName).header("Bundle-Version", "1.0.0");
  }

  /** Where such a bundle is installed from. */
  static String location(String symbolicName) {
    return "test:" + symbolicName;
  }

  LibraryJar library(WasmModule module, String version) {
    return library("lib", module, version);
  }

  LibraryJar library(String folder, WasmModule module, String version) {
    String path = folder + "/" + module.name();
    files.put(path, module.bytes().toArray());
    try {
      headers.add(module, version, path);
    } catch (MalformedModuleException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  /** Puts what a library was compiled to beside it, and says so. */
  LibraryJar compiled(String path, String kind, byte[] code) {
    headers.compiled(path, List.of(kind));
    return file(path + "." + kind, code);
  }

  /** The version of a needed library that the bundle is built with. */
  LibraryJar builtWith(String library, String version) {
    headers.builtWith(library, version);
    return this;
  }

  /** Sets a header that this or the libraries have set otherwise; null leaves it out. */
  LibraryJar header(String name, String value) {
    others.put(name, value);
    return this;
  }

  /** Takes a file out; the headers go on naming it. */
  LibraryJar without(String path) {
    files.remove(path);
    return this;
  }

  /** Puts a file in that no header names. */
  LibraryJar file(String path, byte[] contents) {
    files.put(path, contents);
    return this;
  }

  Bundle install(BundleContext context) throws BundleException {
    return context.installBundle(location(symbolicName), new ByteArrayInputStream(toArray()));
  }

  Bundle start(BundleContext context) throws BundleException {
    Bundle bundle = install(context);
    bundle.start();
    return bundle;
  }

  /** Gives a bundle this contents instead of what it has. */
  void update(Bundle bundle) throws BundleException {
    bundle.update(new ByteArrayInputStream(toArray()));
  }

  private byte[] toArray() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest())) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        jar.putNextEntry(new JarEntry(file.getKey()));
        jar.write(file.getValue());
        jar.closeEntry();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private Manifest manifest() {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", symbolicName);
    putClauses(main, "Provide-Capability", headers.capabilities());
    putClauses(main, "Require-Capability", headers.requirements());
    others.forEach((name, value) -> replace(main, name, value));
    return manifest;
  }

  private static void putClauses(Attributes main, String name, List<String> clauses) {
    if (!clauses.isEmpty()) {
      main.putValue(name, String.join(",", clauses));
    }
  }

  private static void replace(Attributes main, String name, String value) {
    if (value == null) {
      main.remove(new Attributes.Name(name));
    } else {
      main.putValue(name, value);
    }
  }
}
