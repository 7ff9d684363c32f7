package org.dylink.linker.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dylink.linker.DataRegion;
import org.dylink.linker.DependencyTree;
import org.dylink.linker.LinkMap;
import org.dylink.linker.draw.WireGraph.Look;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Pictures of what is linked. */
class DrawingsTest {
  private static final int PAGE = 65_536;

  private static List<Element> elements(String svg, String name) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    NodeList found = document.getElementsByTagName(name);
    List<Element> all = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      all.add((Element) found.item(i));
    }
    return all;
  }

  private static String box(Element rect) {
    return rect.getAttribute("y")
        + " +"
        + rect.getAttribute("height")
        + " "
        + rect.getTextContent();
  }

  // A stack of 4 pages, 4 pages of heap of which nothing is above, 8 pages in all.
  private static LinkMap map(List<DataRegion> free) {
    return new LinkMap(
        List.of(),
        new DataRegion(1024, 3 * PAGE),
        4L * PAGE,
        8,
        100,
        7,
        free,
        List.of(),
        List.of());
  }

  @Test
  void anAddressSpaceIsToScaleTwice() throws Exception {
    String svg = AddressSpaceDrawing.svg(map(List.of(new DataRegion(4L * PAGE + 64, PAGE))));
    assertEquals(
        List.of(
            // All of 512 KiB in 400: a page is 50.
            "20.8 +150.0 [stack]: 0x00000400 to 0x00030400, 196608 bytes",
            "220.0 +200.0 [heap]: 0x00040000 to 0x00080000, 262144 bytes",
            "220.0 +50.0 [free]: 0x00040040 to 0x00050040, 65536 bytes",
            // The 256 KiB below the heap: a page is 100.
            "21.6 +300.0 [stack]: 0x00000400 to 0x00030400, 196608 bytes"),
        elements(svg, "rect").stream().map(DrawingsTest::box).toList());
    assertTrue(svg.contains("memory: 8 of at most 100 pages, 64 KiB each; table: 7 slots"), svg);
  }

  @Test
  void whatIsTooSmallToBeSeenIsALine() throws Exception {
    LinkMap map =
        new LinkMap(
            List.of(),
            new DataRegion(1024, 8),
            2048,
            65_536,
            65_536,
            1,
            List.of(),
            List.of(),
            List.of());
    assertEquals(
        "20.0 +1.0 [stack]: 0x00000400 to 0x00000408, 8 bytes",
        box(elements(AddressSpaceDrawing.svg(map), "rect").get(0)));
  }

  @Test
  void aMemoryOfNoPagesHasAPictureToo() throws Exception {
    LinkMap map =
        new LinkMap(List.of(), new DataRegion(0, 0), 0, 0, 0, 0, List.of(), List.of(), List.of());
    assertEquals(0, elements(AddressSpaceDrawing.svg(map), "rect").size());
  }

  private static DependencyTree tree(String name, DependencyTree... needed) {
    return new DependencyTree(name, Optional.empty(), "not found", List.of(needed));
  }

  @Test
  void whoNeedsWhomIsAGraphForGraphviz() {
    DependencyTree libc = tree("libc.so");
    assertEquals(
        """
        digraph wires {
          rankdir=LR;
          node [shape=box];
          "a.wasm" [label="a.wasm", style=filled, fillcolor="#f4cccc"];
          "libz.so" [label="libz.so", style=filled, fillcolor="#f4cccc"];
          "libc.so" [label="libc.so", style=filled, fillcolor="#f4cccc"];
          "a.wasm" -> "libz.so";
          "a.wasm" -> "libc.so";
          "libz.so" -> "libc.so";
        }
        """,
        WireGraph.of(tree("a.wasm", tree("libz.so", libc), libc)).dot());
  }

  @Test
  void columnsGoFromWhoNeedsToWhatIsNeeded() throws Exception {
    WireGraph graph =
        new WireGraph()
            .node("libc", "libc", Look.LIBRARY)
            .node("libz", "libz", Look.LIBRARY)
            .node("main", "main", Look.PROGRAM)
            .edge("main", "libz")
            .edge("main", "libc")
            .edge("libz", "libc")
            .edge("libz", "gone");
    assertEquals(
        List.of("libc 290.0", "libz 150.0", "main 10.0"),
        elements(graph.svg(), "rect").stream()
            .map(rect -> rect.getTextContent() + " " + rect.getAttribute("x"))
            .toList());
    // One path is the head of the arrows, and one arrow passes a column.
    assertEquals(3 + 1 + 1, elements(graph.svg(), "path").size());
    assertEquals(3, arrows(graph.svg()).size());
  }

  private static List<Element> arrows(String svg) throws Exception {
    List<Element> arrows = elements(svg, "path");
    arrows.removeIf(path -> path.getAttribute("marker-end").isEmpty());
    return arrows;
  }

  /** Two need libc; the column between has boxes, behind which their arrow would seem to end. */
  @Test
  void anArrowPassesAColumnBesideItsBoxes() throws Exception {
    WireGraph graph = new WireGraph();
    for (String name : List.of("a", "b", "main", "libx", "libz", "libc")) {
      graph.node(name, name, Look.LIBRARY);
    }
    graph.edge("main", "libx").edge("main", "libz").edge("libx", "libc").edge("libz", "libc");
    graph.edge("a", "libc").edge("b", "libc");
    String svg = graph.svg();
    List<Element> passing = elements(svg, "line");
    // Those to one node go together.
    assertEquals(1, passing.size());
    double y = Double.parseDouble(passing.get(0).getAttribute("y1"));
    for (Element box : elements(svg, "rect")) {
      double top = Double.parseDouble(box.getAttribute("y"));
      boolean isBetween = box.getAttribute("x").equals("150.0");
      assertTrue(!isBetween || y < top || y > top + 24, box(box));
    }
    assertEquals(2 + 2 + 1, arrows(svg).size());
  }

  @Test
  void aLongNameIsCutInTheMiddleAndWholeInTheTitle() throws Exception {
    String name = "lib" + "long".repeat(20) + ".so";
    String svg = new WireGraph().node(name, name, Look.LIBRARY).svg();
    assertEquals("liblonglonglonglongl\u2026glonglonglonglong.so", text(svg));
    assertEquals(name, elements(svg, "rect").get(0).getTextContent());
    String forty = name.substring(0, 40);
    assertEquals(forty, text(new WireGraph().node(forty, forty, Look.LIBRARY).svg()));
  }

  private static String text(String svg) throws Exception {
    return elements(svg, "text").get(0).getTextContent();
  }

  @Test
  void aPictureWithoutArrowsDefinesNone() throws Exception {
    String alone = new WireGraph().node("a", "a", Look.LIBRARY).svg();
    assertEquals(0, elements(alone, "marker").size());
  }

  @Test
  void cyclesAreDrawnAndEnd() throws Exception {
    WireGraph graph = new WireGraph();
    for (int i = 0; i < 30; i++) {
      graph.node("n" + i, "n" + i, Look.LIBRARY).edge("n" + i, "n" + (i + 1) % 30);
      graph.edge("n" + i, "n" + (i + 29) % 30).edge("n" + i, "n" + i);
    }
    assertEquals(30, elements(graph.svg(), "rect").size());
    assertEquals(90, arrows(graph.svg()).size());
  }

  @Test
  void namesAreTextWhateverIsInThem() throws Exception {
    String name = "<script>alert(1)</script>&\"'\\\u001b\u202e";
    WireGraph graph = new WireGraph().node(name, name, Look.MISSING).edge(name, name);
    String svg = graph.svg();
    assertFalse(svg.contains("<script"), svg);
    assertEquals(
        "<script>alert(1)</script>&\"'\\\\u001b\\u202e",
        elements(svg, "text").get(0).getTextContent());
    assertTrue(
        graph.dot().contains("[label=\"<script>alert(1)</script>&\\\"'\\\\\\\\u001b\\\\u202e\""),
        graph.dot());
  }
}
