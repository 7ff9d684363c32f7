package org.dylink.app.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dylink.app.options.Arguments;
import org.dylink.app.options.ArgumentsParser;
import org.dylink.app.options.UsageException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes a command line from the launcher. Comes with the service that carries it and goes with it;
 * {@code main.thread} asks bnd's launcher, and ours, to call it in the main thread.
 */
@Component(service = Callable.class, property = "main.thread:Boolean=true")
public final class CommandLine implements Callable<Integer> {
  private static final String ARGUMENTS = "launcher.arguments";

  private final BundleContext context;
  private final List<String> line;
  private final Console console;

  /**
   * @param launch the properties of the launcher's service
   */
  @Activate
  public CommandLine(
      BundleContext context,
      @Reference(service = Object.class, target = "(" + ARGUMENTS + "=*)")
          Map<String, Object> launch) {
    this.context = context;
    this.line = List.of((String[]) launch.get(ARGUMENTS));
    this.console = Console.of(launch);
  }

  @Override
  public Integer call() {
    try {
      Arguments arguments = ArgumentsParser.parse(line, console.folder());
      return console.written(run(arguments));
    } catch (UsageException e) {
      console.say(e.getMessage());
      return ExitCode.USAGE;
    }
  }

  private int run(Arguments arguments) throws UsageException {
    ServiceReference<Command> reference = command(arguments.command().word());
    try {
      return context.getService(reference).run(arguments, console);
    } finally {
      context.ungetService(reference);
    }
  }

  private ServiceReference<Command> command(String word) {
    try {
      return context
          .getServiceReferences(Command.class, "(" + Command.NAME + "=" + word + ")")
          .stream()
          .findFirst()
          .orElseThrow(
              () -> new IllegalStateException(word + ": a service that it needs is not there"));
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("BUG: " + word, e);
    }
  }
}
