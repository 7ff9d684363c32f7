package org.dylink.engine.jvm.run.call;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.Optional;
import org.dylink.engine.EngineLimitException;
import org.dylink.engine.Function;
import org.dylink.engine.Table;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.heap.TableElements;
import org.dylink.format.HeapType;
import org.dylink.format.TableType;

/** A table: entry points of functions, or references of the host as they are. */
public final class JvmTable implements Table, EntryPoint.Holder {
  private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(Object[].class);

  private final WeakReference<JvmTable> self = new WeakReference<>(this);
  private final TableType type;
  private final long maximum;
  private final boolean isOfFunctions;

  /** The elements; read by generated code. */
  public Object[] elements;

  // Null unless it is large, and entries were replaced since functions were put into it. Threads
  // may race: one that is too old costs a look at each element, or a call that asks once more.
  private TablePlaces places;

  /**
   * @throws EngineLimitException if it would be larger than {@link TableElements#MOST}, or than the
   *     heap has
   */
  public JvmTable(TableType type, long maximum) {
    this.type = type;
    this.isOfFunctions = type.element().heapType().top() == HeapType.Abstract.FUNC;
    this.maximum = Math.min(Math.min(type.limits().maximum(), maximum), TableElements.MOST);
    this.elements = TableElements.first(new Object[0], type.limits().minimum());
  }

  @Override
  public TableType type() {
    return type;
  }

  @Override
  public int size() {
    return elements.length;
  }

  @Override
  public int grow(int more) {
    int before = elements.length;
    long after = before + (more & 0xffff_ffffL);
    return after <= maximum && tryCopy((int) after) ? before : -1;
  }

  private boolean tryCopy(int size) {
    forgetPlaces();
    Optional<Object[]> larger = TableElements.larger(elements, size);
    elements = larger.orElse(elements);
    return larger.isPresent();
  }

  @Override
  public Function get(int index) {
    return (Function) reference(index);
  }

  @Override
  public void set(int index, Function function) {
    setReference(index, function);
  }

  /** An element as guests see it: a function's identity, or a reference of the host. */
  Object reference(int index) {
    Object element = elements[checked(index)];
    return element instanceof EntryPoint entry ? entry.function : element;
  }

  void setReference(int index, Object reference) {
    forgetPlaces();
    elements[checked(index)] = elementOf(reference);
  }

  /** What is kept for a reference. */
  Object elementOf(Object reference) {
    if (isOfFunctions && reference instanceof JvmFunction function) {
      return function.entryForTable(self);
    }
    return reference;
  }

  /** To be called before elements are written. */
  void forgetPlaces() {
    places = null;
  }

  /** Makes all elements the same. */
  public void fill(Object reference) {
    forgetPlaces();
    Arrays.fill(elements, elementOf(reference));
  }

  @Override
  public void replace(EntryPoint before, EntryPoint now) {
    Object[] all = elements;
    if (TablePlaces.areFor(all.length)
        && placesOf(all).replace(before.codeId, place -> replace(all, place, before, now))) {
      return;
    }
    for (int i = 0; i < all.length; i++) {
      replace(all, i, before, now);
    }
  }

  private TablePlaces placesOf(Object[] all) {
    TablePlaces known = places;
    if (known == null) {
      known =
          new TablePlaces(all.length, i -> all[i] instanceof EntryPoint entry ? entry.codeId : 0);
      places = known;
    }
    return known;
  }

  // Not if another thread has put something else there.
  private static boolean replace(Object[] all, int place, EntryPoint before, EntryPoint now) {
    return ELEMENT.compareAndSet(all, place, before, now);
  }

  @Override
  public void replaceAll(EntryPoint.Changes changes) {
    Object[] all = elements;
    for (int i = 0; i < all.length; i++) {
      Object before = all[i];
      EntryPoint now = before instanceof EntryPoint entry ? changes.now(entry) : null;
      if (now != null) {
        ELEMENT.compareAndSet(all, i, before, now);
      }
    }
  }

  private int checked(int index) {
    if (index < 0 || index >= elements.length) {
      throw outOfBounds(index, elements.length);
    }
    return index;
  }

  static TrapException outOfBounds(int index, int size) {
    return outOfBounds(Integer.toUnsignedLong(index), size);
  }

  static TrapException outOfBounds(long index, int size) {
    return new TrapException(
        TrapKind.OUT_OF_BOUNDS_TABLE,
        "out of bounds table access: index " + Long.toUnsignedString(index) + ", size " + size);
  }
}
