package org.dylink.bnd;

import static java.util.stream.Collectors.joining;

import aQute.bnd.header.Attrs;
import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.Clazz;
import aQute.bnd.osgi.Clazz.MethodDef;
import aQute.bnd.osgi.Descriptors.TypeRef;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An interface that is to be called from other machines, as far as the build path has it. The
 * framework looks at it once more, in the same way, when the library is there.
 */
final class RemoteInterface {
  private static final String EXPORTED = "service.exported.interfaces";
  private static final String ANNOTATIONS = "org/dylink/binding/";
  private static final Pattern COMMA = Pattern.compile(",");

  private final Analyzer analyzer;
  private final Map<String, MethodDef> methods = new LinkedHashMap<>();
  private boolean isCloseable;

  private RemoteInterface(Analyzer analyzer, TypeRef type) {
    this.analyzer = analyzer;
    collect(type);
  }

  /** Whether a clause of the header asks for other machines. */
  static boolean isWanted(String type, Attrs attributes) {
    return COMMA
        .splitAsStream(attributes.getOrDefault(EXPORTED, ""))
        .map(String::strip)
        .anyMatch(name -> name.equals("*") || name.equals(type));
  }

  /** All that cannot be called from another machine; empty if nothing is known of the interface. */
  static List<String> problems(Analyzer analyzer, String type) {
    RemoteInterface remote = new RemoteInterface(analyzer, analyzer.getTypeRefFromFQN(type));
    return remote.methods.values().stream()
        .filter(method -> method.isAbstract() && !remote.isOwn(method))
        .sorted(Comparator.comparing(MethodDef::getName))
        .flatMap(remote::problemsOf)
        .toList();
  }

  // The first of a signature counts: it overrides those of the interfaces above.
  private void collect(TypeRef type) {
    isCloseable |= type.getFQN().equals(AutoCloseable.class.getName());
    isCloseable |= type.getFQN().equals(java.io.Closeable.class.getName());
    find(type).stream()
        .flatMap(Clazz::methods)
        .filter(method -> !method.isStatic())
        .forEach(method -> methods.putIfAbsent(signature(method), method));
    interfaces(type).forEach(this::collect);
  }

  private Stream<TypeRef> interfaces(TypeRef type) {
    return find(type).map(Clazz::getInterfaces).stream().flatMap(Stream::of); // null for none
  }

  private static String signature(MethodDef method) {
    return Arrays.stream(method.getPrototype())
        .map(TypeRef::getBinary)
        .collect(joining(",", method.getName() + "(", ")"));
  }

  private boolean isOwn(MethodDef method) {
    String signature = signature(method);
    boolean isClose =
        isCloseable
            && signature.equals("close()")
            && method.annotations(ANNOTATIONS + "SymbolName").findAny().isEmpty();
    return isClose || signature.equals("toString()");
  }

  private Stream<String> problemsOf(MethodDef method) {
    Stream<String> ofParameters =
        IntStream.range(0, method.getPrototype().length)
            .mapToObj(i -> problem(method, i).map(text -> "parameter " + i + " " + text))
            .flatMap(Optional::stream);
    Stream<String> ofResult = problem(method.getType()).map(text -> "result " + text).stream();
    return Stream.concat(ofParameters, ofResult).map(text -> method.getName() + ": " + text);
  }

  private Optional<String> problem(MethodDef method, int parameter) {
    TypeRef type = method.getPrototype()[parameter];
    Optional<String> problem = problem(element(type));
    if (problem.isEmpty() && type.isArray() && !has("In", method, parameter)) {
      String said =
          Stream.of("Out", "InOut")
              .filter(name -> has(name, method, parameter))
              .findFirst()
              .map(name -> "@" + name)
              .orElse("not @In");
      return Optional.of("(" + simpleName(type) + ") is written to: " + said);
    }
    return problem;
  }

  private static boolean has(String annotation, MethodDef method, int parameter) {
    return method
        .parameterAnnotations(ANNOTATIONS + annotation)
        .anyMatch(each -> each.parameter() == parameter);
  }

  private Optional<String> problem(TypeRef type) {
    if (type.isPrimitive() || type.getFQN().equals(String.class.getName())) {
      return Optional.empty();
    }
    Optional<Clazz> found = find(type);
    boolean isRecord = found.filter(RemoteInterface::isRecord).isPresent();
    if (!isRecord) {
      // What the build path does not have may be a record.
      boolean isKnown = found.isPresent() || type.isJava();
      return Optional.of("(" + simpleName(type) + ") is no value").filter(text -> isKnown);
    } else if (!superTypes(type, new HashSet<>()).contains(java.io.Serializable.class.getName())) {
      return Optional.of("(" + simpleName(type) + ") is not Serializable");
    }
    return found.stream()
        .flatMap(Clazz::fields)
        .filter(field -> !field.isStatic())
        .flatMap(
            field -> {
              String place = simpleName(type) + "." + field.getName() + " ";
              return problem(element(field.getType())).map(place::concat).stream();
            })
        .findFirst();
  }

  private Set<String> superTypes(TypeRef type, Set<String> seen) {
    if (seen.add(type.getFQN())) {
      interfaces(type).forEach(each -> superTypes(each, seen));
    }
    return seen;
  }

  private static boolean isRecord(Clazz type) {
    return type.getSuper() != null && type.getSuper().getFQN().equals(Record.class.getName());
  }

  private Optional<Clazz> find(TypeRef type) {
    try {
      return Optional.ofNullable(analyzer.findClass(type));
    } catch (Exception e) { // bnd's: the file cannot be read
      analyzer.exception(e, "%s: cannot be read", type.getFQN());
      return Optional.empty();
    }
  }

  private static TypeRef element(TypeRef type) {
    return type.isArray() ? type.getComponentTypeRef() : type;
  }

  private static String simpleName(TypeRef type) {
    String name = element(type).getFQN();
    int end = Math.max(name.lastIndexOf('.'), name.lastIndexOf('$'));
    return name.substring(end + 1) + (type.isArray() ? "[]" : "");
  }
}
