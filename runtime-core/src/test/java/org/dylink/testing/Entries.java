package org.dylink.testing;

import java.util.ArrayList;
import java.util.List;

/** The entries of a section that is a vector. */
final class Entries {
  private final List<Bytes> entries = new ArrayList<>();

  Bytes next() {
    Bytes entry = new Bytes();
    entries.add(entry);
    return entry;
  }

  int count() {
    return entries.size();
  }

  void writeTo(Bytes out, int id) {
    if (!entries.isEmpty()) {
      Bytes contents = new Bytes().u32(entries.size());
      entries.forEach(entry -> contents.raw(entry.toArray()));
      out.section(id, contents);
    }
  }
}
