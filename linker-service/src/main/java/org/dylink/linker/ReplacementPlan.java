package org.dylink.linker;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What a replacement does to a program, or would do: old and new library compared. A value.
 *
 * @param before the library that is loaded
 * @param after the one that comes into its place
 * @param layout what becomes of its data
 * @param changes symbol by symbol, what is refused in front
 */
public record ReplacementPlan(
    Library before, Library after, Layout layout, List<SymbolChange> changes) {
  /** How long a replacement waits for threads to leave the library. */
  public static final Duration TIMEOUT = Duration.ofSeconds(5);

  /** What becomes of a library's data. */
  public enum Layout {
    /** It stays where it is, as it is. */
    SAME,
    /** The new library gets a region of its own, and what the program has written is carried. */
    MOVED
  }

  /** What becomes of a symbol. */
  public enum Effect {
    /** It prevents the replacement. */
    REFUSED,
    /** A function: who has it calls the new code. */
    REPLACED,
    /** Data that stays at its address. */
    STAYS,
    /** Data whose contents move to a new address. */
    CARRIED,
    /** The old library has none; data has its first value. */
    ADDED,
    /** The new library has none, and nobody uses it. */
    GONE
  }

  /**
   * What becomes of one symbol.
   *
   * @param effect in which way
   * @param symbol its name; or what it is that is no symbol, as {@code private data}
   * @param detail old and new where they differ; empty where there is nothing to say
   */
  public record SymbolChange(Effect effect, String symbol, String detail) {
    @Override
    public String toString() {
      return symbol + (detail.isEmpty() ? "" : ": " + detail);
    }
  }

  /** Old and new, and what becomes of each symbol; the list is copied. */
  public ReplacementPlan {
    changes = List.copyOf(changes);
  }

  /** The changes of one kind. */
  public List<SymbolChange> of(Effect effect) {
    return changes.stream().filter(change -> change.effect() == effect).toList();
  }

  /** Whether anything prevents it. */
  public boolean isRefused() {
    return !of(Effect.REFUSED).isEmpty();
  }

  /** What it does to what, then a line a symbol; ends with a newline. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(before.name()).append(' ').append(before.version());
    text.append(" -> ").append(after.version());
    text.append(layout == Layout.SAME ? ", data stays\n" : ", data moves\n");
    for (SymbolChange change : changes) {
      String effect = change.effect().name().toLowerCase(Locale.ROOT);
      text.append(String.format("  %-9s %s%n", effect, change));
    }
    return text.toString();
  }
}
