package org.dylink.linker.link.resolve;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.resolve.Resolution.HostSearch;

/**
 * What a library's imports are bound to that were bound to the same in other places. Each is found
 * when it is asked for; two threads that ask at once find equal ones.
 */
final class MovedBounds extends AbstractList<Bound> implements RandomAccess {
  private final List<Bound> before;
  private final Place user;
  private final Map<Place, Place> places;
  private final HostSearch hosts;
  private final AtomicReferenceArray<Bound> found;

  MovedBounds(List<Bound> before, Place user, Map<Place, Place> places, HostSearch hosts) {
    this.before = before;
    this.user = user;
    this.places = places;
    this.hosts = hosts;
    this.found = new AtomicReferenceArray<>(before.size());
  }

  @Override
  public int size() {
    return before.size();
  }

  @Override
  public Bound get(int index) {
    Bound known = found.get(index);
    if (known == null) {
      Bound made = moved(index, before.get(index));
      known = found.compareAndSet(index, null, made) ? made : found.get(index);
    }
    return known;
  }

  private Bound moved(int index, Bound bound) {
    if (bound instanceof Bound.Host host) {
      return hosts.find(user, user.module().imports().get(index), host);
    } else if (bound instanceof Definition definition) {
      return moved(definition);
    } else if (bound instanceof Bound.Undefined undefined && undefined.later() != null) {
      return new Bound.Undefined(moved(undefined.later()));
    }
    return bound;
  }

  private Definition moved(Definition definition) {
    return new Definition(places.get(definition.place()), definition.export());
  }
}
