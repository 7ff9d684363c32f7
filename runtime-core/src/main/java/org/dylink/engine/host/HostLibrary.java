package org.dylink.engine.host;

import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dylink.format.FunctionType;

/**
 * Java functions for guests: under an import module's name, such as {@code wasi_snapshot_preview1},
 * and, if they are told beforehand, as the symbols of a library that others NEED or open. Threads
 * may share it.
 *
 * <p>Published as a service with the property {@link #MODULE}. If the bundle that publishes it has
 * a capability {@code wasm.library} of the same name, with {@code abi=host}, then it is that
 * library: it has the capability's version, and comes and goes with the service.
 *
 * <p>The simplest implementation has methods with {@link HostSymbol} and no more than {@link
 * #moduleName}.
 */
public interface HostLibrary {
  /** Service property: the import module's name. */
  String MODULE = "wasm.module";

  /** The name of the import module, or of the library: the value of {@link #MODULE}. */
  String moduleName();

  /**
   * The functions that it has as a library, in the order in which they are listed. Each call gives
   * the same; unless overridden, the methods with {@link HostSymbol}.
   *
   * @return their signatures by symbol; empty if it serves an import module only
   * @throws IllegalArgumentException if a method with that annotation cannot be called from C
   */
  default Map<String, FunctionType> functions() {
    return AnnotatedMethods.of(getClass()).types();
  }

  /**
   * Makes the functions for one program, which have the same names and types in all programs;
   * unless overridden, the methods with {@link HostSymbol}.
   *
   * @param guest the program, whose memory may not exist yet
   * @return its functions, to be closed with the program
   */
  default HostInstance open(Guest guest) {
    return AnnotatedMethods.of(getClass()).open(this, guest, () -> {});
  }

  /**
   * Whether several threads of one program may call its functions at once. Unless overridden they
   * may not: in a program with threads, the call of one waits until that of another has ended; a
   * function that calls back into the guest may be called again from there. Several programs may
   * always call at once. {@link Guest#thread} tells whose call it is.
   */
  default boolean isForThreads() {
    return false;
  }

  /**
   * Whether its functions keep nothing of a program from one call to another, so that a program
   * that has used them can be copied. Unless overridden, {@link HostInstance#keeps} tells.
   */
  default boolean isStateless() {
    return false;
  }

  /**
   * What a function looks at, of all that a program is granted, if it does nothing but answer:
   * programs that are granted the same, and pass it the same, get the same from it. Where
   * constructors call no other functions they need not run again for each program of a kind: the
   * linker lets later ones begin where the constructors of another have left it.
   *
   * @return an empty set if it looks at what it is passed alone; empty, as unless overridden, if it
   *     does more or that is not known: it reads a clock, prints, opens or counts something
   */
  default Optional<Set<Granted>> looksAt(String function) {
    return Optional.empty();
  }

  /** The same library, whose functions several threads of one program may call at once. */
  static HostLibrary forThreads(HostLibrary library) {
    return new ThreadedLibrary(library);
  }

  /**
   * A library of the methods with {@link HostSymbol} of one object, which all programs share.
   *
   * @throws IllegalArgumentException if such a method cannot be called from C, or there is none
   */
  static HostLibrary of(String name, Object methods) {
    return new MethodLibrary(
        name, AnnotatedMethods.required(methods.getClass()), guest -> methods, false);
  }

  /**
   * A library of the methods with {@link HostSymbol} of an object that each program has for itself.
   *
   * @param make makes the object; if that is AutoCloseable it is closed with the program
   * @throws IllegalArgumentException if such a method cannot be called from C, or there is none
   */
  static <T> HostLibrary perProgram(String name, Class<T> type, Function<Guest, ? extends T> make) {
    return new MethodLibrary(name, AnnotatedMethods.required(type), make, true);
  }

  /**
   * A library of handles by symbol, of the types that {@link HostSymbol} allows.
   *
   * @param handles each with or without a {@link Guest} in front; what they throw passes through
   *     the guest, a checked exception as the cause of an IllegalStateException
   * @throws IllegalArgumentException if a handle's type is another one, or there is none
   */
  static HostLibrary of(String name, Map<String, MethodHandle> handles) {
    return new MethodLibrary(name, HostMethods.of(name, handles), guest -> name, false);
  }
}
