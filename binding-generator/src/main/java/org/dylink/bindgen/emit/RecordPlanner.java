package org.dylink.bindgen.emit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dylink.bindgen.c.CField;
import org.dylink.bindgen.c.CRecord;
import org.dylink.bindgen.c.CType;
import org.dylink.bindgen.c.Extent;
import org.dylink.bindgen.c.NumberKind;
import org.dylink.bindgen.c.RecordLayout;

/**
 * Chooses the components of one record, so that the binding, which knows numbers, pointers, arrays
 * and records, lays them out as C does it with members of all kinds.
 */
final class RecordPlanner {
  private final CRecord struct;
  private final String name;
  private final RecordLayout layout;
  private final ComponentTypes types;
  private final List<Component> components = new ArrayList<>();
  private final List<BitField> bitFields = new ArrayList<>();
  private final Set<String> used = JavaNames.taken(); // by components and their like
  private boolean irregular;
  private long end; // behind the last component, in bytes

  RecordPlanner(RecordPlans plans, CRecord struct, String name) throws LeftOutException {
    this.struct = struct;
    this.name = name;
    this.types = new ComponentTypes(plans);
    if (!struct.special().isEmpty()) {
      throw new LeftOutException(struct.text() + " is " + struct.special());
    }
    for (CField field : struct.fields()) {
      if (plans.layouts().of(field.type()).isEmpty()) {
        throw new LeftOutException(
            "%s has a member without a type in Java: %s %s"
                .formatted(struct.text(), field.text(), field.name())
                .strip());
      }
    }
    this.layout = plans.layouts().of(struct).orElseThrow();
  }

  void plan() throws LeftOutException {
    if (struct.union() && struct.fields().size() != 1) {
      add(types.storage("value", new Extent(layout.size(), layout.alignment()), members()));
      irregular = true;
    } else {
      planMembers();
    }
    int widest = components.stream().mapToInt(each -> each.extent().alignment()).max().orElse(1);
    if (widest != layout.alignment() || align(end, widest) != layout.size()) {
      throw new LeftOutException(struct.text() + " has a layout that no record has");
    }
  }

  RecordPlan result(String javaName) {
    irregular |= bitFields.size() > 1;
    return new RecordPlan(
        javaName, struct.text(), components, bitFields, irregular, struct.comment());
  }

  private void planMembers() throws LeftOutException {
    List<CField> fields = struct.fields();
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).isBitField()) {
        int first = i;
        while (i + 1 < fields.size() && fields.get(i + 1).isBitField()) {
          i++;
        }
        boolean isLast = i + 1 == fields.size();
        planBits(first, i, isLast ? layout.size() : layout.offsets().get(i + 1) / 8);
      } else {
        planMember(fields.get(i), layout.offsets().get(i) / 8);
      }
    }
  }

  private void planMember(CField field, long offset) throws LeftOutException {
    String javaName = JavaNames.unique(field.name().isEmpty() ? "inner" : field.name(), used);
    Component component = types.of(javaName, field, name);
    if (component.extent().size() == 0 && field.type().bare() instanceof CType.ArrayOf) {
      irregular = true; // the array without a size at the end, which is not in the record
      return;
    }
    irregular |= types.isIrregular(field.type());
    if (align(end, component.extent().alignment()) != offset) {
      throw new LeftOutException(struct.text() + " has a layout that no record has");
    }
    end = offset;
    add(component);
  }

  /** Numbers that cover the bytes of some bit-fields, none wider than the struct's alignment. */
  private void planBits(int first, int last, long stop) {
    Map<Long, Component> pieces = new LinkedHashMap<>(); // by their places, in bits
    while (end < stop) {
      int size = layout.alignment();
      while (end % size != 0 || end + size > stop) {
        size /= 2;
      }
      Component piece = ComponentTypes.number(JavaNames.unique(pieceName(), used), size);
      pieces.put(8 * end, piece);
      add(piece);
    }
    for (int i = first; i <= last; i++) {
      if (!struct.fields().get(i).name().isEmpty()) {
        bitFields.add(bitField(struct.fields().get(i), layout.offsets().get(i), pieces));
      }
    }
  }

  private BitField bitField(CField field, long at, Map<Long, Component> pieces) {
    List<BitField.Piece> parts = new ArrayList<>();
    pieces.forEach(
        (from, piece) -> {
          long size = piece.extent().size();
          if (from < at + field.bits() && at < from + 8 * size) {
            parts.add(new BitField.Piece(piece.name(), size, from - at));
          }
        });
    // clang takes an enum without negative numbers for unsigned, as long as nothing else is said.
    NumberKind kind =
        field.type().bare() instanceof CType.Arithmetic number
            ? number.kind()
            : NumberKind.UNSIGNED_INT;
    return new BitField(JavaNames.unique(field.name(), used), kind, field.bits(), parts);
  }

  private String members() {
    StringBuilder text = new StringBuilder();
    for (CField field : struct.fields()) {
      text.append(text.isEmpty() ? "one of " : ", ").append(field.text()).append(' ');
      text.append(field.name());
    }
    return text.toString();
  }

  /** No member's: those keep their names. */
  private String pieceName() {
    String piece = "bits" + components.size();
    return struct.fields().stream().anyMatch(field -> field.name().equals(piece))
        ? piece + "_"
        : piece;
  }

  private void add(Component component) {
    components.add(component);
    end = align(end, component.extent().alignment()) + component.extent().size();
  }

  private static long align(long offset, long alignment) {
    return (offset + alignment - 1) / alignment * alignment;
  }
}
