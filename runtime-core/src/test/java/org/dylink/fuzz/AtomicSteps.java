package org.dylink.fuzz;

import static org.dylink.format.ValueType.I32;
import static org.dylink.format.ValueType.I64;

import java.util.List;
import org.dylink.format.ValueType;

/**
 * Atomic instructions on memory 0. Most addresses are multiples of the access' width, as the others
 * trap. Nobody wakes who waits here, so nobody waits for longer than no time at all.
 */
final class AtomicSteps {
  private static final int PREFIX = 0xfe;
  private static final int NOTIFY = 0x00;
  private static final int WAIT32 = 0x01;
  private static final int WAIT64 = 0x02;
  private static final int FENCE = 0x03;
  private static final int LOADS = 0x10;
  private static final int STORES = 0x17;
  private static final int FIRST_CHANGE = 0x1e; // add; sub, and, or, xor, xchg follow
  private static final int CHANGES = 6;
  private static final int COMPARE_EXCHANGE = 0x48;
  private static final int WIDEST = 8;

  /** In the order of the opcodes of each group. */
  private record Width(ValueType type, int alignment) {}

  private static final List<Width> WIDTHS =
      List.of(
          new Width(I32, 2),
          new Width(I64, 3),
          new Width(I32, 0),
          new Width(I32, 1),
          new Width(I64, 0),
          new Width(I64, 1),
          new Width(I64, 2));

  private final Body body;
  private final Choices choices;
  private final Addresses addresses;

  AtomicSteps(Body body) {
    this.body = body;
    this.choices = body.choices();
    this.addresses = new Addresses(body);
  }

  void addTo(Steps steps) {
    steps.add(10, this::load);
    steps.add(10, this::store);
    steps.add(20, this::change);
    steps.add(10, this::compareExchange);
    steps.add(1, () -> body.code().op(PREFIX, FENCE, 0));
    steps.add(2, this::notifyAtAddress);
    steps.add(1, () -> await(WAIT32, I32, 2));
    steps.add(1, () -> await(WAIT64, I64, 3));
  }

  private void load() {
    int width = choices.below(WIDTHS.size());
    address();
    body.need(addresses.type());
    access(LOADS, width);
    body.push(WIDTHS.get(width).type());
  }

  private void store() {
    int width = choices.below(WIDTHS.size());
    address();
    take(width, 1);
    access(STORES, width);
  }

  private void change() {
    int width = choices.below(WIDTHS.size());
    address();
    take(width, 1);
    access(FIRST_CHANGE + WIDTHS.size() * choices.below(CHANGES), width);
    body.push(WIDTHS.get(width).type());
  }

  private void compareExchange() {
    int width = choices.below(WIDTHS.size());
    address();
    take(width, 2);
    access(COMPARE_EXCHANGE, width);
    body.push(WIDTHS.get(width).type());
  }

  /** Takes the address and operands above it. */
  private void take(int width, int operands) {
    ValueType type = WIDTHS.get(width).type();
    for (int i = 0; i < operands; i++) {
      body.produce(type);
    }
    List<ValueType> all = operands == 1 ? List.of(type) : List.of(type, type);
    body.need(addresses.with(all));
  }

  private void notifyAtAddress() {
    address();
    body.produce(I32);
    body.need(addresses.with(List.of(I32)));
    access(NOTIFY, 0);
    body.push(I32);
  }

  private void await(int opcode, ValueType type, int alignment) {
    // Private memory always traps here.
    if (!body.module().features().style().isShared() && !choices.oneIn(32)) {
      return;
    }
    address();
    body.produce(type);
    body.need(addresses.with(List.of(type)));
    body.code().i64Const(0).op(PREFIX).access(opcode, alignment, offset());
    body.push(I32);
  }

  private void address() {
    addresses.one();
    if (!choices.oneIn(128)) {
      body.need(addresses.type());
      if (addresses.type() == I64) {
        body.code().i64Const(-WIDEST).op(0x83); // and
      } else {
        body.code().i32Const(-WIDEST).op(0x71);
      }
      body.push(addresses.type());
    }
  }

  private void access(int group, int width) {
    body.code().op(PREFIX).access(group + width, WIDTHS.get(width).alignment(), offset());
  }

  private int offset() {
    return choices.oneIn(128) ? addresses.offset() : addresses.offset() & -WIDEST;
  }
}
