package org.dylink.machine.ir;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.dylink.machine.ir.FunctionText.Value;

/**
 * What is known where the function is being written, whatever way led there: what locals hold, and
 * how far behind an address accesses are known to lie in the memory. A memory never gets smaller,
 * so that neither calls nor stores change the latter, which LLVM cannot know.
 */
final class Known {
  /**
   * What was checked.
   *
   * @param wide the address, as a number of 64 bits
   * @param extent how many bytes from there on are in the memory
   */
  record Checked(Value wide, long extent) {}

  private record Address(int memory, String name) {}

  private final Value[] locals;
  private final Map<Address, Checked> checks = new HashMap<>();

  Known(int locals) {
    this.locals = new Value[locals];
  }

  /** What a local holds, or null. */
  Value local(int local) {
    return locals[local];
  }

  /** Notes what a local holds; null if nobody knows. */
  void hold(int local, Value value) {
    locals[local] = value;
  }

  void forget(BitSet some) {
    some.stream().forEach(each -> locals[each] = null);
  }

  /** What was checked of an address, or null. */
  Checked checked(int memory, Value address) {
    return checks.get(new Address(memory, address.name()));
  }

  /** Notes a check. */
  void check(int memory, Value address, Checked checked) {
    checks.put(new Address(memory, address.name()), checked);
  }

  Known copy() {
    Known copy = new Known(locals.length);
    copy.become(this);
    return copy;
  }

  void become(Known other) {
    System.arraycopy(other.locals, 0, locals, 0, locals.length);
    checks.clear();
    checks.putAll(other.checks);
  }

  /** Keeps what is known on another way, too. */
  void meet(Known other) {
    for (int i = 0; i < locals.length; i++) {
      if (!Objects.equals(locals[i], other.locals[i])) {
        locals[i] = null;
      }
    }
    checks.replaceAll((address, here) -> lesser(here, other.checks.get(address)));
    checks.values().removeIf(each -> each.extent() == 0);
  }

  private static Checked lesser(Checked one, Checked other) {
    if (other == null || !other.wide().equals(one.wide())) {
      return new Checked(one.wide(), 0);
    }
    return Long.compareUnsigned(one.extent(), other.extent()) < 0 ? one : other;
  }
}
