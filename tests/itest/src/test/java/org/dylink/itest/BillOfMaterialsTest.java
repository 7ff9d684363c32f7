package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The poms, as they are written. */
class BillOfMaterialsTest {
  private static final Path PROJECT = Path.of("../..");
  private static final Set<String> NOT_FOR_USERS =
      Set.of("tests", "benchmarks", "archetypes", "bom", "release", "target");
  private static final Pattern PARENT = Pattern.compile("(?s)<parent>.*?</parent>");
  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(.*?)</artifactId>");
  private static final Pattern VERSION = Pattern.compile("<version>(.*?)</version>");
  private static final Pattern PACKAGING = Pattern.compile("<packaging>(.*?)</packaging>");

  private static String read(Path pom) {
    try {
      return PARENT.matcher(Files.readString(pom)).replaceFirst("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isForUsers(Path pom) {
    Path path = PROJECT.relativize(pom);
    return path.getNameCount() > 1
        && !NOT_FOR_USERS.contains(path.getName(0).toString())
        && Stream.of("target", "src").noneMatch(name -> path.toString().contains("/" + name + "/"));
  }

  @Test
  void namesEveryJarOnce() throws IOException {
    Set<String> jars;
    try (Stream<Path> files = Files.find(PROJECT, 5, (file, is) -> file.endsWith("pom.xml"))) {
      jars =
          files
              .filter(BillOfMaterialsTest::isForUsers)
              .map(BillOfMaterialsTest::read)
              .filter(pom -> !PACKAGING.matcher(pom).find())
              .map(pom -> ARTIFACT.matcher(pom).results().findFirst().orElseThrow().group(1))
              .collect(Collectors.toCollection(TreeSet::new));
    }
    String bom = read(PROJECT.resolve("bom/pom.xml"));
    Set<String> named =
        ARTIFACT
            .matcher(bom)
            .results()
            .skip(1)
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(jars, named);
  }

  @Test
  void hasTheVersionOfTheProject() {
    String project = read(PROJECT.resolve("pom.xml"));
    String bom = read(PROJECT.resolve("bom/pom.xml"));
    MatchResult version = VERSION.matcher(project).results().findFirst().orElseThrow();
    assertEquals(
        version.group(1), VERSION.matcher(bom).results().findFirst().orElseThrow().group(1));
  }
}
