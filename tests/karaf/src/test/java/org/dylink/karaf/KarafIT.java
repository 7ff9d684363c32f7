package org.dylink.karaf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import jdk.management.jfr.FlightRecorderMXBean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The features, installed as docs/osgi.md tells, in the distribution that everybody gets. */
@EnabledIf(
    value = "isMeant",
    disabledReason =
        "Karaf 4.4.10 runs on JDK 24 and later with an agent only: -Ddylink.karaf=true")
class KarafIT {
  private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

  // Built and run from Java 22 on.
  private static final String NATIVE = "-native";

  private static final Collector<CharSequence, ?, String> LINE = Collectors.joining("; ");
  private static final List<String> FEATURES =
      Stream.of("", "-shell", "-deployer", "-launcher", "-binding", "-monitor", "-examples", NATIVE)
          .filter(each -> !each.equals(NATIVE) || Runtime.version().feature() >= 22)
          .map("dylink"::concat)
          .toList();

  @TempDir static Path base;
  private static Karaf karaf;
  private static String eachByItself;

  static boolean isMeant() {
    return Runtime.version().feature() < 24 || Boolean.getBoolean("dylink.karaf");
  }

  @BeforeAll
  static void installFeatures() throws Exception {
    karaf = Karaf.start(base);
    karaf.execute("feature:install scr"); // a simulation does not, and would fail
    eachByItself =
        karaf.execute(FEATURES.stream().map("feature:install --simulate "::concat).collect(LINE));
    assertEquals("", karaf.execute("feature:install " + String.join(" ", FEATURES)));
  }

  @AfterAll
  static void stop() throws Exception {
    karaf.stop();
  }

  @Test
  void eachFeatureNeedsOnlyThoseThatItNames() {
    assertEquals("", eachByItself);
  }

  @Test
  void helloAndZlibRun() throws Exception {
    assertEquals(expected("hello") + expected("zdemo"), run("hello.wasm") + run("zdemo.wasm"));
  }

  @Test
  void aConsumerFollowsItsProviderThroughStopAndStart() throws Exception {
    assertEquals(
        """
        zdemo.wasm: needed library libz.so not found: \
        its bundle org.dylink.example.zlib 0.1.0.SNAPSHOT is not started (zdemo.wasm -> libz.so)
        exit=127
        """,
        karaf.execute("bundle:stop org.dylink.example.zlib; " + running("zdemo.wasm")));
    assertEquals(
        expected("zdemo"),
        karaf.execute("bundle:start org.dylink.example.zlib; " + running("zdemo.wasm")));
  }

  @Test
  void programsRunAgainAfterTheEngineOrTheLinkerWasRefreshedOrUpdated() throws Exception {
    for (String command :
        List.of(
            "bundle:refresh org.dylink.runtime",
            "bundle:update org.dylink.linker",
            "bundle:refresh org.dylink.linker",
            "bundle:restart org.dylink.wasi")) {
      karaf.execute(command);
      karaf.await(expected("hello"), running("hello.wasm"));
    }
  }

  @Test
  void commandsPrintTables() throws Exception {
    assertEquals(
        """
        zdemo.wasm   => 0.1.0.SNAPSHOT (org.dylink.example.zlib-demo 0.1.0.SNAPSHOT)
          libz.so    => 1.2.13 (org.dylink.example.zlib 0.1.0.SNAPSHOT)
            libc.so  => 22.0.0 (org.dylink.example.libc 0.1.0.SNAPSHOT)
          libc.so    => 22.0.0 (org.dylink.example.libc 0.1.0.SNAPSHOT)
        """,
        karaf.execute("wasm:ldd zdemo.wasm | cat"));
  }

  @Test
  void eachCommandTellsWhatItTakes() throws Exception {
    assertEquals(
        """
        usage: wasm:unload [-f] NAME|ID...
        uninstalls the bundles of libraries, and tells what waits for another now
          -f, --force  also if programs have one of the libraries loaded: they end
          NAME|ID...   NAMEs or NAME@VERSIONs of libraries, or ids of bundles
          -h, --help   prints this
        """,
        karaf.execute("wasm:unload -f --help"));
    List<String> commands =
        Stream.of(
                ("list info why symbols ldd load unload reload replace run ps map kill"
                        + " services configured")
                    .split(" "))
            .map("wasm:"::concat)
            .toList();
    String printed = karaf.execute(commands.stream().map(each -> each + " --help").collect(LINE));
    assertEquals(
        commands,
        printed
            .lines()
            .filter(line -> line.startsWith("usage: "))
            .map(line -> line.replaceAll("usage: (\\S+).*", "$1"))
            .toList());
  }

  @Test
  void commandsOfTheBindingAndTheLauncherAreThere() throws Exception {
    String services = karaf.execute("wasm:services | cat");
    for (String library :
        List.of(
            "libz.so", "libsqlite3.so", "liblz4.so", "libbz2.so", "libexpat.so", "libzstd.so")) {
      assertTrue(services.contains("  registered  " + library + " "), services);
    }
    Path greeter = karaf.etc().resolve("org.dylink.program-greeter.config");
    Files.writeString(greeter, "main=\"hello.wasm\"\n");
    String configured = "wasm:configured | cat";
    karaf.await(
        """
        NAME        STATE   EXIT CODE  RESTARTS  PID                         FAILURE
        hello.wasm  exited  0                 0  org.dylink.program~greeter  -
        """,
        configured);
    Files.delete(greeter);
    karaf.await("NAME  STATE  EXIT CODE  RESTARTS  PID  FAILURE\n", configured);
  }

  @Test
  void aLibraryOfAServiceIsReplaced() throws Exception {
    Path file = Files.write(base.resolve("ones"), new byte[] {1, 1, 1});
    String compress = printing("compressor:compress " + file);
    String compressed = karaf.execute(compress);
    assertEquals(
        """
        LIBRARY                   EFFECT      SYMBOL  DETAIL
        libz.so 1.2.13 -> 1.2.13  data stays
        """,
        karaf.execute("wasm:replace libz.so | cat"));
    assertEquals(compressed, karaf.execute(compress));
  }

  @Test
  void numbersAndRecordingsTellOfALink() throws Exception {
    Path file = base.resolve("recording.jfr");
    try (JMXConnector connector = karaf.connect()) {
      MBeanServerConnection beans = connector.getMBeanServerConnection();
      FlightRecorderMXBean recorder =
          ManagementFactory.newPlatformMXBeanProxy(
              beans, "jdk.management.jfr:type=FlightRecorder", FlightRecorderMXBean.class);
      ObjectName monitor = new ObjectName("org.dylink:type=Monitor");
      long before = (Long) beans.getAttribute(monitor, "LinkTotal");
      long recording = recorder.newRecording();
      recorder.setRecordingSettings(
          recording,
          Map.of("org.dylink.Link#enabled", "true", "org.dylink.Link#threshold", "0 ns"));
      recorder.startRecording(recording);
      assertEquals(expected("hello"), run("hello.wasm"));
      recorder.copyTo(recording, file.toString());
      recorder.closeRecording(recording);
      assertEquals(before + 1, beans.getAttribute(monitor, "LinkTotal"));
    }
    List<RecordedEvent> events = RecordingFile.readAllEvents(file);
    assertEquals(List.of("hello.wasm"), events.stream().map(e -> e.getString("name")).toList());
  }

  @Test
  void aComponentThatCompressesWithCComesAndGoesWithTheLibrary() throws Exception {
    Path file = Files.write(base.resolve("zeroes"), new byte[100_000]);
    String compress = "compressor:compress " + file;
    String compressed = file + ".z: 100000 bytes, compressed 120\n";
    assertEquals(compressed, karaf.execute(printing(compress)));
    assertArrayEquals(new byte[100_000], inflated(base.resolve("zeroes.z")));
    assertEquals(
        "Command not found: compressor:compress\n",
        withoutColours(karaf.execute("bundle:stop org.dylink.example.zlib; " + compress)));
    assertEquals(
        compressed, karaf.execute("bundle:start org.dylink.example.zlib; " + printing(compress)));
  }

  @Test
  void aDatabaseOfSqliteIsAFile() throws Exception {
    String run = "sqlite:run " + base.resolve("shop.db") + " ";
    String create =
        "\"CREATE TABLE item(name, price); INSERT INTO item VALUES ('apple', 0.5), ('pear', 0.75)\"";
    String select = "\"SELECT name, price * 10 FROM item ORDER BY price DESC\"";
    assertEquals(
        "pear|7.5\napple|5.0\n\n", karaf.execute(run + create + "; " + printing(run + select)));
  }

  @Test
  void aProgramCallsJava() throws Exception {
    assertEquals(
        """
        tel 12, 345 or 6
          12
          345
          6
          3 matches
        exit=0
        """,
        run("match.wasm \"[0-9]+\" \"tel 12, 345 or 6\""));
  }

  @Test
  void aPluginIsThereWhileItsBundleIsStarted() throws Exception {
    String filter = "echo rot13 Hello | wasm:run filter.wasm 2>&1; ";
    assertEquals(
        """
        rot13: Uryyb
        libfilter-rot13.so: cannot open: no started bundle provides it
        rot13: Uryyb
        """,
        karaf.execute(
            filter
                + "bundle:stop org.dylink.example.plugins.rot13; "
                + filter
                + "bundle:start org.dylink.example.plugins.rot13; "
                + filter));
  }

  @Test
  void twoVersionsOfALibraryAreInUse() throws Exception {
    assertEquals(
        "Hello, Ada!\nGood evening, Ada!\n",
        karaf.execute("echo Ada | wasm:run letters.wasm; echo 21 Ada | wasm:run daytime.wasm"));
  }

  @Test
  void filesInTheFolderDeployAreBundles() throws Exception {
    Path guide = PROJECT.resolve("tests/itest/src/it/c-library");
    drop(guide.resolve("wc.wasm"));
    drop(guide.resolve("src/main/resources/lib/libcounter.so"));
    karaf.await(
        """
        3: to be or
        3: not to be
        6 words
        exit=0
        """,
        running("wc.wasm 'to be or' 'not to be'"));
  }

  private static byte[] inflated(Path file) throws IOException {
    try (InputStream inflated = new InflaterInputStream(Files.newInputStream(file))) {
      return inflated.readAllBytes();
    }
  }

  private static void drop(Path file) throws IOException {
    Files.copy(file, karaf.deploy().resolve(file.getFileName()));
  }

  private static String run(String program) throws Exception {
    return karaf.execute(running(program));
  }

  /** The client of Karaf 4.4.10 does not print what commands write to standard error. */
  private static String running(String program) {
    return "wasm:run " + program + " 2>&1; echo exit=$exitCode";
  }

  /** Nor does it print what commands return, but to another command. */
  private static String printing(String command) {
    return command + " | cat";
  }

  private static String withoutColours(String printed) {
    return printed.replaceAll("\u001b\\[[0-9;]*m", "");
  }

  private static String expected(String program) throws IOException {
    return Files.readString(PROJECT.resolve("example-bundles/expected/" + program + ".txt"));
  }
}
