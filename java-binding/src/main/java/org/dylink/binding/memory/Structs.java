package org.dylink.binding.memory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dylink.binding.shape.RecordShape;

/** The codecs of records that are looked at when they come: each once. Threads may share it. */
public final class Structs {
  private final Map<Class<?>, StructCodec> codecs = new ConcurrentHashMap<>();

  /**
   * The codec of a record.
   *
   * @throws IllegalArgumentException if it cannot be a struct
   */
  public StructCodec of(Class<? extends Record> type) {
    return codecs.computeIfAbsent(
        type, each -> new StructCodec(RecordShape.of(each.asSubclass(Record.class))));
  }
}
