package org.dylink.binding.marshal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The codecs of one binding's records: their pointers are pointers of its program. */
final class Structs {
  private final BoundLibrary library;
  private final Map<Class<?>, StructCodec> codecs = new ConcurrentHashMap<>();

  Structs(BoundLibrary library) {
    this.library = library;
  }

  /**
   * The codec of a record.
   *
   * @throws IllegalArgumentException if it cannot be a struct
   */
  StructCodec of(Class<? extends Record> type) {
    StructCodec known = codecs.get(type);
    if (known == null) {
      // Not computeIfAbsent: records inside of records come here again.
      known = StructCodec.of(type, library);
      codecs.put(type, known);
    }
    return known;
  }
}
