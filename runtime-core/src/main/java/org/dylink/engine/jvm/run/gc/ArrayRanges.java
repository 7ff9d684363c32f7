package org.dylink.engine.jvm.run.gc;

import org.dylink.engine.jvm.run.call.InstanceState;
import org.dylink.engine.jvm.run.call.TableInstructions;
import org.dylink.engine.jvm.run.memory.SegmentBytes;
import org.dylink.format.DefinedType;
import org.dylink.format.FieldType;

/** Instructions on ranges of arrays. */
public final class ArrayRanges {
  private ArrayRanges() {}

  public static void arrayCopy(Object to, int at, Object from, int start, int count) {
    GuestArray target = ArrayInstructions.of(to);
    GuestArray source = ArrayInstructions.of(from);
    target.check(at, count);
    source.check(start, count);
    System.arraycopy(source.elements, start, target.elements, at, count);
  }

  public static Object arrayNewData(
      int start, int count, int type, int segment, InstanceState state) {
    DefinedType defined = state.definition(type);
    checkData(defined, start, count, segment, state);
    GuestArray made = GuestArray.of(defined, count);
    fill(made, 0, start, count, segment, state);
    return made;
  }

  public static void arrayInitData(
      Object to, int at, int start, int count, int type, int segment, InstanceState state) {
    GuestArray target = ArrayInstructions.of(to);
    target.check(at, count);
    checkData(target.type, start, count, segment, state);
    fill(target, at, start, count, segment, state);
  }

  private static void checkData(
      DefinedType type, int start, int count, int segment, InstanceState state) {
    long size = Integer.toUnsignedLong(count) * GuestArray.element(type).size();
    SegmentBytes.check(state.data(), segment, start, size);
  }

  private static void fill(
      GuestArray target, int at, int start, int count, int segment, InstanceState state) {
    FieldType element = GuestArray.element(target.type);
    SegmentBytes bytes = new SegmentBytes(state.data(), segment, start, count * element.size());
    for (int i = 0; i < count; i++) {
      target.set(at + i, bytes.next(element));
    }
  }

  public static Object arrayNewElem(
      int start, int count, int type, int segment, InstanceState state) {
    Object[] elements = state.elements(segment);
    TableInstructions.checkRange(start, count, elements.length);
    GuestArray made = GuestArray.of(state.definition(type), count);
    System.arraycopy(elements, start, made.elements, 0, count);
    return made;
  }

  public static void arrayInitElem(
      Object to, int at, int start, int count, int type, int segment, InstanceState state) {
    GuestArray target = ArrayInstructions.of(to);
    target.check(at, count);
    Object[] elements = state.elements(segment);
    TableInstructions.checkRange(start, count, elements.length);
    System.arraycopy(elements, start, target.elements, at, count);
  }
}
