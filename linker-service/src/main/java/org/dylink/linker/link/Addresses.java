package org.dylink.linker.link;

import org.dylink.engine.Function;
import org.dylink.linker.AbiNames;
import org.dylink.linker.LinkException;
import org.dylink.linker.Symbol;

/** What a program's symbols are worth: the address of each, and the function behind it. */
final class Addresses {
  private final AddressSpace space;
  private final Heaps heaps;
  private final HostModules hosts;

  Addresses(AddressSpace space, Heaps heaps, HostModules hosts) {
    this.space = space;
    this.heaps = heaps;
    this.hosts = hosts;
  }

  /**
   * The address of a symbol; a function gets a slot now if it has none.
   *
   * @param user whose import it is; null for a name that is no import
   * @return 0 for what nobody defines
   * @throws LinkException NO_SPACE if the table cannot grow
   */
  int of(String symbol, Bound bound, LoadedModule user) throws LinkException {
    if (bound instanceof Definition found) {
      return found.kind() == Symbol.Kind.FUNCTION
          ? space.addressOf(found.function(), found.module())
          : found.address();
    } else if (bound instanceof Bound.Host host) {
      return space.addressOf(hosts.function(symbol, host.function()), null);
    }
    return bound == Bound.Own.ADDRESS ? end(symbol, user) : 0;
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
