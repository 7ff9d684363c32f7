package org.dylink.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has names in one index space, imports first as the caller adds them first. */
final class IndexSpace {
  private final String kind;
  private final List<String> ids = new ArrayList<>();
  private final Map<String, Integer> indexes = new HashMap<>();

  IndexSpace(String kind) {
    this.kind = kind;
  }

  void add(String id) {
    indexes.putIfAbsent(id, ids.size());
    ids.add(id);
  }

  List<String> ids() {
    return ids;
  }

  int indexOf(String id) {
    Integer index = indexes.get(id);
    if (index == null) {
      throw new IllegalArgumentException("no " + kind + " " + id + " among " + ids);
    }
    return index;
  }
}
