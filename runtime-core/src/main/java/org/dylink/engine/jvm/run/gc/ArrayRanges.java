package org.dylink.engine.jvm.run.gc;

import org.dylink.engine.jvm.run.call.InstanceState;
import org.dylink.engine.jvm.run.call.TableInstructions;
import org.dylink.engine.jvm.run.memory.SegmentBytes;

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
    int width = GuestArray.element(state.definition(type)).size();
    SegmentBytes.check(state.data(), segment, start, (count & 0xffff_ffffL) * width);
    GuestArray made = GuestArray.of(state.definition(type), count);
    fill(made, 0, start, count, segment, state);
    return made;
  }

  public static void arrayInitData(
      Object to, int at, int start, int count, int type, int segment, InstanceState state) {
    GuestArray target = ArrayInstructions.of(to);
    target.check(at, count);
    int width = GuestArray.element(target.type).size();
    SegmentBytes.check(state.data(), segment, start, (count & 0xffff_ffffL) * width);
    fill(target, at, start, count, segment, state);
  }

  private static void fill(
      GuestArray target, int at, int start, int count, int segment, InstanceState state) {
    int width = GuestArray.element(target.type).size();
    SegmentBytes bytes = new SegmentBytes(state.data(), segment, start, count * width);
    for (int i = 0; i < count; i++) {
      target.set(at + i, bytes.next(GuestArray.element(target.type)));
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
