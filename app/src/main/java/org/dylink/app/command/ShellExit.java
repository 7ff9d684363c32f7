package org.dylink.app.command;

import java.util.Map;
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

  ShellExit() {}

  ServiceRegistration<ShellExit> register(BundleContext context) {
    return context.registerService(ShellExit.class, this, FrameworkUtil.asDictionary(NAME));
  }

  /** Ends the shell. */
  public void exit() {
    asked.countDown();
  }

  boolean isAsked() {
    return asked.getCount() == 0;
  }

  void await() throws InterruptedException {
    asked.await();
  }
}
