package org.dylink.bindgen.c;

import java.util.List;

/**
 * A struct or a union with its members.
 *
 * @param key what types know it by
 * @param name its tag, or the name that a typedef gave to it; empty without
 * @param union whether all members are at one place
 * @param fields in the order of C
 * @param special why it is not laid out as others are; empty for the most
 * @param own whether it stands in the library's own headers
 * @param comment what the header says of it; empty without
 */
public record CRecord(
    String key,
    String name,
    boolean union,
    List<CField> fields,
    String special,
    boolean own,
    String comment) {
  public CRecord {
    fields = List.copyOf(fields);
  }

  CRecord named(String other) {
    return new CRecord(key, other, union, fields, special, own, comment);
  }

  /** As C names it. */
  public String text() {
    return (union ? "union " : "struct ") + (name.isEmpty() ? "without a name" : name);
  }
}
