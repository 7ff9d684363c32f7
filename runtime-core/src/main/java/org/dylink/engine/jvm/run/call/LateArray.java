package org.dylink.engine.jvm.run.call;

import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * What is made when it is asked for, by its index: the functions of an instance, imports first. All
 * threads of a program share it.
 *
 * @param <T> a thing that has an index
 */
public final class LateArray<T> {
  private final Object[] made;
  private IntFunction<T> maker;

  /** One in which nothing is made. */
  public LateArray(int size) {
    made = new Object[size];
  }

  /** Tells how they are made that nobody has set. */
  public void setMaker(IntFunction<T> howToMake) {
    maker = howToMake;
  }

  @SuppressWarnings("unchecked") // nothing else is put in
  T get(int index) {
    Object known = made[index];
    return known != null ? (T) known : make(index);
  }

  private synchronized T make(int index) {
    if (!has(index)) {
      set(index, maker.apply(index));
    }
    return get(index);
  }

  void set(int index, T value) {
    // Who finds it finds it whole.
    VarHandle.releaseFence();
    made[index] = value;
  }

  boolean has(int index) {
    return made[index] != null;
  }

  /** Those that are made, from an index on. */
  @SuppressWarnings("unchecked") // nothing else is put in
  Stream<T> made(int first) {
    return Arrays.stream(made, first, made.length).filter(Objects::nonNull).map(each -> (T) each);
  }
}
