package org.dylink.spectest.text;

import java.util.ArrayList;
import java.util.List;
import org.dylink.spectest.text.Instructions.Row;
import org.dylink.testing.Bytes;

/** Writes instructions that are no blocks, with what follows their codes. */
final class Immediates {
  private static final int TYPED_SELECT = 1;

  private final Spaces spaces;
  private final Names locals;
  private final Labels labels;

  Immediates(Spaces spaces, Names locals, Labels labels) {
    this.spaces = spaces;
    this.locals = locals;
    this.labels = labels;
  }

  /** Takes what belongs to an instruction, and writes it. */
  void write(Row row, Tokens from, Bytes to) {
    switch (row.immediate()) {
      case SELECT -> select(row, from, to);
      case REFERENCE -> reference(row, from, to);
      default -> {
        row.writeCode(to);
        follow(row, from, to);
      }
    }
  }

  private void follow(Row row, Tokens from, Bytes to) {
    switch (row.immediate()) {
      case NONE -> {}
      case RESERVED -> to.u8(0);
      case LABEL -> to.u32(labels.depth(from.next()));
      case LABELS -> labels(from, to);
      case FUNCTION -> one(spaces.functions(), from, to);
      case TAG -> one(spaces.tags(), from, to);
      case LOCAL -> one(locals, from, to);
      case GLOBAL -> one(spaces.globals(), from, to);
      case TABLE -> optional(spaces.tables(), from, to);
      case TWO_TABLES -> two(spaces.tables(), from, to);
      case MEMORY -> optional(spaces.memories(), from, to);
      case TWO_MEMORIES -> two(spaces.memories(), from, to);
      case ELEMENTS -> one(spaces.elements(), from, to);
      case ELEMENTS_AND_TABLE -> segment(spaces.elements(), spaces.tables(), from, to);
      case DATA -> one(spaces.data(), from, to);
      case DATA_AND_MEMORY -> segment(spaces.data(), spaces.memories(), from, to);
      case MEMORY_ACCESS -> MemoryAccess.take(row, spaces.memories(), from).write(to);
      case LANE_ACCESS -> MemoryAccess.takeWithLane(row, spaces.memories(), from).write(to);
      case INDIRECT -> indirect(from, to);
      default -> constantOrType(row, from, to);
    }
  }

  private void constantOrType(Row row, Tokens from, Bytes to) {
    Types types = spaces.types();
    switch (row.immediate()) {
      case I32 -> to.s64(Literal.i32(from.next()));
      case I64 -> to.s64(Literal.i64(from.next()));
      case F32 -> to.littleEndian(Literal.f32(from.next()), Float.BYTES);
      case F64 -> to.littleEndian(Literal.f64(from.next()), Double.BYTES);
      case VECTOR -> VectorLiteral.take(from).write(to);
      case LANE -> to.u8(Literal.lane(from.next()));
      case LANES -> lanes(from, to);
      case HEAP_TYPE -> types.writer().heap(from.next(), to);
      case TYPE -> one(types.names(), from, to);
      case TWO_REFERENCES -> cast(from, to);
      default -> typeAndMore(row, from, to);
    }
  }

  private void typeAndMore(Row row, Tokens from, Bytes to) {
    Types types = spaces.types();
    Expression type = from.next();
    to.u32(types.names().of(type));
    switch (row.immediate()) {
      case FIELD -> to.u32(types.field(type, from.next()));
      case TYPE_AND_NUMBER -> to.u32(Literal.unsigned(from.next()));
      case TYPE_AND_DATA -> one(spaces.data(), from, to);
      case TYPE_AND_ELEMENTS -> one(spaces.elements(), from, to);
      case TWO_TYPES -> one(types.names(), from, to);
      default -> throw type.unknown();
    }
  }

  private static void one(Names space, Tokens from, Bytes to) {
    to.u32(space.of(from.next()));
  }

  /** The first of its kind where none is named. */
  private static void optional(Names space, Tokens from, Bytes to) {
    to.u32(from.nextIsReference() ? space.of(from.next()) : 0);
  }

  private static void two(Names space, Tokens from, Bytes to) {
    boolean areNamed = from.nextIsReference();
    to.u32(areNamed ? space.of(from.next()) : 0).u32(areNamed ? space.of(from.next()) : 0);
  }

  /** In the text, where it goes comes first, and may be left out. */
  private static void segment(Names segments, Names targets, Tokens from, Bytes to) {
    Expression first = from.next();
    if (from.nextIsReference()) {
      to.u32(segments.of(from.next())).u32(targets.of(first));
    } else {
      to.u32(segments.of(first)).u32(0);
    }
  }

  private void labels(Tokens from, Bytes to) {
    List<Integer> depths = new ArrayList<>();
    while (from.nextIsReference()) {
      depths.add(labels.depth(from.next()));
    }
    to.u32(depths.size() - 1L);
    depths.forEach(to::u32);
  }

  /** One of two vectors' lanes for each lane of a result. */
  private static void lanes(Tokens from, Bytes to) {
    for (int i = 0; i < VectorLiteral.BYTES; i++) {
      to.u8(Literal.lane(from.next()));
    }
  }

  private void indirect(Tokens from, Bytes to) {
    int table = from.nextIsReference() ? spaces.tables().of(from.next()) : 0;
    to.u32(spaces.types().of(from.takeTypeUse())).u32(table);
  }

  private void select(Row row, Tokens from, Bytes to) {
    List<Expression> results = from.takeAll("result");
    row.writeCode(to, results.isEmpty() ? 0 : TYPED_SELECT);
    if (!results.isEmpty()) {
      List<Expression> types = results.stream().flatMap(each -> each.from(1).stream()).toList();
      spaces.types().writer().values(types, to);
    }
  }

  private void reference(Row row, Tokens from, Bytes to) {
    Expression type = from.next();
    row.writeCode(to, TypeWriter.isNullable(type) ? 1 : 0);
    spaces.types().writer().heap(TypeWriter.heapType(type), to);
  }

  private void cast(Tokens from, Bytes to) {
    int label = labels.depth(from.next());
    Expression source = from.next();
    Expression target = from.next();
    int flags = (TypeWriter.isNullable(source) ? 1 : 0) | (TypeWriter.isNullable(target) ? 2 : 0);
    to.u8(flags).u32(label);
    spaces.types().writer().heap(TypeWriter.heapType(source), to);
    spaces.types().writer().heap(TypeWriter.heapType(target), to);
  }
}
