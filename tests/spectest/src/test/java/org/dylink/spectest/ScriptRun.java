package org.dylink.spectest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Engine;
import org.dylink.engine.Extern;
import org.dylink.engine.Function;
import org.dylink.engine.Global;
import org.dylink.engine.Instance;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.format.MalformedModuleException;
import org.dylink.spectest.Outcome.Verdict;

/** Runs a script's commands in their order. */
final class ScriptRun {
  /** Why a script's commands about the text format are skipped. */
  static final String TEXT_FORMAT = "about the text format, which Dylink does not read";

  private final String script;
  private final Instances instances;

  private ScriptRun(String script, Engine engine) {
    this.script = script;
    this.instances = new Instances(engine);
  }

  static List<Outcome> run(String script, List<Command> commands, Engine engine) {
    ScriptRun run = new ScriptRun(script, engine);
    List<Outcome> outcomes = new ArrayList<>();
    for (Command command : commands) {
      outcomes.add(run.outcome(command));
    }
    return outcomes;
  }

  /** What becomes of a script's commands that is not run, for a reason. */
  static List<Outcome> skip(List<Command> commands, String reason) {
    return commands.stream().map(command -> new Outcome(command, Verdict.SKIPPED, reason)).toList();
  }

  // Whatever an engine throws is this command's failure, and the next command's turn comes.
  private Outcome outcome(Command command) {
    Optional<String> leftOut = Scope.reason(script, command.line());
    if (command.isTextFormat() || leftOut.isPresent()) {
      return new Outcome(command, Verdict.SKIPPED, leftOut.orElse(TEXT_FORMAT));
    }
    try {
      run(command);
      return new Outcome(command, Verdict.PASSED, "");
    } catch (FailedCommand e) {
      return new Outcome(command, Verdict.FAILED, e.getMessage());
    } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
      return new Outcome(command, Verdict.FAILED, e.toString());
    }
  }

  private void run(Command command) throws Exception {
    switch (command.type()) {
      case MODULE -> instantiate(command, compile(command));
      case MODULE_DEFINITION -> instances.define(command.name(), compile(command));
      case MODULE_INSTANCE -> instantiate(command, instances.definition(command.definition()));
      case REGISTER -> instances.register(command.registeredAs(), instances.get(command.name()));
      case ACTION -> act(command);
      case ASSERT_RETURN -> assertReturn(command);
      case ASSERT_TRAP, ASSERT_EXHAUSTION -> assertTrap(command);
      case ASSERT_EXCEPTION -> expectTrap(TrapKind.UNCAUGHT_EXCEPTION, () -> act(command));
      case ASSERT_INVALID, ASSERT_MALFORMED -> assertRefused(command);
      case ASSERT_UNLINKABLE -> assertUnlinkable(command);
      case ASSERT_UNINSTANTIABLE -> assertUninstantiable(command);
    }
  }

  private void instantiate(Command command, CompiledModule module) throws Exception {
    instances.forgetLatest(command.name());
    Instance instance = instances.link(module);
    instance.start();
    instances.add(command.name(), instance);
  }

  private Object act(Command command) throws FailedCommand {
    Command.Action action = command.action();
    Optional<Extern> export = instances.get(action.instance()).export(action.export());
    if (export.isEmpty()) {
      throw new FailedCommand("no export " + action.export());
    } else if (export.get() instanceof Function function) {
      List<Constant> arguments = action.arguments().orElseThrow();
      return function.call(arguments.stream().map(Constant::value).toArray());
    }
    return ((Global) export.get()).get();
  }

  private void assertReturn(Command command) throws FailedCommand {
    List<Constant> expected = command.expected();
    Object[] found = results(act(command), expected.size());
    for (int i = 0; i < found.length; i++) {
      if (!expected.get(i).matches(found[i])) {
        throw new FailedCommand(
            "expected " + expected.get(i) + ", found " + Constant.describe(found[i]));
      }
    }
  }

  private static Object[] results(Object result, int count) throws FailedCommand {
    Object[] results =
        switch (count) {
          case 0 -> new Object[0];
          case 1 -> new Object[] {result};
          default -> (Object[]) result;
        };
    if (results.length != count) {
      throw new FailedCommand("expected " + count + " results, found " + results.length);
    }
    return results;
  }

  private void assertTrap(Command command) throws Exception {
    TrapKind expected = TrapText.kind(command.text());
    if (command.json().has("action")) {
      expectTrap(expected, () -> act(command));
    } else {
      assertUninstantiable(command);
    }
  }

  private void assertUninstantiable(Command command) throws Exception {
    Instance instance = instances.link(compile(command));
    expectTrap(TrapText.kind(command.text()), instance::start);
  }

  // An engine that validates lazily is asked to look at all functions.
  private void assertRefused(Command command) throws FailedCommand, IOException {
    try {
      JvmEngine.verify(compile(command));
    } catch (MalformedModuleException | InvalidModuleException e) {
      return;
    }
    throw new FailedCommand("accepted, expected: " + command.text());
  }

  private void assertUnlinkable(Command command) throws Exception {
    CompiledModule module = compile(command);
    try {
      instances.link(module);
    } catch (IllegalArgumentException e) {
      return;
    }
    throw new FailedCommand("linked, expected: " + command.text());
  }

  private CompiledModule compile(Command command)
      throws IOException, MalformedModuleException, InvalidModuleException {
    return instances.compile(script + ":" + command.line(), command.moduleBytes());
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void expectTrap(TrapKind expected, Work work) throws Exception {
    try {
      work.run();
    } catch (TrapException e) {
      if (e.kind() != expected) {
        throw new FailedCommand("expected " + expected + ", found " + e.kind() + ": " + e);
      }
      return;
    }
    throw new FailedCommand("expected a trap: " + expected);
  }
}
