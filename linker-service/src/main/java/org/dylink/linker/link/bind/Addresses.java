package org.dylink.linker.link.bind;

import java.util.Optional;
import org.dylink.engine.Function;
import org.dylink.linker.LinkException;
import org.dylink.linker.Symbol;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.host.HostModules;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.resolve.Bound;
import org.dylink.linker.link.resolve.Definition;
import org.dylink.linker.link.space.AddressSpace;
import org.dylink.linker.link.thread.GuestThreads;

/** The address of each symbol, as the current thread of a program has it. */
public final class Addresses {
  private final GuestThreads threads;
  private final AddressSpace space;
  private final Heaps heaps;
  private final HostModules hosts;
  private final CallerFunctions callers;

  Addresses(
      GuestThreads threads,
      AddressSpace space,
      Heaps heaps,
      HostModules hosts,
      CallerFunctions callers) {
    this.threads = threads;
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
  public int of(String symbol, Bound bound, Place user) throws LinkException {
    if (bound instanceof Definition found) {
      return found.kind() == Symbol.Kind.FUNCTION
          ? ofFunction(found, user)
          : found.address(threads.current());
    } else if (bound instanceof Bound.Host host) {
      return space.addressOf(hosts.function(symbol, host.function()), null);
    }
    return bound == Bound.Own.ADDRESS ? end(symbol, user) : 0;
  }

  private int ofFunction(Definition found, Place user) throws LinkException {
    Optional<Function> own = user == null ? Optional.empty() : callers.of(user, found);
    return own.isPresent()
        ? space.addressOf(own.get(), user)
        : space.addressOf(found.function(), found.place());
  }

  private int end(String symbol, Place user) {
    return switch (symbol) {
      case AbiNames.HEAP_BASE -> (int) heaps.seenBy(user).address();
      case AbiNames.HEAP_END -> (int) heaps.seenBy(user).end();
      case AbiNames.STACK_LOW -> (int) space.stack().address();
      default -> (int) space.stack().end();
    };
  }
}
