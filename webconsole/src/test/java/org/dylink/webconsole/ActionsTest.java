package org.dylink.webconsole;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dylink.linker.DataRegion;
import org.dylink.linker.Library;
import org.dylink.linker.LinkMap;
import org.dylink.linker.Linker;
import org.dylink.linker.LoadedLibrary;
import org.dylink.linker.Program;
import org.dylink.linker.ReplacementPlan;
import org.dylink.linker.TableRegion;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.LinkerRuntime;
import org.dylink.testing.Fake;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/**
 * What buttons do. Bundle 5 has a library, bundle 6 cannot start, bundle 7 has none, 9 is the
 * linker.
 */
class ActionsTest {
  private final List<String> calls = new ArrayList<>();
  private final Actions actions =
      new Actions(
          Fake.of(
              BundleContext.class,
              (method, arguments) -> (long) arguments[0] == 8 ? null : bundle((long) arguments[0])),
          Fake.of(
              Linker.class, (method, arguments) -> List.of(Fake.of(Program.class, this::program))),
          Fake.of(LinkerRuntime.class, (method, arguments) -> List.of(library(5), library(6))),
          9);

  private Bundle bundle(long id) {
    return Fake.of(
        Bundle.class,
        (method, arguments) -> {
          if (id == 6) {
            throw new BundleException("no such wire");
          }
          calls.add(method + " " + id);
          return null;
        });
  }

  private Object program(String method, Object... arguments) {
    if (method.equals("id")) {
      return 3L;
    }
    calls.add(method + " " + arguments[0]);
    return null;
  }

  private static LibraryDTO library(long bundle) {
    LibraryDTO library = new LibraryDTO();
    library.bundle = bundle;
    return library;
  }

  @Test
  void bundlesWithLibrariesStartAndStop() {
    assertEquals("bundle 5 was started", actions.act("start", "5"));
    assertEquals("bundle 5 was stopped", actions.act("stop", "5"));
    assertEquals("bundle 6: not done: no such wire", actions.act("start", "6"));
    assertEquals(List.of("start 5", "stop 5"), calls);
  }

  @Test
  void programsAreStopped() {
    assertEquals("program 3 was stopped", actions.act("kill", "3"));
    assertEquals("not done: no program has the id 4", actions.act("kill", "4"));
    assertEquals(List.of("stop stopped from the Web Console"), calls);
  }

  @Test
  void aLibraryIsReplacedByTheOneThatTheButtonNames() {
    Library main = PageTest.version("0");
    Library old = PageTest.version("1.2.0");
    Library fresh = PageTest.version("1.3.0");
    LinkMap map =
        new LinkMap(
            Stream.of(main, old)
                .map(each -> new LoadedLibrary(each, new DataRegion(0, 0), new TableRegion(0, 0)))
                .toList(),
            new DataRegion(0, 0),
            0,
            0,
            0,
            0,
            List.of(),
            List.of(),
            List.of());
    Program program =
        Fake.of(
            Program.class,
            (method, arguments) ->
                switch (method) {
                  case "id" -> 3L;
                  case "linkMap" -> map;
                  default ->
                      new ReplacementPlan(
                          old, (Library) arguments[0], ReplacementPlan.Layout.SAME, List.of());
                });
    Linker linker =
        Fake.of(
            Linker.class,
            (method, arguments) ->
                method.equals("programs") ? List.of(program) : List.of(fresh, old));
    Actions replacing = new Actions(null, linker, null, 9);
    assertEquals(
        "program 3: libz.so 1.2.0 is 1.3.0 now, its data stays",
        replacing.act("replace", "3:libz.so@1.3.0@org.z"));
    for (String other : List.of("4:libz.so@1.3.0@org.z", "3:libz.so@1.2.0@org.z", "3", "")) {
      assertEquals(
          "not done: program or library is not there any more", replacing.act("replace", other));
    }
  }

  @Test
  void nothingElseIsDone() {
    assertEquals("not done: bundle 7 has no library", actions.act("stop", "7"));
    assertEquals("not done: bundle 8 has no library", actions.act("stop", "8"));
    assertEquals("not done: bundle 9 is part of Dylink itself", actions.act("stop", "9"));
    assertEquals("not done: no such action", actions.act("uninstall", "5"));
    for (String id : List.of("", "-1", "5 ", "x", "9".repeat(30))) {
      assertEquals("not done: no id was sent", actions.act("stop", id));
    }
    assertEquals(List.of(), calls);
  }
}
