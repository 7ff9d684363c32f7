package org.dylink.linker.link.thread;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dylink.engine.Instance;
import org.dylink.linker.DataRegion;
import org.dylink.linker.link.parts.Place;

/**
 * What a thread has of each library: an instance, once it has entered it, and a TLS block. Only
 * programs whose threads share a memory keep it. Another thread may close a library at any time.
 */
public final class ThreadLibraries {
  private Map<Place, Instance> instances = Map.of(); // guarded by this
  private Map<Place, DataRegion> blocks = Map.of(); // guarded by this
  private final Set<Place> kept = new HashSet<>(); // guarded by this

  ThreadLibraries() {}

  /** The thread's own instance; empty until it has entered the library. */
  public synchronized Optional<Instance> instance(Place place) {
    return Optional.ofNullable(instances.get(place));
  }

  /** Notes that it enters a library. */
  public synchronized void enter(Place place, Instance instance) {
    instances = instances.isEmpty() ? new HashMap<>() : instances;
    instances.put(place, instance);
  }

  /** Where the library's thread-local variables lie; empty if that is not known. */
  public synchronized Optional<DataRegion> block(Place place) {
    return Optional.ofNullable(blocks.get(place));
  }

  /**
   * Gives it a TLS block.
   *
   * @param block without a size if it lies in the library's own data, and goes with that
   */
  public synchronized void setBlock(Place place, DataRegion block) {
    blocks = blocks.isEmpty() ? new HashMap<>() : blocks;
    blocks.put(place, block);
  }

  /**
   * Lets go of the instance of a library that another one takes the place of. What the thread has
   * in its block stays, for the instance that it gets of that.
   */
  public synchronized void replace(Place place) {
    boolean hasEntered = !instances.isEmpty() && instances.remove(place) != null;
    if (hasEntered && blocks.containsKey(place)) {
      kept.add(place);
    }
  }

  /** Whether a block has the thread's values, which must stay; asked once. */
  public synchronized boolean takeKept(Place place) {
    return kept.remove(place);
  }

  /** Lets go of libraries, and gives back the blocks that it had for them. */
  public synchronized List<DataRegion> forget(Collection<Place> gone) {
    List<DataRegion> freed = new ArrayList<>();
    kept.removeAll(gone);
    for (Place place : gone) {
      if (!instances.isEmpty()) {
        instances.remove(place);
      }
      DataRegion block = blocks.isEmpty() ? null : blocks.remove(place);
      if (block != null && block.size() > 0) {
        freed.add(block);
      }
    }
    return freed;
  }

  /** The same for all libraries. */
  public synchronized List<DataRegion> forgetAll() {
    List<DataRegion> freed = blocks.values().stream().filter(block -> block.size() > 0).toList();
    instances = Map.of();
    blocks = Map.of();
    return freed;
  }
}
