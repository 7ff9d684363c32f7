package org.dylink.linker.link;

import java.util.Optional;
import java.util.function.Function;
import org.dylink.engine.Engine;
import org.dylink.engine.host.HostLibrary;

/**
 * What surrounds a link.
 *
 * @param engine runs the program
 * @param modules what that engine has compiled already
 * @param search finds libraries
 * @param hosts finds host libraries by import module name
 * @param admission says what the program may have
 */
public record LinkContext(
    Engine engine,
    ModuleCache modules,
    LibrarySearch search,
    Function<String, Optional<HostLibrary>> hosts,
    Admission admission) {}
