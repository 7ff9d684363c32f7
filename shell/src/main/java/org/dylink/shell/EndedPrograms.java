package org.dylink.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.dylink.linker.runtime.LinkerRuntime;
import org.dylink.linker.runtime.ProgramDTO;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How the last programs of {@code wasm:run} have ended, whose exit codes nobody else keeps: {@code
 * $exitCode} is that of the last one. Threads may share it.
 */
@Component(service = EndedPrograms.class)
public final class EndedPrograms {
  static final int MOST = 20;

  private final LinkerRuntime runtime;
  private final Deque<ProgramDTO> programs = new ArrayDeque<>(); // guarded by this

  /** Remembers programs of one linker. */
  @Activate
  public EndedPrograms(@Reference LinkerRuntime runtime) {
    this.runtime = runtime;
  }

  /** Notes what is known of a program that has ended and is not closed yet. */
  void note(long id) {
    runtime.programs().stream().filter(each -> each.id == id).findFirst().ifPresent(this::add);
  }

  private synchronized void add(ProgramDTO program) {
    programs.add(program);
    if (programs.size() > MOST) {
      programs.remove();
    }
  }

  /** Whether a program is among those that have ended. */
  synchronized boolean has(long id) {
    return programs.stream().anyMatch(program -> program.id == id);
  }

  /** Those that are remembered, in the order of their ends. */
  synchronized List<ProgramDTO> all() {
    return List.copyOf(programs);
  }
}
