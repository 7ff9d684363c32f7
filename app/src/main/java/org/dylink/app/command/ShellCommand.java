package org.dylink.app.command;

import java.util.concurrent.CountDownLatch;
import org.apache.felix.service.command.CommandProcessor;
import org.dylink.app.options.Arguments;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** {@code dylink shell}: Gogo's shell at a terminal, else a reader of lines. */
@Component(property = Command.NAME + "=shell")
public final class ShellCommand implements Command {
  private final CommandProcessor processor;
  private final CountDownLatch stopping = new CountDownLatch(1);

  /** Is there once Gogo's runtime is. */
  @Activate
  public ShellCommand(@Reference CommandProcessor processor) {
    this.processor = processor;
  }

  @Override
  public int run(Arguments arguments, Console console) {
    return console.terminal() ? waitForGogo() : new LineShell(processor, console).run();
  }

  /** Gogo's bundle for terminals has started a shell of its own, and stops the framework after. */
  private int waitForGogo() {
    try {
      stopping.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.OK;
  }

  @Deactivate
  void deactivate() {
    stopping.countDown();
  }
}
