package org.dylink.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dylink.app.options.Arguments;
import org.dylink.app.options.Option;
import org.dylink.app.options.UsageException;
import org.dylink.app.search.SearchException;
import org.dylink.engine.host.HostNames;
import org.dylink.linker.LinkException;
import org.dylink.linker.Linker;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code dylink prelink}: links a program, and writes what has become of it by then into a file, in
 * which {@code dylink run} begins.
 */
@Component(property = Command.NAME + "=prelink")
public final class PrelinkCommand implements Command {
  private final BundleContext context;
  private final Linker linker;

  /** Is there once there is a linker, which needs an engine. */
  @Activate
  public PrelinkCommand(BundleContext context, @Reference Linker linker) {
    this.context = context;
    this.linker = linker;
  }

  @Override
  public int run(Arguments arguments, Console console) throws UsageException {
    Failures failures = new Failures(console, arguments.operands().get(0));
    return failures.codeOf(() -> prelink(arguments, console));
  }

  private int prelink(Arguments arguments, Console console)
      throws SearchException, BundleException, LinkException, UsageException {
    ProgramRequest request = new ProgramRequest(context, arguments, console);
    ProgramFiles files = request.files();
    Path file =
        arguments
            .value(Option.IMAGE_FILE)
            .map(given -> HostNames.resolve(console.folder(), given))
            .orElseGet(() -> ProgramRequest.beside(files.main()));
    try (LibraryBundles bundles = new LibraryBundles(context)) {
      bundles.start(files.all());
      return write(linker.prelink(request.of(files, bundles).build()), file, files, console);
    }
  }

  private static int write(byte[] image, Path file, ProgramFiles files, Console console) {
    String shown = HostNames.text(file);
    try {
      Files.write(file, image);
      console.outText().println(files.main().name() + ": " + image.length + " bytes in " + shown);
      return ExitCode.OK;
    } catch (IOException e) {
      console.say(shown + ": cannot be written: " + e.getMessage());
      return ExitCode.NOT_MADE;
    }
  }
}
