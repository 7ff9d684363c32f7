package org.dylink.linker.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Changes a module a little. Mostly the contents of a section, whose size is made right again, so
 * that the reader gets further than the first byte; sometimes the order of sections, or raw bytes.
 */
final class Mutator {
  private static final int HEADER = 8; // magic number and version

  // Numbers that have their trouble at borders, as LEB128: 0, 2^31-1, 2^31, 2^32-1, 2^32, too long.
  private static final byte[][] NUMBERS = {
    {0},
    {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x07},
    {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 0x08},
    {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f},
    {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 0x10},
    {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x01},
  };

  private static final class Section {
    private final byte id;
    private final byte[] contents;

    Section(byte id, byte[] contents) {
      this.id = id;
      this.contents = contents;
    }
  }

  private final Random random;
  private final List<byte[]> seeds;

  /**
   * @param seeds other modules, of which parts are taken over
   */
  Mutator(Random random, List<byte[]> seeds) {
    this.random = random;
    this.seeds = seeds;
  }

  byte[] mutate(byte[] module) {
    if (random.nextInt(12) == 0) {
      return random.nextBoolean()
          ? Arrays.copyOf(module, random.nextInt(module.length))
          : withChange(module);
    }
    List<Section> sections = sections(module);
    int times = 1 + random.nextInt(random.nextInt(4) == 0 ? 6 : 1);
    for (int i = 0; i < times && !sections.isEmpty(); i++) {
      change(sections);
    }
    return module(sections);
  }

  private void change(List<Section> sections) {
    // Half of the time in front, where dylink.0, types, imports and exports are.
    int few = Math.min(sections.size(), 4);
    int at = random.nextInt(random.nextBoolean() ? few : sections.size());
    switch (random.nextInt(20)) {
      case 0 -> sections.remove(at);
      case 1 -> sections.add(at, sections.get(at));
      case 2 -> Collections.swap(sections, at, random.nextInt(sections.size()));
      case 3 -> replace(sections, at);
      default -> {
        Section section = sections.get(at);
        if (section.contents.length > 0) {
          sections.set(at, new Section(section.id, withChange(section.contents)));
        }
      }
    }
  }

  /** Takes the section of the same kind, if there is one, from another module. */
  private void replace(List<Section> sections, int at) {
    sections(seeds.get(random.nextInt(seeds.size()))).stream()
        .filter(other -> other.id == sections.get(at).id)
        .findFirst()
        .ifPresent(other -> sections.set(at, other));
  }

  private byte[] withChange(byte[] bytes) {
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> withByte(bytes, at, (byte) (bytes[at] ^ (1 << random.nextInt(8))));
      case 3, 4 -> withByte(bytes, at, (byte) random.nextInt(256));
      case 5 -> withByte(bytes, at, (byte) (bytes[at] + random.nextInt(5) - 2));
      case 6 -> replaced(bytes, at, at + 1, NUMBERS[random.nextInt(NUMBERS.length)]);
      case 7 -> replaced(bytes, at, at, new byte[] {(byte) random.nextInt(256)});
      case 8 ->
          replaced(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(4)), new byte[0]);
      default -> copied(bytes, at);
    };
  }

  private static byte[] withByte(byte[] bytes, int at, byte value) {
    byte[] changed = bytes.clone();
    changed[at] = value;
    return changed;
  }

  private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, from);
    out.writeBytes(by);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }

  /** Copies some bytes over those at a place. */
  private byte[] copied(byte[] bytes, int at) {
    int from = random.nextInt(bytes.length);
    int size = Math.min(1 + random.nextInt(16), bytes.length - Math.max(from, at));
    byte[] changed = bytes.clone();
    System.arraycopy(bytes, from, changed, at, size);
    return changed;
  }

  private static List<Section> sections(byte[] module) {
    List<Section> sections = new ArrayList<>();
    int at = HEADER;
    while (at < module.length) {
      byte id = module[at++];
      int size = 0;
      int shift = 0;
      byte next;
      do {
        next = module[at++];
        size |= (next & 0x7f) << shift;
        shift += 7;
      } while (next < 0);
      sections.add(new Section(id, Arrays.copyOfRange(module, at, at + size)));
      at += size;
    }
    return sections;
  }

  private static byte[] module(List<Section> sections) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
    for (Section section : sections) {
      out.write(section.id);
      int size = section.contents.length;
      for (; size > 0x7f; size >>>= 7) {
        out.write((size & 0x7f) | 0x80);
      }
      out.write(size);
      out.writeBytes(section.contents);
    }
    return out.toByteArray();
  }
}
