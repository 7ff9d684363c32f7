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
  private static final BigInteger MOST = Term.ALL.subtract(BigInteger.ONE);

  private final String mark;
  private final List<MachineState> all;
  private final Set<String> merged;
  private final boolean isWide;
  private final MachineState state = new MachineState();

  // Of a place that differs: the name of its number, and what it is on each way.
  private final Map<String, List<Term>> numbers = new LinkedHashMap<>();

  /**
   * @param merged the places whose values differ, which once differing stay so
   * @param isWide whether bounds that still grow are given up
   */
  MachineJoin(int block, List<MachineState> all, Set<String> merged, boolean isWide) {
    this.mark = "{at " + Integer.toHexString(block) + " ";
    this.all = all;
    this.merged = merged;
    this.isWide = isWide;
  }

  MachineState state() {
    if (all.size() == 1 && merged.isEmpty()) {
      return all.get(0).copy();
    }
    MachineState first = all.get(0);
    first.most.forEach((name, most) -> bound(name));
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
    for (MachineState.Sum each : first.sums) {
      boolean isKept = !each.whole().mentions(mark) && !each.part().mentions(mark);
      if (isKept && all.stream().allMatch(way -> way.sums.contains(each))) {
        state.sums.add(each);
      }
    }
    return state;
  }

  private void bound(String name) {
    if (!name.contains(mark)) {
      BigInteger most = BigInteger.ZERO;
      for (MachineState each : all) {
        most = most.max(each.most.getOrDefault(name, BigInteger.ZERO));
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
    merged.add(OWN + place);
    numbers.put(name, terms.stream().map(Term::offset).toList());
    BigInteger most = BigInteger.ZERO;
    for (int i = 0; i < all.size(); i++) {
      BigInteger each = all.get(i).most(terms.get(i).offset());
      most =
          most.max(
              isWide && terms.get(i).mentions(mark) && !terms.get(i).equals(own)
                  ? MOST
                  : each.min(MOST));
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

  // At the same distance from another number on each way.
  private Term related(List<Term> terms) {
    for (Map.Entry<String, List<Term>> other : numbers.entrySet()) {
      Term distance = terms.get(0).minus(other.getValue().get(0));
      boolean isSame = !distance.mentions(mark);
      for (int i = 1; i < terms.size() && isSame; i++) {
        isSame = terms.get(i).minus(other.getValue().get(i)).equals(distance);
      }
      if (isSame) {
        return Term.symbol(other.getKey()).plus(distance);
      }
    }
    return null;
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
              (name, terms) -> {
                Term rest = end.minus(terms.get(index));
                if (!rest.mentions(mark)) {
                  Term told = Term.symbol(name).plus(rest);
                  known.merge(
                      new MachineState.Fact(fact.size(), told.parts()), told.constant(), Math::max);
                }
              });
        });
    return known;
  }
}
