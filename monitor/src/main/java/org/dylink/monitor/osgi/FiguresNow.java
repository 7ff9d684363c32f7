package org.dylink.monitor.osgi;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.dylink.engine.Engine;
import org.dylink.engine.EngineStatistics;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.LibraryState;
import org.dylink.linker.runtime.LinkerRuntime;
import org.dylink.linker.runtime.ProgramDTO;
import org.dylink.monitor.Figures;

/** Puts the numbers of a moment together. */
final class FiguresNow {
  private static final double NANOS_OF_MILLI = 1e6;

  private FiguresNow() {}

  static Figures of(LinkerRuntime runtime, List<Engine> engines, Counts counts) {
    List<ProgramDTO> programs = runtime.programs();
    List<LibraryDTO> libraries = runtime.libraries();
    List<EngineStatistics> work = engines.stream().map(Engine::statistics).toList();
    return new Figures(
        programs.size(),
        programs.stream().mapToLong(program -> program.memory).sum(),
        programs.stream().mapToLong(program -> program.threads.size()).sum(),
        libraries.size(),
        count(libraries, LibraryState.WAITING),
        count(libraries, LibraryState.FAILED),
        counts.links.sum(),
        counts.linkFailures.sum(),
        millis(counts.linkNanos),
        counts.opens.sum(),
        millis(counts.openNanos),
        counts.traps.sum(),
        counts.stops.sum(),
        work.stream().mapToLong(EngineStatistics::compiled).sum(),
        work.stream().mapToLong(each -> each.compileTime().toNanos()).sum() / NANOS_OF_MILLI,
        work.stream().mapToLong(EngineStatistics::kept).sum());
  }

  private static long count(List<LibraryDTO> libraries, LibraryState state) {
    return libraries.stream().filter(library -> library.state == state).count();
  }

  private static double millis(LongAdder nanos) {
    return nanos.sum() / NANOS_OF_MILLI;
  }
}
