package org.dylink.app.command;

import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.CommandSessionListener;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says at a terminal whose shell it is, in place of Gogo's own greeting. */
@Component
public final class Banner implements CommandSessionListener {
  // Set by Gogo's JLine shell, before it executes its profile.
  private static final String TERMINAL = ".terminal";

  // The profile prints Gogo's greeting unless this is set. Shells in the shell inherit it.
  private static final String QUIET = ".gosh_quiet";

  private final String version;
  private boolean said; // by the thread of the shell, which is the only one at the terminal

  /**
   * Comes with Gogo.
   *
   * @param processor makes the sessions; without it there are none
   */
  @Activate
  public Banner(BundleContext context, @Reference CommandProcessor processor) {
    this.version = text(context.getBundle().getVersion());
  }

  /** What is printed. */
  static String text(String version) {
    return """
        Dylink %s: WebAssembly shared libraries as OSGi bundles
        wasm:list shows the libraries, wasm:load FILE adds some, help wasm:run tells of a command
        """
        .formatted(version);
  }

  // As Maven writes it.
  static String text(Version version) {
    String numbers = version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
    return version.getQualifier().isEmpty() ? numbers : numbers + "-" + version.getQualifier();
  }

  @Override
  public void beforeExecute(CommandSession session, CharSequence command) {
    if (!said && session.get(TERMINAL) != null) {
      said = true;
      session.put(QUIET, true);
      session.getConsole().print(text(version));
      session.getConsole().flush();
    }
  }

  /** Does nothing. */
  @Override
  public void afterExecute(CommandSession session, CharSequence command, Exception exception) {}

  /** Does nothing. */
  @Override
  public void afterExecute(CommandSession session, CharSequence command, Object result) {}
}
