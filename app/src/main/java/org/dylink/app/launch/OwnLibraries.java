package org.dylink.app.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dylink.app.search.Installed;
import org.dylink.format.ProgramKind;
import org.dylink.headers.LibraryHeaders;
import org.dylink.linker.Library;

/**
 * The libraries in the bundles that every command has, by their manifests, which bnd has written:
 * what a framework that was just started would say, without one.
 */
final class OwnLibraries implements Installed {
  private static final Pattern CLAUSE = Pattern.compile("wasm\\.library;([^,]*)");
  private static final Pattern ATTRIBUTE = Pattern.compile("([\\w.]+)(?::\\w+)?=\"?([^;\"]*)\"?");

  private record Own(String name, ProgramKind kind, String origin) {}

  private List<Own> all;

  @Override
  public Optional<String> origin(String library, ProgramKind program) {
    return all().stream()
        .filter(own -> own.name().equals(library) && program.fits(own.kind()))
        .map(Own::origin)
        .findFirst();
  }

  /** All of them are: only the linker has any. */
  @Override
  public boolean isReserved(String library) {
    return origin(library, ProgramKind.ANY).isPresent();
  }

  // A module that needs nothing asks for nothing.
  private List<Own> all() {
    if (all == null) {
      all = new ArrayList<>();
      try {
        for (OwnBundle bundle : BundleIndex.own()) {
          add(bundle);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  private void add(OwnBundle bundle) throws IOException {
    try (InputStream text =
        bundle.getEntry("META-INF/MANIFEST.MF").orElseThrow().getInputStream()) {
      Attributes main = new Manifest(text).getMainAttributes();
      String capabilities = Optional.ofNullable(main.getValue("Provide-Capability")).orElse("");
      String origin =
          "bundle " + main.getValue("Bundle-SymbolicName") + " " + main.getValue("Bundle-Version");
      Matcher clause = CLAUSE.matcher(capabilities);
      while (clause.find()) {
        Map<String, Object> attributes = attributes(clause.group(1));
        String name = (String) attributes.get(Library.NAMESPACE);
        all.add(new Own(name, LibraryHeaders.programKind(attributes), origin));
      }
    }
  }

  private static Map<String, Object> attributes(String clause) {
    Map<String, Object> attributes = new HashMap<>();
    Matcher attribute = ATTRIBUTE.matcher(clause);
    while (attribute.find()) {
      attributes.put(attribute.group(1), attribute.group(2));
    }
    return attributes;
  }
}
