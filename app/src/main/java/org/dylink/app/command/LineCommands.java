package org.dylink.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.felix.gogo.jline.Builtin;
import org.apache.felix.gogo.jline.Converters;
import org.apache.felix.gogo.jline.Posix;
import org.apache.felix.gogo.jline.Procedural;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Converter;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/**
 * The commands that Gogo's bundle for terminals brings, where that bundle is not started as there
 * is no terminal: {@code echo}, {@code grep}, {@code each} and their kin, but those that need one.
 */
final class LineCommands {
  private static final String[] POSIX = {
    "cat", "cd", "date", "echo", "grep", "head", "ls", "pwd", "sleep", "sort", "tail", "wc"
  };
  private static final String[] PROCEDURAL = {
    "break", "continue", "each", "if", "not", "throw", "try", "until", "while"
  };
  private static final String[] BUILTIN = {"format", "jobs", "new", "set", "tac", "type"};

  private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

  LineCommands(BundleContext context, CommandProcessor processor) {
    add(context, new Posix(processor), POSIX);
    add(context, new Procedural(), PROCEDURAL);
    add(context, new Builtin(), BUILTIN);
    // Without it an id is no bundle, and stop, uninstall and their kin, which another bundle of
    // Gogo's brings, understand none.
    Converters bundles = new Converters(context.getBundle(0).getBundleContext());
    registrations.add(context.registerService(Converter.class, bundles, null));
  }

  private void add(BundleContext context, Object commands, String... names) {
    Map<String, Object> properties =
        Map.of(CommandProcessor.COMMAND_SCOPE, "gogo", CommandProcessor.COMMAND_FUNCTION, names);
    registrations.add(
        context.registerService(Object.class, commands, FrameworkUtil.asDictionary(properties)));
  }

  /** Takes them away again. */
  void close() {
    registrations.forEach(ServiceRegistration::unregister);
  }
}
