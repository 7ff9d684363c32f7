package org.dylink.app.command;

import java.util.Optional;
import org.dylink.app.options.Arguments;
import org.dylink.app.options.Option;
import org.dylink.app.search.DependencySearch;
import org.dylink.app.search.Folders;
import org.dylink.app.search.SearchException;
import org.dylink.format.WasmModule;

/** A command that prints something of one module. */
abstract class ModuleCommand implements Command {
  @Override
  public final int run(Arguments arguments, Console console) {
    Folders folders = new Folders(console.folder(), arguments.all(Option.LIBRARY_FOLDER));
    DependencySearch search = new DependencySearch(folders, name -> Optional.empty());
    try {
      WasmModule module = search.addRoot("module", arguments.operands().get(0)).module();
      console.out().print(describe(module));
      return ExitCode.OK;
    } catch (SearchException e) {
      e.problems().forEach(console::say);
      return ExitCode.NOT_LINKED;
    }
  }

  /** What there is to print, whole lines. */
  abstract String describe(WasmModule module);
}
