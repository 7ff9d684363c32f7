package org.dylink.engine.jvm.emit;

import java.util.ArrayList;
import java.util.List;
import org.dylink.format.ValueType;
import org.objectweb.asm.Opcodes;

/**
 * The local variables of a JVM method: what lives as long as the method, then what is pinned while
 * a block lasts, then scratch slots that no label sees.
 */
final class LocalSlots {
  private final VectorForm form;
  private final List<Object> frameTypes = new ArrayList<>();
  private Object[] shown; // the same as an array, until something is added or given back
  private int next;
  private int highest;

  /**
   * @param form of vectors
   */
  LocalSlots(VectorForm form) {
    this.form = form;
  }

  /** A slot that all stack maps from now on name. */
  int add(Object frameType, int size) {
    int slot = next;
    frameTypes.add(frameType);
    shown = null;
    next += size;
    highest = Math.max(highest, next);
    return slot;
  }

  int add(ValueType type) {
    return add(type, form);
  }

  /** Slots for a parameter, which is as at the borders of functions. */
  int addParameter(ValueType type) {
    return add(type, VectorForm.LONGS);
  }

  private int add(ValueType type, VectorForm formOfVectors) {
    int slot = next;
    for (Object part : JvmTypes.frameTypes(formOfVectors, List.of(type))) {
      add(part, sizeOf(part));
    }
    return slot;
  }

  /** Where things are, for {@link #release}. */
  int mark() {
    return frameTypes.size();
  }

  /** Gives back what was added since a mark. */
  void release(int mark) {
    while (frameTypes.size() > mark) {
      next -= sizeOf(frameTypes.remove(frameTypes.size() - 1));
      shown = null;
    }
  }

  private static int sizeOf(Object frameType) {
    boolean wide = frameType == Opcodes.LONG || frameType == Opcodes.DOUBLE;
    return wide ? 2 : 1;
  }

  /** The first scratch slot; so many are needed. */
  int scratch(int size) {
    highest = Math.max(highest, next + size);
    return next;
  }

  /** What stack maps name; the same array as before where nothing has changed. */
  Object[] frameTypes() {
    if (shown == null) {
      shown = frameTypes.toArray();
    }
    return shown;
  }

  /** Goes back to what stack maps have named at another place. */
  void restore(Object[] types) {
    if (types == shown) {
      return;
    }
    release(0);
    for (Object type : types) {
      add(type, sizeOf(type));
    }
    shown = types;
  }

  /** How many slots the method needs. */
  int size() {
    return highest;
  }
}
