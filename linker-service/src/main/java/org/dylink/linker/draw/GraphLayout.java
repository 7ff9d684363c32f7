package org.dylink.linker.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dylink.linker.draw.WireGraph.Edge;
import org.dylink.linker.draw.WireGraph.Node;

/**
 * Places the nodes of a graph in columns: who needs somebody stands left of him, unless they need
 * each other.
 */
final class GraphLayout {
  private static final double MARGIN = 10;
  private static final double BOX = 24;
  private static final double ROW = 36;
  private static final double GAP = 80;
  private static final double LETTER = 6.6;
  private static final double NARROWEST = 60;

  private record Spot(double x, double y, double width) {}

  private final WireGraph graph;
  private final List<Edge> edges;
  private final Map<String, Integer> columns = new HashMap<>();
  private final Map<String, Spot> spots = new HashMap<>();

  GraphLayout(WireGraph graph) {
    this.graph = graph;
    this.edges = graph.edges();
  }

  String svg() {
    graph.nodes().forEach(node -> columns.put(node.key(), 0));
    pushRight();
    List<List<Node>> all = columns();
    double x = MARGIN;
    int rows = 0;
    for (List<Node> column : all) {
      x = place(column, x) + GAP;
      rows = Math.max(rows, column.size());
    }
    Svg svg = new Svg();
    for (Edge edge : edges) {
      draw(svg, spots.get(edge.from()), spots.get(edge.to()));
    }
    for (Node node : graph.nodes()) {
      Spot spot = spots.get(node.key());
      svg.box(spot.x(), spot.y(), spot.width(), BOX, node.look().colour, node.key());
      svg.text(spot.x() + 6, spot.y() + 16, node.text());
    }
    double width = Math.max(x - GAP, NARROWEST) + MARGIN;
    return svg.picture(width, rows * ROW + 2 * MARGIN, "who needs whom");
  }

  /** Each as far right as the longest way to it; ways in a cycle end after a round. */
  private void pushRight() {
    for (int round = 0; round < graph.nodes().size(); round++) {
      boolean moved = false;
      for (Edge edge : edges) {
        int wanted = columns.get(edge.from()) + 1;
        if (wanted > columns.get(edge.to()) && wanted < graph.nodes().size()) {
          moved |= isForward(edge) && columns.put(edge.to(), wanted) < wanted;
        }
      }
      if (!moved) {
        return;
      }
    }
  }

  // Of two that need each other, the first one stands left.
  private boolean isForward(Edge edge) {
    boolean mutual =
        edge.from().equals(edge.to()) || edges.contains(new Edge(edge.to(), edge.from()));
    return !mutual || order(edge.from()) < order(edge.to());
  }

  private int order(String key) {
    int at = 0;
    for (Node node : graph.nodes()) {
      if (node.key().equals(key)) {
        return at;
      }
      at++;
    }
    return at;
  }

  private List<List<Node>> columns() {
    int last = columns.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    List<List<Node>> all = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      int column = i;
      List<Node> nodes = new ArrayList<>(graph.nodes());
      nodes.removeIf(node -> columns.get(node.key()) != column);
      all.add(nodes);
    }
    all.removeIf(List::isEmpty);
    return all;
  }

  /** Returns where the column ends. Nodes stand near the middle of those who need them. */
  private double place(List<Node> column, double x) {
    column.sort(Comparator.comparingDouble(this::middleOfUsers));
    double width = column.stream().mapToDouble(GraphLayout::width).max().orElse(0);
    double y = MARGIN;
    for (Node node : column) {
      spots.put(node.key(), new Spot(x, y, width));
      y += ROW;
    }
    return x + width;
  }

  private double middleOfUsers(Node node) {
    return edges.stream()
        .filter(edge -> edge.to().equals(node.key()) && spots.containsKey(edge.from()))
        .mapToDouble(edge -> spots.get(edge.from()).y())
        .average()
        .orElse(0);
  }

  private static double width(Node node) {
    return Math.max(NARROWEST, 12 + LETTER * node.text().length());
  }

  private static void draw(Svg svg, Spot from, Spot to) {
    double middle = BOX / 2;
    svg.arrow(from.x() + from.width(), from.y() + middle, to.x(), to.y() + middle);
  }
}
