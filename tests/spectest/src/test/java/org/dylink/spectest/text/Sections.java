package org.dylink.spectest.text;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dylink.testing.Bytes;

/** The sections of a module in the making, each a vector of entries. */
final class Sections {
  static final int TYPE = 1;
  static final int IMPORT = 2;
  static final int FUNCTION = 3;
  static final int TABLE = 4;
  static final int MEMORY = 5;
  static final int GLOBAL = 6;
  static final int EXPORT = 7;
  static final int START = 8;
  static final int ELEMENT = 9;
  static final int CODE = 10;
  static final int DATA = 11;
  static final int DATA_COUNT = 12;
  static final int TAG = 13;

  private static final List<Integer> ORDER =
      List.of(
          TYPE,
          IMPORT,
          FUNCTION,
          TABLE,
          MEMORY,
          TAG,
          GLOBAL,
          EXPORT,
          START,
          ELEMENT,
          DATA_COUNT,
          CODE,
          DATA);

  private final Map<Integer, Bytes> entries = new TreeMap<>();
  private final Map<Integer, Integer> counts = new TreeMap<>();

  /** Where the next entry of a section goes. */
  Bytes next(int section) {
    counts.merge(section, 1, Integer::sum);
    return entries.computeIfAbsent(section, id -> new Bytes());
  }

  int count(int section) {
    return counts.getOrDefault(section, 0);
  }

  /** The whole file. */
  byte[] write(Bytes types, Bytes start) {
    Bytes file = new Bytes().u8(0, 'a', 's', 'm', 1, 0, 0, 0);
    for (int section : ORDER) {
      if (section == TYPE && types.size() > 1) {
        file.section(TYPE, types);
      } else if (section == START && start != null) {
        file.section(START, start);
      } else if (section == DATA_COUNT && count(DATA) > 0) {
        file.section(DATA_COUNT, new Bytes().u32(count(DATA)));
      } else if (count(section) > 0) {
        byte[] all = entries.get(section).toArray();
        file.section(section, new Bytes().u32(count(section)).raw(all));
      }
    }
    return file.toArray();
  }
}
