package org.dylink.linker.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dylink.linker.draw.WireGraph.Edge;
import org.dylink.linker.draw.WireGraph.Node;

/**
 * Which column each node of a graph stands in: who needs somebody stands left of him, unless they
 * need each other.
 */
final class GraphColumns {
  private final WireGraph graph;
  private final List<Edge> edges;
  private final Map<String, Integer> columns = new HashMap<>();

  private GraphColumns(WireGraph graph) {
    this.graph = graph;
    this.edges = graph.edges();
  }

  /** The columns by the nodes' keys, from 0 on and none of them empty. */
  static Map<String, Integer> of(WireGraph graph) {
    GraphColumns found = new GraphColumns(graph);
    graph.nodes().forEach(node -> found.columns.put(node.key(), 0));
    found.pushRight();
    found.closeGaps();
    return found.columns;
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

  private void closeGaps() {
    List<Integer> used = new ArrayList<>(columns.values().stream().distinct().sorted().toList());
    columns.replaceAll((key, column) -> used.indexOf(column));
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
}
