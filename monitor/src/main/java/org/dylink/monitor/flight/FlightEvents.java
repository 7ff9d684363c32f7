package org.dylink.monitor.flight;

import java.time.Duration;
import java.util.List;
import jdk.jfr.Event;
import org.dylink.engine.CompileWatch;
import org.dylink.engine.TrapException;
import org.dylink.linker.runtime.ProgramDTO;
import org.dylink.linker.runtime.ProgramListener;

/** Writes what happens to programs, and what is compiled, to a recording of the JVM's. */
final class FlightEvents implements ProgramListener, CompileWatch, AutoCloseable {
  // One set for all: the JVM does not unload what a factory makes.
  private static final EventKind LINK =
      EventKind.named("Link", "A program was linked, or could not be.")
          .field(long.class, "program", "Program")
          .field(String.class, "name", "Name")
          .field(int.class, "libraries", "Libraries")
          .field(String.class, "problem", "Problem") // null if it was linked
          .build();
  private static final EventKind OPEN =
      EventKind.named("Open", "A running program has opened a library.")
          .field(long.class, "program", "Program")
          .field(String.class, "library", "Library")
          .time("time", "Time")
          .build();
  private static final EventKind TRAP =
      EventKind.named("Trap", "A trap has ended a program or a call from Java.")
          .field(long.class, "program", "Program")
          .field(String.class, "name", "Name")
          .field(String.class, "kind", "Kind")
          .field(String.class, "summary", "Summary")
          .build();
  private static final EventKind COMPILE =
      EventKind.named("Compile", "A function was compiled.")
          .field(String.class, "module", "Module")
          .field(int.class, "function", "Function")
          .field(int.class, "bytes", "Bytes")
          .time("time", "Time")
          .build();
  private static final List<EventKind> ALL = List.of(LINK, OPEN, TRAP, COMPILE);

  // Links do not overlap in one thread, but one may be linked while another's constructors run.
  private static final ThreadLocal<Event> LINKS = new ThreadLocal<>();

  FlightEvents() {
    ALL.forEach(EventKind::register);
  }

  @Override
  public void linkBegins(long id, String name) {
    Event event = LINK.event();
    event.begin();
    LINKS.set(event);
  }

  @Override
  public void linked(ProgramDTO program, Duration time) {
    end(program.id, program.name, program.libraries.size(), null);
  }

  @Override
  public void notLinked(long id, String name, List<String> problems, Duration time) {
    end(id, name, 0, problems.isEmpty() ? "" : problems.get(0));
  }

  private static void end(long program, String name, int libraries, String problem) {
    Event event = LINKS.get();
    LINKS.remove();
    if (event != null) {
      EventKind.commit(event, program, name, libraries, problem);
    }
  }

  @Override
  public void opened(long program, String library, Duration time) {
    EventKind.commit(OPEN.event(), program, library, time.toNanos());
  }

  @Override
  public void trapped(long program, String name, TrapException trap) {
    EventKind.commit(TRAP.event(), program, name, trap.kind().name(), trap.summary());
  }

  @Override
  public void compiled(String module, int function, long nanos, int bytes) {
    EventKind.commit(COMPILE.event(), module, function, bytes, nanos);
  }

  @Override
  public void close() {
    ALL.forEach(EventKind::unregister);
  }
}
