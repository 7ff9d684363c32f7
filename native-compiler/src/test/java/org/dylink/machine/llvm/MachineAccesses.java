package org.dylink.machine.llvm;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dylink.engine.machine.ContextLayout;
import org.dylink.engine.machine.MachineObject;
import org.dylink.engine.machine.ThreadLayout;

/**
 * What lies where, and whether it may be read and written there: contexts, threads, frames,
 * memories and tables of the guest, constants of the image. All else is a finding.
 */
abstract class MachineAccesses {
  /** Before how many there are: a distance to where code goes on, as a table of such has it. */
  static final String DISTANCE = "distance, one of ";

  /** Before how many there are: where code goes on by such a table, which lies there. */
  static final String JUMPS = "jumps, one of ";

  // What a function of Java may answer in: more words than any service has.
  private static final int ROOM = 512;

  final MachineObject object;
  private final ContextLayout layout;
  private final int results;
  private final Map<Integer, Set<String>> findings = new TreeMap<>();
  private final Set<Integer> accesses = new TreeSet<>();

  /**
   * @param results how many bytes the function has for its results; 0 if they lie in registers
   */
  MachineAccesses(MachineObject object, ContextLayout layout, int results) {
    this.object = object;
    this.layout = layout;
    this.results = results;
  }

  final boolean hasResults() {
    return results > 0;
  }

  /** What is wrong, a line each. */
  final List<String> found() {
    List<String> all = new ArrayList<>();
    findings.values().forEach(all::addAll);
    return all;
  }

  /** How many instructions access memories or tables. */
  final int accesses() {
    return accesses.size();
  }

  /** Forgets what was wrong with an instruction, which is read again. */
  final void again(Disassembly.Line line) {
    findings.remove(line.at());
  }

  final String name(Disassembly.Line line, String what) {
    return "{" + Integer.toHexString(line.at()) + " " + what + "}";
  }

  final Term fresh(MachineState state, Disassembly.Line line, String what, int bits) {
    BigInteger most = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
    return state.fresh(name(line, what), most);
  }

  final void find(Disassembly.Line line, String what) {
    findings
        .computeIfAbsent(line.at(), key -> new LinkedHashSet<>())
        .add(Integer.toHexString(line.at()) + ": " + line.text() + ": " + what);
  }

  /** What a word of the frame holds from now on; null if nothing is known. */
  final void keep(MachineState state, Term at, int bytes, Term value) {
    if (Slots.isOfFrame(at)) {
      Slots.forget(state, at, bytes);
      if (value != null) {
        state.places.put(Slots.name(at, bytes), value);
      }
    }
  }

  /** Whether a place lies in none of the functions. */
  final boolean isOutside(int at) {
    return object.functions().stream()
        .noneMatch(each -> at >= each.from() && at < each.from() + each.size());
  }

  /** Whether code may be entered there: where a function begins, or in none. */
  final boolean isEntry(int at) {
    return isOutside(at) || object.functions().stream().anyMatch(each -> each.from() == at);
  }

  /**
   * What a call leaves: who is called may have written to a room in the frame that it was given.
   */
  final void afterCall(MachineState state, Disassembly.Line line, List<String> lost) {
    for (String each : lost) {
      Term before = state.places.get(each);
      if (Slots.isOfFrame(before)) {
        Slots.forget(state, before, ROOM);
      }
    }
    Slots.forgetBelow(state);
    for (String each : lost) {
      state.places.put(each, fresh(state, line, each, 64));
      state.bits.remove(each);
    }
    state.flags = null;
  }

  /** What a load gives, or null for a number of that width. */
  final Term load(MachineState state, Disassembly.Line line, Term at, int bytes) {
    String[] root = at.root().split(" ", -1);
    long offset = at.constant();
    boolean isFixed = at.parts().isEmpty();
    switch (root[0]) {
      case "context" -> {
        return isFixed ? ofContext((int) offset) : unknown(line, at);
      }
      case "thread" -> {
        return isFixed && offset >= 0 && offset < ThreadLayout.SIZE
            ? ofThread((int) offset)
            : unknown(line, at);
      }
      case Slots.FRAME, Slots.ALIGNED -> {
        return Slots.isIn(state, at, bytes) ? Slots.load(state, at, bytes) : unknown(line, at);
      }
      case "memory" -> {
        if (isFixed && offset == ContextLayout.MEMORY_SIZE && bytes == 8) {
          return Term.symbol("{size memory " + root[1] + "}");
        } else if (isFixed && offset >= ContextLayout.MEMORY_SIZE && offset + bytes <= 0) {
          return null; // a part of its size
        }
        access(state, line, at, bytes, "memory " + root[1]);
        return null;
      }
      case "table" -> {
        return isFixed && offset == 0 ? Term.root("elements " + root[1]) : unknown(line, at);
      }
      case "elements" -> {
        if (isFixed && offset == ContextLayout.TABLE_SIZE) {
          return Term.symbol("{size table " + root[1] + "}");
        }
        element(state, line, at, "table " + root[1]);
        return Term.root("function or null");
      }
      case "function" -> {
        return isFixed && offset >= 0 && offset < ContextLayout.FUNCTION_SIZE
            ? ofFunction((int) offset)
            : unknown(line, at);
      }
      case "cell" -> {
        return isFixed && offset >= 0 && offset < 16 ? null : unknown(line, at);
      }
      case "results" -> {
        return isFixed && isOfResults(offset, bytes) ? null : unknown(line, at);
      }
      case "image" -> {
        return ofImage(state, line, at, bytes);
      }
      default -> {
        return unknown(line, at);
      }
    }
  }

  private Term unknown(Disassembly.Line line, Term at) {
    find(line, "not known what lies at " + at);
    return null;
  }

  private Term ofContext(int offset) {
    for (int i = 0; i < layout.memories(); i++) {
      if (offset == layout.memory(i)) {
        return Term.root("memory " + i);
      }
    }
    for (int i = 0; i < layout.tables(); i++) {
      if (offset == layout.table(i)) {
        return Term.root("table " + i);
      }
    }
    for (int i = 0; i < layout.globals(); i++) {
      if (offset == layout.global(i)) {
        return Term.root("cell");
      }
    }
    for (int i = 0; i < layout.imports(); i++) {
      if (offset == layout.function(i)) {
        return Term.root("function");
      }
    }
    return null;
  }

  private static Term ofThread(int offset) {
    return switch (offset) {
      case ThreadLayout.MEMMOVE -> Term.root("memmove");
      case ThreadLayout.MEMSET -> Term.root("memset");
      case ThreadLayout.FMA, ThreadLayout.FMAF, ThreadLayout.SERVICE -> Term.root("code");
      case ThreadLayout.HANDLER -> Term.root("handler");
      default -> null;
    };
  }

  private static Term ofFunction(int offset) {
    return switch (offset) {
      case ContextLayout.FUNCTION_CODE -> Term.root("code");
      case ContextLayout.FUNCTION_TARGET -> Term.root("function");
      case ContextLayout.FUNCTION_CONTEXT -> Term.root("context of another");
      default -> null;
    };
  }

  // A constant, or a distance in a table of places to go to.
  private Term ofImage(MachineState state, Disassembly.Line line, Term at, int bytes) {
    if (at.parts().isEmpty()) {
      return bytes == 4 ? Term.number(Integer.toUnsignedLong(word((int) at.constant()))) : null;
    }
    BigInteger most = state.most(at.offset());
    if (most.compareTo(BigInteger.valueOf(object.image().length - bytes)) > 0) {
      return unknown(line, at);
    }
    long count = (most.longValue() - at.constant()) / 4 + 1;
    boolean isOfWords = at.parts().values().stream().allMatch(each -> each == 4);
    return isOfWords ? Term.root(DISTANCE + count).plus(at.constant()) : null;
  }

  /** A word of the image, which nobody changes. */
  final int word(int at) {
    return ByteBuffer.wrap(object.image()).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
  }

  private void access(MachineState state, Disassembly.Line line, Term at, int bytes, String size) {
    accesses.add(line.at());
    if (!state.isWithin(at.offset(), bytes, size)) {
      find(line, "not checked: " + at.offset() + " of " + size);
    }
  }

  private void element(MachineState state, Disassembly.Line line, Term at, String size) {
    accesses.add(line.at());
    boolean isWhole =
        at.constant() % 8 == 0 && at.parts().values().stream().allMatch(each -> each % 8 == 0);
    Map<String, Long> index = new TreeMap<>();
    at.parts().forEach((name, count) -> index.put(name, count / 8));
    Term number = new Term("", index, at.constant() / 8);
    if (!isWhole || !state.isWithin(number, 1, size)) {
      find(line, "not checked: " + number + " of " + size);
    }
  }

  final void store(MachineState state, Disassembly.Line line, Term at, int bytes, Term value) {
    String[] root = at.root().split(" ", -1);
    boolean isFixed = at.parts().isEmpty();
    switch (root[0]) {
      case "memory" -> {
        access(state, line, at, bytes, at.root());
        seen(line, value);
      }
      case "cell" -> {
        if (!isFixed || at.constant() < 0 || at.constant() + bytes > 16) {
          unknown(line, at);
        }
        seen(line, value);
      }
      case Slots.FRAME, Slots.ALIGNED -> {
        if (!Slots.isIn(state, at, bytes)) {
          unknown(line, at);
        }
      }
      case "thread" -> {
        if (!isFixed || !isWritable(at.constant(), bytes)) {
          find(line, "nobody's to write");
        }
      }
      case "results" -> {
        if (!isFixed || !isOfResults(at.constant(), bytes)) {
          unknown(line, at);
        }
      }
      default -> find(line, "nobody's to write: " + at);
    }
  }

  private boolean isOfResults(long offset, int bytes) {
    return offset >= 0 && offset + bytes <= results;
  }

  // Of a thread: the chain of handlers, and what is passed to who is called.
  private static boolean isWritable(long offset, int bytes) {
    return offset == ThreadLayout.HANDLER
        || (offset >= ThreadLayout.ARGUMENTS && offset + bytes <= ThreadLayout.SIZE);
  }

  private void seen(Disassembly.Line line, Term value) {
    if (value != null && !value.isNumber()) {
      find(line, "an address of the host: " + value);
    }
  }

  /** A call of memmove or memset, whose ranges lie in memories. */
  final void checkCopy(
      MachineState state, Disassembly.Line line, boolean isCopy, List<String> registers) {
    Term size = state.places.get(registers.get(2));
    Term from = state.places.get(registers.get(1));
    range(state, line, state.places.get(registers.get(0)), size);
    if (isCopy) {
      range(state, line, from, size);
    } else {
      seen(line, from);
    }
  }

  private void range(MachineState state, Disassembly.Line line, Term at, Term length) {
    accesses.add(line.at());
    if (at == null || length == null || !at.root().startsWith("memory ")) {
      find(line, "not in a memory: " + at);
      return;
    }
    Term end = at.offset().plus(length);
    Long fact = state.facts.get(new MachineState.Fact(at.root(), end.parts()));
    if (fact == null || fact != end.constant() || !state.isSum(end, at.offset())) {
      find(line, "not checked: " + end + " of " + at.root());
    }
  }
}
