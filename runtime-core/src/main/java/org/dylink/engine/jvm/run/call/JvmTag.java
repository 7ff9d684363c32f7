package org.dylink.engine.jvm.run.call;

import org.dylink.engine.Tag;
import org.dylink.format.TagType;

/** An exception tag: its identity is all that it is. */
public final class JvmTag implements Tag {
  // Whoever throws that many catches them, and wants to do so fast.
  private static final int MOST_STACKS = 10_000;

  private final TagType type;
  private int thrown; // of one program, which runs in one thread at a time

  public JvmTag(TagType type) {
    this.type = type;
  }

  @Override
  public TagType type() {
    return type;
  }

  /** Whether the guest's stack is to be noted with an exception, in case nobody catches it. */
  boolean notesStack() {
    if (thrown == MOST_STACKS) {
      return false;
    }
    thrown++;
    return true;
  }
}
