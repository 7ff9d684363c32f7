package org.dylink.shell;

import java.util.List;
import org.dylink.engine.EngineAbsence;
import org.dylink.linker.EngineOutlook;
import org.dylink.linker.Linker;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.LinkerRuntime;
import org.dylink.linker.runtime.ProgramDTO;

/**
 * What {@code wasm:why} returns of a library that can be linked.
 *
 * @param library that library
 * @param outlooks what the engines say of it and of what it needs, the best engine first
 * @param others programs that have it loaded and run on another engine than the one that they would
 *     get now
 * @param absences engines that somebody has allowed and that cannot work here
 */
public record EngineReport(
    LibraryDTO library,
    List<EngineOutlook> outlooks,
    List<ProgramDTO> others,
    List<EngineAbsence> absences) {
  static EngineReport of(
      LibraryDTO library, Linker linker, LinkerRuntime runtime, List<EngineAbsence> absences) {
    List<EngineOutlook> outlooks =
        LibraryFacts.module(library, linker)
            .map(module -> linker.engines(linker.dependencies(module).libraries()))
            .orElse(List.of());
    String best = EngineOutlook.chosen(outlooks).orElse("");
    List<ProgramDTO> others =
        runtime.programs().stream()
            .filter(program -> library.programs.contains(program.id))
            .filter(program -> !program.engine.equals(best))
            .toList();
    return new EngineReport(library, outlooks, others, List.copyOf(absences));
  }
}
