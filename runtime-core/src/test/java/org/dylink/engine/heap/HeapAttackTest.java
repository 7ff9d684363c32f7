package org.dylink.engine.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who uses up the JVM's heap is told, or ended, and nobody else is: another program runs on. While
 * small objects use it up nobody can tell whose the one is that does not fit any more; afterwards
 * all goes on.
 */
class HeapAttackTest {
  private static final List<String> OF_MEMORIES_AND_TABLES =
      List.of(
          "memory by pages: -1; unharmed",
          "memory by megabytes: -1; unharmed",
          "tables: -1; unharmed",
          "a large memory: memory of 16384 pages: the JVM has no heap left for 1073741824 bytes;"
              + " unharmed",
          "large tables: table of 5000000 elements: the JVM has no heap left for it; unharmed",
          "many programs: memory of 16 pages: the JVM has no heap left for 1048576 bytes;"
              + " unharmed");

  private static final List<String> OF_OBJECTS =
      List.of(
          "exceptions that hold each other: trap out of memory; goes on",
          "references to exceptions: trap out of memory; goes on",
          "a large function: trap out of memory; goes on");

  @ParameterizedTest
  @CsvSource({
    "jvm, G1",
    "jvm, Serial",
    "jvm, Parallel",
    "endive-interpreter, G1",
    "endive-interpreter, Serial",
    "endive-compiler, G1"
  })
  void memoriesAndTablesLeaveRoomForOthers(String engine, String collector) throws Exception {
    assertEquals(OF_MEMORIES_AND_TABLES, linesOf(engine, collector, "memories"));
  }

  @Test
  void objectsEndTheProgramThatHasThem() throws Exception {
    assertEquals(OF_OBJECTS, linesOf("jvm", "G1", "objects"));
  }

  private static List<String> linesOf(String engine, String collector, String attacks)
      throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx40m",
                "-XX:+Use" + collector + "GC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HeapAttacks.class.getName(),
                engine,
                attacks)
            .redirectErrorStream(true)
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      return out.lines().toList();
    } finally {
      process.waitFor();
    }
  }
}
