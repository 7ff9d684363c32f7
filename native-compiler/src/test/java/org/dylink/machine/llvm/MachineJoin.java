package org.dylink.machine.llvm;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is known where ways meet: what is known on each of them. */
final class MachineJoin {
  private static final String OWN = "own ";

  // What memmove takes: calls of it that come together differ in both.
  private static final List<String> PLACES_OF_RANGES = List.of("rdi", "rsi");
  private static final String LENGTH_OF_RANGES = "rdx";
  private static final BigInteger MOST = Term.ALL.subtract(BigInteger.ONE);

  private final String mark;
  private final List<MachineState> all;
  private final Set<String> merged;
  private final MachineState before;
  private final boolean isLate;
  private final MachineState state = new MachineState();

  // Of a place that differs: the name of its number, and what it is on each way.
  private final Map<String, List<Term>> numbers = new LinkedHashMap<>();

  /**
   * @param merged the places whose values differ, which once differing stay so
   * @param before what was known here before, or null: of what still changes less is told, so that
   *     it ends
   * @param isLate whether ends that are checked may go on coming nearer for ever
   */
  MachineJoin(
      int block, List<MachineState> all, Set<String> merged, MachineState before, boolean isLate) {
    this.mark = "{at " + Integer.toHexString(block) + " ";
    this.all = all;
    this.merged = merged;
    this.before = before;
    this.isLate = isLate;
  }

  MachineState state() {
    if (all.size() == 1 && merged.isEmpty()) {
      return all.get(0).copy();
    }
    MachineState first = all.get(0);
    for (MachineState each : all) {
      each.most.keySet().forEach(this::bound);
    }
    // The least first, so that others are so much more than it.
    first.places.entrySet().stream()
        .sorted(Comparator.comparing(each -> each.getValue().constant()))
        .map(Map.Entry::getKey)
        .filter(place -> all.stream().allMatch(each -> each.places.containsKey(place)))
        .forEach(this::place);
    facts();
    least();
    for (MachineState.Sum each : first.sums) {
      boolean isKept = !each.whole().mentions(mark) && !each.part().mentions(mark);
      if (isKept && all.stream().allMatch(way -> way.sums.contains(each))) {
        state.sums.add(each);
      }
    }
    if (before != null) {
      widen();
    }
    return state;
  }

  private void widen() {
    for (Map.Entry<String, BigInteger> each : state.most.entrySet()) {
      BigInteger old = before.most.get(each.getKey());
      if (old != null) {
        boolean isGrowing = each.getValue().compareTo(old) > 0;
        each.setValue(isGrowing ? wider(each.getValue()) : old);
      }
    }
    state.least.keySet().retainAll(before.least.keySet());
    state.least.replaceAll((name, least) -> least.min(before.least.get(name)));
    state.least.values().removeIf(least -> least.compareTo(BigInteger.ONE) > 0);
    state.facts.keySet().retainAll(before.facts.keySet());
    if (isLate) {
      state.facts.entrySet().removeIf(each -> each.getValue() < before.facts.get(each.getKey()));
    }
    state.facts.replaceAll((fact, end) -> Math.min(end, before.facts.get(fact)));
    state.sums.retainAll(before.sums);
  }

  private static BigInteger wider(BigInteger most) {
    return BigInteger.ONE.shiftLeft(most.bitLength() <= 32 ? 32 : 64).subtract(BigInteger.ONE);
  }

  // What is 0 on no way.
  private void least() {
    for (String name : state.most.keySet()) {
      List<Term> terms = numbers.get(name);
      BigInteger least = MOST;
      for (int i = 0; i < all.size(); i++) {
        Term here = terms == null ? Term.symbol(name) : terms.get(i);
        MachineState way = all.get(i);
        boolean isExact = way.most(here).compareTo(Term.ALL) < 0;
        boolean isNever = terms == null && way.isUnknown(name);
        least = isNever ? least : least.min(isExact ? way.least(here) : BigInteger.ZERO);
      }
      if (least.signum() > 0) {
        state.least.put(name, least);
      }
    }
  }

  private void bound(String name) {
    if (!name.contains(mark)) {
      BigInteger most = BigInteger.ZERO;
      for (MachineState each : all) {
        most = most.max(each.isUnknown(name) ? BigInteger.ZERO : each.mostOf(name));
      }
      state.most.put(name, most);
    }
  }

  private void place(String place) {
    List<Term> terms = all.stream().map(each -> each.places.get(place)).toList();
    Term first = terms.get(0);
    boolean isSame = terms.stream().allMatch(first::equals) && !first.mentions(mark);
    if (isSame && !merged.contains(place)) {
      state.places.put(place, first);
      return;
    }
    // On the way back it may be what it was.
    String name = mark + place + "}";
    Term own = new Term(first.root(), Map.of(name, 1L), 0);
    if (!merged.contains(place)) {
      List<Term> others = terms.stream().filter(each -> !each.equals(own)).distinct().toList();
      if (others.size() == 1 && !others.get(0).mentions(mark)) {
        state.places.put(place, others.get(0));
        return;
      }
    }
    merged.add(place);
    String root = root(terms);
    Term known = merged.contains(OWN + place) ? null : related(terms);
    if (known != null) {
      state.places.put(place, new Term(root, known.parts(), known.constant()));
      return;
    }
    if (before != null) {
      merged.add(OWN + place);
    }
    numbers.put(name, terms.stream().map(Term::offset).toList());
    BigInteger most = BigInteger.ZERO;
    for (int i = 0; i < all.size(); i++) {
      most = most.max(all.get(i).most(terms.get(i).offset()).min(MOST));
    }
    state.most.put(name, most);
    state.places.put(place, new Term(root, Map.of(name, 1L), 0));
  }

  private static String root(List<Term> terms) {
    Set<String> roots = new TreeSet<>();
    for (Term each : terms) {
      roots.add(each.equals(Term.number(0)) ? "null" : each.root().replace(" or null", ""));
      if (each.root().endsWith(" or null")) {
        roots.add("null");
      }
    }
    boolean mayBeNull = roots.remove("null");
    if (roots.isEmpty() || roots.equals(Set.of(""))) {
      return "";
    } else if (roots.size() > 1) {
      return "mixed";
    }
    return roots.iterator().next() + (mayBeNull ? " or null" : "");
  }

  // At the same distance from another number on each way: a constant one, if there is, as others
  // may be the same by chance.
  private Term related(List<Term> terms) {
    Term found = null;
    for (Map.Entry<String, List<Term>> other : numbers.entrySet()) {
      Term distance = terms.get(0).minus(other.getValue().get(0));
      boolean isSame = !distance.mentions(mark);
      for (int i = 1; i < terms.size() && isSame; i++) {
        isSame = terms.get(i).minus(other.getValue().get(i)).equals(distance);
      }
      if (isSame && (found == null || distance.isConstant())) {
        found = Term.symbol(other.getKey()).plus(distance);
      }
      if (isSame && distance.isConstant()) {
        return found;
      }
    }
    return found;
  }

  private void facts() {
    List<Map<MachineState.Fact, Long>> known = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      known.add(known(all.get(i), i));
    }
    Set<MachineState.Fact> told = new HashSet<>();
    known.forEach(each -> told.addAll(each.keySet()));
    for (MachineState.Fact fact : told) {
      long least = Long.MAX_VALUE;
      for (int i = 0; i < all.size(); i++) {
        Long exact = known.get(i).get(fact);
        Term number = new Term("", fact.parts(), 0);
        long implied = number.mentions(mark) ? 0 : all.get(i).implied(number, fact.size());
        least = Math.min(least, exact == null ? implied : exact);
      }
      if (least > 0) {
        state.facts.put(fact, least);
      }
    }
  }

  // As it is told of numbers here.
  private Map<MachineState.Fact, Long> known(MachineState way, int index) {
    Map<MachineState.Fact, Long> known = new HashMap<>();
    way.facts.forEach(
        (fact, constant) -> {
          Term end = new Term("", fact.parts(), constant);
          if (!end.mentions(mark)) {
            known.merge(fact, constant, Math::max);
          }
          numbers.forEach(
              (name, terms) -> tell(known, fact, Term.symbol(name), end.minus(terms.get(index))));
          for (String place : PLACES_OF_RANGES) {
            List<Term> from = numbers.get(mark + place + "}");
            List<Term> length = numbers.get(mark + LENGTH_OF_RANGES + "}");
            if (from != null && length != null) {
              Term both = Term.symbol(mark + place + "}");
              both = both.plus(Term.symbol(mark + LENGTH_OF_RANGES + "}"));
              tell(known, fact, both, end.minus(from.get(index)).minus(length.get(index)));
            }
          }
        });
    return known;
  }

  private void tell(
      Map<MachineState.Fact, Long> known, MachineState.Fact fact, Term number, Term rest) {
    if (!rest.mentions(mark)) {
      Term told = number.plus(rest);
      known.merge(new MachineState.Fact(fact.size(), told.parts()), told.constant(), Math::max);
    }
  }
}
