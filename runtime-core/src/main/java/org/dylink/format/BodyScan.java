package org.dylink.format;

import java.util.EnumSet;
import java.util.Set;

/**
 * Steps through function bodies and notes which features their instructions are of (WebAssembly
 * Core, Binary Format, Instructions, and the proposals' overviews). Nothing is validated: a body
 * that makes no sense is left there, for an engine to refuse. Instructions that name another memory
 * are not told from others: a module that has one is enough.
 *
 * <p>A plain walk over bytes, as it sees every byte of a library while a program waits to start.
 */
final class BodyScan {
  private static final int END = 0x0b;
  private static final int MEMORY_INDEX_FOLLOWS = 0x40;
  private static final int VECTOR = 0x7b;
  private static final int LAST_GC = 0x1e;

  private final SectionCursor section;
  private final int types;
  private final Set<Feature> found = EnumSet.noneOf(Feature.class);
  private long bodiesLeft;
  private SectionCursor body;

  /**
   * @param section of bodies; read by this object from now on
   * @param types how many there are
   */
  BodyScan(SectionCursor section, int types) {
    this.section = section;
    this.types = types;
    try {
      this.bodiesLeft = section.u32("count");
    } catch (MalformedModuleException e) {
      this.bodiesLeft = 0;
    }
  }

  /** Goes to the next body; false where there is none, or none that fits the section. */
  boolean next() {
    if (bodiesLeft-- <= 0) {
      return false;
    }
    try {
      body = section.part("body", section.u32("body"));
      return true;
    } catch (MalformedModuleException e) {
      return false;
    }
  }

  /** The features of the body; the same set each time. */
  Set<Feature> scan() {
    found.clear();
    try {
      for (long left = u32(); left > 0; left--) {
        skipLeb();
        valueType();
      }
      while (!body.atEnd()) {
        instruction();
      }
    } catch (MalformedModuleException e) {
      return found; // of what came before; the engine will say what is wrong
    }
    return found;
  }

  private void instruction() throws MalformedModuleException {
    int opcode = u8();
    switch (opcode) {
      case 0x02, 0x03, 0x04 -> blockType();
      case 0x06 -> {
        note(Feature.LEGACY_EXCEPTIONS);
        blockType();
      }
      case 0x07, 0x09, 0x18 -> {
        note(Feature.LEGACY_EXCEPTIONS);
        skipLeb();
      }
      case 0x19 -> note(Feature.LEGACY_EXCEPTIONS);
      case 0x0a -> note(Feature.EXCEPTIONS);
      case 0x1f -> tryTable();
      case 0x0e -> labels();
      case 0x12 -> {
        note(Feature.TAIL_CALL);
        skipLeb();
      }
      case 0x13 -> {
        note(Feature.TAIL_CALL);
        skipLebs(2);
      }
      case 0x14 -> {
        note(Feature.FUNCTION_REFERENCES);
        skipLeb();
      }
      case 0x15 -> {
        note(Feature.FUNCTION_REFERENCES);
        note(Feature.TAIL_CALL);
        skipLeb();
      }
      case 0x1c -> types();
      case 0x43 -> skip(4);
      case 0x44 -> skip(8);
      case 0xd0 -> heapType();
      case 0xd3 -> note(Feature.GC);
      case 0xd4 -> note(Feature.FUNCTION_REFERENCES);
      case 0xd5, 0xd6 -> {
        note(Feature.FUNCTION_REFERENCES);
        skipLeb();
      }
      case 0xfb -> garbageCollected(u32());
      case 0xfc -> prefixed(u32());
      case 0xfd -> vector(u32());
      case 0xfe -> atomic(u32());
      default -> ordinary(opcode);
    }
  }

  private void ordinary(int opcode) throws MalformedModuleException {
    if (opcode >= 0x28 && opcode <= 0x3e) {
      memoryAccess();
    } else if (opcode == 0x11) {
      skipLebs(2);
    } else if (hasOneNumber(opcode)) {
      skipLeb();
    } else if (opcode >= 0xe0 && opcode <= 0xe6) {
      note(Feature.STACK_SWITCHING);
      leave();
    } else if (!isPlain(opcode)) {
      leave();
    }
  }

  private static boolean hasOneNumber(int opcode) {
    return opcode == 0x08
        || opcode == 0x0c
        || opcode == 0x0d
        || opcode == 0x10
        || (opcode >= 0x20 && opcode <= 0x26)
        || opcode == 0x3f
        || opcode == 0x40
        || opcode == 0x41
        || opcode == 0x42
        || opcode == 0xd2;
  }

  private static boolean isPlain(int opcode) {
    return (opcode >= 0x45 && opcode <= 0xc4)
        || opcode == END
        || opcode <= 0x05
        || opcode == 0x0f
        || opcode == 0x1a
        || opcode == 0x1b
        || opcode == 0xd1;
  }

  private void prefixed(long opcode) throws MalformedModuleException {
    switch ((int) opcode) {
      case 0, 1, 2, 3, 4, 5, 6, 7 -> {}
      case 8, 10, 12, 14 -> skipLebs(2);
      case 9, 11, 13, 15, 16, 17 -> skipLeb();
      case 19, 20, 21, 22 -> note(Feature.WIDE_ARITHMETIC);
      default -> leave();
    }
  }

  private void vector(long opcode) throws MalformedModuleException {
    note(opcode >= 0x120 ? Feature.HALF_PRECISION : Feature.SIMD);
    if (opcode >= 0x100 && opcode < 0x120) {
      note(Feature.RELAXED_SIMD);
    }
    if (opcode <= 11 || opcode == 92 || opcode == 93) {
      memoryAccess();
    } else if (opcode == 12 || opcode == 13) {
      skip(16);
    } else if ((opcode >= 21 && opcode <= 34) || opcode == 0x121 || opcode == 0x122) {
      skip(1);
    } else if (opcode >= 84 && opcode <= 91) {
      memoryAccess();
      skip(1);
    }
  }

  private void atomic(long opcode) throws MalformedModuleException {
    note(Feature.ATOMICS);
    if (opcode == 3) {
      skip(1);
    } else if (opcode <= 2 || (opcode >= 0x10 && opcode <= 0x4e)) {
      memoryAccess();
    } else {
      leave();
    }
  }

  private void garbageCollected(long opcode) throws MalformedModuleException {
    if (opcode > LAST_GC) {
      leave();
      return;
    }
    note(Feature.GC);
    switch ((int) opcode) {
      case 2, 3, 4, 5, 8, 9, 10, 17, 18, 19 -> skipLebs(2);
      case 0, 1, 6, 7, 11, 12, 13, 14, 16 -> skipLeb();
      case 20, 21, 22, 23 -> heapType();
      case 24, 25 -> {
        skip(1);
        skipLeb();
        heapType();
        heapType();
      }
      default -> {} // array.len, conversions, small integers
    }
  }

  private void tryTable() throws MalformedModuleException {
    note(Feature.EXCEPTIONS);
    blockType();
    for (long left = u32(); left > 0; left--) {
      skipLebs(u8() < 2 ? 2 : 1);
    }
  }

  private void labels() throws MalformedModuleException {
    for (long left = u32(); left >= 0; left--) {
      skipLeb();
    }
  }

  private void types() throws MalformedModuleException {
    for (long left = u32(); left > 0; left--) {
      valueType();
    }
  }

  private void memoryAccess() throws MalformedModuleException {
    if ((u32() & MEMORY_INDEX_FOLLOWS) != 0) {
      skipLeb();
    }
    skipLeb();
  }

  private void blockType() throws MalformedModuleException {
    if (startsTypeCode() && body.peek() != 0x40) {
      valueType();
    } else {
      skipLeb();
    }
  }

  // A negative number of one byte.
  private boolean startsTypeCode() {
    return (body.peek() & 0xc0) == 0x40;
  }

  private void valueType() throws MalformedModuleException {
    int code = u8();
    if (code == VECTOR) {
      note(Feature.SIMD);
    } else if (code == 0x63 || code == 0x64) {
      note(Feature.FUNCTION_REFERENCES);
      heapType();
    } else {
      noteReference(code);
    }
  }

  private void heapType() throws MalformedModuleException {
    if (startsTypeCode()) {
      noteReference(u8());
    } else if (u32() < types) {
      note(Feature.FUNCTION_REFERENCES);
    } else {
      leave();
    }
  }

  private void noteReference(int code) {
    if (code == 0x69 || code == 0x74) {
      note(Feature.EXCEPTIONS);
    } else if ((code >= 0x6a && code <= 0x6e) || (code >= 0x71 && code <= 0x73)) {
      note(Feature.GC);
    }
  }

  private void note(Feature feature) {
    found.add(feature);
  }

  private void leave() throws MalformedModuleException {
    body.skip("body", body.left());
  }

  private int u8() throws MalformedModuleException {
    return body.u8("body");
  }

  private long u32() throws MalformedModuleException {
    return body.u32("body");
  }

  private void skipLeb() throws MalformedModuleException {
    body.skipLeb("body");
  }

  private void skipLebs(int count) throws MalformedModuleException {
    for (int i = 0; i < count; i++) {
      skipLeb();
    }
  }

  private void skip(int count) throws MalformedModuleException {
    body.skip("body", count);
  }
}
