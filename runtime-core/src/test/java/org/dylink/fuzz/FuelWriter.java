package org.dylink.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dylink.engine.jvm.code.ModuleCode;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.fuzz.BodyText.Piece;
import org.dylink.testing.Bytes;

/**
 * Writes a slice's valid bodies again, so that they take fuel when they begin and in each loop, and
 * trap where there is none; and so that {@link Fault#STORES_WRAP_AROUND} does not show.
 */
final class FuelWriter {
  private static final int I32 = 0x7f;
  private static final int I64 = 0x7e;

  private final ModuleCode code;
  private final Slice slice;
  private final Set<Fault> faults;

  /**
   * @param code of the slice
   * @param faults of the engine that is to run it
   */
  FuelWriter(ModuleCode code, Slice slice, Set<Fault> faults) {
    this.code = code;
    this.slice = slice;
    this.faults = faults;
  }

  byte[] write() {
    List<byte[]> bodies = new ArrayList<>();
    for (int place = 0; place < slice.size(); place++) {
      bodies.add(write(BodyText.of(code, slice.function(place))));
    }
    return slice.toArray(bodies);
  }

  private byte[] write(BodyText body) {
    Bytes bytes = new Bytes().raw(body.withLocals(I32, I32, I64));
    takeFuel(bytes);
    for (Piece piece : body.pieces()) {
      if (faults.contains(Fault.STORES_WRAP_AROUND)) {
        loadFirst(bytes, piece, body.localCount());
      }
      bytes.raw(piece.bytes());
      if (piece.opcode() == Opcode.LOOP) {
        takeFuel(bytes);
      }
    }
    return bytes.toArray();
  }

  private void takeFuel(Bytes bytes) {
    bytes.u8(0x23).u32(slice.fuel()).u8(0x45, 0x04, 0x40, 0x00, 0x0b); // if none: unreachable
    bytes.u8(0x23).u32(slice.fuel()).u8(0x41, 1, 0x6b, 0x24).u32(slice.fuel());
  }

  private static void loadFirst(Bytes bytes, Piece store, int address) {
    switch (store.opcode()) {
      case I32_STORE8 -> load(bytes, store, address, address + 1, 0x2d);
      case I64_STORE8 -> load(bytes, store, address, address + 2, 0x31);
      case I64_STORE32 -> load(bytes, store, address, address + 2, 0x35);
      default -> {}
    }
  }

  private static void load(Bytes bytes, Piece store, int address, int value, int opcode) {
    bytes.u8(0x21).u32(value).u8(0x22).u32(address); // local.set, local.tee
    bytes.u8(opcode, 0).u32(Integer.toUnsignedLong(store.index())).u8(0x1a); // load, drop
    bytes.u8(0x20).u32(address).u8(0x20).u32(value); // local.get
  }
}
