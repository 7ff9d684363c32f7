package org.dylink.app.command;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.apache.felix.service.command.CommandProcessor;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/**
 * The shell's command {@code exit}: without it the word stands for {@code System.exit}, by Gogo's
 * profile, and asks for a number.
 */
public final class ShellExit {
  private static final Map<String, String> NAME =
      Map.of(CommandProcessor.COMMAND_SCOPE, "gogo", CommandProcessor.COMMAND_FUNCTION, "exit");

  private final CountDownLatch asked = new CountDownLatch(1);
  private volatile OptionalInt code = OptionalInt.empty();

  ShellExit() {}

  ServiceRegistration<ShellExit> register(BundleContext context) {
    return context.registerService(ShellExit.class, this, FrameworkUtil.asDictionary(NAME));
  }

  /**
   * Ends the shell.
   *
   * @param code the exit code, 0 to 255; without one it is that of the commands before
   * @throws IllegalArgumentException if it is none
   */
  public void exit(String... code) {
    if (code.length > 1 || (code.length == 1 && !code[0].matches("[0-9]{1,3}"))) {
      throw new IllegalArgumentException("usage: exit [CODE]");
    }
    this.code = code.length == 0 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(code[0]));
    asked.countDown();
  }

  /** The exit code that was asked for. */
  OptionalInt code() {
    return code;
  }

  boolean isAsked() {
    return asked.getCount() == 0;
  }

  void await() throws InterruptedException {
    asked.await();
  }
}
