package org.dylink.engine.endive;

import run.endive.runtime.Instance;
import run.endive.runtime.WasmException;

/**
 * An exception as one instance refers to it: under a number that no other one has.
 *
 * <p>Endive keeps an instance's exceptions under their tags, one for each. A cleanup that catches
 * an exception of its own would then throw that one again, and not the one that it interrupted. But
 * Endive asks the exception for its tag when it notes it, and there this one gives its number.
 */
public final class NumberedException extends WasmException {
  private static final long serialVersionUID = 1;

  // Above all tags, which Endive itself still notes exceptions under.
  private static final int FIRST = 1 << 24;
  private static final int LATEST = FIRST - 1;

  /**
   * How many numbers an instance uses, one after the other, before it uses them again: nobody tells
   * when a reference is dropped.
   */
  static final int KEPT = 1 << 14;

  private final int tag;
  private final int number;
  private final transient Object[] references;
  private int key;

  @SuppressWarnings("deprecation") // the builder's constructor is private
  private NumberedException(WasmException thrown, int number) {
    super(thrown.instance(), thrown.tagIdx(), thrown.args());
    this.tag = thrown.tagIdx();
    this.number = number;
    this.references = thrown.refArgs();
    this.key = tag;
    if (thrown.getCause() != null) {
      initCause(thrown.getCause());
    }
  }

  /** The number under which an instance finds the exception again; generated code calls it. */
  public static int register(Instance instance, WasmException thrown) {
    if (thrown instanceof NumberedException it && instance.exn(it.number) == it) {
      return it.number;
    }
    NumberedException latest = (NumberedException) instance.exn(LATEST);
    int count = latest == null ? 0 : latest.number - FIRST + 1;
    NumberedException it = new NumberedException(thrown, FIRST + count % KEPT);
    UnwoundFrames.continueWith(thrown, it);
    it.note(instance, LATEST);
    it.note(instance, it.number);
    return it.number;
  }

  @Override
  public int tagIdx() {
    return key;
  }

  @Override
  public Object[] refArgs() {
    return references;
  }

  private void note(Instance instance, int noted) {
    key = noted;
    instance.registerException(this);
    key = tag;
  }
}
