package org.dylink.shell;

import java.util.ArrayList;
import java.util.List;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.Linker;
import org.dylink.linker.LoadedLibrary;
import org.dylink.linker.Program;
import org.dylink.linker.ReplacementPlan;
import org.dylink.linker.runtime.LinkerRuntime;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code wasm:replace}. */
@Component(service = ReplaceLibrary.class)
@GogoCommand(scope = "wasm", function = "replace")
public final class ReplaceLibrary extends WasmCommand {
  private final Linker linker;
  private final LinkerRuntime runtime;

  /** Replaces libraries in the programs of one linker. */
  @Activate
  public ReplaceLibrary(@Reference Linker linker, @Reference LinkerRuntime runtime) {
    super("replace [-n] NAME [PROGRAM]");
    this.linker = linker;
    this.runtime = runtime;
  }

  /**
   * Puts a library in the place of the one of its name, in one program or in all that have one.
   *
   * @return what was done in each of them, or would be
   */
  @Descriptor("puts a library in the place of the one of its name, while programs run")
  public List<ReplacementPlan> replace(
      @Descriptor("tells what would happen, symbol by symbol, and does nothing")
          @Parameter(
              names = {"-n", "--dry-run"},
              presentValue = "true",
              absentValue = "false")
          boolean dryRun,
      @Descriptor("NAME or NAME@VERSION of a library; id or name of a program") String... names) {
    if (names.length == 0 || names.length > 2) {
      throw usage();
    }
    Library library = Names.linkable(linker, runtime, names[0]);
    List<ReplacementPlan> plans = new ArrayList<>();
    for (Program program : programs(library, names)) {
      plans.add(replace(program, library, dryRun));
    }
    return new Listing<>(ReplacementPlan.class, plans);
  }

  private List<Program> programs(Library library, String... names) {
    if (names.length == 2) {
      return List.of(Names.program(linker, names[1]));
    }
    List<Program> all = linker.programs().stream().filter(p -> has(p, library.name())).toList();
    if (all.isEmpty()) {
      throw new CommandException("no program has " + library.name());
    }
    return all;
  }

  private static boolean has(Program program, String name) {
    List<LoadedLibrary> loaded = program.linkMap().libraries();
    return loaded.stream().anyMatch(each -> each.library().name().equals(name));
  }

  private static ReplacementPlan replace(Program program, Library library, boolean dryRun) {
    try {
      return dryRun ? program.planReplacement(library) : program.replace(library);
    } catch (LinkException | IllegalStateException e) {
      throw new CommandException(
          "program " + program.id() + " " + program.name() + ": " + Causes.message(e));
    }
  }
}
