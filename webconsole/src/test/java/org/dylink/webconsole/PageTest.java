package org.dylink.webconsole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dylink.linker.DataRegion;
import org.dylink.linker.Library;
import org.dylink.linker.LinkMap;
import org.dylink.linker.Program;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.LibraryState;
import org.dylink.linker.runtime.NeedDTO;
import org.dylink.linker.runtime.ProgramDTO;
import org.dylink.linker.runtime.ThreadDTO;
import org.dylink.monitor.ProgramEvent;
import org.dylink.monitor.ProgramEvent.Kind;
import org.dylink.testing.Fake;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The HTML of the page. It is well-formed XML too, so that a parser tells what is text in it. */
class PageTest {
  private static final String HOSTILE = "<img src=x onerror=alert(1)>\"'&\u001b[31m";
  private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(65_000), ZoneOffset.UTC);

  private final List<LibraryDTO> libraries = new ArrayList<>();
  private final List<ProgramDTO> programs = new ArrayList<>();
  private final List<ListedService> services = new ArrayList<>();
  private final List<ProgramEvent> events = new ArrayList<>();
  private final List<Replacement> replacements = new ArrayList<>();

  private LibraryDTO library(String name, LibraryState state, long bundle) {
    LibraryDTO library = new LibraryDTO();
    library.name = name;
    library.version = "1.0.0";
    library.state = state;
    library.reasons = List.of();
    library.bundle = bundle;
    library.origin = "org.a 1.0.0";
    library.current = true;
    library.path = "lib/" + name;
    library.needs = List.of();
    library.programs = List.of();
    libraries.add(library);
    return library;
  }

  private static NeedDTO need(String name, LibraryDTO provider) {
    NeedDTO need = new NeedDTO();
    need.name = name;
    need.bundle = -1;
    if (provider != null) {
      need.version = provider.version;
      need.bundle = provider.bundle;
      need.origin = provider.origin;
    }
    return need;
  }

  private ProgramDTO program(long id, String name, Program.State state) {
    ProgramDTO program = new ProgramDTO();
    program.id = id;
    program.name = name;
    program.state = state;
    program.engine = "jvm";
    program.memory = 131_072;
    program.begun = 60_000;
    program.threads = List.of(new ThreadDTO());
    program.libraries = List.of(name + " 1.0.0");
    programs.add(program);
    return program;
  }

  private String page(String said) {
    LinkMap map =
        new LinkMap(
            List.of(), new DataRegion(0, 1024), 1024, 2, 9, 1, List.of(), List.of(), List.of());
    return Page.of(scene(Map.of(1L, map)), "secret", "/system/console/bundles/", said, CLOCK);
  }

  private Scene scene(Map<Long, LinkMap> maps) {
    return new Scene(libraries, programs, services, maps, events, replacements, 99);
  }

  private static List<Element> elements(String html, String name) throws Exception {
    String root = "<page>" + html.replace("<br>", "<br/>").replaceAll("(<input[^>]*)>", "$1/>");
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream((root + "</page>").getBytes(StandardCharsets.UTF_8)));
    NodeList found = document.getElementsByTagName(name);
    List<Element> all = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      all.add((Element) found.item(i));
    }
    return all;
  }

  private static List<String> rows(String html, String table) throws Exception {
    int start = html.indexOf("<h2>" + table);
    String part = html.substring(start, html.indexOf("</table>", start) + "</table>".length());
    return elements(part, "tr").stream()
        .skip(1)
        .map(
            row -> {
              List<String> cells = new ArrayList<>();
              NodeList all = row.getElementsByTagName("td");
              for (int i = 0; i < all.getLength(); i++) {
                cells.add(all.item(i).getTextContent());
              }
              return String.join("|", cells);
            })
        .toList();
  }

  @Test
  void librariesHaveTheirStatesAndWires() throws Exception {
    LibraryDTO libc = library("libc.so", LibraryState.AVAILABLE, 5);
    LibraryDTO png = library("libpng.so", LibraryState.WAITING, 6);
    png.reasons = List.of("no bundle has libz.so", "nor will one");
    png.needs = List.of(need("libc.so", libc), need("libz.so", null));
    png.programs = List.of(1L, 2L);
    library("old.so", LibraryState.WITHDRAWN, 7);
    library("libdl.so", LibraryState.AVAILABLE, 99);
    library("gone.so", LibraryState.WITHDRAWN, 8).current = false;
    String page = page("");
    assertEquals(
        List.of(
            "libc.so|1.0.0|available|5 org.a 1.0.0|||Stop",
            "libpng.so|1.0.0|waitingno bundle has libz.so; nor will one|6 org.a 1.0.0|"
                + "libc.so 1.0.0 (bundle 5), libz.so (missing)|1, 2|Stop",
            "old.so|1.0.0|withdrawn|7 org.a 1.0.0|||Start",
            "libdl.so|1.0.0|available|99 org.a 1.0.0|||",
            "gone.so|1.0.0|withdrawn|8 org.a 1.0.0|||"),
        rows(page, "Libraries"));
    assertTrue(page.contains("<a href=\"/system/console/bundles/5\">"), page);
    assertTrue(page.contains("libz.so is missing"), page);
  }

  @Test
  void programsHaveTheirAddressSpaces() throws Exception {
    program(1, "a.wasm", Program.State.RUNNING);
    program(2, "b.wasm", Program.State.FAILED).failure = "unreachable: x";
    String page = page("");
    assertEquals(
        List.of(
            "1|a.wasm|running|jvm|128 KiB|1|5 s|a.wasm 1.0.0|Stop",
            "2|b.wasm|failedunreachable: x|jvm|128 KiB|1||b.wasm 1.0.0|"),
        rows(page, "Programs"));
    assertEquals(
        List.of("Address space of program 1 a.wasm"),
        elements(page, "summary").stream().map(Element::getTextContent).toList());
  }

  @Test
  void buttonsSendWhatOnlyThisPageKnowsAndSayWhatTheyAreOf() throws Exception {
    library("libc.so", LibraryState.AVAILABLE, 5);
    program(1, "a.wasm", Program.State.RUNNING);
    String page = page("");
    assertEquals(
        List.of("Stop program 1 a.wasm", "Stop bundle 5 with libc.so"),
        elements(page, "button").stream().map(each -> each.getAttribute("aria-label")).toList());
    assertEquals(
        List.of("token=secret", "id=1", "token=secret", "id=5"),
        elements(page, "input").stream()
            .map(each -> each.getAttribute("name") + "=" + each.getAttribute("value"))
            .toList());
  }

  @Test
  void aProgramHasAButtonForEachLibraryThatCouldBeReplaced() throws Exception {
    program(1, "a.wasm", Program.State.RUNNING);
    program(2, "b.wasm", Program.State.EXITED);
    for (long id : List.of(1L, 2L)) {
      replacements.add(new Replacement(id, version("1.2.0"), version("1.3.0")));
    }
    String page = page("");
    assertEquals(
        List.of("Stop program 1 a.wasm", "Replace libz.so 1.2.0 by 1.3.0 in program 1 a.wasm"),
        elements(page, "button").stream().map(each -> each.getAttribute("aria-label")).toList());
    assertTrue(page.contains("value=\"1:libz.so@1.3.0@org.z\""), page);
  }

  static Library version(String version) {
    return Fake.of(
        Library.class,
        (method, arguments) ->
            switch (method) {
              case "name" -> "libz.so";
              case "version" -> version;
              case "origin" -> "org.z";
              case "identity" -> version;
              default -> null;
            });
  }

  @Test
  void servicesStandWhereTheirLibrariesAndProgramsAre() throws Exception {
    assertFalse(page("").contains("Services bound to libraries"), "nothing is bound");
    library("libz.so", LibraryState.AVAILABLE, 5);
    library("libz.so", LibraryState.AVAILABLE, 6).version = "2.0.0";
    program(1, "libz.so", Program.State.READY);
    services.add(new ListedService("org.a.Zlib", 7, "libz.so", "1.0.0", "", List.of(1L)));
    services.add(new ListedService("org.a.Png", 7, "libpng.so", "", "", List.of()));
    services.add(new ListedService("org.a.Bad", 8, "libz.so", "", "no function f", List.of()));
    assertEquals(
        List.of(
            "org.a.Zlib|registered|7|libz.so 1.0.0|1",
            "org.a.Png|waiting|7|libpng.so|",
            "org.a.Bad|failedno function f|8|libz.so|"),
        rows(page(""), "Services bound to libraries"));
    String graph = BoundGraph.of(scene(Map.of())).dot();
    List<String> arrows =
        graph.lines().filter(line -> line.contains("->")).map(String::strip).toList();
    assertEquals(2, arrows.size(), graph);
    assertTrue(graph.contains("Zlib") && graph.contains("Png") && graph.contains("Bad"), graph);
  }

  @Test
  void theLogHasWhatHappened() throws Exception {
    events.add(
        new ProgramEvent(
            Kind.NOT_LINKED, Instant.EPOCH, 3, "a.wasm", Duration.ofMillis(12), "a.wasm: no"));
    assertEquals(
        List.of("1970-01-01T00:00:00Z|not linked|3|a.wasm|12.0 ms|a.wasm: no"),
        rows(page(""), "Log of links"));
  }

  @Test
  void whateverComesFromOutsideIsText() throws Exception {
    LibraryDTO hostile = library(HOSTILE, LibraryState.FAILED, 5);
    hostile.version = HOSTILE;
    hostile.origin = HOSTILE;
    hostile.reasons = List.of(HOSTILE);
    NeedDTO need = need(HOSTILE, hostile);
    need.version = HOSTILE;
    hostile.needs = List.of(need, need(HOSTILE, null));
    hostile.programs = List.of(1L);
    ProgramDTO program = program(1, HOSTILE, Program.State.RUNNING);
    program.failure = HOSTILE;
    program.engine = HOSTILE;
    program.libraries = List.of(HOSTILE);
    services.add(new ListedService(HOSTILE, 5, HOSTILE, HOSTILE, HOSTILE, List.of(1L)));
    events.add(new ProgramEvent(Kind.LINKED, Instant.EPOCH, 1, HOSTILE, Duration.ZERO, HOSTILE));
    String page = page(HOSTILE);
    assertFalse(page.contains("<img"), page);
    assertFalse(page.contains("\u001b"), page);
    assertEquals(List.of(), elements(page, "img"));
    assertEquals(
        "<img src=x onerror=alert(1)>\"'&\\u001b[31m", elements(page, "p").get(0).getTextContent());
  }

  @Test
  void nothingIsFetchedFromElsewhere() {
    library("libc.so", LibraryState.AVAILABLE, 5);
    program(1, "a.wasm", Program.State.RUNNING);
    String page = page("").replace("http://www.w3.org/2000/svg", "");
    assertFalse(page.matches("(?s).*(https?:|//[a-z]|<script|<link|@import| src=).*"), page);
  }
}
