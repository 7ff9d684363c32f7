package org.dylink.app.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dylink.app.options.Arguments;
import org.dylink.app.options.Option;
import org.dylink.app.options.Pair;
import org.dylink.app.options.UsageException;
import org.dylink.app.search.Dependencies;
import org.dylink.app.search.DependencySearch;
import org.dylink.app.search.LibraryFile;
import org.dylink.app.search.SearchException;

/**
 * The files that a command line asks for, and those that they need.
 *
 * @param main the main module
 * @param preloads what comes right after it
 * @param modules plain modules by the import module name that they serve
 * @param all all files, main first, and which of them each name means
 */
record ProgramFiles(
    LibraryFile main,
    List<LibraryFile> preloads,
    Map<String, LibraryFile> modules,
    Dependencies all) {

  /**
   * Finds all of them.
   *
   * @throws SearchException with everything that is missing
   */
  static ProgramFiles find(Arguments arguments, DependencySearch search)
      throws SearchException, UsageException {
    LibraryFile main = search.addRoot("program", arguments.operands().get(0));
    List<LibraryFile> preloads = new ArrayList<>();
    for (String name : arguments.all(Option.PRELOAD)) {
      preloads.add(search.addRoot("library to preload", name));
    }
    Map<String, LibraryFile> modules = new LinkedHashMap<>();
    for (Pair module : arguments.pairs(Option.MODULE)) {
      modules.put(module.name(), search.addRoot("module", module.value()));
    }
    return new ProgramFiles(main, preloads, modules, search.search());
  }
}
