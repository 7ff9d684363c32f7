package org.dylink.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dylink.engine.CompiledForm;
import org.dylink.linker.Library;
import org.dylink.linker.Linker;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.LinkerRuntime;
import org.dylink.linker.runtime.ProgramDTO;

/**
 * What {@code wasm:info} returns.
 *
 * @param library where the library is in its life
 * @param module what the linker has read; empty unless its bundle is started
 * @param compiled what engines have of it in a compiled form, or find in its bundle
 * @param programs those that have it loaded
 */
public record LibraryFacts(
    LibraryDTO library,
    Optional<Library> module,
    List<CompiledForm> compiled,
    List<ProgramDTO> programs) {
  static LibraryFacts of(LibraryDTO library, Linker linker, LinkerRuntime runtime) {
    List<ProgramDTO> programs =
        runtime.programs().stream()
            .filter(program -> library.programs.contains(program.id))
            .toList();
    Optional<Library> module = module(library, linker);
    List<CompiledForm> compiled = module.map(each -> compiled(each, linker)).orElse(List.of());
    return new LibraryFacts(library, module, compiled, programs);
  }

  private static List<CompiledForm> compiled(Library module, Linker linker) {
    return linker.engines(List.of(module)).stream()
        .flatMap(engine -> engine.modules().stream())
        .flatMap(each -> each.readiness().forms().stream())
        .toList();
  }

  /** What can be linked as this library; empty if nothing can. */
  static Optional<Library> module(LibraryDTO library, Linker linker) {
    // Of those that wait, the linker tells the highest version only.
    return Stream.concat(linker.libraries().stream(), linker.library(library.name).stream())
        .filter(each -> isSame(library, each))
        .findFirst();
  }

  private static boolean isSame(LibraryDTO library, Library module) {
    return library.name.equals(module.name())
        && library.version.equals(module.version())
        && library.origin.equals(module.origin())
        && library.path.equals(module.attributes().getOrDefault("path", ""));
  }
}
