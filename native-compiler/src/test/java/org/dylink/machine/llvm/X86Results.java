package org.dylink.machine.llvm;

import java.math.BigInteger;
import org.dylink.machine.llvm.MachineState.Condition;

/** What arithmetic of x86-64 gives: sums, and numbers with a bound; of all else, null. */
final class X86Results {
  private static final BigInteger MOST = Term.ALL.subtract(BigInteger.ONE);

  private X86Results() {}

  /** Of instructions with one operand behind the one that they change. */
  static Term of(MachineState state, String name, Term own, Term first, int bits) {
    return switch (name) {
      case "mov", "movabs", "movzx" -> first;
      case "inc" -> own.plus(1);
      case "dec" -> own.plus(-1);
      case "movsxd" ->
          first.isConstant()
              ? Term.number(first.constant() << 32 >> 32) // of 32 bits, with the sign
              : first.root().startsWith(MachineAudit.DISTANCE) ? first : null;
      case "add" -> sum(own, first);
      case "sub" -> first.isNumber() ? own.plus(first.times(-1)) : null;
      case "shl" -> first.isConstant() && bits == 64 ? own.times(1L << first.constant()) : null;
      case "or" -> union(state, own, first);
      case "xor" -> turned(own, first);
      default -> name.startsWith("cmov") ? either(own, first) : null;
    };
  }

  /**
   * Numbers that nothing is known of but their bound: what is shifted, and one of two; null of
   * others.
   *
   * @param fresh the number's name
   */
  static Term bounded(MachineState state, String fresh, String name, Term own, Term first) {
    if (name.equals("shr") && own.isNumber() && first.isConstant()) {
      BigInteger most = state.most(own).min(MOST);
      return state.fresh(fresh, most.shiftRight((int) first.constant() & 63));
    } else if (name.equals("shl") && own.isNumber() && !first.isConstant()) {
      return shifted(state, fresh, state.most(own), state.most(first));
    } else if (!name.startsWith("cmov") || own.equals(first)) {
      return null;
    } else if (own.isNumber() && first.isNumber()) {
      return state.fresh(fresh, state.most(own).max(state.most(first)).min(MOST));
    }
    boolean isOfImage = own.root().equals("image") && first.root().equals("image");
    if (!isOfImage || !own.parts().isEmpty() || !first.parts().isEmpty()) {
      return null;
    }
    long least = Math.min(own.constant(), first.constant());
    long between = Math.max(own.constant(), first.constant()) - least;
    return Term.root("image").plus(least).plus(state.fresh(fresh, BigInteger.valueOf(between)));
  }

  private static Term shifted(MachineState state, String fresh, BigInteger own, BigInteger by) {
    boolean isShort = by.compareTo(BigInteger.valueOf(Long.SIZE)) < 0;
    BigInteger most = isShort ? own.shiftLeft(by.intValue()) : MOST;
    return state.fresh(fresh, most.min(MOST));
  }

  // In a table of places to go to lie distances from the table itself.
  private static Term sum(Term own, Term first) {
    boolean isFirst = first.root().startsWith(MachineAudit.DISTANCE);
    Term distance = isFirst ? first : own;
    Term from = isFirst ? own : first;
    boolean isTable = from.equals(Term.root("image").plus(distance.constant()));
    return isTable && distance.root().startsWith(MachineAudit.DISTANCE)
        ? Term.root(distance.root().replace(MachineAudit.DISTANCE, MachineAudit.JUMPS))
            .plus(distance.constant())
        : own.plus(first);
  }

  // Of an address and something else nothing is known but that it is an address.
  private static Term either(Term own, Term first) {
    if (own.equals(first)) {
      return own;
    }
    return own.isNumber() && first.isNumber() ? null : Term.root("mixed");
  }

  // With bits that a number has not it is a sum.
  private static Term union(MachineState state, Term own, Term first) {
    return isAbove(state, first, own) || isAbove(state, own, first) ? own.plus(first) : null;
  }

  private static boolean isAbove(MachineState state, Term bits, Term number) {
    return bits.isConstant()
        && bits.constant() > 0
        && number.isNumber()
        && state.most(number).compareTo(BigInteger.valueOf(Long.lowestOneBit(bits.constant()))) < 0;
  }

  // The highest bit is turned by a sum.
  private static Term turned(Term own, Term first) {
    Term top = Term.number(Long.MIN_VALUE);
    boolean isOfTop =
        (first.equals(top) && own.isNumber()) || (own.equals(top) && first.isNumber());
    return isOfTop ? own.plus(first) : null;
  }

  /** What the flags say behind an addition. */
  static Condition carry(Term own, Term first) {
    return new Condition(own.plus(first), own, true);
  }
}
