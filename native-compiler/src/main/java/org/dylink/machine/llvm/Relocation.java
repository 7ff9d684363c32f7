package org.dylink.machine.llvm;

import java.nio.ByteBuffer;

/**
 * What an object leaves open: distances within the image alone, so that it may lie anywhere. Any
 * other kind is refused.
 */
@FunctionalInterface
interface Relocation {
  /**
   * Fills in one place.
   *
   * @param type as the ABI of the processor numbers it
   * @param image little endian
   * @param place where in the image
   * @param target what it refers to: an offset in the image
   */
  void apply(int type, ByteBuffer image, int place, int target);

  /** The kinds of a processor, as an ELF file numbers that. */
  static Relocation of(int processor) {
    return switch (processor) {
      case 62 -> Relocation::x86;
      case 183 -> Relocation::aarch64;
      default -> throw new IllegalStateException("BUG: an object for processor " + processor);
    };
  }

  /** System V ABI for AMD64, table 4.9. */
  private static void x86(int type, ByteBuffer image, int place, int target) {
    switch (type) {
      case 2, 4 -> image.putInt(place, target - place); // PC32, PLT32
      default -> throw unknown(type);
    }
  }

  /** ELF for the Arm 64-bit Architecture, section 5.7. An image lies at a page's beginning. */
  private static void aarch64(int type, ByteBuffer image, int place, int target) {
    switch (type) {
      case 261 -> image.putInt(place, target - place); // PREL32
      case 275 -> page(image, place, (target >> 12) - (place >> 12)); // ADR_PREL_PG_HI21
      case 277, 278 -> immediate(image, place, target & 0xfff); // ADD_ABS_LO12_NC, LDST8
      case 284 -> immediate(image, place, scaled(target, 1)); // LDST16_ABS_LO12_NC
      case 285 -> immediate(image, place, scaled(target, 2)); // LDST32_ABS_LO12_NC
      case 286 -> immediate(image, place, scaled(target, 3)); // LDST64_ABS_LO12_NC
      case 299 -> immediate(image, place, scaled(target, 4)); // LDST128_ABS_LO12_NC
      case 282, 283 -> branch(image, place, target - place); // JUMP26, CALL26
      default -> throw unknown(type);
    }
  }

  private static void page(ByteBuffer image, int place, int pages) {
    set(image, place, (pages & 3) << 29 | (pages >> 2 & 0x7ffff) << 5);
  }

  private static int scaled(int target, int shift) {
    int low = target & 0xfff;
    if ((low & (1 << shift) - 1) != 0) {
      throw new IllegalStateException("BUG: an object with a constant that is not aligned");
    }
    return low >> shift;
  }

  private static void immediate(ByteBuffer image, int place, int value) {
    set(image, place, value << 10);
  }

  private static void branch(ByteBuffer image, int place, int distance) {
    if (distance >= 1 << 27 || distance < -(1 << 27)) {
      throw new IllegalStateException("BUG: an object with a call of more than 128 MiB");
    }
    set(image, place, distance >> 2 & 0x3ffffff);
  }

  private static void set(ByteBuffer image, int place, int bits) {
    image.putInt(place, image.getInt(place) | bits);
  }

  private static IllegalStateException unknown(int type) {
    return new IllegalStateException("BUG: an object with a relocation of type " + type);
  }
}
