package org.dylink.linker.link.load;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dylink.engine.Engine;
import org.dylink.engine.host.HostLibrary;

/**
 * What surrounds a link.
 *
 * @param engines gives the program its engine
 * @param modules what engines have compiled already
 * @param search finds libraries
 * @param hosts finds host libraries by import module name
 * @param admission says what the program may have
 */
public record LinkContext(
    EngineSource engines,
    ModuleCache modules,
    LibrarySearch search,
    Function<String, Optional<HostLibrary>> hosts,
    Admission admission) {
  /** With one engine, which a program can have or not. */
  public LinkContext(
      Engine engine,
      ModuleCache modules,
      LibrarySearch search,
      Function<String, Optional<HostLibrary>> hosts,
      Admission admission) {
    this(
        new EngineDecision(List.of(engine), Optional.empty(), ""),
        modules,
        search,
        hosts,
        admission);
  }
}
