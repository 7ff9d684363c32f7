package org.dylink.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code dylink} in a tree of its own, with the jar and one source. */
final class StartScriptIT {
  private static final FileTime BUILT = FileTime.fromMillis(1_700_000_000_000L);
  private static final FileTime BEFORE = FileTime.fromMillis(1_600_000_000_000L);
  private static final FileTime LATER = FileTime.fromMillis(1_800_000_000_000L);

  private static final String WRITE = "echo classes >\"${each#*=}\"; exit";

  private static final String BUILDING =
      "dylink: building app/target/dylink.jar, once: a minute on two cores, and the time to fetch"
          + " what Maven lacks\n";
  private static final String COMPILER =
      "[-XX:Tier4InvocationThreshold=20000][-XX:Tier4MinInvocationThreshold=2400]"
          + "[-XX:Tier4CompileThreshold=60000][-XX:Tier4BackEdgeThreshold=160000]";
  private static final String SERIAL = COMPILER + "[-XX:+UseSerialGC]";
  private static final String START =
      "[-Dsun.misc.unsafe.memory.access=allow][-jar][HOME/app/target/dylink.jar][run][a b]";

  @TempDir private Path home;
  private Path script;

  @BeforeEach
  void makeATree() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh here, which runs the script");
    script = Files.copy(Path.of("../dylink"), home.resolve("dylink"));
    Path jar = Files.createDirectories(home.resolve("app/target")).resolve("dylink.jar");
    Files.setLastModifiedTime(Files.copy(ProcessCall.JAR, jar), BUILT);
  }

  private void write(String file, FileTime time) throws IOException {
    Path path = home.resolve(file);
    Files.createDirectories(path.getParent());
    Files.setLastModifiedTime(Files.writeString(path, "x"), time);
  }

  private String run() throws IOException, InterruptedException {
    ProcessCall call = call(Map.of(), "--version");
    assertEquals(0, call.code(), call.err());
    assertEquals("dylink ", call.out().substring(0, 7));
    return call.err();
  }

  private ProcessCall call(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().keySet().removeAll(Set.of("JAVA_OPTS", "DYLINK_OPTS", "MAVEN_OPTS"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new ProcessCall(ProcessCall.end(process), out, err);
  }

  /** A command that is a script, in a folder of its own. */
  private Path program(String name, String... lines) throws IOException {
    Path program = Files.createDirectories(home.resolve("fake/bin")).resolve(name);
    Files.write(program, List.of("#!/bin/sh", String.join("\n", lines)));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return program;
  }

  /** What Java is called with: each argument in brackets. */
  private String javaArguments(Map<String, String> options)
      throws IOException, InterruptedException {
    return javaArguments(options, "run");
  }

  private String javaArguments(Map<String, String> options, String command)
      throws IOException, InterruptedException {
    program("java", "printf '[%s]' \"$@\"");
    Map<String, String> environment = new HashMap<>(options);
    environment.put("JAVA_HOME", home.resolve("fake").toString());
    ProcessCall call = call(environment, command, "a b");
    assertEquals("", call.err());
    return call.out().replace(home.toRealPath().toString(), "HOME");
  }

  private ProcessCall build(String... maven) throws IOException, InterruptedException {
    Files.move(home.resolve("app/target/dylink.jar"), home.resolve("built.jar"));
    program("mvn", maven);
    String path = home.resolve("fake/bin") + ":" + System.getenv("PATH");
    return call(Map.of("PATH", path), "--version");
  }

  @Test
  void saysThatASourceIsNewerThanTheJar() throws Exception {
    write("linker-service/src/main/java/A.java", BEFORE);
    write("shell/src/main/java/B.java", LATER);
    assertEquals(
        "dylink: app/target/dylink.jar is older than shell/src/main/java/B.java;"
            + " 'mvn -P quick -pl app -am package' builds it anew\n",
        run());
  }

  @Test
  void saysNothingOfWhatIsNotInTheJar() throws Exception {
    write("linker-service/src/main/java/A.java", BEFORE);
    write("linker-service/src/test/java/A.java", LATER);
    write("linker-service/target/classes/A.class", LATER);
    write("tests/itest/src/main/java/A.java", LATER);
    write("docs/shell.md", LATER);
    assertEquals("", run());
  }

  @Test
  void theFirstUseTellsModuleByModuleWhatItBuilds() throws Exception {
    ProcessCall call =
        build(
            "echo \"Picked up JAVA_TOOL_OPTIONS: $*\"",
            "echo '[INFO] Building Dylink 0.1.0-SNAPSHOT              [1/2]'",
            "echo '[INFO] --- maven-jar-plugin:3.5.0:jar (default-jar) @ org.dylink.wasi ---'",
            "echo '[INFO] Building jar: /x/y[1].jar'",
            "echo '[INFO] Building Dylink: WASI preview 1 0.1.0-SNAPSHOT     [2/2]'",
            "printf '\\033[0m\\033[0m'",
            "mkdir -p app/target && cp built.jar app/target/dylink.jar");
    assertEquals(
        BUILDING + "dylink: [1/2] Dylink\ndylink: [2/2] Dylink: WASI preview 1\n", call.err());
    assertEquals("dylink ", call.out().substring(0, 7));
    assertEquals(0, call.code());
  }

  @Test
  void aBuildThatFailsSaysWhatMavenSaysAndWhereTheRestIs() throws Exception {
    ProcessCall call =
        build("echo '[INFO] Scanning'", "echo '[ERROR] A.java:[3,4] no such thing'", "exit 1");
    assertEquals(
        BUILDING
            + "[ERROR] A.java:[3,4] no such thing\n"
            + ("dylink: the build failed: all of it is in " + home.toRealPath())
            + "/target/build.log\n",
        call.err());
    assertEquals("", call.out());
    assertEquals(70, call.code());
    assertEquals(
        "[INFO] Scanning\n[ERROR] A.java:[3,4] no such thing\n",
        Files.readString(home.resolve("target/build.log")));
  }

  @Test
  void withoutMavenItSaysSo() throws Exception {
    Files.delete(home.resolve("app/target/dylink.jar"));
    for (String tool : List.of("readlink", "dirname", "locale")) {
      program(tool, "exec /usr/bin/" + tool + " \"$@\"");
    }
    ProcessCall call = call(Map.of("PATH", home.resolve("fake/bin").toString()), "--version");
    assertEquals(BUILDING + "dylink: mvn not found: Maven builds it\n", call.err());
    assertEquals(70, call.code());
  }

  @Test
  void aReleaseHasItsJarBesideTheScript() throws Exception {
    Path release = Files.createDirectories(home.resolve("release/bin"));
    script = Files.move(script, release.resolve("dylink"));
    Files.createDirectories(home.resolve("release/lib"));
    Files.move(home.resolve("app/target/dylink.jar"), home.resolve("release/lib/dylink.jar"));
    assertEquals("", run());
  }

  @Test
  void javaIsStartedWithTheSerialCollector() throws Exception {
    assertEquals(SERIAL + START, javaArguments(Map.of()));
    assertEquals(SERIAL + START, javaArguments(Map.of("JAVA_OPTS", " ", "DYLINK_OPTS", "")));
  }

  @Test
  void whatReadsFilesAndIsGoneHasTheFirstCompilerAlone() throws Exception {
    for (String command : List.of("info", "ldd")) {
      assertEquals(
          "[-XX:TieredStopAtLevel=1][-XX:+UseSerialGC][-ea]" + START.replace("run", command),
          javaArguments(Map.of("JAVA_OPTS", "-ea"), command));
    }
  }

  @Test
  void itsNameNeedsNoFolder() throws Exception {
    script = Path.of("dylink");
    assertEquals(SERIAL + START, javaArguments(Map.of()));
  }

  /**
   * The locale that Java has, where the script is told of one; {@code locale} knows one charmap.
   */
  private String localeOf(String variable, String name, String charmap) throws Exception {
    program("locale", "echo " + charmap);
    program("java", "echo \"${LC_ALL:-} ${LC_CTYPE:-}\"");
    String path = home.resolve("fake/bin") + ":" + System.getenv("PATH");
    Map<String, String> environment =
        new HashMap<>(Map.of("PATH", path, "LANG", "", "LC_CTYPE", "", "LC_ALL", ""));
    environment.put("JAVA_HOME", home.resolve("fake").toString());
    environment.put(variable, name);
    ProcessCall call = call(environment, "run");
    assertEquals("", call.err());
    return call.out().strip();
  }

  @Test
  void javaHasALocaleOfAllNames() throws Exception {
    assertEquals("C.UTF-8", localeOf("LANG", "de_DE", "ISO-8859-1"));
    assertEquals("C.UTF-8", localeOf("LC_ALL", "xx_XX.UTF-8", "ANSI_X3.4-1968"));
    assertEquals("de_DE.UTF-8", localeOf("LC_ALL", "de_DE.UTF-8", "UTF-8"));
    assertEquals("de_DE.UTF-8", localeOf("LC_CTYPE", "de_DE.UTF-8", "UTF-8"));
    assertEquals("", localeOf("LANG", "de_DE.UTF-8", "UTF-8"));
  }

  @Test
  void aLocaleThatIsKnownIsNotAskedFor() throws Exception {
    for (String ascii : List.of("", "C", "POSIX")) {
      assertEquals("C.UTF-8", localeOf("LANG", ascii, "UTF-8"), ascii);
    }
    assertEquals("C.UTF-8", localeOf("LC_ALL", "C", "UTF-8"));
    assertEquals("", localeOf("LANG", "C.UTF-8", "ANSI_X3.4-1968"));
  }

  @Test
  void optionsOfJavaComeFromTwoVariables() throws Exception {
    assertEquals(
        SERIAL + "[-Xmx1g][-ea][-Xmx2g]" + START,
        javaArguments(Map.of("JAVA_OPTS", "-Xmx1g\n-ea", "DYLINK_OPTS", "-Xmx2g")));
  }

  @Test
  void quotesKeepBlanksInAnOptionAndTheShellReadsNothingIntoIt() throws Exception {
    String options = "'-Da=b c' -Dd=\"e  f\" -Dg=h\\ i -Dj=$HOME`id`;* \"-Dk=it's\"";
    assertEquals(
        SERIAL + "[-Da=b c][-Dd=e  f][-Dg=h i][-Dj=$HOME`id`;*][-Dk=it's]" + START,
        javaArguments(Map.of("DYLINK_OPTS", options)));
  }

  @Test
  void whoNamesACollectorHasItAlone() throws Exception {
    assertEquals(
        COMPILER + "[-XX:+UseZGC]" + START, javaArguments(Map.of("JAVA_OPTS", "-XX:+UseZGC")));
  }

  /** Calls the script with a Java that does nothing but to write the archive that it is told of. */
  private String withArchive(Map<String, String> options) throws Exception {
    return withArchive(options, false);
  }

  /**
   * @param hasLinkedClasses whether it is one that knows AOT caches
   */
  private String withArchive(Map<String, String> options, boolean hasLinkedClasses)
      throws Exception {
    program(
        "java",
        "for each in \"$@\"; do",
        "  case $each in",
        "    -XX:AOTCacheOutput=*) " + (hasLinkedClasses ? WRITE : "exit 1") + " ;;",
        "    -XX:ArchiveClassesAtExit=*) " + WRITE + " ;;",
        "  esac",
        "done",
        "printf '[%s]' \"$@\"");
    Map<String, String> environment = new HashMap<>(options);
    environment.put("JAVA_HOME", home.resolve("fake").toString());
    environment.put("DYLINK_CACHE", home.resolve("cache").toString());
    ProcessCall call = call(environment, "run", "a b");
    assertEquals("", call.err());
    return call.out().replace(home.toRealPath().toString(), "HOME");
  }

  // The script's second process makes it, and nobody waits for that one.
  private String awaitArchive(String... others) throws IOException {
    while (true) {
      try (Stream<Path> files = Files.list(home.resolve("cache"))) {
        List<String> names = files.map(file -> file.getFileName().toString()).toList();
        Optional<String> made =
            names.stream()
                .filter(name -> name.matches(".*\\.(jsa|aot)") && !List.of(others).contains(name))
                .findAny();
        if (made.isPresent() && names.stream().noneMatch(name -> name.endsWith(".making"))) {
          return made.get();
        }
      } catch (NoSuchFileException e) {
        Thread.onSpinWait(); // it has not begun
      }
    }
  }

  @Test
  @Timeout(60)
  void theSecondUseHasTheClassesOfTheFirst() throws Exception {
    assertEquals(SERIAL + START, withArchive(Map.of()));
    String archive = awaitArchive();
    assertEquals(
        "[-Xlog:cds*=off][-XX:SharedArchiveFile=HOME/cache/" + archive + "]" + SERIAL + START,
        withArchive(Map.of()));
    Path jar = home.resolve("app/target/dylink.jar");
    Files.setLastModifiedTime(jar, LATER);
    assertEquals(SERIAL + START, withArchive(Map.of()), "of a jar that was replaced");
  }

  @Test
  @Timeout(60)
  void aJavaThatLinksTheClassesOfAnArchiveHasThemLinked() throws Exception {
    assertEquals(SERIAL + START, withArchive(Map.of(), true));
    String archive = awaitArchive();
    assertEquals(".aot", archive.substring(archive.length() - 4));
    assertEquals(
        "[-Xlog:cds*=off,aot*=off][-XX:AOTCache=HOME/cache/" + archive + "]" + SERIAL + START,
        withArchive(Map.of(), true));
  }

  @Test
  @Timeout(60)
  void archivesThatNobodyHasReadForAMonthGoWhenAnotherIsMade() throws Exception {
    Path old = Files.createDirectories(home.resolve("cache")).resolve("start-1-2.jsa");
    Path read = home.resolve("cache/start-3-4.aot");
    Files.writeString(old, "x");
    Files.writeString(read, "x");
    FileTime longAgo = FileTime.from(Instant.now().minus(32, ChronoUnit.DAYS));
    Files.getFileAttributeView(old, BasicFileAttributeView.class).setTimes(longAgo, longAgo, null);
    withArchive(Map.of());
    awaitArchive("start-1-2.jsa", "start-3-4.aot");
    assertFalse(Files.exists(old));
    assertTrue(Files.exists(read));
  }

  @Test
  @Timeout(60)
  void whoNamesAnArchiveHasItAlone() throws Exception {
    withArchive(Map.of());
    awaitArchive();
    assertEquals(
        SERIAL + "[-Xshare:off]" + START, withArchive(Map.of("DYLINK_OPTS", "-Xshare:off")));
  }

  @Test
  void aFolderThatCannotBeMadeCostsNothing() throws Exception {
    Files.writeString(home.resolve("cache"), "a file");
    assertEquals(SERIAL + START, withArchive(Map.of()));
    assertEquals(SERIAL + START, withArchive(Map.of()));
  }
}
