package org.dylink.linker.osgi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dylink.format.MemoryType;
import org.dylink.linker.Library;
import org.dylink.linker.LinkMap;
import org.dylink.linker.LoadedLibrary;
import org.dylink.linker.ThreadArea;
import org.dylink.linker.link.program.LinkedProgram;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.NeedDTO;
import org.dylink.linker.runtime.ProgramDTO;
import org.dylink.linker.runtime.ThreadAreaDTO;
import org.dylink.linker.runtime.ThreadDTO;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;

/** What the linker knows, as values. */
final class RuntimeView {
  private static final Comparator<LibraryDTO> BY_VERSION =
      Comparator.comparing(library -> versionOf(library.version));

  private final LibraryRegistry registry;
  private final Programs programs;

  RuntimeView(LibraryRegistry registry, Programs programs) {
    this.registry = registry;
    this.programs = programs;
  }

  List<LibraryDTO> libraries() {
    List<LibraryDTO> all = new ArrayList<>();
    registry.entries().forEach(entry -> all.add(describe(entry)));
    all.sort(
        Comparator.comparing((LibraryDTO library) -> library.name)
            .thenComparing(BY_VERSION.reversed()));
    return all;
  }

  List<ProgramDTO> programs() {
    List<ProgramDTO> all = new ArrayList<>();
    for (Map.Entry<Long, ProgramHold> hold : programs.holds().entrySet()) {
      Optional<LinkedProgram> program = hold.getValue().program();
      program.ifPresent(each -> all.add(describe(each, hold.getValue())));
    }
    return all;
  }

  List<String> ignoredImages() {
    return programs.ignoredImages();
  }

  LibraryDTO describe(LibraryEntry entry) {
    BundleCapability capability = entry.capability();
    LibraryDTO library = new LibraryDTO();
    synchronized (registry) {
      library.state = entry.state();
      library.reasons = List.copyOf(entry.reasons());
      library.needs = entry.finding().needs().stream().map(RuntimeView::describe).toList();
    }
    library.name = BundleLibrary.nameOf(capability);
    library.version = BundleLibrary.versionOf(capability);
    library.path = Objects.toString(capability.getAttributes().get(BundleLibrary.PATH), "");
    library.compiled = BundleLibrary.compiledOf(capability);
    library.bundle = entry.bundle().getBundleId();
    library.origin = BundleLibrary.describe(capability);
    library.current = BundleStanding.isCurrent(entry.revision());
    library.programs = programs.using(LibraryKey.of(capability));
    return library;
  }

  private static NeedDTO describe(Need need) {
    NeedDTO dto = new NeedDTO();
    dto.name = need.name();
    dto.bundle = -1;
    if (need.provider() != null) {
      dto.version = BundleLibrary.versionOf(need.provider());
      dto.bundle = need.provider().getRevision().getBundle().getBundleId();
      dto.origin = BundleLibrary.describe(need.provider());
    }
    return dto;
  }

  static ProgramDTO describe(LinkedProgram program, ProgramHold hold) {
    ProgramDTO dto = new ProgramDTO();
    dto.id = program.id();
    dto.name = program.name();
    dto.state = program.state();
    dto.exitCode = program.exitCode().orElse(null);
    dto.failure = program.failure().orElse(null);
    dto.engine = hold.engine().name();
    dto.fallback = hold.fallback().orElse(null);
    dto.begun = hold.begun();
    LinkMap map = program.linkMap();
    Map<Integer, List<ThreadArea>> areas =
        map.threads().stream().collect(Collectors.groupingBy(ThreadArea::thread));
    dto.threads =
        program.threads().stream()
            .map(each -> describe(program, each, areas.getOrDefault(each, List.of())))
            .toList();
    dto.memory = map.memoryPages() * MemoryType.PAGE_SIZE;
    dto.libraries =
        map.libraries().stream().map(LoadedLibrary::library).map(RuntimeView::describe).toList();
    return dto;
  }

  private static ThreadDTO describe(LinkedProgram program, int number, List<ThreadArea> areas) {
    Optional<Thread> thread = program.javaThread(number);
    ThreadDTO dto = new ThreadDTO();
    dto.number = number;
    dto.name = thread.map(Thread::getName).orElse(null);
    dto.state = thread.map(Thread::getState).orElse(null);
    dto.areas = areas.stream().map(RuntimeView::describe).toList();
    return dto;
  }

  private static ThreadAreaDTO describe(ThreadArea area) {
    ThreadAreaDTO dto = new ThreadAreaDTO();
    dto.library = area.library().map(Library::name).orElse(null);
    dto.address = area.data().address();
    dto.size = area.data().size();
    return dto;
  }

  private static String describe(Library library) {
    return library.name() + " " + library.version();
  }

  // A capability that nobody has read yet may have anything for a version.
  private static Version versionOf(String text) {
    try {
      return Version.parseVersion(text);
    } catch (IllegalArgumentException e) {
      return Version.emptyVersion;
    }
  }
}
