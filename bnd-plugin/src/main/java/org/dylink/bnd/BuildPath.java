package org.dylink.bnd;

import aQute.bnd.header.Attrs;
import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.Domain;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import aQute.bnd.version.Version;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Manifest;
import org.dylink.format.ProgramKind;
import org.dylink.headers.LibraryHeaders;

/** The libraries in other bundles that a bundle is built with. */
final class BuildPath {
  private BuildPath() {}

  /**
   * The libraries, in the order of the path. If several bundles provide a name, the first on the
   * path counts, as it does for classes; one for another kind of program is another library. A
   * provider without a version is left out.
   */
  static Collection<ProvidedLibrary> libraries(Analyzer analyzer) throws IOException {
    Map<List<Object>, ProvidedLibrary> first = new LinkedHashMap<>();
    for (Jar jar : analyzer.getClasspath()) {
      Manifest manifest = manifestOf(jar);
      if (manifest != null) {
        Domain.domain(manifest)
            .getProvideCapability()
            .forEach((namespace, attributes) -> collect(namespace, attributes, first));
      }
    }
    return first.values();
  }

  private static void collect(
      String namespace, Attrs attributes, Map<List<Object>, ProvidedLibrary> first) {
    String name = attributes.get(LibraryHeaders.NAMESPACE);
    String version = attributes.get("version");
    // bnd marks a namespace that is there several times.
    boolean isLibrary = Processor.removeDuplicateMarker(namespace).equals(LibraryHeaders.NAMESPACE);
    if (isLibrary && name != null && version != null && Version.isVersion(version)) {
      ProgramKind kind = LibraryHeaders.programKind(attributes);
      first.putIfAbsent(List.of(name, kind), new ProvidedLibrary(name, version, kind));
    }
  }

  private static Manifest manifestOf(Jar jar) throws IOException {
    try {
      return jar.getManifest();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(jar.getName(), e);
    }
  }
}
