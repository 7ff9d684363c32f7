package org.dylink.app.command;

import org.apache.felix.service.command.CommandProcessor;
import org.dylink.app.options.Arguments;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** {@code dylink shell}: Gogo's shell at a terminal, else a reader of lines. */
@Component(property = Command.NAME + "=shell")
public final class ShellCommand implements Command {
  private final BundleContext context;
  private final CommandProcessor processor;
  private final ShellExit exit = new ShellExit();
  private final ServiceRegistration<ShellExit> registration;

  /** Is there once Gogo's runtime is. */
  @Activate
  public ShellCommand(BundleContext context, @Reference CommandProcessor processor) {
    this.context = context;
    this.processor = processor;
    this.registration = exit.register(context);
  }

  @Override
  public int run(Arguments arguments, Console console) {
    console.whenEnding(exit::exit);
    return console.terminal() ? waitForGogo() : readLines(console);
  }

  private int readLines(Console console) {
    LineCommands commands = new LineCommands(context, processor);
    try {
      return new LineShell(processor, exit, console).run();
    } finally {
      commands.close();
    }
  }

  /**
   * Gogo's bundle for terminals has started a shell of its own; Ctrl-D there ends the framework.
   */
  private int waitForGogo() {
    try {
      exit.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return exit.code().orElse(ExitCode.OK);
  }

  @Deactivate
  void deactivate() {
    registration.unregister();
    exit.exit();
  }
}
