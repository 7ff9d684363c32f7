package org.dylink.engine.jvm.run.call;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.dylink.engine.GuestThrow;
import org.dylink.engine.Tag;

/**
 * An exception that guests' handlers see; also its reference. A guest has thrown it, or a host
 * function has: then what that has thrown is the cause, and arrives unchanged at Java further out.
 */
public final class GuestException extends RuntimeException implements GuestThrow {
  private static final Object[] NOTHING = {};
  private static final long serialVersionUID = 1L;

  /** What it is caught by; null if by handlers for all exceptions alone. */
  public final transient JvmTag tag;

  /** What it carries, boxed. */
  public final transient Object[] values;

  private final transient ModuleFacts thrower;
  private final int tagIndex;

  /** What a guest has thrown. */
  GuestException(ModuleFacts thrower, int tagIndex, JvmTag tag, Object[] values) {
    super(null, null, false, tag.notesStack());
    this.thrower = thrower;
    this.tagIndex = tagIndex;
    this.tag = tag;
    this.values = values;
  }

  private GuestException(JvmTag tag, Object[] values, Throwable thrown) {
    super(null, thrown, false, false);
    this.thrower = null;
    this.tagIndex = 0;
    this.tag = tag;
    this.values = values;
  }

  /** What a host function has thrown, as guests see it that know nothing of Java. */
  static GuestException carrying(Throwable thrown) {
    return new GuestException(null, NOTHING, thrown);
  }

  /** What a host function has thrown, as guests see it that know the tag. */
  public static GuestException carrying(Throwable thrown, JvmTag tag, List<Object> values) {
    return new GuestException(tag, values.toArray(), thrown);
  }

  /** What {@code throw_ref} throws: the exception, or a trap if the reference is null. */
  public static RuntimeException ofReference(Object reference) {
    if (reference == null) {
      return Traps.nullReference("null exception reference");
    }
    return (GuestException) reference;
  }

  @Override
  public boolean isOf(Tag other) {
    return tag == other;
  }

  @Override
  public List<Object> values() {
    return Collections.unmodifiableList(Arrays.asList(values));
  }

  /** What the module that threw it calls its tag. */
  String tagName() {
    return thrower.tagName(tagIndex);
  }
}
