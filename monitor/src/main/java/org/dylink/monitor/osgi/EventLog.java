package org.dylink.monitor.osgi;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.dylink.engine.TrapException;
import org.dylink.linker.runtime.ProgramDTO;
import org.dylink.linker.runtime.ProgramListener;
import org.dylink.monitor.ProgramEvent;
import org.dylink.monitor.ProgramEvent.Kind;

/** Keeps the last things that happened to programs. Threads may share it. */
final class EventLog implements ProgramListener {
  static final int MOST = 100;

  // A link can fail with thousands of symbols.
  private static final int MOST_PROBLEMS = 20;

  private final Clock clock;
  private final Deque<ProgramEvent> events = new ArrayDeque<>(); // guarded by this

  EventLog(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void linked(ProgramDTO program, Duration time) {
    String detail = "engine " + program.engine + ", libraries: " + program.libraries.size();
    add(Kind.LINKED, program.id, program.name, time, detail);
  }

  @Override
  public void notLinked(long id, String name, List<String> problems, Duration time) {
    String detail = String.join("\n", problems.stream().limit(MOST_PROBLEMS).toList());
    int left = problems.size() - MOST_PROBLEMS;
    add(Kind.NOT_LINKED, id, name, time, left > 0 ? detail + "\nand " + left + " more" : detail);
  }

  @Override
  public void opened(long program, String library, Duration time) {
    add(Kind.OPENED, program, library, time, "");
  }

  @Override
  public void trapped(long program, String name, TrapException trap) {
    add(Kind.TRAPPED, program, name, Duration.ZERO, trap.summary());
  }

  @Override
  public void closed(ProgramDTO program) {
    String detail = program.exitCode == null ? "" : "exit code " + program.exitCode;
    add(Kind.CLOSED, program.id, program.name, Duration.ZERO, detail);
  }

  private synchronized void add(
      Kind kind, long program, String name, Duration time, String detail) {
    events.addFirst(new ProgramEvent(kind, clock.instant(), program, name, time, detail));
    if (events.size() > MOST) {
      events.removeLast();
    }
  }

  /** What is kept, the latest first. */
  synchronized List<ProgramEvent> all() {
    return Collections.unmodifiableList(new ArrayList<>(events));
  }
}
