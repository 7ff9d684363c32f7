package org.dylink.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

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
}
