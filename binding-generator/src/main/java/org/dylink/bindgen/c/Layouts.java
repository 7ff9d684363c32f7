package org.dylink.bindgen.c;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays out types as clang does it for wasm32: bit-fields by the rules of the System V ABI, each
 * inside of one unit of its type. For one thread.
 */
public final class Layouts {
  private static final int ADDRESS = 4;

  private final CHeader header;
  private final Map<String, Optional<RecordLayout>> known = new HashMap<>();

  /**
   * @param header has the structs that types name
   */
  public Layouts(CHeader header) {
    this.header = header;
  }

  /** The size of a type; empty for what has none, or one that is not known here. */
  public Optional<Extent> of(CType type) {
    CType bare = type.bare();
    if (bare instanceof CType.Arithmetic number) {
      return Optional.of(new Extent(number.kind().size(), number.kind().size()));
    } else if (bare instanceof CType.PointerTo || bare instanceof CType.EnumOf) {
      return Optional.of(new Extent(ADDRESS, ADDRESS));
    } else if (bare instanceof CType.ArrayOf array) {
      long count = Math.max(array.count(), 0);
      return of(array.element())
          .map(each -> new Extent(Math.multiplyExact(each.size(), count), each.alignment()));
    } else if (bare instanceof CType.RecordOf struct) {
      return header
          .record(struct)
          .flatMap(this::of)
          .map(layout -> new Extent(layout.size(), layout.alignment()));
    }
    return Optional.empty();
  }

  /** Where the members are; empty if one of them has no size, or an attribute moves them. */
  public Optional<RecordLayout> of(CRecord struct) {
    Optional<RecordLayout> layout = known.get(struct.key());
    if (layout == null) {
      layout = struct.special().isEmpty() ? layOut(struct) : Optional.empty();
      known.put(struct.key(), layout);
    }
    return layout;
  }

  private Optional<RecordLayout> layOut(CRecord struct) {
    List<Long> offsets = new ArrayList<>();
    long end = 0; // in bits
    long longest = 0;
    int widest = 1;
    for (CField field : struct.fields()) {
      Optional<Extent> extent = of(field.type());
      if (extent.isEmpty()) {
        return Optional.empty();
      }
      long from = struct.union() ? 0 : start(field, extent.get(), end);
      offsets.add(from);
      end = from + (field.isBitField() ? field.bits() : 8 * extent.get().size());
      longest = Math.max(longest, end);
      // One without a name only moves what follows.
      if (!field.isBitField() || !field.name().isEmpty()) {
        widest = Math.max(widest, extent.get().alignment());
      }
    }
    return Optional.of(new RecordLayout(offsets, align(align(longest, 8) / 8, widest), widest));
  }

  private static long start(CField field, Extent extent, long end) {
    long unit = 8 * (field.isBitField() ? extent.size() : extent.alignment());
    boolean isInside = field.bits() > 0 && end / unit == (end + field.bits() - 1) / unit;
    return isInside ? end : align(end, unit);
  }

  private static long align(long offset, long alignment) {
    return (offset + alignment - 1) / alignment * alignment;
  }
}
