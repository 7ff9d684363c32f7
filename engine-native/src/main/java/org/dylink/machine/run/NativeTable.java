package org.dylink.machine.run;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.Arrays;
import org.dylink.engine.EngineLimitException;
import org.dylink.engine.Function;
import org.dylink.engine.Table;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.heap.TableElements;
import org.dylink.engine.machine.ContextLayout;
import org.dylink.format.TableType;

/**
 * A table, twice: what it refers to, which keeps that alive, and addresses of functions, which
 * generated code reads. Only Java writes.
 */
final class NativeTable implements Table {
  private static final int WORD = 8;

  private final TableType type;
  private final long maximum;
  private final MemorySegment head = Arena.ofAuto().allocate(2 * WORD, WORD);
  private Object[] references = {};
  private MemorySegment elements = MemorySegment.NULL;

  NativeTable(TableType type, long maximum) {
    this.type = type;
    this.maximum = Math.min(Math.min(type.limits().maximum(), maximum), TableElements.MOST);
    long minimum = type.limits().minimum();
    if (minimum > this.maximum || !tryResize((int) minimum)) {
      throw new EngineLimitException("table of " + minimum + " elements: no room for it");
    }
  }

  private boolean tryResize(int size) {
    try {
      if (size > elements.byteSize() / WORD) {
        // Somewhat more, so that growing by ones is not growing by squares.
        int room = (int) Math.min(maximum, size + size / 4L);
        MemorySegment larger = Arena.ofAuto().allocate((long) WORD * room, WORD);
        MemorySegment.copy(elements, 0, larger, 0, (long) WORD * references.length);
        references = Arrays.copyOf(references, size);
        elements = larger;
      } else {
        references = Arrays.copyOf(references, size);
      }
    } catch (OutOfMemoryError e) {
      return false;
    }
    Raw.putLong(head.address() + ContextLayout.TABLE_ELEMENTS, elements.address());
    Raw.putLong(head.address() + ContextLayout.TABLE_SIZE, size);
    return true;
  }

  long address() {
    return head.address();
  }

  @Override
  public TableType type() {
    return type;
  }

  @Override
  public int size() {
    return references.length;
  }

  @Override
  public int grow(int more) {
    int before = references.length;
    long after = before + Integer.toUnsignedLong(more);
    return after <= maximum && tryResize((int) after) ? before : -1;
  }

  int grow(Object reference, long more) {
    int before = more < 0 || more > maximum ? -1 : grow((int) more);
    for (int i = before; before >= 0 && reference != null && i < references.length; i++) {
      put(i, reference);
    }
    return before;
  }

  /** Puts a reference at an index of 64 bits, unsigned. */
  void set(long index, Object reference) {
    put(checked(index < 0 || index > TableElements.MOST ? -1 : (int) index, index), reference);
  }

  /** What stands at an index of 64 bits, unsigned. */
  Object get(long index) {
    return references[checked(index < 0 || index > TableElements.MOST ? -1 : (int) index, index)];
  }

  @Override
  public Function get(int index) {
    return (Function) references[checked(index)];
  }

  @Override
  public void set(int index, Function function) {
    put(checked(index), function);
  }

  private void put(int index, Object reference) {
    references[index] = reference;
    long address = reference instanceof NativeFunction function ? function.address() : 0;
    Raw.putLong(elements.address() + (long) WORD * index, address);
  }

  private int checked(int index) {
    return checked(index, Integer.toUnsignedLong(index));
  }

  private int checked(int index, long shown) {
    if (index < 0 || index >= references.length) {
      throw new TrapException(
          TrapKind.OUT_OF_BOUNDS_TABLE,
          "out of bounds table access: index "
              + Long.toUnsignedString(shown)
              + ", size "
              + references.length);
    }
    return index;
  }

  void fill(long from, Object reference, long size) {
    checkRange(from, size, references.length);
    for (int i = 0; i < size; i++) {
      put((int) from + i, reference);
    }
  }

  static void copy(NativeTable to, NativeTable from, CopiedRange range) {
    checkRange(range.source(), range.size(), from.references.length);
    Object[] copied =
        Arrays.copyOfRange(
            from.references, (int) range.source(), (int) (range.source() + range.size()));
    checkRange(range.target(), range.size(), to.references.length);
    for (int i = 0; i < copied.length; i++) {
      to.put((int) range.target() + i, copied[i]);
    }
  }

  void init(Object[] segment, CopiedRange range) {
    checkRange(range.source(), range.size(), segment.length);
    checkRange(range.target(), range.size(), references.length);
    for (int i = 0; i < range.size(); i++) {
      put((int) range.target() + i, segment[(int) range.source() + i]);
    }
  }

  private static BigInteger unsigned(long number) {
    return new BigInteger(Long.toUnsignedString(number));
  }

  private static void checkRange(long from, long size, int length) {
    if (from < 0 || size < 0 || size > length || from > length - size) {
      throw new TrapException(
          TrapKind.OUT_OF_BOUNDS_TABLE,
          "out of bounds table access: elements up to "
              + unsigned(from).add(unsigned(size))
              + ", there are "
              + length);
    }
  }
}
