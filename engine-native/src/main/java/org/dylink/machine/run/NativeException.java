package org.dylink.machine.run;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.dylink.engine.GuestEnd;
import org.dylink.engine.GuestThrow;
import org.dylink.engine.Tag;
import org.dylink.engine.TrapException;
import org.dylink.format.ValueType;

/**
 * An exception that guests' handlers see. A guest has thrown it, or a host function has: then what
 * that has thrown is the cause, and arrives unchanged at Java further out.
 */
final class NativeException extends RuntimeException implements GuestThrow {
  private static final Object[] NOTHING = {};
  private static final long serialVersionUID = 1L;

  /** What it is caught by; null if by handlers for all exceptions alone. */
  private final transient NativeTag tag;

  private final transient Object[] values;
  private final String tagName;

  /** What a guest has thrown. */
  NativeException(NativeTag tag, String tagName, Object[] values) {
    super(null, null, false, false);
    this.tag = tag;
    this.tagName = tagName;
    this.values = values;
  }

  private NativeException(NativeTag tag, Object[] values, Throwable thrown) {
    super(null, thrown, false, false);
    this.tag = tag;
    this.tagName = null;
    this.values = values;
  }

  /** What a host function has thrown, as guests see it that know the tag. */
  static NativeException carrying(Throwable thrown, NativeTag tag, List<Object> values) {
    return new NativeException(tag, values.toArray(), thrown);
  }

  /** What handlers of guests see of something that was thrown; null if none sees it. */
  static NativeException of(Throwable thrown) {
    if (thrown instanceof NativeException exception) {
      return exception;
    } else if (GuestEnd.is(thrown) || NativeThread.STOPPING.haveCurrent()) {
      return null;
    }
    return thrown instanceof TrapException && thrown.getCause() instanceof NativeException own
        ? own
        : new NativeException(null, NOTHING, thrown);
  }

  /** What Java further out gets of something that has left a guest. */
  static Throwable unpacked(Throwable thrown) {
    return thrown instanceof NativeException && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
  }

  /** The number of its tag, 0 if it has none. */
  long tagNumber() {
    return tag == null ? 0 : tag.number();
  }

  /** What the module that threw it calls its tag. */
  String tagName() {
    return tagName;
  }

  Object[] carried() {
    return values;
  }

  List<ValueType> types() {
    return tag.type().payload().params();
  }

  @Override
  public boolean isOf(Tag other) {
    return tag == other;
  }

  @Override
  public List<Object> values() {
    return Collections.unmodifiableList(Arrays.asList(values));
  }
}
