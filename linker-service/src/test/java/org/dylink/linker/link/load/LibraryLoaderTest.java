package org.dylink.linker.link.load;

import static org.dylink.linker.testing.Shapes.shared;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.testing.Libraries;
import org.dylink.linker.testing.TestLibrary;
import org.junit.jupiter.api.Test;

class LibraryLoaderTest {
  @Test
  void loadsBreadthFirst() throws LinkException {
    Libraries libraries =
        Libraries.of(
            shared("a.so", "a1.so", "a2.so"),
            shared("b.so", "a2.so", "b1.so"),
            shared("a1.so", "deep.so"),
            shared("a2.so"),
            shared("b1.so"),
            shared("deep.so"));

    assertEquals(
        List.of("main", "a.so", "b.so", "a1.so", "a2.so", "b1.so", "deep.so"),
        names(load(libraries, List.of(), "a.so", "b.so")));
  }

  @Test
  void putsPreloadsAndWhatTheyNeedInTheSameOrder() throws LinkException {
    Libraries libraries =
        Libraries.of(shared("pre.so", "dep.so"), shared("a.so"), shared("dep.so"));

    assertEquals(
        List.of("main", "pre.so", "a.so", "dep.so"),
        names(load(libraries, List.of("pre.so"), "a.so")));
  }

  @Test
  void loadsACycleOnce() throws LinkException {
    Libraries libraries = Libraries.of(shared("a.so", "b.so"), shared("b.so", "a.so", "b.so"));

    List<Place> loaded = load(libraries, List.of(), "a.so");

    assertEquals(List.of("main", "a.so", "b.so"), names(loaded));
    assertEquals(List.of("a.so", "b.so"), names(loaded.get(2).dependencies()));
  }

  @Test
  void loadsALibraryOfTwoNamesOnce() throws LinkException {
    Libraries libraries = Libraries.none();
    libraries.alias("libfoo.so.1", libraries.add(shared("libfoo.so")));

    assertEquals(
        List.of("main", "libfoo.so"),
        names(load(libraries, List.of(), "libfoo.so", "libfoo.so.1")));
  }

  @Test
  void loadsMainOnceThoughALibraryNeedsIt() throws LinkException {
    Libraries libraries = Libraries.of(shared("a.so", "main"));
    Library main = libraries.add(shared("main", "a.so"));

    LinkRequest request = LinkRequest.builder(main).build();
    assertEquals(List.of("main", "a.so"), names(LibraryLoader.load(request, with(libraries))));
  }

  @Test
  void keepsEqualFilesOfTwoBundlesApart() throws LinkException {
    Libraries libraries = Libraries.none();
    libraries.alias("one.so", TestLibrary.of(shared("lib.so")));
    libraries.alias("two.so", TestLibrary.of(shared("lib.so")));

    assertEquals(
        List.of("main", "lib.so", "lib.so"), names(load(libraries, List.of(), "one.so", "two.so")));
  }

  @Test
  void asksForEachLibraryOnBehalfOfWhoNeedsIt() throws LinkException {
    Library forA = TestLibrary.of(shared("dep.so"));
    Library forB = TestLibrary.of(shared("dep.so"));
    Library a = TestLibrary.of(shared("a.so", "dep.so"));
    Library b = TestLibrary.of(shared("b.so", "dep.so"));
    LibrarySearch search =
        (name, neededBy, program) ->
            SearchResult.found(
                switch (name) {
                  case "a.so" -> a;
                  case "b.so" -> b;
                  default -> neededBy == a ? forA : forB;
                });
    Library main = TestLibrary.of(shared("main", "a.so", "b.so"));

    List<Place> loaded = LibraryLoader.load(LinkRequest.builder(main).build(), with(search));

    assertEquals(List.of(forA), loaded.get(1).dependencies().stream().map(Place::library).toList());
    assertEquals(List.of(forB), loaded.get(2).dependencies().stream().map(Place::library).toList());
  }

  @Test
  void tellsTheChainOfEachMissingLibrary() {
    Libraries libraries =
        Libraries.of(shared("a.so", "b.so"), shared("b.so", "gone.so", "lost.so"));

    LinkException thrown =
        assertThrows(LinkException.class, () -> load(libraries, List.of(), "a.so"));

    assertEquals(
        """
        b.so: needed library gone.so not found: no test has it (main -> a.so -> b.so -> gone.so)
        b.so: needed library lost.so not found: no test has it (main -> a.so -> b.so -> lost.so)\
        """,
        thrown.getMessage());
    assertEquals(Reason.MISSING_LIBRARY, thrown.reason());
  }

  @Test
  void loadsOnlyWhatIsNewIntoARunningProgram() throws LinkException {
    Libraries libraries =
        Libraries.of(shared("libc.so"), shared("plugin.so", "libc.so", "new.so"), shared("new.so"));
    List<Place> present = load(libraries, List.of(), "libc.so");

    List<Place> fresh =
        LibraryLoader.loadMore(libraries.get("plugin.so"), present, with(libraries));

    assertEquals(List.of("plugin.so", "new.so"), names(fresh));
    assertEquals(present.get(1), fresh.get(0).dependencies().get(0));
  }

  private static List<Place> load(Libraries libraries, List<String> preloads, String... needed)
      throws LinkException {
    Library main = TestLibrary.of(shared("main", needed));
    return LibraryLoader.load(
        LinkRequest.builder(main).preloads(preloads).build(), with(libraries));
  }

  private static LinkContext with(LibrarySearch search) {
    return new LinkContext((EngineSource) null, null, search, null, Admission.OPEN);
  }

  private static List<String> names(List<Place> modules) {
    return modules.stream().map(Place::name).toList();
  }
}
