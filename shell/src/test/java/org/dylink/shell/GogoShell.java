package org.dylink.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.CommandSessionListener;
import org.apache.felix.service.command.Converter;
import org.dylink.binding.runtime.BoundServiceDTO;
import org.dylink.engine.EngineAbsence;
import org.dylink.launcher.ConfiguredProgramDTO;
import org.dylink.linker.Linker;
import org.osgi.framework.BundleContext;

/** The real Gogo runtime with our commands, and a session whose output is kept. */
final class GogoShell implements AutoCloseable {
  // Without a ThreadIO, which would take System.out away: our commands print to their process.
  private final CommandProcessorImpl processor = new CommandProcessorImpl(null);
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final RunProgram runProgram;
  private final FakeRuntime runtime;
  private final FakeFramework framework = new FakeFramework();
  private final CommandSession session;

  /** What the binding and the launcher know. */
  final List<BoundServiceDTO> services = new ArrayList<>();

  final List<ConfiguredProgramDTO> configured = new ArrayList<>();

  /** Engines that stay away. */
  final List<EngineAbsence> absences = new ArrayList<>();

  /**
   * @param input what is typed while a command runs
   */
  GogoShell(FakeLinker linker, String input) {
    runtime = new FakeRuntime(linker);
    EndedPrograms ended = new EndedPrograms(runtime);
    runProgram = new RunProgram(linker, runtime, ended);
    commands(linker, ended).forEach((name, command) -> processor.addCommand("wasm", command, name));
    converters().forEach(processor::addConverter);
    processor.addListener(new SessionOfThread());
    byte[] typed = input.getBytes(StandardCharsets.UTF_8);
    session = processor.createSession(new ByteArrayInputStream(typed), output, output);
  }

  private Map<String, Object> commands(Linker linker, EndedPrograms ended) {
    BundleContext context = framework.context();
    ExplainWait why = new ExplainWait(context, linker, runtime);
    why.absences = absences;
    return Map.ofEntries(
        Map.entry("list", new ListLibraries(runtime)),
        Map.entry("info", new ShowLibrary(linker, runtime)),
        Map.entry("why", why),
        Map.entry("symbols", new ListSymbols(linker, runtime)),
        Map.entry("ldd", new ShowDependencies(linker, runtime)),
        Map.entry("load", new LoadLibraries(context, runtime)),
        Map.entry("unload", new UnloadLibraries(context, runtime)),
        Map.entry("reload", new ReloadLibraries(context, runtime)),
        Map.entry("replace", new ReplaceLibrary(linker, runtime)),
        Map.entry("run", runProgram),
        Map.entry("ps", new ListPrograms(runtime, ended)),
        Map.entry("map", new ShowMap(linker)),
        Map.entry("services", new ListServices(() -> services)),
        Map.entry("configured", new ListConfigured(() -> configured)),
        Map.entry("kill", new StopPrograms(linker)));
  }

  private static Stream<Converter> converters() {
    return Stream.of(
        new LibraryConverter(),
        new LibraryFactsConverter(),
        new WaitConverter(),
        new EngineReportConverter(),
        new SymbolConverter(),
        new SymbolBindingConverter(),
        new ProgramConverter(
            Clock.fixed(Instant.ofEpochMilli(FakeRuntime.BEGUN + 65_000), ZoneOffset.UTC)),
        new ListedThreadConverter(),
        new LinkMapConverter(),
        new BoundServiceConverter(),
        new ConfiguredProgramConverter(),
        new DependencyTreeConverter());
  }

  void add(String scope, String function, Object command) {
    processor.addCommand(scope, command, function);
  }

  void add(CommandSessionListener listener) {
    processor.addListener(listener);
  }

  CommandSession session() {
    return session;
  }

  FakeRuntime runtime() {
    return runtime;
  }

  FakeFramework framework() {
    return framework;
  }

  RunProgram runProgram() {
    return runProgram;
  }

  /** What the user sees after typing a line: Gogo's shells print results and exceptions like so. */
  String type(String line) {
    String last = "";
    try {
      Object result = session.execute(line);
      last = result == null ? "" : session.format(result, Converter.INSPECT) + "\n";
    } catch (Exception e) {
      last = e + "\n";
    }
    return takeOutput() + last;
  }

  /** What was printed since the last time. */
  String takeOutput() {
    // The stream's own lock: a background program may be printing.
    synchronized (output) {
      String text = output.toString(StandardCharsets.UTF_8);
      output.reset();
      return text;
    }
  }

  @Override
  public void close() {
    processor.stop();
  }
}
