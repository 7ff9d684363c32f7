package org.dylink.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.CommandSessionListener;
import org.apache.felix.service.command.Converter;
import org.dylink.linker.Linker;

/** The real Gogo runtime with our commands, and a session whose output is kept. */
final class GogoShell implements AutoCloseable {
  // Without a ThreadIO, which would take System.out away: our commands print to their process.
  private final CommandProcessorImpl processor = new CommandProcessorImpl(null);
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final RunProgram runProgram;
  private final CommandSession session;

  /**
   * @param input what is typed while a command runs
   */
  GogoShell(Linker linker, String input) {
    runProgram = new RunProgram(linker);
    commands(linker).forEach((name, command) -> processor.addCommand("wasm", command, name));
    converters().forEach(processor::addConverter);
    byte[] typed = input.getBytes(StandardCharsets.UTF_8);
    session = processor.createSession(new ByteArrayInputStream(typed), output, output);
  }

  private Map<String, Object> commands(Linker linker) {
    return Map.of(
        "list", new ListLibraries(linker),
        "info", new ShowLibrary(linker),
        "symbols", new ListSymbols(linker),
        "ldd", new ShowDependencies(linker),
        "run", runProgram,
        "ps", new ListPrograms(linker),
        "map", new ShowMap(linker),
        "kill", new StopPrograms(linker));
  }

  private static Stream<Converter> converters() {
    return Stream.of(
        new LibraryConverter(),
        new SymbolConverter(),
        new SymbolBindingConverter(),
        new ProgramConverter(),
        new LinkMapConverter(),
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
