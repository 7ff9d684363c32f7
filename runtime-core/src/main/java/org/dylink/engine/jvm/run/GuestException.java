package org.dylink.engine.jvm.run;

/** An exception that a guest has thrown; also its reference. */
public final class GuestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What it is caught by. */
  public final transient JvmTag tag;

  /** What it carries, boxed. */
  public final transient Object[] values;

  private final transient InstanceState thrower;
  private final int tagIndex;

  private GuestException(InstanceState thrower, int tagIndex, Object[] values) {
    super(null, null, false, thrower.tags[tagIndex].notesStack());
    this.thrower = thrower;
    this.tagIndex = tagIndex;
    this.tag = thrower.tags[tagIndex];
    this.values = values;
  }

  /** Made by generated code for {@code throw}. */
  public static GuestException of(Object[] values, int tagIndex, InstanceState thrower) {
    return new GuestException(thrower, tagIndex, values);
  }

  /** What {@code throw_ref} throws: the exception, or a trap if the reference is null. */
  public static RuntimeException ofReference(Object reference) {
    if (reference == null) {
      return Traps.nullReference();
    }
    return (GuestException) reference;
  }

  /** What the module that threw it calls its tag. */
  String tagName() {
    return thrower.code.tagName(tagIndex);
  }
}
