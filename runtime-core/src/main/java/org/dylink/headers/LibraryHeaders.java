package org.dylink.headers;

import static org.dylink.headers.ClauseText.filterValue;
import static org.dylink.headers.ClauseText.quoted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dylink.format.DylinkSection;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.ProgramKind;
import org.dylink.format.Threading;
import org.dylink.format.WasmModule;

/**
 * The libraries of one bundle as clauses of its manifest: what {@code Provide-Capability} and
 * {@code Require-Capability} must say for the linker to find and wire them (OSGi Core 8, 3.3.6 and
 * 3.3.7). For one thread.
 *
 * <p>Every name comes from a file that nobody has checked, so all of them are quoted.
 */
public final class LibraryHeaders {
  /** The namespace of libraries, and the attribute that holds a library's name. */
  public static final String NAMESPACE = "wasm.library";

  /**
   * The attribute that tells libraries of programs with threads, {@code true}, from those of
   * others, {@code false}; one that fits both has none.
   */
  public static final String THREADS = "threads";

  private static final String TARGET = "target";
  private static final String WIDE = "wasm64-";

  /** The attribute that tells for which platforms a library has machine code beside it. */
  public static final String COMPILED = "compiled";

  // The linker service provides the extender in this version; whoever changes what the clauses
  // mean raises the major number on both sides.
  private static final String EXTENDER = extender("dylink");

  // The same of org.dylink.binding, which registers the services that Wasm-Service names.
  private static final String BINDING = extender("dylink.binding");

  private final Map<String, String> capabilities = new LinkedHashMap<>(); // by path
  private final Set<Named> provided = new LinkedHashSet<>();
  private final Set<Named> needed = new LinkedHashSet<>();
  private final Map<Named, LibraryVersion> known = new LinkedHashMap<>();
  private final Map<String, String> bound = new HashMap<>();
  private final Set<String> hosts = new LinkedHashSet<>(); // import modules

  // A library by its name, and the kind of program that it is for.
  private record Named(String name, ProgramKind kind) {
    boolean fits(Named other) {
      return name.equals(other.name) && kind.fits(other.kind);
    }
  }

  /** The headers of a bundle without libraries: no clause at all. */
  public LibraryHeaders() {}

  /**
   * Adds a library of the bundle.
   *
   * @param library the module, read under the name by which others need it
   * @param version its version in OSGi form, such as {@code 1.2.13}
   * @param path where the bundle has it, such as {@code lib/libfoo.so}
   * @return this
   * @throws MalformedModuleException if its name, its path or the name of a library that it needs
   *     is empty, has a control character, which no manifest can hold, or is longer than 4,096
   *     characters
   * @throws IllegalArgumentException if the version is none
   */
  public LibraryHeaders add(WasmModule library, String version, String path)
      throws MalformedModuleException {
    List<String> names = library.dylink().map(DylinkSection::needed).orElse(List.of());
    ClauseText.check(library, "library name", library.name());
    ClauseText.check(library, "path", path);
    for (String name : names) {
      ClauseText.check(library, "needed library name", name);
    }
    capabilities.put(path, capability(library, LibraryVersion.parse(version), path));
    provided.add(new Named(library.name(), library.programKind()));
    names.forEach(name -> needed.add(new Named(name, library.programKind())));
    HostImports.modules(library).forEach(hosts::add);
    return this;
  }

  /**
   * Tells that a library has machine code beside it: the attribute {@link #COMPILED}.
   *
   * @param path of a library that was added
   * @param kinds what the names of those files end in, such as {@code native-linux-x86_64}; none
   *     leaves the attribute out
   * @return this
   */
  public LibraryHeaders compiled(String path, List<String> kinds) {
    if (!kinds.isEmpty()) {
      String attribute = ";" + COMPILED + ":List<String>=" + quoted(String.join(",", kinds));
      capabilities.computeIfPresent(path, (p, clause) -> clause + attribute);
    }
    return this;
  }

  /**
   * Tells the version of a library that another bundle provides. If a library of this bundle needs
   * it, the requirement asks for that minor version or a later one below the next major version,
   * where compatibility ends: {@code [1.2,2)} for 1.2.13. Without this call it takes any version.
   *
   * @param library the library's name
   * @param version the version that this bundle was built with; micro and qualifier do not count
   * @return this
   * @throws IllegalArgumentException if the version is none
   */
  public LibraryHeaders builtWith(String library, String version) {
    return builtWith(library, version, ProgramKind.ANY);
  }

  /**
   * The same where other bundles may provide a library twice, with threads and without: a version
   * is for those who can be in one program with it.
   *
   * @param kind which programs the library is for
   * @return this
   * @throws IllegalArgumentException if the version is none
   */
  public LibraryHeaders builtWith(String library, String version, ProgramKind kind) {
    known.put(new Named(library, kind), LibraryVersion.parse(version));
    return this;
  }

  /**
   * Adds a library to which an interface of the bundle is bound.
   *
   * @param library the library's name
   * @param versions a filter of the versions that will do, such as {@code (version>=1.2)}; where it
   *     is empty, what {@link #builtWith} says
   * @return this
   */
  public LibraryHeaders bindTo(String library, String versions) {
    needed.add(new Named(library, ProgramKind.ANY));
    bound.merge(library, versions, (one, other) -> one.isEmpty() ? other : one);
    return this;
  }

  /** The clauses of {@code Provide-Capability}: one a library, in the order of adding. */
  public List<String> capabilities() {
    return List.copyOf(capabilities.values());
  }

  /**
   * The clauses of {@code Require-Capability}: one for each name that the libraries need, or that
   * interfaces are bound to, and that is not in this bundle, in the order of first mention, and one
   * for each import module that is a service of Java's, then the extenders of libraries and of
   * interfaces. Empty where there is neither.
   */
  public List<String> requirements() {
    // Not earlier: a library added later may provide what the first one needs.
    List<String> clauses = new ArrayList<>();
    needed.stream().filter(this::isRequired).map(this::requirement).forEach(clauses::add);
    hosts.stream().map(HostImports::requirement).forEach(clauses::add);
    if (!capabilities.isEmpty()) {
      clauses.add(EXTENDER);
    }
    if (!bound.isEmpty()) {
      clauses.add(BINDING);
    }
    return clauses;
  }

  // An interface takes what the libraries of its bundle take.
  private boolean isRequired(Named library) {
    boolean isAskedForAlready =
        library.kind().equals(ProgramKind.ANY)
            && needed.stream().anyMatch(other -> !other.equals(library) && other.fits(library));
    return !isAskedForAlready && provided.stream().noneMatch(library::fits);
  }

  private static String capability(WasmModule library, LibraryVersion version, String path) {
    return String.join(
        ";",
        NAMESPACE,
        NAMESPACE + "=" + quoted(library.name()),
        "version:Version=" + quoted(version.toString()),
        "abi=" + quoted(abi(library)),
        TARGET + "=" + quoted(target(library)) + threads(library),
        "path=" + quoted(path),
        "digest=" + quoted(library.digest()));
  }

  private static String threads(WasmModule library) {
    return library.threading().attribute().map(is -> ";" + THREADS + "=" + quoted(is)).orElse("");
  }

  private static String abi(WasmModule library) {
    if (library.hasOldDylink()) {
      return DylinkSection.OLD_NAME;
    }
    return library.dylink().isPresent() ? DylinkSection.NAME : "plain";
  }

  /**
   * What a module was compiled for, as the attribute {@code target} says it.
   *
   * @return {@code wasm32-wasip1} if it calls WASI, itself or through libc, {@code
   *     wasm32-emscripten} if it asks for what only Emscripten's programs have, else {@code
   *     wasm32-unknown}; {@code wasm64} for {@code wasm32} where addresses have 64 bits
   */
  public static String target(WasmModule library) {
    return CompileTarget.of(library);
  }

  private String requirement(Named library) {
    String byName = "(" + NAMESPACE + "=" + filterValue(library.name()) + ")";
    String more = versions(library) + notOfOthers(library.kind());
    String filter = more.isEmpty() ? byName : "(&" + byName + more + ")";
    return NAMESPACE + ";filter:=" + quoted(filter);
  }

  private String versions(Named library) {
    String asked = bound.getOrDefault(library.name(), "");
    return asked.isEmpty()
        ? known.entrySet().stream()
            .filter(version -> version.getKey().fits(library))
            .findFirst()
            .map(version -> version.getValue().compatibleFilter())
            .orElse("")
        : asked;
  }

  // What has no memory, a library of Java functions, is for everybody, and says nothing of threads.
  private static String notOfOthers(ProgramKind kind) {
    if (kind.equals(ProgramKind.ANY)) {
      return "";
    }
    boolean hasThreads = kind.threading() == Threading.THREADS;
    String unlikeThreads = "(!(" + THREADS + "=" + !hasThreads + "))";
    String wide = "(" + TARGET + "=" + WIDE + "*)";
    return unlikeThreads
        + (kind.isWide() ? "(|" + wide + "(!(" + THREADS + "=*)))" : "(!" + wide + ")");
  }

  /**
   * Which programs a library is for, as its capability has it.
   *
   * @param attributes of the capability
   */
  public static ProgramKind programKind(Map<String, ?> attributes) {
    boolean isWide = String.valueOf(attributes.get(TARGET)).startsWith(WIDE);
    return ProgramKind.of(Threading.ofAttribute(attributes.get(THREADS)), isWide);
  }

  private static String extender(String name) {
    String filter = "(&(osgi.extender=" + name + ")(version>=1.0.0)(!(version>=2.0.0)))";
    return "osgi.extender;filter:=" + quoted(filter);
  }
}
