package org.dylink.engine.machine;

/**
 * What generated code asks of Java. The number that it passes is a service in the lowest byte, and
 * above that the function of the host that is called, or an index. Arguments lie in words of 8
 * bytes; the first is the instance, and results take their place.
 */
public enum Service {
  /** Calls a function of the host. */
  CALL(0),

  /** Whether the program is to stop. */
  POLL(1),

  /** Whether there is room for a frame, and whether the program is to stop: the frame's address. */
  ENTER(2),

  /** Grows a memory: instance, memory, pages. */
  MEMORY_GROW(3),

  /** Copies from a data segment: instance, memory, segment, target, source, size. */
  MEMORY_INIT(4),

  /** Drops a data segment: instance, segment. */
  DATA_DROP(5),

  /** Gives the address of a function: instance, function. */
  REF_FUNC(6),

  /** Sets an element: instance, table, index, reference. */
  TABLE_SET(7),

  /** Grows a table: instance, table, reference, elements. */
  TABLE_GROW(8),

  /** Fills a table: instance, table, index, reference, elements. */
  TABLE_FILL(9),

  /** Copies elements: instance, table, source table, target, source, size. */
  TABLE_COPY(10),

  /** Copies from an element segment: instance, table, segment, target, source, size. */
  TABLE_INIT(11),

  /** Drops an element segment: instance, segment. */
  ELEM_DROP(12),

  /** Sets a global that holds a reference: instance, global, reference. */
  GLOBAL_SET(13),

  /** Throws: instance, tag, then what it carries. Does not come back. */
  THROW(14),

  /** Throws again: instance, reference. Does not come back. */
  THROW_REF(15),

  /** What an exception carries: instance, reference. */
  CAUGHT(16),

  /** Wakes threads: instance, memory, address, how many. */
  MEMORY_NOTIFY(17),

  /** Waits: instance, memory, address, expected value of 32 bits, nanoseconds. */
  MEMORY_WAIT32(18),

  /** Waits: instance, memory, address, expected value of 64 bits, nanoseconds. */
  MEMORY_WAIT64(19),

  /** An element that is no function: instance, table, index. */
  TABLE_GET(20),

  /** What a global has that is no function: instance, global. */
  GLOBAL_GET(21),

  /** The context that the thread has of an instance, which is made if there is none: instance. */
  ARRIVE(22);

  private static final Service[] ALL = values();
  private static final int BITS = 8;

  private final int code;

  Service(int code) {
    this.code = code;
  }

  /** The service that a number asks for. */
  public static Service of(long number) {
    return ALL[(int) number & ((1 << BITS) - 1)];
  }

  /** What a number has above the service. */
  public static int index(long number) {
    return (int) (number >>> BITS);
  }

  /** The number that asks for this service. */
  public long number(int index) {
    return (Integer.toUnsignedLong(index) << BITS) | code;
  }
}
