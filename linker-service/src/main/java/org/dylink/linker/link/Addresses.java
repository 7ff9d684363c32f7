package org.dylink.linker.link;

import java.util.Optional;
import org.dylink.engine.Function;
import org.dylink.linker.AbiNames;
import org.dylink.linker.LinkException;
import org.dylink.linker.Symbol;

/** What a program's symbols are worth: the address of each, and the function behind it. */
final class Addresses {
  private final AddressSpace space;
  private final Heaps heaps;
  private final HostModules hosts;
  private final CallerFunctions callers;

  Addresses(AddressSpace space, Heaps heaps, HostModules hosts, CallerFunctions callers) {
    this.space = space;
    this.heaps = heaps;
    this.hosts = hosts;
    this.callers = callers;
  }

  /**
   * The address of a symbol; a function gets a slot now if it has none.
   *
   * @param user who imports it, or asks for it; null if it is the same to everybody
   * @return 0 for what nobody defines
   * @throws LinkException NO_SPACE if the table cannot grow
   */
  int of(String symbol, Bound bound, LoadedModule user) throws LinkException {
    if (bound instanceof Definition found) {
      return found.kind() == Symbol.Kind.FUNCTION ? ofFunction(found, user) : found.address();
    } else if (bound instanceof Bound.Host host) {
      return space.addressOf(hosts.function(symbol, host.function()), null);
    }
    return bound == Bound.Own.ADDRESS ? end(symbol, user) : 0;
  }

  private int ofFunction(Definition found, LoadedModule user) throws LinkException {
    Optional<Function> own = user == null ? Optional.empty() : callers.of(user, found);
    return own.isPresent()
        ? space.addressOf(own.get(), user)
        : space.addressOf(found.function(), found.module());
  }

  /** The function that a symbol names: a library's, or the host's. */
  static Function function(String symbol, Bound bound, HostModules hosts) {
    return bound instanceof Bound.Host host
        ? hosts.function(symbol, host.function())
        : ((Definition) bound).function();
  }

  private int end(String symbol, LoadedModule user) {
    return switch (symbol) {
      case AbiNames.HEAP_BASE -> (int) heaps.seenBy(user).address();
      case AbiNames.HEAP_END -> (int) heaps.seenBy(user).end();
      case AbiNames.STACK_LOW -> (int) space.stack().address();
      default -> (int) space.stack().end();
    };
  }
}
