package org.dylink.machine.run;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.machine.Service;

/** What generated code asks of Java. Nothing is thrown into it: it learns that something was. */
final class Services {
  /** The address that generated code calls. */
  static final long ADDRESS = stub();

  private static final long ARRIVAL = Service.ARRIVE.number(0);
  private static final long WORD = 8;

  private Services() {}

  @SuppressWarnings("restricted")
  private static long stub() {
    try {
      MethodHandle serve =
          MethodHandles.lookup()
              .findStatic(
                  Services.class,
                  "serve",
                  MethodType.methodType(int.class, long.class, long.class, long.class));
      return Linker.nativeLinker()
          .upcallStub(
              serve,
              FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG),
              Arena.global())
          .address();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: Services.serve is gone", e);
    }
  }

  static int serve(long thread, long number, long buffer) {
    return number == ARRIVAL ? serveArrival(thread, buffer) : serveOther(thread, number, buffer);
  }

  // Noted while it counts as running: who looks at it when it does not, sees where it is.
  private static int serveArrival(long thread, long buffer) {
    NativeThread current = NativeThread.current();
    current.beginArrival(NativeInstance.ALL.get(Raw.getLong(buffer)).wasm());
    try {
      return serveOther(thread, ARRIVAL, buffer);
    } finally {
      current.endArrival();
    }
  }

  // A number of a function means it as long as this counts as running: no more is known of it, so
  // that it may be forgotten then, and another have its number.
  private static int serveOther(long thread, long number, long buffer) {
    boolean isCall = (number & 0xff) == 0;
    NativeFunction called = isCall ? NativeFunction.ALL.get(Service.index(number)) : null;
    StandStill.leaveCode(thread);
    try {
      if (isCall) {
        call(called, buffer);
      } else {
        answer(Service.of(number), buffer);
      }
      return 0;
    } catch (Throwable e) {
      return NativeThread.current().raise(e);
    } finally {
      StandStill.enterCode(thread);
    }
  }

  private static void call(NativeFunction function, long buffer) throws Throwable {
    try {
      function.serve(buffer);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw NativeTraps.outOfHost(e, function);
    }
  }

  private static void answer(Service service, long buffer) {
    switch (service) {
      case THROW_REF -> throw again(word(buffer, 1));
      case CAUGHT -> carried((NativeException) reference(buffer, 1), buffer);
      case POLL -> NativeThread.STOPPING.checkCurrent();
      case ENTER -> checkRoom(buffer);
      default -> answer(service, NativeInstance.ALL.get(Raw.getLong(buffer)), buffer);
    }
  }

  private static RuntimeException thrown(NativeInstance instance, int tag, long words) {
    return instance.exception(
        tag, Crossings.getMany(instance.tagType(tag).payload().params(), words));
  }

  private static RuntimeException again(long reference) {
    return reference == 0
        ? new TrapException(TrapKind.NULL_REFERENCE, "null exception reference")
        : (NativeException) GuestReferences.at(reference);
  }

  private static void carried(NativeException exception, long buffer) {
    Crossings.putMany(exception.types(), buffer, exception.carried());
  }

  private static void checkRoom(long frame) {
    if (!NativeThread.current().hasRoom(frame)) {
      throw new TrapException(TrapKind.STACK_OVERFLOW, "call stack exhausted");
    }
    NativeThread.STOPPING.checkCurrent();
  }

  private static void answer(Service service, NativeInstance instance, long buffer) {
    switch (service) {
      case THROW -> throw thrown(instance, at(buffer, 1), buffer + 2 * WORD);
      case MEMORY_GROW -> Raw.putLong(buffer, instance.memory(at(buffer, 1)).grow(word(buffer, 2)));
      case MEMORY_INIT ->
          instance.segments().memoryInit(at(buffer, 1), at(buffer, 2), rest(buffer, 3));
      case DATA_DROP -> instance.segments().dropData(at(buffer, 1));
      case REF_FUNC -> Raw.putLong(buffer, GuestReferences.of(instance.function(at(buffer, 1))));
      case GLOBAL_GET -> Raw.putLong(buffer, GuestReferences.of(instance.global(at(buffer, 1))));
      case ARRIVE -> Raw.putLong(buffer, instance.own().context());
      case MEMORY_NOTIFY, MEMORY_WAIT32, MEMORY_WAIT64 ->
          Raw.putLong(buffer, answer(service, instance.memory(at(buffer, 1)), buffer));
      case GLOBAL_SET -> instance.global(at(buffer, 1), reference(buffer, 2));
      case ELEM_DROP -> instance.segments().dropElements(at(buffer, 1));
      case TABLE_INIT ->
          instance.segments().tableInit(at(buffer, 1), at(buffer, 2), rest(buffer, 3));
      case TABLE_COPY ->
          NativeTable.copy(
              instance.table(at(buffer, 1)), instance.table(at(buffer, 2)), rest(buffer, 3));
      default -> answer(service, instance.table(at(buffer, 1)), buffer);
    }
  }

  private static int answer(Service service, NativeMemory memory, long buffer) {
    return switch (service) {
      case MEMORY_NOTIFY -> memory.notify(word(buffer, 2), at(buffer, 3));
      case MEMORY_WAIT32 -> memory.await(word(buffer, 2), at(buffer, 3), word(buffer, 4));
      default -> memory.await(word(buffer, 2), word(buffer, 3), word(buffer, 4));
    };
  }

  private static void answer(Service service, NativeTable table, long buffer) {
    switch (service) {
      case TABLE_GET -> Raw.putLong(buffer, GuestReferences.of(table.get(word(buffer, 2))));
      case TABLE_SET -> table.set(word(buffer, 2), reference(buffer, 3));
      case TABLE_GROW -> Raw.putLong(buffer, table.grow(reference(buffer, 2), word(buffer, 3)));
      default -> table.fill(word(buffer, 2), reference(buffer, 3), word(buffer, 4));
    }
  }

  private static long word(long buffer, int index) {
    return Raw.getLong(buffer + WORD * index);
  }

  private static int at(long buffer, int index) {
    return (int) word(buffer, index);
  }

  private static CopiedRange rest(long buffer, int index) {
    return new CopiedRange(word(buffer, index), word(buffer, index + 1), word(buffer, index + 2));
  }

  private static Object reference(long buffer, int index) {
    return GuestReferences.at(word(buffer, index));
  }
}
