package org.dylink.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dylink.app.Columns;
import org.dylink.app.options.Arguments;
import org.dylink.app.options.Option;
import org.dylink.app.options.UsageException;
import org.dylink.app.search.DependencySearch;
import org.dylink.app.search.LibraryFile;
import org.dylink.app.search.SearchException;
import org.dylink.engine.EngineAbsence;
import org.dylink.format.PrintableText;
import org.dylink.linker.EngineOutlook;
import org.dylink.linker.EngineOutlook.Line;
import org.dylink.linker.ExitStatus;
import org.dylink.linker.Library;
import org.dylink.linker.Linker;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** {@code dylink why}: which engine would run a program, and what keeps it off better ones. */
@Component(property = Command.NAME + "=why")
public final class WhyCommand implements Command {
  private final BundleContext context;
  private final Linker linker;

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  private volatile List<EngineAbsence> absences = List.of();

  /** Is there once there is a linker, which needs an engine. */
  @Activate
  public WhyCommand(BundleContext context, @Reference Linker linker) {
    this.context = context;
    this.linker = linker;
  }

  @Override
  public int run(Arguments arguments, Console console) throws UsageException {
    InstalledLibraries installed = new InstalledLibraries(context);
    DependencySearch search = new DependencySearch(console.folders(arguments), installed);
    try (LibraryBundles bundles = new LibraryBundles(context)) {
      ProgramFiles files = ProgramFiles.find(arguments, search);
      bundles.start(files.all());
      List<EngineOutlook> outlooks = outlooks(files, bundles, arguments.value(Option.ENGINE));
      console.outText().print(text(files.main().name(), outlooks));
      return EngineOutlook.chosen(outlooks).isPresent() ? ExitCode.OK : ExitStatus.NOT_LINKED;
    } catch (SearchException e) {
      e.problems().forEach(console::say);
    } catch (BundleException e) {
      console.say(e.getMessage());
    }
    return ExitStatus.NOT_LINKED;
  }

  private List<EngineOutlook> outlooks(
      ProgramFiles files, LibraryBundles bundles, Optional<String> named) {
    List<Library> all = new ArrayList<>();
    add(files.main(), bundles, all);
    files.preloads().forEach(each -> add(each, bundles, all));
    files.modules().values().forEach(each -> add(each, bundles, all));
    return linker.engines(all).stream()
        .filter(each -> named.isEmpty() || named.get().equals(each.engine()))
        .toList();
  }

  private void add(LibraryFile file, LibraryBundles bundles, List<Library> all) {
    for (Library each : linker.dependencies(bundles.library(file)).libraries()) {
      if (!all.contains(each)) {
        all.add(each);
      }
    }
  }

  private String text(String main, List<EngineOutlook> outlooks) {
    Columns columns = new Columns();
    List<Line> lines = EngineOutlook.lines(outlooks);
    if (!lines.isEmpty()) {
      columns.row("LIBRARY", "ENGINE", "COMPILED", "PLACE", "REMARK");
    }
    for (Line line : lines) {
      columns.row(line.library(), line.engine(), line.compiled(), line.place(), line.remark());
    }
    StringBuilder text = new StringBuilder(EngineOutlook.headline(main, outlooks)).append('\n');
    for (EngineAbsence absence : absences) {
      text.append(PrintableText.of(absence.toString())).append('\n');
    }
    return text.append(columns).toString();
  }
}
