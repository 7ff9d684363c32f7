package org.dylink.binding;

import java.util.Optional;
import org.dylink.linker.Program;

/** A library that is bound: the program that it runs in, its memory, its function pointers. */
public interface Binding extends AutoCloseable {
  /**
   * What is behind a bound interface.
   *
   * @param service the object that the interface was bound to
   * @throws IllegalArgumentException if it is none
   */
  static Binding of(Object service) {
    if (service instanceof BoundObject bound) {
      return bound.binding();
    }
    throw new IllegalArgumentException("not bound to a library: " + service);
  }

  /** The library's name. */
  String library();

  /** The program that it runs in: its state, its link map, its end. */
  Program program();

  /**
   * Allocates zeroed memory that stays until it is closed.
   *
   * @param bytes at least 0
   * @throws IllegalStateException if there is no room, no malloc, or the program is closed
   */
  MemoryBlock allocate(int bytes);

  /** A pointer to an exported variable, or empty where there is none of that name. */
  Optional<Pointer> symbol(String name);

  /**
   * The pointer for an address, as a number from C.
   *
   * @param address not 0
   */
  Pointer pointer(int address);

  /**
   * Makes a function pointer of a lambda.
   *
   * @param type a functional interface; parameters and result are numbers, booleans, {@link
   *     Pointer}, and for parameters String and records too
   * @param target what C calls
   * @throws IllegalArgumentException if the interface has other types
   * @throws IllegalStateException if the program is closed
   */
  <T> Callback<T> callback(Class<T> type, T target);

  /**
   * A function pointer that C has, as a number: one that it has given, or one that stands for
   * something, such as -1. It has no {@link Callback#target()}, and closing it does nothing.
   *
   * @param slot not 0
   * @param <T> the functional interface that a parameter asks for; nobody checks it
   * @throws IllegalArgumentException if it is 0, which is Java's null
   */
  <T> Callback<T> callback(int slot);

  /** Ends the program; may be called twice. */
  @Override
  void close();
}
