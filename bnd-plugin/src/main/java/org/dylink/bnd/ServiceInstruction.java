package org.dylink.bnd;

import aQute.bnd.header.Attrs;
import aQute.bnd.header.Parameters;
import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.Annotation;
import aQute.bnd.osgi.Clazz;
import aQute.bnd.osgi.Instruction;
import aQute.bnd.osgi.Instructions;
import aQute.bnd.osgi.Processor;
import aQute.bnd.version.VersionRange;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dylink.format.WasmModule;
import org.dylink.headers.LibraryHeaders;

/**
 * The header {@code Wasm-Service}: each interface of the bundle with {@code @WasmLibrary} is a
 * service. {@code -wasm-service: com.acme.Zlib;service.ranking:Integer=5, !com.acme.*} gives it
 * properties, or leaves it out; what the bnd file writes into the header itself comes first.
 */
final class ServiceInstruction {
  static final String NAME = "-wasm-service";
  static final String HEADER = "Wasm-Service";

  private static final String ANNOTATION = "org.dylink.binding.WasmLibrary";
  private static final String LIBRARY = "library";
  private static final String VERSION = "version";

  private final Analyzer analyzer;
  private final Instructions clauses;
  private final Set<Instruction> used = new HashSet<>();
  private final Parameters services;
  private final BoundInterfaces interfaces;

  /**
   * @param own the libraries of the bundle
   */
  ServiceInstruction(Analyzer analyzer, Collection<WasmModule> own) {
    this.analyzer = analyzer;
    this.interfaces = new BoundInterfaces(analyzer, own);
    this.clauses = new Instructions(analyzer.mergeProperties(NAME));
    this.services = new Parameters(analyzer.getProperty(HEADER), analyzer);
  }

  /** Writes the header; the libraries that it names are those that the bundle requires. */
  void write(LibraryHeaders headers) {
    analyzer.getClassspace().values().forEach(this::add);
    services.forEach((type, attributes) -> bind(type, attributes, headers));
    services.forEach(this::checkExported);
    services.forEach(this::checkBound);
    reportUnused();
    if (!services.isEmpty()) {
      analyzer.setProperty(HEADER, services.toString().replace("$", "\\$"));
    }
  }

  /** Tells resolvers that the interfaces are services, as bnd does of those of components. */
  List<String> capabilities() {
    return services.keySet().stream()
        .map(Processor::removeDuplicateMarker)
        .map(ServiceInstruction::capability)
        .toList();
  }

  private static String capability(String type) {
    String service = "osgi.service;objectClass:List<String>=\"" + type + "\"";
    int dot = type.lastIndexOf('.');
    return dot < 0 ? service : service + ";uses:=\"" + type.substring(0, dot) + "\"";
  }

  private void add(Clazz type) {
    Optional<Annotation> annotation =
        type.annotations(ANNOTATION.replace('.', '/')).findFirst().filter(a -> type.isInterface());
    if (annotation.isEmpty()) {
      return;
    }
    String name = type.getClassName().getFQN();
    Instruction clause = clauseFor(name);
    Attrs written = services.get(name);
    if (written == null && clause != null && clause.isNegated()) {
      return;
    }
    Attrs attributes = new Attrs();
    if (written != null) {
      attributes.mergeWith(written, false);
    }
    if (clause != null) {
      attributes.mergeWith(clauses.get(clause), false);
    }
    attributes.mergeWith(said(annotation.get()), false);
    services.put(name, attributes);
  }

  private static Attrs said(Annotation annotation) {
    Attrs said = new Attrs();
    said.put(LIBRARY, annotation.get("value"));
    String version = annotation.get(VERSION);
    if (version != null && !version.isEmpty()) {
      said.put(VERSION, version);
    }
    return said;
  }

  private void bind(String type, Attrs attributes, LibraryHeaders headers) {
    String library = attributes.get(LIBRARY);
    String version = attributes.get(VERSION);
    if (library == null) {
      String name = Processor.removeDuplicateMarker(type);
      analyzer.error("%s: %s names no library and has no @WasmLibrary", HEADER, name);
    } else if (version == null) {
      headers.bindTo(library, "");
    } else if (VersionRange.isVersionRange(version)) {
      headers.bindTo(library, new VersionRange(version).toFilter());
    } else {
      analyzer.error("%s: %s: version: expected a range, found %s", HEADER, type, version);
    }
  }

  private void checkExported(String type, Attrs attributes) {
    String name = Processor.removeDuplicateMarker(type);
    if (!RemoteInterface.isWanted(name, attributes)) {
      return;
    }
    List<String> problems = RemoteInterface.problems(analyzer, name);
    if (!problems.isEmpty()) {
      analyzer.error(
          "%s: %s cannot be called from another machine: %s",
          HEADER, name, String.join("; ", problems));
    }
  }

  private void checkBound(String type, Attrs attributes) {
    String library = attributes.get(LIBRARY);
    if (library != null) {
      interfaces.check(Processor.removeDuplicateMarker(type), library);
    }
  }

  private Instruction clauseFor(String type) {
    Instruction clause =
        clauses.keySet().stream().filter(c -> c.matches(type)).findFirst().orElse(null);
    used.add(clause);
    return clause;
  }

  private void reportUnused() {
    for (Map.Entry<Instruction, Attrs> clause : clauses.entrySet()) {
      if (!used.contains(clause.getKey())) {
        analyzer.warning("%s: %s matches no interface with @WasmLibrary", NAME, clause.getKey());
      }
    }
  }
}
