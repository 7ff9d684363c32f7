package org.dylink.webconsole;

import java.util.List;
import java.util.Map;
import org.dylink.linker.LinkMap;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.ProgramDTO;
import org.dylink.monitor.ProgramEvent;

/**
 * What the page shows, at one moment.
 *
 * @param libraries all libraries
 * @param programs all programs
 * @param services what is bound to libraries, if the binding is there
 * @param maps the address spaces of those that have one, by their ids
 * @param events what has happened to programs, the latest first
 * @param replacements libraries that could come into the place of loaded ones
 * @param linker the id of the linker's own bundle, which has libraries too
 */
record Scene(
    List<LibraryDTO> libraries,
    List<ProgramDTO> programs,
    List<ListedService> services,
    Map<Long, LinkMap> maps,
    List<ProgramEvent> events,
    List<Replacement> replacements,
    long linker) {}
