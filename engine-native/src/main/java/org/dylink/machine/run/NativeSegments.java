package org.dylink.machine.run;

import java.util.List;
import java.util.Set;
import org.dylink.engine.InstanceContents;
import org.dylink.engine.Memory;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.jvm.code.DataRange;
import org.dylink.engine.jvm.code.Elements;
import org.dylink.engine.jvm.code.InitialValue;
import org.dylink.engine.jvm.code.ModuleCode;
import org.dylink.format.ElementSegment.Mode;

/** The segments of an instance: which are dropped, and copies from those that are not. */
final class NativeSegments {
  private static final Object[] DROPPED = {};

  private final InitialValue.Environment environment;
  private final InstanceParts parts;
  private final ModuleCode sections;
  private Object[][] elements = {};
  private boolean[] droppedData = {};

  NativeSegments(InitialValue.Environment environment, InstanceParts parts, ModuleCode sections) {
    this.environment = environment;
    this.parts = parts;
    this.sections = sections;
  }

  boolean isDataDropped(int segment) {
    return droppedData[segment] || data(segment).size() == 0;
  }

  boolean isElementDropped(int segment) {
    return elements[segment].length == 0;
  }

  /**
   * Evaluates references, copies what the module says at once, and drops it.
   *
   * @param copiesElements whether tables do not have it yet
   * @param copiesData whether memories do not have it yet
   */
  void copyActive(boolean copiesElements, boolean copiesData) {
    define(Set.of());
    copyElements(copiesElements);
    copyData(copiesData);
  }

  /** Drops what another instance had dropped, and copies nothing. */
  void restore(InstanceContents contents) {
    define(contents.droppedElements());
    contents.droppedData().forEach(this::dropData);
  }

  private void define(Set<Integer> dropped) {
    droppedData = new boolean[sections.data().size()];
    List<Elements> segments = sections.elements();
    elements = new Object[segments.size()][];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = dropped.contains(i) ? DROPPED : references(segments.get(i));
    }
  }

  private Object[] references(Elements segment) {
    if (segment.mode() == Mode.DECLARED) {
      return DROPPED;
    }
    Object[] references = new Object[segment.size()];
    for (int i = 0; i < references.length; i++) {
      references[i] =
          segment.functions() != null
              ? environment.function(segment.functions().get(i))
              : segment.expressions().get(i).evaluate(environment);
    }
    return references;
  }

  private void copyElements(boolean isWanted) {
    List<Elements> segments = sections.elements();
    for (int i = 0; i < segments.size(); i++) {
      Elements segment = segments.get(i);
      if (segment.mode() == Mode.ACTIVE) {
        long to = segment.offset().evaluateAddress(environment);
        if (isWanted) {
          tableInit(segment.table(), i, new CopiedRange(to, 0, segment.size()));
        }
        dropElements(i);
      }
    }
  }

  private void copyData(boolean isWanted) {
    List<DataRange> segments = sections.data();
    for (int i = 0; i < segments.size(); i++) {
      DataRange segment = segments.get(i);
      if (segment.isActive()) {
        long to = segment.offset().evaluateAddress(environment);
        if (isWanted) {
          memoryInit(segment.memory(), i, new CopiedRange(to, 0, segment.size()));
        }
        dropData(i);
      }
    }
  }

  private DataRange data(int segment) {
    return sections.data().get(segment);
  }

  void tableInit(int table, int segment, CopiedRange range) {
    parts.tables.get(table).init(elements[segment], range);
  }

  void dropElements(int segment) {
    elements[segment] = DROPPED;
  }

  void memoryInit(int memory, int segment, CopiedRange range) {
    long size = droppedData[segment] ? 0 : data(segment).size();
    if (range.source() + range.size() > size) {
      throw new TrapException(
          TrapKind.OUT_OF_BOUNDS_MEMORY,
          "out of bounds memory access: bytes up to "
              + (range.source() + range.size())
              + " of a data segment, it has "
              + size);
    }
    Memory target = parts.memories.get(memory);
    int from = data(segment).from() + (int) range.source();
    byte[] bytes = sections.bytes().toArray(from, from + (int) range.size());
    target.write(range.target(), bytes, 0, bytes.length);
  }

  void dropData(int segment) {
    droppedData[segment] = true;
  }
}
