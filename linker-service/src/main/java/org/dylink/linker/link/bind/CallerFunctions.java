package org.dylink.linker.link.bind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.dylink.engine.Function;
import org.dylink.format.FunctionType;
import org.dylink.linker.Symbol;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.resolve.Definition;

/**
 * The functions of which each library has one of its own, because they depend on who calls and C
 * passes no caller.
 *
 * <p>glibc takes the return address for it, which a guest does not have. Here the library that
 * imports the function is the caller, or that asks for its address: by the GOT, in data, by dlsym.
 * So a pointer that is passed on stays the pointer of the library that took it, and pointers that
 * two libraries have taken are not equal.
 */
public final class CallerFunctions {
  private record Key(Place caller, Definition called, FunctionType type) {}

  private final List<CallerHook> hooks;
  // One object for each: all pointers that a library has taken of a function are equal. Other
  // threads ask too, for lists of bindings.
  private final Map<Key, Function> made = new ConcurrentHashMap<>();

  public CallerFunctions(List<CallerHook> hooks) {
    this.hooks = hooks;
  }

  /**
   * The function for one library's calls; empty if the definition's own serves.
   *
   * @param type as the library has it
   */
  Optional<Function> of(Place caller, Definition called, FunctionType type) {
    Key key = new Key(caller, called, type);
    return Optional.ofNullable(made.computeIfAbsent(key, this::make));
  }

  /** The same for who takes the address of a symbol, which may be data. */
  Optional<Function> of(Place caller, Definition called) {
    return called.kind() == Symbol.Kind.FUNCTION
        ? of(caller, called, (FunctionType) called.export().type())
        : Optional.empty();
  }

  /** Tells of a library whose functions can be bound from here on. */
  public void noteBound(Place definer) {
    hooks.forEach(hook -> hook.bound(definer));
  }

  /** The libraries whose functions a library has its own of: they must stay as long as it does. */
  public Stream<Place> calledBy(Place caller) {
    return made.keySet().stream()
        .filter(key -> key.caller() == caller)
        .map(key -> key.called().place());
  }

  /** Forgets libraries that are no longer there. */
  void forget(Set<Place> gone) {
    made.keySet()
        .removeIf(key -> gone.contains(key.caller()) || gone.contains(key.called().place()));
  }

  /** Null if the definition's own function serves. */
  private Function make(Key key) {
    for (CallerHook hook : hooks) {
      Optional<Function> own = hook.forCaller(key.caller(), key.called(), key.type());
      if (own.isPresent()) {
        return own.get();
      }
    }
    return null;
  }
}
