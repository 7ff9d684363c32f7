package org.dylink.linker.draw;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dylink.format.PrintableText;
import org.dylink.linker.DependencyTree;

/**
 * Who needs whom: nodes with a text, and arrows from who needs to what is needed. Cycles are legal.
 * Used by one thread.
 */
public final class WireGraph {
  /** How a node looks. */
  public enum Look {
    /** A library that can be linked. */
    LIBRARY("#d9ead3"),
    /** One that waits. */
    WAITING("#fff2cc"),
    /** One that is missing, or cannot be read. */
    MISSING("#f4cccc"),
    /** A program. */
    PROGRAM("#cfe2f3"),
    /** A service of Java. */
    SERVICE("#ead1dc");

    final String colour;

    Look(String colour) {
      this.colour = colour;
    }
  }

  record Node(String key, String text, Look look) {}

  record Edge(String from, String to) {}

  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Set<Edge> edges = new LinkedHashSet<>();

  /** The graph of what one library needs. */
  public static WireGraph of(DependencyTree tree) {
    WireGraph graph = new WireGraph();
    // No recursion: how deep it goes, files decide.
    tree.nodes().map(DependencyTree.Node::tree).forEach(graph::add);
    return graph;
  }

  private void add(DependencyTree tree) {
    node(tree.name(), tree.name(), tree.library().isEmpty() ? Look.MISSING : Look.LIBRARY);
    tree.needed().forEach(needed -> edge(tree.name(), needed.name()));
  }

  /**
   * Adds a node, unless it is there.
   *
   * @param key what arrows call it
   */
  public WireGraph node(String key, String text, Look look) {
    nodes.putIfAbsent(key, new Node(key, text, look));
    return this;
  }

  /** Adds an arrow. A node that is not there when the graph is drawn has none. */
  public WireGraph edge(String from, String to) {
    edges.add(new Edge(from, to));
    return this;
  }

  Node node(String key) {
    return nodes.get(key);
  }

  Collection<Node> nodes() {
    return nodes.values();
  }

  /** Those between nodes that are there. */
  List<Edge> edges() {
    List<Edge> inside = new ArrayList<>(edges);
    inside.removeIf(edge -> !nodes.containsKey(edge.from()) || !nodes.containsKey(edge.to()));
    return inside;
  }

  /** The graph in Graphviz's language; ends with a newline. */
  public String dot() {
    StringBuilder text = new StringBuilder("digraph wires {\n  rankdir=LR;\n  node [shape=box];\n");
    for (Node node : nodes()) {
      String style = ", style=filled, fillcolor=\"" + node.look().colour + "\"];\n";
      text.append("  ").append(quoted(node.key()));
      text.append(" [label=").append(quoted(node.text())).append(style);
    }
    for (Edge edge : edges()) {
      text.append("  ").append(quoted(edge.from())).append(" -> ").append(quoted(edge.to()));
      text.append(";\n");
    }
    return text.append("}\n").toString();
  }

  // In a string of Graphviz a quote ends it, and a backslash may mean something.
  private static String quoted(String text) {
    String safe = PrintableText.of(text).replace("\\", "\\\\").replace("\"", "\\\"");
    return '"' + safe + '"';
  }

  /** The graph as an SVG picture, from left to right. */
  public String svg() {
    return new GraphLayout(this).svg();
  }
}
