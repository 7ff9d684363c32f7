package org.dylink.linker.link.image;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dylink.engine.Engine;
import org.dylink.engine.Function;
import org.dylink.engine.Memory;
import org.dylink.format.AddressType;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.linker.DataRegion;
import org.dylink.linker.LinkException;
import org.dylink.linker.link.parts.Pointers;
import org.dylink.linker.link.space.AddressSpace;

/**
 * The {@code _Unwind_Exception}s of Java's exceptions in guest memory (Itanium C++ ABI, Exception
 * Handling, 1.2 and 1.6.4): whoever catches one calls its cleanup when it is done with it.
 */
final class ForeignHeaders {
  /** Not that of C++, whose runtimes compare all but the last byte: {@code DYLKJAV}. */
  private static final long CLASS = 0x44594C4B4A415600L;

  private static final int CLEANUP = 8;

  // A runtime of C++ looks at what stands in front of its own headers, too: there are zeroes.
  private static final int SIZE = 256;
  private static final int OFFSET = 192;

  /** How many may be on their way or caught at once; the oldest is forgotten for one more. */
  private static final int COUNT = 64;

  private final Engine engine;
  private final AddressSpace space;
  private final String program;
  private final Map<Long, Throwable> given = new LinkedHashMap<>(); // the oldest first
  private DataRegion region; // null until it is needed, and where there is no room
  private int cleanup;

  ForeignHeaders(Engine engine, AddressSpace space, String program) {
    this.engine = engine;
    this.space = space;
    this.program = program;
  }

  /** Gives an exception a header; 0 if the memory has no room for any. */
  long give(Throwable thrown) {
    if (region == null && !reserve()) {
      return 0;
    }
    long header = free();
    given.put(header, thrown);
    Memory memory = space.memory();
    memory.fill(header - OFFSET, (byte) 0, SIZE);
    memory.writeLong(header, CLASS);
    Pointers.write(memory, header + CLEANUP, addresses(), cleanup);
    return header;
  }

  /**
   * Takes back the header of an exception that arrives in Java.
   *
   * @param header what it carries, if it is one of C++; else it is an exception of Java's
   * @return the exception of Java's
   */
  Throwable take(long header, Throwable arrived) {
    Throwable thrown = given.remove(header);
    given.values().removeIf(each -> each == arrived);
    return thrown == null ? arrived : thrown;
  }

  /** Whether a header is one of an exception of Java's. */
  boolean isGiven(long header) {
    return given.containsKey(header);
  }

  private long free() {
    long first = region.address() + OFFSET;
    for (long header = first; header < region.end(); header += SIZE) {
      if (!given.containsKey(header)) {
        return header;
      }
    }
    long oldest = given.keySet().iterator().next();
    given.remove(oldest);
    return oldest;
  }

  private AddressType addresses() {
    return space.memory().type().addressType();
  }

  private boolean reserve() {
    try {
      region = space.reserve(program, COUNT * SIZE);
      AddressType addresses = addresses();
      List<ValueType> params = List.of(ValueType.I32, addresses.valueType());
      MethodHandle delete = Pointers.narrowed(DELETE.bindTo(this), addresses);
      Function function =
          engine.newFunction(
              "delete Java's exception", new FunctionType(params, List.of()), delete);
      cleanup = space.addressOf(function, null);
      return true;
    } catch (LinkException e) {
      // Then C++ sees it in destructors alone.
      return region != null;
    }
  }

  @SuppressWarnings("unused") // called through a handle
  private void delete(int reason, long header) {
    given.remove(header);
  }

  private static final MethodHandle DELETE = find();

  private static MethodHandle find() {
    try {
      MethodType type = MethodType.methodType(void.class, int.class, long.class);
      return MethodHandles.lookup().findVirtual(ForeignHeaders.class, "delete", type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: ForeignHeaders.delete is gone", e);
    }
  }
}
