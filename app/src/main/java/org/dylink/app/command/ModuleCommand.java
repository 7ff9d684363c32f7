package org.dylink.app.command;

import org.dylink.app.options.Arguments;
import org.dylink.app.search.DependencySearch;
import org.dylink.app.search.Installed;
import org.dylink.app.search.LibraryFile;
import org.dylink.app.search.SearchException;
import org.dylink.linker.ExitStatus;

/** A command that prints something of one module. */
abstract class ModuleCommand implements Command {
  @Override
  public final int run(Arguments arguments, Console console) {
    DependencySearch search = new DependencySearch(console.folders(arguments), Installed.NONE);
    try {
      LibraryFile file = search.addRoot("module", arguments.operands().get(0));
      console.outText().print(describe(file, console.machineCode()));
      return ExitCode.OK;
    } catch (SearchException e) {
      e.problems().forEach(console::say);
      return ExitStatus.NOT_LINKED;
    }
  }

  /** What there is to print, whole lines. */
  abstract String describe(LibraryFile file, MachineCodeFiles machineCode);
}
