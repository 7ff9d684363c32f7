package org.dylink.app.launch;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

/**
 * Hands a call over to the bundles, by the convention of bnd's launcher: the command line is a
 * property of a service, and a bundle answers with a {@code Callable} that wants the main thread.
 */
final class CommandCall {
  private static final String WANTS_MAIN_THREAD = "(main.thread=true)";

  private final BundleContext context;
  private final CompletableFuture<Void> ending;

  CommandCall(BundleContext context, CompletableFuture<Void> ending) {
    this.context = context;
    this.ending = ending;
  }

  int run(Launch launch) throws LaunchException {
    ServiceRegistration<Object> arguments =
        context.registerService(
            Object.class, launch, FrameworkUtil.asDictionary(launch.properties(ending)));
    try {
      return run(answer());
    } finally {
      unregister(arguments);
    }
  }

  private ServiceReference<?> answer() throws LaunchException {
    try {
      ServiceReference<?>[] answers =
          context.getServiceReferences(Callable.class.getName(), WANTS_MAIN_THREAD);
      if (answers == null) {
        throw new LaunchException("no bundle of the framework takes the command line");
      }
      return answers[0];
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("BUG: " + WANTS_MAIN_THREAD, e);
    }
  }

  private int run(ServiceReference<?> answer) throws LaunchException {
    Callable<?> command = (Callable<?>) context.getService(answer);
    if (command == null) {
      throw new LaunchException("the bundle that takes the command line does not start");
    }
    try {
      return command.call() instanceof Integer code ? code : 0;
    } catch (Exception e) {
      throw new LaunchException("the command failed", e);
    }
  }

  private static void unregister(ServiceRegistration<Object> arguments) {
    try {
      arguments.unregister();
    } catch (IllegalStateException e) {
      // The shell's last command stops the framework, and with it goes the service.
    }
  }
}
