package org.dylink.linker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.dylink.format.ExternType;
import org.dylink.format.SymbolFlags;

/**
 * A symbol, who defines it, and who uses that definition. One name may mean two things to two
 * libraries: it has two bindings then.
 *
 * @param symbol the name in C, or the mangled one
 * @param kind what it names
 * @param type as {@link Symbol#type}; empty for a function whose address alone is used, and that no
 *     library defines
 * @param flags as the definition has them; where no library defines it, as its user has them
 * @param definer who defines it
 * @param address of data in memory, of a function in the table, where a library has asked for it;
 *     unsigned
 * @param users the libraries that import it, in load order
 */
public record SymbolBinding(
    String symbol,
    Symbol.Kind kind,
    Optional<ExternType> type,
    SymbolFlags flags,
    Definer definer,
    OptionalInt address,
    List<Library> users) {

  // Compared where symbols have one hash code, or each would be looked for among all of them.
  private record Key(String symbol, Symbol.Kind kind, Definer definer) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return symbol.compareTo(other.symbol);
    }
  }

  public SymbolBinding {
    users = List.copyOf(users);
  }

  /**
   * One binding for each symbol, kind and definer, in the order of their first mention, with the
   * users of all. Type, flags and address are those of the first that has them.
   */
  public static List<SymbolBinding> merged(Stream<SymbolBinding> bindings) {
    Map<Key, SymbolBinding> merged = new LinkedHashMap<>();
    bindings.forEach(each -> merged.merge(each.key(), each, SymbolBinding::and));
    return List.copyOf(merged.values());
  }

  private Key key() {
    return new Key(symbol, kind, definer);
  }

  private SymbolBinding and(SymbolBinding more) {
    List<Library> all = new ArrayList<>(users);
    more.users.stream().filter(user -> !all.contains(user)).forEach(all::add);
    return new SymbolBinding(
        symbol,
        kind,
        type.or(more::type),
        flags,
        definer,
        address.isPresent() ? address : more.address,
        all);
  }
}
