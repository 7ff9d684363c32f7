package org.dylink.webconsole;

import org.dylink.linker.draw.WireGraph;
import org.dylink.linker.draw.WireGraph.Look;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.LibraryState;
import org.dylink.linker.runtime.NeedDTO;
import org.dylink.linker.runtime.ProgramDTO;

/**
 * Puts together who is bound to whom: services to their libraries and programs, programs to their
 * mains, libraries to those they need.
 */
final class BoundGraph {
  private BoundGraph() {}

  static WireGraph of(Scene scene) {
    WireGraph graph = new WireGraph();
    scene.services().forEach(service -> add(graph, service, scene));
    for (ProgramDTO program : scene.programs()) {
      graph.node(key(program), "program " + program.id, Look.PROGRAM);
    }
    for (LibraryDTO library : scene.libraries()) {
      graph.node(key(library), library.name + " " + library.version, look(library));
      library.needs.forEach(need -> add(graph, library, need));
    }
    for (LibraryDTO library : scene.libraries()) {
      for (long id : library.programs) {
        scene.programs().stream()
            .filter(program -> program.id == id && program.name.equals(library.name))
            .forEach(program -> graph.edge(key(program), key(library)));
      }
    }
    return graph;
  }

  private static void add(WireGraph graph, ListedService service, Scene scene) {
    String key = "service " + service.type() + " of " + service.bundle();
    graph.node(key, service.shortName(), look(service));
    scene.libraries().stream()
        .filter(each -> each.state == LibraryState.AVAILABLE)
        .filter(each -> each.name.equals(service.library()))
        .filter(each -> each.version.equals(service.version()))
        .forEach(each -> graph.edge(key, key(each)));
    scene.programs().stream()
        .filter(program -> service.programs().contains(program.id))
        .forEach(program -> graph.edge(key, key(program)));
  }

  private static Look look(ListedService service) {
    return switch (service.state()) {
      case "registered" -> Look.SERVICE;
      case "failed" -> Look.MISSING;
      default -> Look.WAITING;
    };
  }

  private static void add(WireGraph graph, LibraryDTO library, NeedDTO need) {
    boolean missing = need.origin == null;
    String provider =
        missing ? "missing " + need.name : key(need.bundle, need.origin, need.name, need.version);
    if (missing) {
      graph.node(provider, need.name + " is missing", Look.MISSING);
    }
    graph.edge(key(library), provider);
  }

  private static Look look(LibraryDTO library) {
    return switch (library.state) {
      case AVAILABLE -> Look.LIBRARY;
      case FAILED -> Look.MISSING;
      default -> Look.WAITING;
    };
  }

  private static String key(ProgramDTO program) {
    return "program " + program.id + " " + program.name;
  }

  private static String key(LibraryDTO library) {
    return key(library.bundle, library.origin, library.name, library.version);
  }

  // An updated bundle has the same id and may be there twice: its origin has the version.
  private static String key(long bundle, String origin, String name, String version) {
    return name + " " + version + ", bundle " + bundle + " " + origin;
  }
}
