package org.dylink.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.dylink.linker.runtime.LinkerRuntime;
import org.dylink.linker.runtime.ProgramDTO;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code wasm:ps}. */
@Component(service = ListPrograms.class)
@GogoCommand(scope = "wasm", function = "ps")
public final class ListPrograms extends WasmCommand {
  private final LinkerRuntime runtime;
  private final EndedPrograms ended;

  /** Lists the programs of one linker. */
  @Activate
  public ListPrograms(@Reference LinkerRuntime runtime, @Reference EndedPrograms ended) {
    super("ps [-a] [-t]");
    this.runtime = runtime;
    this.ended = ended;
  }

  /** The programs that are not closed yet, in the order of their ids, or the threads of each. */
  @Descriptor("lists the programs that are linked or running")
  public List<?> ps(
      @Descriptor("also those that wasm:run has run to their end, the last " + EndedPrograms.MOST)
          @Parameter(
              names = {"-a", "--all"},
              presentValue = "true",
              absentValue = "false")
          boolean all,
      @Descriptor("the threads of each program, and which threads of Java they are")
          @Parameter(
              names = {"-t", "--threads"},
              presentValue = "true",
              absentValue = "false")
          boolean threads) {
    List<ProgramDTO> programs = programs(all);
    return threads
        ? new Listing<>(ListedThread.class, threadsOf(programs))
        : new Listing<>(ProgramDTO.class, programs);
  }

  private static List<ListedThread> threadsOf(List<ProgramDTO> programs) {
    return programs.stream()
        .flatMap(program -> program.threads.stream().map(each -> new ListedThread(program, each)))
        .toList();
  }

  private List<ProgramDTO> programs(boolean all) {
    List<ProgramDTO> programs = new ArrayList<>(runtime.programs());
    if (all) {
      // One that ends at this moment may be in both.
      programs.removeIf(program -> ended.has(program.id));
      programs.addAll(ended.all());
    }
    programs.sort(Comparator.comparingLong(program -> program.id));
    return programs;
  }
}
