package org.dylink.app.command;

import org.dylink.app.options.Arguments;
import org.dylink.app.options.Option;
import org.dylink.app.search.Dependencies;
import org.dylink.app.search.DependencySearch;
import org.dylink.app.search.Installed;
import org.dylink.app.search.LibraryFile;
import org.dylink.app.search.SearchException;
import org.dylink.linker.ExitStatus;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code dylink ldd}: what a module needs, as a tree, and where that is found. */
@Component(property = Command.NAME + "=ldd")
public final class LddCommand implements Command {
  private final BundleContext context;

  /** Looks at what the framework's bundles provide, too. */
  @Activate
  public LddCommand(BundleContext context) {
    this.context = context;
  }

  @Override
  public int run(Arguments arguments, Console console) {
    return run(arguments, console, new InstalledLibraries(context));
  }

  static int run(Arguments arguments, Console console, Installed installed) {
    try {
      DependencySearch search = new DependencySearch(console.folders(arguments), installed);
      LibraryFile root = search.addRoot("module", arguments.operands().get(0));
      Dependencies dependencies = search.search();
      console
          .outText()
          .print(arguments.has(Option.DOT) ? dependencies.graph().dot() : dependencies.tree(root));
      return dependencies.isIncomplete() ? ExitStatus.NOT_LINKED : ExitCode.OK;
    } catch (SearchException e) {
      e.problems().forEach(console::say);
      return ExitStatus.NOT_LINKED;
    }
  }
}
