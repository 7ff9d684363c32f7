package org.dylink.engine.endive;

import org.dylink.engine.Tag;
import org.dylink.format.TagType;
import run.endive.runtime.TagInstance;

/** Endive's exception tag behind the seam. */
final class EndiveTag implements Tag {
  private final TagType type;
  private final TagInstance tag;

  EndiveTag(TagType type, TagInstance tag) {
    this.type = type;
    this.tag = tag;
  }

  static EndiveTag create(TagType type) {
    // The index would refer to a module's type section; a tag of the linker's has none.
    run.endive.wasm.types.TagType endive = new run.endive.wasm.types.TagType((byte) 0, 0);
    return new EndiveTag(type, new TagInstance(endive, EndiveTypes.endive(type.payload())));
  }

  TagInstance endive() {
    return tag;
  }

  @Override
  public TagType type() {
    return type;
  }
}
