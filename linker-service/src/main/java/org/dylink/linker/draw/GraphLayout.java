package org.dylink.linker.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dylink.linker.draw.WireGraph.Edge;
import org.dylink.linker.draw.WireGraph.Node;

/**
 * Places the nodes of a graph in columns. An arrow that passes a column has a row of its own there,
 * so that it runs behind no box, where it would seem to arrive; those to one node share it.
 */
final class GraphLayout {
  private static final double MARGIN = 10;
  private static final double BOX = 24;
  private static final double ROW = 36;
  private static final double PASSING = 14;
  private static final double GAP = 80;
  private static final double LETTER = 6.6;
  private static final double NARROWEST = 60;
  private static final int LONGEST = 40; // letters: one name must not make its column wide
  private static final String GREY = "#777";

  /** Where the arrows to a node pass a column. */
  private record Passage(String to, int column) {}

  /** A part of an arrow, from a column to the next; each end is a node's key or a Passage. */
  private record Hop(Object from, Object to) {}

  /** Where a node or a passage is; arrows arrive and leave at its y. */
  private record Spot(double x, double y, double width) {
    double end() {
      return x + width;
    }
  }

  private final WireGraph graph;
  private final Map<String, Integer> columns;
  private final Set<Hop> hops = new LinkedHashSet<>();
  private final List<List<Object>> stacks = new ArrayList<>();
  private final Map<Object, Spot> spots = new HashMap<>();

  GraphLayout(WireGraph graph) {
    this.graph = graph;
    this.columns = GraphColumns.of(graph);
  }

  String svg() {
    stack();
    double x = MARGIN;
    double bottom = MARGIN;
    for (List<Object> stack : stacks) {
      double width = stack.stream().mapToDouble(this::width).max().orElse(0);
      bottom = Math.max(bottom, place(stack, x, width));
      x += width + GAP;
    }
    Svg svg = new Svg();
    hops.forEach(hop -> draw(svg, hop));
    stacks.forEach(stack -> drawPassages(svg, stack));
    for (Node node : graph.nodes()) {
      Spot spot = spots.get(node.key());
      double top = spot.y() - BOX / 2;
      svg.box(spot.x(), top, spot.width(), BOX, node.look().colour, node.key());
      svg.text(spot.x() + 6, top + 16, shown(node));
    }
    double width = Math.max(x - GAP, NARROWEST) + MARGIN;
    return svg.picture(width, bottom + MARGIN, "who needs whom");
  }

  private void stack() {
    int count = columns.values().stream().mapToInt(column -> column + 1).max().orElse(0);
    for (int i = 0; i < count; i++) {
      stacks.add(new ArrayList<>());
    }
    graph.nodes().forEach(node -> stacks.get(columns.get(node.key())).add(node.key()));
    graph.edges().forEach(this::split);
  }

  private void split(Edge edge) {
    Object last = edge.from();
    for (int i = columns.get(edge.from()) + 1; i < columns.get(edge.to()); i++) {
      Passage passage = new Passage(edge.to(), i);
      if (!stacks.get(i).contains(passage)) {
        stacks.get(i).add(passage);
      }
      hops.add(new Hop(last, passage));
      last = passage;
    }
    hops.add(new Hop(last, edge.to()));
  }

  private double width(Object key) {
    return key instanceof Passage
        ? 0
        : Math.max(NARROWEST, 12 + LETTER * shown(graph.node((String) key)).length());
  }

  /** The key, which is the box's title, has all of it. */
  private static String shown(Node node) {
    String text = node.text();
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST / 2) + "\u2026" + text.substring(text.length() - LONGEST / 2);
  }

  /** Returns where the column ends. What is in it stands near the middle of those who need it. */
  private double place(List<Object> stack, double x, double width) {
    stack.sort(Comparator.comparingDouble(this::middleOfUsers));
    double top = MARGIN;
    for (Object key : stack) {
      boolean passes = key instanceof Passage;
      spots.put(key, new Spot(x, top + (passes ? PASSING - ROW + BOX : BOX) / 2, width));
      top += passes ? PASSING : ROW;
    }
    return top;
  }

  private double middleOfUsers(Object key) {
    return hops.stream()
        .filter(hop -> hop.to().equals(key) && spots.containsKey(hop.from()))
        .mapToDouble(hop -> spots.get(hop.from()).y())
        .average()
        .orElse(0);
  }

  private void drawPassages(Svg svg, List<Object> stack) {
    for (Object key : stack) {
      if (key instanceof Passage) {
        Spot spot = spots.get(key);
        svg.line(spot.x(), spot.y(), spot.end(), spot.y(), GREY);
      }
    }
  }

  private void draw(Svg svg, Hop hop) {
    Spot from = spots.get(hop.from());
    Spot to = spots.get(hop.to());
    if (hop.to() instanceof Passage) {
      svg.curve(from.end(), from.y(), to.x(), to.y());
    } else {
      svg.arrow(from.end(), from.y(), to.x(), to.y());
    }
  }
}
