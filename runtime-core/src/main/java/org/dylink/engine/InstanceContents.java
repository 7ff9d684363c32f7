package org.dylink.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dylink.format.WasmModule;

/**
 * What an instance has for itself beside memories and tables. Immutable.
 *
 * @param globals the values of the globals that its module defines, in their order: as {@link
 *     Global#get} gives them, and null for null references
 * @param droppedData the indexes of the data segments that have no bytes any more
 * @param droppedElements the indexes of the element segments that have no references any more
 */
public record InstanceContents(
    List<Object> globals, Set<Integer> droppedData, Set<Integer> droppedElements) {
  public InstanceContents {
    globals = Collections.unmodifiableList(new ArrayList<>(globals)); // may have nulls
    droppedData = Set.copyOf(droppedData);
    droppedElements = Set.copyOf(droppedElements);
  }

  /**
   * Takes down an instance.
   *
   * @param module whose instance it is
   * @throws UnsupportedOperationException if one of its globals has a reference
   */
  public static InstanceContents of(Instance instance, WasmModule module) {
    return new InstanceContents(
        values(instance, module),
        indexes(module.data().size(), instance::isDataDropped),
        indexes(module.elements().size(), instance::isElementDropped));
  }

  private static List<Object> values(Instance instance, WasmModule module) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < module.globals().size(); i++) {
      Optional<Global> global = instance.globalAt(i);
      if (global.isPresent()) {
        values.add(value(i, global.get()));
      }
    }
    return values;
  }

  private static Object value(int index, Global global) {
    Object value = global.get();
    if (value != null && global.type().value().isReference()) {
      throw new UnsupportedOperationException("global " + index + " has a reference");
    }
    return value;
  }

  private static Set<Integer> indexes(int count, IntPredicate wanted) {
    return IntStream.range(0, count).filter(wanted).boxed().collect(Collectors.toSet());
  }
}
