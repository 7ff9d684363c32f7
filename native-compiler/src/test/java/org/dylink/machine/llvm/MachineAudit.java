package org.dylink.machine.llvm;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dylink.engine.jvm.code.Operands;
import org.dylink.engine.machine.ContextLayout;
import org.dylink.engine.machine.MachineObject;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;

/**
 * Reads the code of one function and finds each access of the guest's memories and tables that no
 * comparison with their size leads to on all ways, each access of something that it does not know,
 * and each address of the host that is stored where the guest sees it.
 */
abstract class MachineAudit extends MachineAccesses {
  private static final int MOST_VISITS = 200;
  private static final int PRECISE_VISITS = 4;
  private static final int MANY_VISITS = 30;
  private static final int MOST_RESULTS_IN_REGISTERS = 2;

  final Disassembly code;
  private final List<Disassembly.Line> lines;
  private final Map<Integer, List<Disassembly.Line>> blocks = new TreeMap<>();
  private final Map<Integer, Map<Integer, MachineState>> incoming = new HashMap<>();
  private final Set<Integer> leaders = new TreeSet<>();
  private final Map<Integer, Set<String>> merged = new HashMap<>();
  private final Map<Integer, MachineState> known = new HashMap<>();
  private final Map<Integer, Integer> visits = new HashMap<>();
  private final TreeSet<Integer> work = new TreeSet<>(); // what lies first is read first

  /**
   * @param function an index without imports
   */
  MachineAudit(MachineObject object, Disassembly code, int function, WasmModule module) {
    super(object, ContextLayout.of(module), results(module, function));
    this.code = code;
    this.lines = code.lines(object.functions().get(function));
  }

  private static int results(WasmModule module, int function) {
    int imports = ContextLayout.of(module).imports();
    List<ValueType> results = module.functionType(imports + function).results();
    int words = results.stream().mapToInt(Operands::words).sum();
    return results.size() > MOST_RESULTS_IN_REGISTERS ? Long.BYTES * words : 0;
  }

  /** Puts down what registers hold when a function is entered. */
  abstract void enter(MachineState state);

  /** Whether nothing goes on behind an instruction. */
  abstract boolean ends(String text);

  /** Where an instruction may jump to, if it tells. */
  abstract List<Integer> targets(Disassembly.Line line);

  /** Does to what is known what an instruction does. */
  abstract void step(MachineState state, Disassembly.Line line);

  /** Whether a jump goes to a function, known as one. */
  abstract boolean isTailCall(MachineState state, Disassembly.Line line);

  /** Whether it is no call of what ends in a trap or a throw. */
  abstract boolean comesBack(Disassembly.Line line);

  /** Where a jump by a table may go to; none if it is no such jump. */
  abstract List<Integer> table(MachineState state, Disassembly.Line line);

  /** Notes what holds where a conditional jump is taken, or is not. */
  abstract void branch(MachineState state, String text, boolean isTaken);

  /** What is wrong, a line each. */
  List<String> findings() {
    if (blocks.isEmpty() && !lines.isEmpty()) {
      read();
    }
    return found();
  }

  private void read() {
    split(Set.of());
    MachineState first = new MachineState();
    enter(first);
    int begin = lines.get(0).at();
    incoming.put(begin, new LinkedHashMap<>(Map.of(-1, first)));
    work.add(begin);
    while (!work.isEmpty()) {
      int block = work.pollFirst();
      MachineState before = known.get(block);
      MachineState state = joined(block);
      if (before == null || !same(before, known.get(block))) {
        if (visits.merge(block, 1, Integer::sum) > MOST_VISITS) {
          find(blocks.get(block).get(0), "goes on changing");
          return;
        }
        run(block, state);
      }
    }
  }

  private void split(Set<Integer> more) {
    leaders.addAll(more);
    leaders.add(lines.get(0).at());
    for (Disassembly.Line line : lines) {
      List<Integer> targets = targets(line);
      leaders.addAll(targets);
      if (!targets.isEmpty() || ends(line.text())) {
        leaders.add(line.end());
      }
    }
    blocks.clear();
    List<Disassembly.Line> block = null;
    for (Disassembly.Line line : lines) {
      if (leaders.contains(line.at())) {
        block = new ArrayList<>();
        blocks.put(line.at(), block);
      }
      block.add(line);
    }
  }

  private void run(int block, MachineState state) {
    Disassembly.Line last = null;
    for (Disassembly.Line line : blocks.get(block)) {
      last = line;
      again(line);
      step(state, line);
      if (!comesBack(line) || !state.isReached) {
        return;
      }
    }
    List<Integer> targets = targets(last);
    for (int target : targets) {
      MachineState taken = state.copy();
      if (!ends(last.text())) {
        branch(taken, last.text(), true);
      }
      flow(block, target, taken);
    }
    if (!ends(last.text())) {
      MachineState next = state.copy();
      if (!targets.isEmpty()) {
        branch(next, last.text(), false);
      }
      flow(block, last.end(), next);
    } else if (targets.isEmpty() && last.text().startsWith("jmp")) {
      jumps(block, state, last);
    }
  }

  private void jumps(int block, MachineState state, Disassembly.Line last) {
    List<Integer> all = table(state, last);
    if (all.isEmpty() && !isTailCall(state, last)) {
      find(last, "goes to where nobody knows");
    }
    if (!leaders.containsAll(all)) {
      // The table shows where blocks begin: anew, with what is known of them now.
      split(Set.copyOf(all));
      incoming.keySet().removeIf(each -> each != lines.get(0).at());
      merged.clear();
      known.clear();
      work.clear();
      work.add(lines.get(0).at());
      return;
    }
    new TreeSet<>(all).forEach(target -> flow(block, target, state.copy()));
  }

  private void flow(int from, int to, MachineState state) {
    if (!state.isReached) {
      return;
    }
    if (!blocks.containsKey(to)) {
      if (!isEntry(to)) {
        List<Disassembly.Line> block = blocks.get(from);
        find(block.get(block.size() - 1), "goes into a function");
      }
      return; // a tail call of another function
    }
    MachineState before =
        incoming.computeIfAbsent(to, key -> new LinkedHashMap<>()).put(from, state);
    if (before == null || !same(before, state)) {
      work.add(to);
    }
  }

  private static boolean same(MachineState one, MachineState other) {
    return one.places.equals(other.places)
        && one.facts.equals(other.facts)
        && one.most.equals(other.most)
        && one.least.equals(other.least)
        && one.sums.equals(other.sums)
        && Objects.equals(one.flags, other.flags)
        && one.bits.equals(other.bits);
  }

  private MachineState joined(int block) {
    List<MachineState> all = new ArrayList<>(incoming.get(block).values());
    Set<String> phis = merged.computeIfAbsent(block, key -> new LinkedHashSet<>());
    int count = visits.getOrDefault(block, 0);
    MachineState before = count > PRECISE_VISITS ? known.get(block) : null;
    MachineState state = new MachineJoin(block, all, phis, before, count > MANY_VISITS).state();
    state.forgetUnused();
    known.put(block, state.copy());
    return state;
  }

  final void atMost(MachineState state, Term less, Term more, int by) {
    if (more.minus(less).isConstant()) {
      state.sum(more, less); // what is more by a constant has not wrapped
    }
    String size = size(more);
    if (size != null && less.isNumber()) {
      if (by != 0) {
        state.sum(less.plus(by), less); // less than something
      }
      state.atMost(less.plus(by), size);
    } else if (less.isNumber() && more.isNumber()) {
      between(state, less, more, BigInteger.valueOf(by));
    }
  }

  private static void between(MachineState state, Term less, Term more, BigInteger by) {
    if (state.most(more).compareTo(Term.ALL) < 0) {
      state.atMost(less, state.most(more).subtract(by));
    }
    if (state.most(less).compareTo(Term.ALL) < 0) {
      state.atLeast(more, state.least(less).add(by));
    }
  }

  final void equal(MachineState state, Term one, Term other) {
    if (other.isConstant()) {
      state.atMost(one, other.unsigned());
      state.atLeast(one, other.unsigned());
    }
  }

  /** What is not null is a function, or whatever else it may be. */
  final void different(MachineState state, Term one, Term other) {
    if (other.equals(Term.number(0))) {
      state.atLeast(one, BigInteger.ONE);
    }
    if (other.equals(Term.number(0)) && one.root().endsWith(" or null")) {
      String root = one.root().substring(0, one.root().indexOf(" or null"));
      Term known = new Term(root, Map.of(), 0);
      state.places.replaceAll((place, term) -> term.equals(one) ? known : term);
    }
  }

  private static String size(Term term) {
    if (term.constant() != 0 || term.parts().size() != 1 || !term.isNumber()) {
      return null;
    }
    Map.Entry<String, Long> only = term.parts().entrySet().iterator().next();
    boolean isSize = only.getKey().startsWith("{size ") && only.getValue() == 1;
    return isSize ? only.getKey().substring(6, only.getKey().length() - 1) : null;
  }
}
