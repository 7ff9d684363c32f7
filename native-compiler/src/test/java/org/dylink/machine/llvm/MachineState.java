package org.dylink.machine.llvm;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is known at a place of a function: what registers and words of the frame hold, and what was
 * compared.
 */
final class MachineState {
  /** More than a memory has bytes, or a table elements. */
  private static final BigInteger SIZES = BigInteger.ONE.shiftLeft(40);

  // Before the number whose lower half it is.
  private static final String LOW = "{low32 ";
  private static final BigInteger LOW_MOST = BigInteger.ONE.shiftLeft(32).subtract(BigInteger.ONE);

  /** That a number is at most what a memory or a table has now: neither ever has less. */
  record Fact(String size, Map<String, Long> parts) {}

  final TreeMap<String, Term> places = new TreeMap<>();
  final Map<String, BigInteger> most = new HashMap<>();
  final Map<String, BigInteger> least = new HashMap<>(); // of those that are never 0
  final Map<Fact, Long> facts = new HashMap<>();
  final Set<Sum> sums = new HashSet<>();
  Condition flags;
  final Map<String, Condition> bits = new HashMap<>();
  boolean isReached = true;

  /** That a number is a part of another and something more, whose sum has not wrapped. */
  record Sum(Term whole, Term part) {}

  /** What a comparison has compared, or which sum has overflown. */
  record Condition(Term left, Term right, boolean isCarry) {}

  MachineState copy() {
    MachineState copy = new MachineState();
    copy.places.putAll(places);
    copy.most.putAll(most);
    copy.least.putAll(least);
    copy.facts.putAll(facts);
    copy.sums.addAll(sums);
    copy.bits.putAll(bits);
    copy.flags = flags;
    copy.isReached = isReached;
    return copy;
  }

  BigInteger mostOf(String symbol) {
    BigInteger found = most.get(symbol);
    return found != null
        ? found
        : symbol.startsWith(LOW) ? LOW_MOST : Term.ALL.subtract(BigInteger.ONE);
  }

  /** Whether a number is made at one instruction, and was not on this way. */
  boolean isUnknown(String symbol) {
    return !most.containsKey(symbol) && !symbol.startsWith("{low") && !symbol.startsWith("{first");
  }

  BigInteger leastOf(String symbol) {
    return least.getOrDefault(symbol, BigInteger.ZERO);
  }

  /**
   * The greatest number that a term can be, which is exact: the sum does not wrap.
   *
   * @return 2^64 if it may wrap
   */
  BigInteger most(Term term) {
    BigInteger most = BigInteger.valueOf(term.constant());
    for (Map.Entry<String, Long> each : term.parts().entrySet()) {
      if (each.getValue() < 0) {
        return Term.ALL;
      }
      most = most.add(mostOf(each.getKey()).multiply(BigInteger.valueOf(each.getValue())));
    }
    if (leastSum(term).signum() >= 0) {
      return most.min(Term.ALL);
    }
    return most.signum() < 0 ? most.add(Term.ALL) : Term.ALL;
  }

  /** The least number that a term can be, if it does not wrap. */
  BigInteger least(Term term) {
    BigInteger least = leastSum(term);
    return least.signum() < 0 ? least.add(Term.ALL) : least;
  }

  private BigInteger leastSum(Term term) {
    BigInteger least = BigInteger.valueOf(term.constant());
    for (Map.Entry<String, Long> each : term.parts().entrySet()) {
      least = least.add(leastOf(each.getKey()).multiply(BigInteger.valueOf(each.getValue())));
    }
    return least;
  }

  /** A number that nothing is known of but its bound; one of that name there was before is gone. */
  Term fresh(String name, BigInteger bound) {
    forget(name);
    most.put(name, bound);
    return Term.symbol(name);
  }

  /** What a name stood for before is another number from now on. */
  void forget(String name) {
    places.replaceAll((place, term) -> term.mentions(name) ? renamed(place, term, name) : term);
    facts.keySet().removeIf(each -> each.parts().keySet().stream().anyMatch(s -> s.contains(name)));
    sums.removeIf(each -> each.whole().mentions(name) || each.part().mentions(name));
    bits.values().removeIf(each -> each.left().mentions(name) || each.right().mentions(name));
    most.keySet().removeIf(each -> each.contains(name));
    least.keySet().removeIf(each -> each.contains(name));
    if (flags != null && (flags.left().mentions(name) || flags.right().mentions(name))) {
      flags = null;
    }
  }

  private Term renamed(String place, Term term, String name) {
    String old = "{old " + name.replaceAll("[{}]", "") + " " + place + "}";
    most.put(old, most(term.offset()).min(Term.ALL.subtract(BigInteger.ONE)));
    return new Term(term.root(), Map.of(old, 1L), 0);
  }

  /** Notes that a number is at most a size. */
  void atMost(Term term, String size) {
    if (most(term).compareTo(Term.ALL) < 0 && least(term).compareTo(SIZES) > 0) {
      isReached = false; // no size is that great
      return;
    }
    facts.merge(new Fact(size, term.parts()), term.constant(), Long::max);
    if (most(term).compareTo(Term.ALL) < 0) {
      facts.merge(new Fact(size, Map.of()), least(term).longValue(), Long::max);
    }
    refute();
  }

  /** Notes that a sum of two numbers has not wrapped. */
  void sum(Term whole, Term part) {
    sums.add(new Sum(whole, part));
    sums.add(new Sum(whole, whole.minus(part)));
    refute();
  }

  /** Whether a number and what another is more than it do not wrap. */
  boolean isSum(Term whole, Term part) {
    return most(part).add(most(whole.minus(part))).compareTo(Term.ALL) < 0
        || sums.stream().anyMatch(each -> each.whole().equals(whole) && isBetween(part, each));
  }

  // As much as the part of a sum, or more.
  private static boolean isBetween(Term part, Sum sum) {
    Term more = part.minus(sum.part());
    Term all = sum.whole().minus(sum.part());
    return more.equals(Term.number(0))
        || (more.isConstant()
            && all.isConstant()
            && more.unsigned().compareTo(all.unsigned()) <= 0);
  }

  /** Notes that a number is at most a constant. */
  void atMost(Term term, BigInteger constant) {
    String symbol = symbol(term);
    BigInteger bound = constant.subtract(BigInteger.valueOf(term.constant()));
    if (constant.signum() < 0 || (symbol != null && bound.signum() < 0)) {
      isReached = false;
    } else if (symbol != null) {
      most.merge(symbol, bound, BigInteger::min);
      refute();
    }
  }

  /** Notes that a number is at least a constant. */
  void atLeast(Term term, BigInteger constant) {
    String symbol = symbol(term);
    BigInteger bound = constant.subtract(BigInteger.valueOf(term.constant()));
    if (symbol != null && bound.signum() > 0) {
      least.merge(symbol, bound, BigInteger::max);
      isReached &= leastOf(symbol).compareTo(mostOf(symbol)) <= 0;
    }
  }

  // Of which a term is more or less by a constant, and does not wrap. Sizes grow: bounds of what
  // they were are none.
  private String symbol(Term term) {
    boolean isExact = leastSum(term).signum() >= 0 && most(term).compareTo(Term.ALL) < 0;
    if (term.parts().size() != 1 || !isExact || !term.isNumber()) {
      return null;
    }
    Map.Entry<String, Long> only = term.parts().entrySet().iterator().next();
    return only.getValue() == 1 && !only.getKey().startsWith("{size ") ? only.getKey() : null;
  }

  /** Forgets what is known of numbers that nothing holds any more. */
  void forgetUnused() {
    Set<String> used = new HashSet<>();
    places.values().forEach(each -> used.addAll(each.parts().keySet()));
    Set<String> halves = new HashSet<>();
    for (String each : most.keySet()) {
      if (each.startsWith(LOW) && used.stream().anyMatch(each::contains)) {
        halves.add(each);
      }
    }
    used.addAll(halves);
    most.keySet().retainAll(used);
    least.keySet().retainAll(used);
    facts.keySet().removeIf(each -> !used.containsAll(each.parts().keySet()));
    sums.removeIf(each -> !used.containsAll(each.whole().parts().keySet()));
  }

  // What was noted before may be impossible now.
  private void refute() {
    facts.forEach(
        (fact, constant) -> {
          Term term = new Term("", fact.parts(), constant);
          if (most(term).compareTo(Term.ALL) < 0 && least(term).compareTo(SIZES) > 0) {
            isReached = false;
          }
        });
    for (Sum each : sums) {
      Term more = each.whole().minus(each.part());
      boolean isGreat = more.isConstant() && more.unsigned().compareTo(SIZES) > 0;
      if (isGreat && facts.entrySet().stream().anyMatch(fact -> isOf(each.whole(), fact))) {
        isReached = false;
      }
    }
  }

  private static boolean isOf(Term term, Map.Entry<Fact, Long> fact) {
    return fact.getKey().parts().equals(term.parts()) && fact.getValue() == term.constant();
  }

  /** Whether so many bytes, or elements, from a place on lie within a size. */
  boolean isWithin(Term from, long count, String size) {
    Long end = facts.get(new Fact(size, from.parts()));
    long room = end == null ? 0 : end - from.constant();
    return (room >= count && room < 1L << 34 && isSum(from.plus(room), from))
        || implied(from, size) >= count;
  }

  /** How much room there is behind a number by its bound, where a size is at least a constant. */
  long implied(Term from, String size) {
    Long end = facts.get(new Fact(size, Map.of()));
    BigInteger most = most(from);
    return end == null || end < 0 || most.compareTo(SIZES) > 0 ? 0 : end - most.longValue();
  }
}
