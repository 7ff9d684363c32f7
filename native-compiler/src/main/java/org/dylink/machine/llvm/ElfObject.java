package org.dylink.machine.llvm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A relocatable ELF file, laid out as one image: what code and constants refer to is in the image,
 * at distances that no load address changes. Anything else is refused.
 */
final class ElfObject {
  private static final int SHT_RELA = 4;
  private static final int SHT_SYMTAB = 2;
  private static final int SHT_NOBITS = 8;
  private static final int SHF_WRITE = 1;
  private static final int SHF_ALLOC = 2;
  private static final int SECTION_HEADER = 64;
  private static final int SYMBOL = 24;
  private static final int RELOCATION = 24;

  /** A symbol that the image defines. */
  record Symbol(int offset, int size) {}

  private record Section(
      int name, int type, int flags, int at, int size, int link, int info, int align) {}

  private final ByteBuffer file;
  private final List<Section> sections = new ArrayList<>();
  private final Map<Integer, Integer> places = new HashMap<>();
  private final Map<String, Symbol> symbols = new HashMap<>();
  private byte[] image;

  ElfObject(byte[] bytes) {
    this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    readSections();
    place();
    sections.stream().filter(each -> each.type == SHT_SYMTAB).forEach(this::readSymbols);
    sections.stream().filter(each -> each.type == SHT_RELA).forEach(this::relocate);
  }

  byte[] image() {
    return image;
  }

  Symbol symbol(String name) {
    return symbols.get(name);
  }

  private void readSections() {
    int table = (int) file.getLong(40);
    int count = Short.toUnsignedInt(file.getShort(60));
    for (int i = 0; i < count; i++) {
      int at = table + SECTION_HEADER * i;
      sections.add(
          new Section(
              file.getInt(at),
              file.getInt(at + 4),
              (int) file.getLong(at + 8),
              (int) file.getLong(at + 24),
              (int) file.getLong(at + 32),
              file.getInt(at + 40),
              file.getInt(at + 44),
              (int) file.getLong(at + 48)));
    }
  }

  private void place() {
    int end = 0;
    for (int i = 0; i < sections.size(); i++) {
      Section each = sections.get(i);
      if ((each.flags & SHF_ALLOC) != 0 && each.size > 0) {
        if ((each.flags & SHF_WRITE) != 0 || each.type == SHT_NOBITS) {
          throw new IllegalStateException("BUG: an object with data that can be written");
        }
        int align = Math.max(1, each.align);
        end = (end + align - 1) / align * align;
        places.put(i, end);
        end += each.size;
      }
    }
    image = new byte[end];
    places.forEach(
        (index, to) -> {
          Section each = sections.get(index);
          file.get(each.at, image, to, each.size);
        });
  }

  private void readSymbols(Section table) {
    Section names = sections.get(table.link);
    for (int at = table.at; at < table.at + table.size; at += SYMBOL) {
      Integer place = places.get(Short.toUnsignedInt(file.getShort(at + 6)));
      String name = text(names.at + file.getInt(at));
      if (place != null && !name.isEmpty()) {
        int offset = place + (int) file.getLong(at + 8);
        symbols.put(name, new Symbol(offset, (int) file.getLong(at + 16)));
      }
    }
  }

  private String text(int from) {
    int end = from;
    while (file.get(end) != 0) {
      end++;
    }
    return new String(file.array(), from, end - from, StandardCharsets.US_ASCII);
  }

  private void relocate(Section relocations) {
    Integer base = places.get(relocations.info);
    if (base == null) {
      return;
    }
    Section table = sections.get(relocations.link);
    Relocation relocation = Relocation.of(file.getShort(18));
    ByteBuffer out = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = relocations.at; at < relocations.at + relocations.size; at += RELOCATION) {
      int place = base + (int) file.getLong(at);
      int symbol = table.at + SYMBOL * (int) (file.getLong(at + 8) >>> 32);
      int target = target(table, symbol) + (int) file.getLong(at + 16);
      relocation.apply(file.getInt(at + 8), out, place, target);
    }
  }

  private int target(Section table, int symbol) {
    Integer place = places.get(Short.toUnsignedInt(file.getShort(symbol + 6)));
    if (place == null) {
      String name = text(sections.get(table.link).at + file.getInt(symbol));
      throw new IllegalStateException("BUG: an object that needs " + name);
    }
    return place + (int) file.getLong(symbol + 8);
  }
}
