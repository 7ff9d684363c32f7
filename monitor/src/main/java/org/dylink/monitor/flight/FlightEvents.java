package org.dylink.monitor.flight;

import java.time.Duration;
import java.util.List;
import org.dylink.engine.CompileWatch;
import org.dylink.engine.TrapException;
import org.dylink.linker.runtime.ProgramDTO;
import org.dylink.linker.runtime.ProgramListener;

/** Writes what happens to programs, and what is compiled, to a recording of the JVM's. */
final class FlightEvents implements ProgramListener, CompileWatch {
  // Links do not overlap in one thread, but one may be linked while another's constructors run.
  private static final ThreadLocal<LinkEvent> LINKS = new ThreadLocal<>();

  @Override
  public void linkBegins(long id, String name) {
    LinkEvent event = new LinkEvent();
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

  private void end(long program, String name, int libraries, String problem) {
    LinkEvent event = LINKS.get();
    LINKS.remove();
    if (event != null && event.shouldCommit()) {
      event.program = program;
      event.name = name;
      event.libraries = libraries;
      event.problem = problem;
      event.commit();
    }
  }

  @Override
  public void opened(long program, String library, Duration time) {
    OpenEvent event = new OpenEvent();
    if (event.isEnabled()) {
      event.program = program;
      event.library = library;
      event.time = time.toNanos();
      event.commit();
    }
  }

  @Override
  public void trapped(long program, String name, TrapException trap) {
    TrapEvent event = new TrapEvent();
    if (event.isEnabled()) {
      event.program = program;
      event.name = name;
      event.kind = trap.kind().name();
      event.summary = trap.summary();
      event.commit();
    }
  }

  @Override
  public void compiled(String module, int function, long nanos, int bytes) {
    CompileEvent event = new CompileEvent();
    if (event.isEnabled()) {
      event.module = module;
      event.function = function;
      event.time = nanos;
      event.bytes = bytes;
      event.commit();
    }
  }
}
