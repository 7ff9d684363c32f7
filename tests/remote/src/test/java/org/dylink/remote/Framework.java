package org.dylink.remote;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How a framework is told its bundles and properties: docs/osgi.md. */
enum Framework {
  FELIX {
    @Override
    List<String> command(Path all) {
      return List.of("-jar", all.resolve("org.apache.felix.main.jar").toString());
    }

    @Override
    void configure(Path folder, List<Path> bundles, Map<String, String> properties)
        throws IOException {
      Path conf = Files.createDirectory(folder.resolve("conf"));
      String start =
          bundles.stream().map(bundle -> bundle.toUri().toString()).collect(joining(" "));
      Files.writeString(
          conf.resolve("config.properties"),
          "felix.auto.start.1=" + start + "\n" + lines(properties));
    }
  },

  EQUINOX {
    @Override
    List<String> command(Path all) {
      String jar = all.resolve("org.eclipse.osgi.jar").toString();
      return List.of("-jar", jar, "-configuration", "configuration");
    }

    @Override
    void configure(Path folder, List<Path> bundles, Map<String, String> properties)
        throws IOException {
      Path configuration = Files.createDirectory(folder.resolve("configuration"));
      String start =
          bundles.stream()
              .map(bundle -> "reference:file:" + bundle + "@start")
              .collect(joining(","));
      Files.writeString(
          configuration.resolve("config.ini"),
          "osgi.bundles="
              + start
              + "\neclipse.ignoreApp=true\nosgi.noShutdown=true\n"
              + lines(properties));
    }
  };

  /** What java is started with, in the node's folder. */
  abstract List<String> command(Path all);

  abstract void configure(Path folder, List<Path> bundles, Map<String, String> properties)
      throws IOException;

  private static String lines(Map<String, String> properties) {
    return properties.entrySet().stream()
        .map(property -> property.getKey() + "=" + property.getValue() + "\n")
        .collect(joining());
  }
}
