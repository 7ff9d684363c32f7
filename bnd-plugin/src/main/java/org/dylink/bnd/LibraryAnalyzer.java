package org.dylink.bnd;

import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.Resource;
import aQute.bnd.service.AnalyzerPlugin;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dylink.headers.LibraryCount;
import org.dylink.headers.LibraryFileName;

/**
 * Describes every {@code .so} and {@code .wasm} file of a bundle in its manifest: a capability
 * each, and a requirement for what they need and the bundle does not have.
 *
 * <p>A library's version is the one after {@code .so} in its file's name, else the bundle's. The
 * instruction {@code -wasm-library} sets it: {@code -wasm-library: libz.so;version=1.2.13}. What
 * the bnd file says itself in {@code Provide-Capability} and {@code Require-Capability} stays: a
 * capability for a library's path or name is completed, and a requirement of a library replaces the
 * one that would be written for it.
 *
 * <p>The instruction {@code -wasm-compile: libz.so} compiles libraries to JVM bytecode when the
 * bundle is built, so that it need not be done when they run; {@code native;platforms=linux-x86_64}
 * there makes machine code of all of them. {@code -wasm-prelink: app.wasm} makes an image of a main
 * with the libraries on the build path, in which its programs begin.
 *
 * <p>The build fails if a file is no module, if a {@code .so} could not be used by any program, if
 * a function that is to be compiled is not valid, and if there are more than 4,096 libraries.
 */
public final class LibraryAnalyzer implements AnalyzerPlugin {
  /** bnd makes the plugin by its name. */
  public LibraryAnalyzer() {}

  /**
   * Adds clauses to {@code Provide-Capability} and {@code Require-Capability}. What is wrong with a
   * library is reported to the analyzer: as an error where no program could use it, as a warning
   * where something is most likely misspelt.
   *
   * @return false: the classes of the bundle stay as they are
   * @throws IOException if a file of the bundle or a manifest on the build path cannot be read
   */
  @Override
  public boolean analyzeJar(Analyzer analyzer) throws IOException {
    Map<String, Resource> files = new TreeMap<>(analyzer.getJar().getResources());
    files.keySet().removeIf(path -> !LibraryFileName.isLibrary(path));
    Optional<String> refusal = LibraryCount.refusal(name(analyzer), files.size());
    if (refusal.isPresent()) {
      analyzer.error("%s", refusal.get());
    } else {
      add(files, new BundleLibraries(analyzer));
    }
    return false;
  }

  private static String name(Analyzer analyzer) {
    return analyzer.getBsn() + " " + analyzer.getBundleVersion();
  }

  private static void add(Map<String, Resource> files, BundleLibraries libraries)
      throws IOException {
    for (Map.Entry<String, Resource> file : files.entrySet()) {
      libraries.add(file.getKey(), contents(file.getValue()));
    }
    libraries.finish();
  }

  private static byte[] contents(Resource file) throws IOException {
    try (InputStream in = file.openInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
