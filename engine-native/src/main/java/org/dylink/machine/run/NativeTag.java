package org.dylink.machine.run;

import org.dylink.engine.Tag;
import org.dylink.format.TagType;

/** A tag, which no code of this engine throws or catches yet. */
final class NativeTag implements Tag {
  private final TagType type;

  NativeTag(TagType type) {
    this.type = type;
  }

  @Override
  public TagType type() {
    return type;
  }
}
