package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Profiles may be named together: what one of them changes, no module decides for itself. */
class ProfilesTest {
  private static final Path PROJECT = Path.of("../..");
  private static final Pattern OWN_OPTIONS =
      Pattern.compile("<compilerArgs(?! combine.children=\"append\")");

  private static boolean isModule(Path pom) {
    String path = PROJECT.relativize(pom).toString();
    return !path.equals("pom.xml") && !path.contains("/target/") && !path.contains("/src/");
  }

  @Test
  void modulesAddToTheCompilersOptions() throws IOException {
    List<String> deciding = new ArrayList<>();
    try (Stream<Path> files = Files.find(PROJECT, 5, (file, is) -> file.endsWith("pom.xml"))) {
      for (Path pom : files.filter(ProfilesTest::isModule).toList()) {
        if (OWN_OPTIONS.matcher(Files.readString(pom)).find()) {
          deciding.add(pom.toString());
        }
      }
    }
    assertEquals(List.of(), deciding);
  }
}
