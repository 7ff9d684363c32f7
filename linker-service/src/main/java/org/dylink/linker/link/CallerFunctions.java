package org.dylink.linker.link;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.dylink.engine.Function;
import org.dylink.format.FunctionType;
import org.dylink.linker.Symbol;

/**
 * The functions of which each library has one of its own, because they depend on who calls and C
 * passes no caller.
 *
 * <p>glibc takes the return address for it, which a guest does not have. Here the library that
 * imports the function is the caller, or that asks for its address: by the GOT, in data, by dlsym.
 * So a pointer that is passed on stays the pointer of the library that took it, and pointers that
 * two libraries have taken are not equal.
 */
final class CallerFunctions {
  private record Key(LoadedModule caller, Definition called, FunctionType type) {}

  private final List<CallerHook> hooks;
  // One object for each: all pointers that a library has taken of a function are equal. Other
  // threads ask too, for lists of bindings.
  private final Map<Key, Function> made = new ConcurrentHashMap<>();

  CallerFunctions(List<CallerHook> hooks) {
    this.hooks = hooks;
  }

  /**
   * The function for one library's calls; empty if the definition's own serves.
   *
   * @param type as the library has it
   */
  Optional<Function> of(LoadedModule caller, Definition called, FunctionType type) {
    Key key = new Key(caller, called, type);
    return Optional.ofNullable(made.computeIfAbsent(key, this::make));
  }

  /** The same for who takes the address of a symbol, which may be data. */
  Optional<Function> of(LoadedModule caller, Definition called) {
    return called.kind() == Symbol.Kind.FUNCTION
        ? of(caller, called, (FunctionType) called.export().type())
        : Optional.empty();
  }

  /** The libraries whose functions a library has its own of: they must stay as long as it does. */
  Stream<LoadedModule> calledBy(LoadedModule caller) {
    return made.keySet().stream()
        .filter(key -> key.caller() == caller)
        .map(key -> key.called().module());
  }

  /** Forgets libraries that are no longer there. */
  void forget(Set<LoadedModule> gone) {
    made.keySet()
        .removeIf(key -> gone.contains(key.caller()) || gone.contains(key.called().module()));
  }

  /** Null if the definition's own function serves. */
  private Function make(Key key) {
    return hooks.stream()
        .flatMap(hook -> hook.forCaller(key.caller(), key.called(), key.type()).stream())
        .findFirst()
        .orElse(null);
  }
}
