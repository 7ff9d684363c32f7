package org.dylink.app.command;

import java.util.List;
import java.util.Optional;
import org.dylink.app.options.Arguments;
import org.dylink.app.options.Option;
import org.dylink.app.search.Dependency;
import org.dylink.app.search.DependencySearch;
import org.dylink.app.search.SearchException;
import org.dylink.format.NamePattern;
import org.dylink.linker.ExitStatus;
import org.dylink.linker.Library;
import org.dylink.linker.Linker;
import org.dylink.linker.SymbolBinding;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code dylink symbols}: what a module defines and uses, as nm prints it, and who defines that
 * among the files that are found.
 */
@Component(property = Command.NAME + "=symbols")
public final class SymbolsCommand implements Command {
  private final BundleContext context;
  private final Linker linker;

  /** Looks at what the framework's bundles provide, too. */
  @Activate
  public SymbolsCommand(BundleContext context, @Reference Linker linker) {
    this.context = context;
    this.linker = linker;
  }

  @Override
  public int run(Arguments arguments, Console console) {
    try {
      DependencySearch search =
          new DependencySearch(console.folders(arguments), new InstalledLibraries(context));
      search.addRoot("module", arguments.operands().get(0));
      List<Library> scope =
          search.search().inOrder().stream().flatMap(each -> library(each).stream()).toList();
      NamePattern wanted = new NamePattern(arguments.value(Option.PATTERN).orElse(""));
      List<SymbolBinding> bindings =
          linker.bindings(scope, List.of()).stream()
              .filter(binding -> wanted.test(binding.symbol()))
              .toList();
      console.outText().print(SymbolTable.of(scope.get(0), bindings));
      return ExitCode.OK;
    } catch (SearchException e) {
      e.problems().forEach(console::say);
      return ExitStatus.NOT_LINKED;
    }
  }

  /** What is missing is left out: the symbols that it would define are nobody's. */
  private Optional<Library> library(Dependency dependency) {
    Optional<Library> file = dependency.file().map(FileLibrary::new);
    return dependency.usable()
        ? file.or(() -> linker.library(dependency.name()))
        : Optional.empty();
  }
}
