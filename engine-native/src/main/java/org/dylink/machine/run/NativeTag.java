package org.dylink.machine.run;

import java.util.concurrent.atomic.AtomicLong;
import org.dylink.engine.Tag;
import org.dylink.format.TagType;

/** A tag: its number is all that generated code knows of it. */
final class NativeTag implements Tag {
  private static final AtomicLong LAST = new AtomicLong();

  private final TagType type;
  private final long number = LAST.incrementAndGet();

  NativeTag(TagType type) {
    this.type = type;
  }

  @Override
  public TagType type() {
    return type;
  }

  /** From 1, and never given again. */
  long number() {
    return number;
  }
}
