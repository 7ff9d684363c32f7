package org.dylink.monitor.flight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.Program;
import org.dylink.monitor.FakeLinkerRuntime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a recording of the JVM's has of programs. */
class FlightEventsTest {
  private final FlightEvents events = new FlightEvents();

  @Test
  void aRecordingHasEachEventOnce(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("recording.jfr");
    try (Recording recording = new Recording()) {
      for (String name : List.of("Link", "Open", "Trap", "Compile")) {
        recording.enable("org.dylink." + name).withThreshold(Duration.ZERO);
      }
      recording.start();
      happen();
      recording.stop();
      recording.dump(file);
    }
    Map<String, RecordedEvent> found = new TreeMap<>();
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      String key = event.getEventType().getName() + " " + event.hasField("problem");
      found.put(key + (event.hasField("problem") ? event.getString("problem") : ""), event);
    }
    assertEquals(5, found.size(), found.keySet().toString());
    RecordedEvent linked = found.get("org.dylink.Link truenull");
    assertEquals(3, linked.getLong("program"));
    assertEquals("a.wasm", linked.getString("name"));
    assertEquals(2, linked.getInt("libraries"));
    assertTrue(linked.getDuration().toNanos() > 0);
    assertEquals("b.wasm", found.get("org.dylink.Link trueb.wasm: no").getString("name"));
    assertEquals("libplug.so", found.get("org.dylink.Open false").getString("library"));
    assertEquals(Duration.ofMillis(5), found.get("org.dylink.Open false").getDuration("time"));
    assertEquals("UNREACHABLE", found.get("org.dylink.Trap false").getString("kind"));
    assertEquals(17, found.get("org.dylink.Compile false").getInt("function"));
  }

  private void happen() {
    events.linkBegins(3, "a.wasm");
    events.linked(
        FakeLinkerRuntime.program(3, "a.wasm", Program.State.READY, "jvm"), Duration.ofMillis(1));
    events.linkBegins(4, "b.wasm");
    events.notLinked(4, "b.wasm", List.of("b.wasm: no"), Duration.ofMillis(1));
    events.opened(3, "libplug.so", Duration.ofMillis(5));
    events.trapped(3, "a.wasm", new TrapException(TrapKind.UNREACHABLE, "why", List.of(), null));
    events.compiled("a.wasm", 17, 1_000, 200);
  }
}
