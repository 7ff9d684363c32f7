package org.dylink.binding.osgi;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dylink.linker.DependencyTree;
import org.dylink.linker.Library;

/**
 * What a program needs.
 *
 * @param libraries its libraries, main first, in the order of a link
 * @param modules the import modules, such as WASI's, that the host has to serve
 * @param isComplete whether all libraries are there
 */
record Needs(List<Library> libraries, Set<String> modules, boolean isComplete) {
  static Needs of(DependencyTree tree) {
    List<Library> libraries = tree.libraries();
    Set<String> modules =
        libraries.stream()
            .flatMap(library -> library.hostModules().stream())
            .collect(Collectors.toSet());
    return new Needs(libraries, modules, !tree.isIncomplete());
  }

  boolean areMet(ServedModules hosts) {
    return isComplete && !libraries.isEmpty() && modules.stream().allMatch(hosts::has);
  }
}
