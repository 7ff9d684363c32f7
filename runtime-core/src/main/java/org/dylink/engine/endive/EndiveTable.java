package org.dylink.engine.endive;

import java.util.Optional;
import org.dylink.engine.EngineLimitException;
import org.dylink.engine.Function;
import org.dylink.engine.Table;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.heap.TableElements;
import org.dylink.format.Limits;
import org.dylink.format.TableType;
import org.dylink.format.ValueType;

/**
 * A table of functions. Endive's own tables hold function indexes that mean something to one
 * instance only; here the functions themselves are kept, and each instance looks at them through
 * its {@link TableView}.
 */
final class EndiveTable implements Table {
  private final TableType type;
  private RawFunction[] elements;

  EndiveTable(TableType type) {
    if (type.element() != ValueType.FUNCREF) {
      throw new EngineLimitException("table of " + type.element() + ": only funcref is possible");
    }
    this.type = type;
    this.elements = TableElements.first(new RawFunction[0], type.limits().minimum());
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
    long after = (long) before + more;
    boolean isGranted = more >= 0 && after <= Math.min(type.limits().maximum(), TableElements.MOST);
    return isGranted && tryCopy((int) after) ? before : -1;
  }

  private boolean tryCopy(int size) {
    Optional<RawFunction[]> larger = TableElements.larger(elements, size);
    elements = larger.orElse(elements);
    return larger.isPresent();
  }

  @Override
  public Function get(int index) {
    return raw(index);
  }

  @Override
  public void set(int index, Function function) {
    checkIndex(index);
    elements[index] = (RawFunction) function;
  }

  RawFunction raw(int index) {
    checkIndex(index);
    return elements[index];
  }

  Limits currentLimits() {
    return new Limits(elements.length, type.limits().maximum());
  }

  private void checkIndex(int index) {
    if (index < 0 || index >= elements.length) {
      throw new TrapException(
          TrapKind.OUT_OF_BOUNDS_TABLE,
          "out of bounds table access: index "
              + Integer.toUnsignedString(index)
              + ", size "
              + elements.length);
    }
  }
}
