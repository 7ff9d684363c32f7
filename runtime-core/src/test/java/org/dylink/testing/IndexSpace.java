package org.dylink.testing;

import java.util.ArrayList;
import java.util.List;

/** What has names in one index space, imports first as the caller adds them first. */
final class IndexSpace {
  private final String kind;
  private final List<String> ids = new ArrayList<>();

  IndexSpace(String kind) {
    this.kind = kind;
  }

  void add(String id) {
    ids.add(id);
  }

  List<String> ids() {
    return ids;
  }

  int indexOf(String id) {
    int index = ids.indexOf(id);
    if (index < 0) {
      throw new IllegalArgumentException("no " + kind + " " + id + " among " + ids);
    }
    return index;
  }
}
