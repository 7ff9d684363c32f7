package org.dylink.machine.llvm;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a register holds: an address that something of the host lies at, or none, and a sum of
 * numbers that are not known, all modulo 2^64.
 *
 * @param root what lies there, {@code ""} for a number
 * @param parts how often each unknown number is in it
 */
record Term(String root, Map<String, Long> parts, long constant) {
  static final BigInteger ALL = BigInteger.ONE.shiftLeft(64);

  static Term number(long constant) {
    return new Term("", Map.of(), constant);
  }

  static Term symbol(String name) {
    return new Term("", Map.of(name, 1L), 0);
  }

  static Term root(String root) {
    return new Term(root, Map.of(), 0);
  }

  boolean isNumber() {
    return root.isEmpty();
  }

  boolean isConstant() {
    return isNumber() && parts.isEmpty();
  }

  Term plus(long more) {
    return new Term(root, parts, constant + more);
  }

  /** The sum; of two addresses none is known. */
  Term plus(Term other) {
    String both = isNumber() ? other.root : other.isNumber() ? root : "mixed";
    return new Term(both, sum(other.parts, 1), constant + other.constant);
  }

  /** The difference of the numbers, whatever the roots. */
  Term minus(Term other) {
    return new Term("", sum(other.parts, -1), constant - other.constant);
  }

  Term times(long factor) {
    Map<String, Long> all = new TreeMap<>();
    parts.forEach((name, count) -> put(all, name, count * factor));
    return new Term(isNumber() ? "" : "mixed", all, constant * factor);
  }

  private Map<String, Long> sum(Map<String, Long> more, long factor) {
    Map<String, Long> all = new TreeMap<>(parts);
    more.forEach((name, count) -> put(all, name, all.getOrDefault(name, 0L) + factor * count));
    return all;
  }

  private static void put(Map<String, Long> all, String name, long count) {
    if (count == 0) {
      all.remove(name);
    } else {
      all.put(name, count);
    }
  }

  boolean mentions(String symbol) {
    for (String each : parts.keySet()) {
      if (each.contains(symbol)) {
        return true;
      }
    }
    return false;
  }

  /** The number, without the root. */
  Term offset() {
    return new Term("", parts, constant);
  }

  /** The constant, as a number without a sign. */
  BigInteger unsigned() {
    BigInteger value = BigInteger.valueOf(constant);
    return constant < 0 ? value.add(ALL) : value;
  }
}
