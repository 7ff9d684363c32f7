package org.dylink.app.command;

import org.dylink.app.options.Arguments;
import org.dylink.app.options.UsageException;
import org.dylink.linker.Linker;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dylink run}: files become bundles, bundles a program, and the program runs. */
@Component(property = Command.NAME + "=run")
public final class RunCommand implements Command {
  private final BundleContext context;
  private final Linker linker;

  /** Is there once there is a linker, which needs an engine. */
  @Activate
  public RunCommand(BundleContext context, @Reference Linker linker) {
    this.context = context;
    this.linker = linker;
  }

  @Override
  public int run(Arguments arguments, Console console) throws UsageException {
    Failures failures = new Failures(console, arguments.operands().get(0));
    return failures.codeOf(() -> new ProgramRun(context, linker, arguments, console).run());
  }
}
