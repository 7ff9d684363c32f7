package org.dylink.linker;

import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.OptionalInt;
import org.dylink.engine.Function;
import org.dylink.engine.Global;
import org.dylink.engine.Memory;
import org.dylink.format.FunctionType;

/**
 * A way into a program for code that calls it often, or uses its memory around a call.
 *
 * <p>A thread enters, does several things that belong together, and leaves; other threads wait for
 * it. Everything but {@link #enter()} is for the thread that is inside.
 */
public interface Entrance {
  /**
   * A function that is called from outside of its program.
   *
   * @param type its signature
   * @param handle a handle of the type that {@link Function#methodType} gives; it throws an {@link
   *     org.dylink.engine.TrapException} if the guest traps, is stopped or runs out of time
   */
  record EntryPoint(FunctionType type, MethodHandle handle) {}

  /**
   * Waits until this thread has its turn. May be nested, also from a function of the host.
   *
   * @throws IllegalStateException if the program is closed; there is nothing to leave then
   */
  void enter();

  /** Ends what the last {@link #enter()} of this thread began: in a finally block. */
  void leave();

  /**
   * The same where something was thrown instead of a result: who hears of programs is told of a
   * trap.
   *
   * @param thrown what has come out of the guest
   */
  void leave(Throwable thrown);

  /** How often this thread has entered and not left; 1 if no guest code waits for it. */
  int depth();

  /** A function by its symbol, as the program's libraries would be bound to it. */
  Optional<EntryPoint> function(String symbol);

  /**
   * The address of a symbol: of data in memory, of a function in the table, where it gets a slot
   * now if it has none.
   *
   * @throws IllegalStateException if the table cannot grow
   */
  OptionalInt address(String symbol);

  /** The program's memory. */
  Memory memory();

  /** The stack pointer of C: the lowest address in use; empty for a program that has none. */
  Optional<Global> stackPointer();

  /**
   * Makes a function pointer of a Java method.
   *
   * @param name how call stacks show it
   * @param handle a handle whose type is {@link Function#methodType(FunctionType)}; what it throws
   *     passes through the guest unchanged
   * @throws IllegalStateException if the table cannot grow
   */
  FunctionPointer pointTo(String name, FunctionType type, MethodHandle handle);
}
