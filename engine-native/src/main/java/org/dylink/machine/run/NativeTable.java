package org.dylink.machine.run;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
 * generated code reads. Only Java writes, one thread at a time. Threads may look at elements that
 * the table has outgrown, so they stay as long as it does, and are written too.
 */
final class NativeTable implements Table {
  private static final int WORD = 8;

  private final TableType type;
  private final long maximum;
  private final Arena arena = Arena.ofAuto();
  private final MemorySegment head = arena.allocate(WORD, WORD);
  private volatile Object[] references = {}; // replaced, and written to, by who has the monitor
  private final List<MemorySegment> outgrown = new ArrayList<>(); // guarded by this
  private final Withdrawn withdrawn = new Withdrawn();
  private MemorySegment elements = newElements(0); // guarded by this

  NativeTable(TableType type, long maximum) {
    this.type = type;
    this.maximum = Math.min(Math.min(type.limits().maximum(), maximum), TableElements.MOST);
    long minimum = type.limits().minimum();
    if (minimum > this.maximum || !tryResize((int) minimum)) {
      throw new EngineLimitException("table of " + minimum + " elements: no room for it");
    }
  }

  private MemorySegment newElements(long room) {
    return arena.allocate(WORD * (1 + room), WORD).asSlice(WORD);
  }

  private synchronized boolean tryResize(int size) {
    int before = references.length;
    try {
      if (size > elements.byteSize() / WORD) {
        // At least twice as much, so that those before take no more than these.
        long room = before == 0 ? size : Math.min(maximum, Math.max(size, 2L * before));
        MemorySegment larger = newElements(room);
        MemorySegment.copy(elements, 0, larger, 0, (long) WORD * before);
        references = Arrays.copyOf(references, size);
        outgrown.add(elements);
        elements = larger;
      } else {
        references = Arrays.copyOf(references, size);
      }
    } catch (OutOfMemoryError e) {
      return false;
    }
    Raw.publish(elements.address() + ContextLayout.TABLE_SIZE, size);
    Raw.publish(head.address() + ContextLayout.TABLE_ELEMENTS, elements.address());
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
  public synchronized int grow(int more) {
    int before = references.length;
    long after = before + Integer.toUnsignedLong(more);
    return after <= maximum && tryResize((int) after) ? before : -1;
  }

  synchronized int grow(Object reference, long more) {
    int before = more < 0 || more > maximum ? -1 : grow((int) more);
    for (int i = before; before >= 0 && reference != null && i < references.length; i++) {
      put(i, reference);
    }
    return before;
  }

  /** Puts a reference at an index of 64 bits, unsigned. */
  synchronized void set(long index, Object reference) {
    int at = index < 0 || index > TableElements.MOST ? -1 : (int) index;
    put(checked(at, index, references.length), reference);
  }

  /** What stands at an index of 64 bits, unsigned. */
  Object get(long index) {
    Object[] all = references;
    int at = index < 0 || index > TableElements.MOST ? -1 : (int) index;
    return all[checked(at, index, all.length)];
  }

  @Override
  public Function get(int index) {
    Object[] all = references;
    return (Function) all[checked(index, Integer.toUnsignedLong(index), all.length)];
  }

  @Override
  public synchronized void set(int index, Function function) {
    put(checked(index, Integer.toUnsignedLong(index), references.length), function);
  }

  private void put(int index, Object reference) {
    Object before = references[index];
    references[index] = reference;
    long address = reference instanceof NativeFunction function ? function.address() : 0;
    write(elements, index, address);
    outgrown.forEach(each -> write(each, index, address));
    withdrawn.keep(before);
  }

  private static void write(MemorySegment elements, int index, long address) {
    if (index < elements.byteSize() / WORD) {
      Raw.publish(elements.address() + (long) WORD * index, address);
    }
  }

  private static int checked(int index, long shown, int size) {
    if (index < 0 || index >= size) {
      throw new TrapException(
          TrapKind.OUT_OF_BOUNDS_TABLE,
          "out of bounds table access: index " + Long.toUnsignedString(shown) + ", size " + size);
    }
    return index;
  }

  synchronized void fill(long from, Object reference, long size) {
    checkRange(from, size, references.length);
    for (int i = 0; i < size; i++) {
      put((int) from + i, reference);
    }
  }

  static void copy(NativeTable to, NativeTable from, CopiedRange range) {
    Object[] all = from.references;
    checkRange(range.source(), range.size(), all.length);
    checkRange(range.target(), range.size(), to.references.length);
    int end = (int) (range.source() + range.size());
    Object[] copied = Arrays.copyOfRange(all, (int) range.source(), end);
    to.init(copied, new CopiedRange(range.target(), 0, range.size()));
  }

  synchronized void init(Object[] segment, CopiedRange range) {
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
