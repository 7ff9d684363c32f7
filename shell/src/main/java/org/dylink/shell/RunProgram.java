package org.dylink.shell;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Process;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.dylink.engine.host.HostNames;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.LinkTrace;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.dylink.linker.runtime.LinkerRuntime;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** {@code wasm:run}. */
@Component(service = RunProgram.class)
@GogoCommand(scope = "wasm", function = "run")
public final class RunProgram extends WasmCommand {
  /** The session's variable with the exit code of the last program that ended. */
  static final String EXIT_CODE = "exitCode";

  private static final String WHAT = "links a library with all that it needs and runs it";

  private final Linker linker;
  private final LinkerRuntime runtime;
  private final EndedPrograms ended;
  private final Set<ShellRun> runs = ConcurrentHashMap.newKeySet();

  /** Runs the libraries of one linker. */
  @Activate
  public RunProgram(
      @Reference Linker linker, @Reference LinkerRuntime runtime, @Reference EndedPrograms ended) {
    super("run [OPTION]... NAME|ID [ARG]...");
    this.linker = linker;
    this.runtime = runtime;
    this.ended = ended;
  }

  @Override
  boolean isHelp(List<String> words) {
    return RunParser.asksForHelp(words);
  }

  @Override
  String help() {
    String usage = "usage: wasm:run " + RunArguments.USAGE.lines().findFirst().orElseThrow();
    return usage + "\n" + WHAT + "\n" + RunArguments.help(Screen.current());
  }

  @Override
  Object execute(CommandSession session, String... words) {
    run(session, words);
    return null;
  }

  /**
   * Links a library, runs it on the streams of this command and closes it. What goes wrong is
   * printed, not thrown: Gogo drops what a background job throws. The exit code goes to {@code
   * $exitCode} and, for {@code &&} and {@code ||}, to Gogo.
   */
  @Descriptor(WHAT)
  public void run(CommandSession session, @Descriptor(RunArguments.USAGE) String... words) {
    Process process = Process.Utils.current();
    Outcome outcome = outcome(session, process, words);
    outcome.message().ifPresent(message -> say(process.err(), message));
    session.put(EXIT_CODE, outcome.exitCode());
    process.error(outcome.exitCode());
    if (outcome.equals(Outcome.interrupted())) {
      // Not only this command ends, but what stands behind it in the line, and loops around it.
      throw new CommandException("interrupted");
    }
  }

  // As bytes: Gogo's stream would write in the locale, which may not have all letters of a name.
  private static void say(PrintStream target, String message) {
    byte[] line = HostNames.bytes(message + System.lineSeparator());
    target.write(line, 0, line.length);
    target.flush();
  }

  private Outcome outcome(CommandSession session, Process process, String... words) {
    try {
      RunArguments arguments = RunParser.parse(List.of(words));
      LinkRequest.Builder request = request(session, arguments);
      try (Streams streams = Streams.of(session, process, arguments.raw())) {
        request.stdin(streams.in()).stdout(streams.out()).stderr(streams.err());
        if (arguments.isTraced()) {
          request.trace(LinkTrace.timed(step -> say(process.err(), step)));
        }
        return outcome(request.build());
      }
    } catch (CommandException e) {
      return Outcome.notStarted(e);
    }
  }

  private Outcome outcome(LinkRequest request) {
    String name = request.main().name();
    ShellRun run = new ShellRun(linker, request, ended);
    runs.add(run);
    try {
      return Outcome.exited(name, run.await());
    } catch (LinkException | RuntimeException | Error e) {
      return Outcome.failed(name, e);
    } catch (InterruptedException e) {
      return Outcome.interrupted();
    } finally {
      runs.remove(run);
    }
  }

  private LinkRequest.Builder request(CommandSession session, RunArguments arguments) {
    Library main = Names.linkable(linker, runtime, arguments.name());
    if (main.module().export(Program.ENTRY).isEmpty()) {
      throw new CommandException(main.name() + ": cannot run: does not export " + Program.ENTRY);
    }
    return arguments.request(
        main, session.currentDir(), word -> Names.linkable(linker, runtime, word));
  }

  /** Ends the programs that still run: nobody is left who would close them. */
  @Deactivate
  void stopAll() {
    runs.forEach(run -> run.stop("the shell's commands are being stopped"));
  }
}
