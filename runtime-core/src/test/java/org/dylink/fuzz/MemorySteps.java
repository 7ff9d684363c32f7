package org.dylink.fuzz;

import static org.dylink.format.ValueType.F32;
import static org.dylink.format.ValueType.F64;
import static org.dylink.format.ValueType.I32;
import static org.dylink.format.ValueType.I64;

import java.util.List;
import java.util.Map;
import org.dylink.format.ValueType;

/** Loads, stores, and what else changes memory 0. */
final class MemorySteps {
  static final int PAGE = 65_536;

  private record Access(int opcode, ValueType type, int alignment) {}

  private static final List<Access> LOADS =
      List.of(
          new Access(0x28, I32, 2),
          new Access(0x29, I64, 3),
          new Access(0x2a, F32, 2),
          new Access(0x2b, F64, 3),
          new Access(0x2c, I32, 0),
          new Access(0x2d, I32, 0),
          new Access(0x2e, I32, 1),
          new Access(0x2f, I32, 1),
          new Access(0x30, I64, 0),
          new Access(0x31, I64, 0),
          new Access(0x32, I64, 1),
          new Access(0x33, I64, 1),
          new Access(0x34, I64, 2),
          new Access(0x35, I64, 2));

  private static final List<Access> STORES =
      List.of(
          new Access(0x36, I32, 2),
          new Access(0x37, I64, 3),
          new Access(0x38, F32, 2),
          new Access(0x39, F64, 3),
          new Access(0x3a, I32, 0),
          new Access(0x3b, I32, 1),
          new Access(0x3c, I64, 0),
          new Access(0x3d, I64, 1),
          new Access(0x3e, I64, 2));

  // i32.store8, i64.store8 and i64.store32, and loads of the same width
  private static final Map<Integer, Integer> WRAPPING = Map.of(0x3a, 0x2d, 0x3c, 0x31, 0x3e, 0x35);

  private final Body body;
  private final Choices choices;
  private final Addresses addresses;

  MemorySteps(Body body) {
    this.body = body;
    this.choices = body.choices();
    this.addresses = new Addresses(body);
  }

  void addTo(Steps steps) {
    steps.add(8, this::load);
    steps.add(8, this::store);
    steps.add(1, this::size);
    steps.add(1, this::grow);
    steps.add(1, this::fill);
    steps.add(1, this::copy);
    steps.add(1, this::init);
    steps.add(1, () -> body.code().dataDrop(choices.below(Declarations.DATA_SEGMENTS)));
  }

  private void load() {
    Access access = choices.of(LOADS);
    addresses.one();
    body.need(addresses.type());
    body.code().access(access.opcode, choices.below(access.alignment + 1), addresses.offset());
    body.push(access.type);
  }

  private void store() {
    Access access = choices.of(STORES);
    addresses.one();
    body.produce(access.type);
    body.locals().canonicalise(access.type);
    body.need(addresses.type(), access.type);
    int offset = addresses.offset();
    if (WRAPPING.containsKey(access.opcode) && body.module().features().loadsBeforeStores()) {
      loadFirst(access, offset);
    }
    body.code().access(access.opcode, choices.below(access.alignment + 1), offset);
  }

  /** A load from where a store will go, for an engine whose stores do not look. */
  private void loadFirst(Access store, int offset) {
    int value = body.locals().spare(store.type, 0);
    int address = body.locals().spare(I32, 1);
    body.code().localSet(value).localTee(address);
    body.code().access(WRAPPING.get(store.opcode), 0, offset).drop();
    body.code().localGet(address).localGet(value);
  }

  private void size() {
    body.code().memorySize();
    addresses.narrow();
    body.push(I32);
  }

  private void grow() {
    body.need(I32);
    if (choices.below(4) != 3) {
      body.code().i32Const(1).op(0x71);
    }
    body.push(I32);
    addresses.widen();
    body.need(addresses.type());
    body.code().memoryGrow();
    addresses.narrow();
    body.push(I32);
  }

  private void fill() {
    addresses.one();
    body.produce(I32);
    small(0x3ff);
    addresses.widen();
    body.need(addresses.type(), I32, addresses.type());
    body.code().memoryFill();
  }

  private void copy() {
    addresses.one();
    body.produce(I32);
    addresses.one();
    small(0x3ff);
    addresses.widen();
    body.need(addresses.type(), addresses.type(), addresses.type());
    body.code().memoryCopy();
  }

  private void init() {
    addresses.one();
    small(3);
    small(3);
    body.need(addresses.type(), I32, I32);
    body.code().memoryInit(choices.below(Declarations.DATA_SEGMENTS));
  }

  private void small(int mask) {
    body.produce(I32);
    if (!choices.oneIn(16)) {
      body.code().i32Const(mask).op(0x71);
    }
  }
}
