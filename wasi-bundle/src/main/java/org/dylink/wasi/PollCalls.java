package org.dylink.wasi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Waiting for clocks and streams. */
final class PollCalls {
  /** More than a program has file descriptors and clocks for. */
  private static final int MAX_SUBSCRIPTIONS = 4096;

  private static final int SUBSCRIPTION_SIZE = 48;
  private static final int EVENT_SIZE = 32;
  private static final int CLOCK = 0;
  private static final int READ = 1;
  private static final int WRITE = 2;
  private static final int ABSOLUTE = 1;
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

  /** Something that a program waits for: {@code subscription} of typenames.witx. */
  private record Subscription(
      long user, int tag, int subject, long timeout, boolean absolute, long since) {}

  private record Event(Subscription cause, int errno, long bytes) {}

  private final GuestMemory memory;
  private final Descriptors open;
  private final Clocks clocks;

  PollCalls(WasiState state) {
    memory = state.memory();
    open = state.open();
    clocks = state.clocks();
  }

  int pollOneoff(int subscriptions, int events, int count, int result) throws IOException {
    Border.stopIfInterrupted();
    if (count == 0 || Integer.compareUnsigned(count, MAX_SUBSCRIPTIONS) > 0) {
      return WasiErrno.INVAL;
    }
    memory.check(subscriptions, (long) count * SUBSCRIPTION_SIZE);
    memory.check(events, (long) count * EVENT_SIZE);
    memory.check(result, Integer.BYTES);
    List<Event> ready = await(read(subscriptions, count));
    for (int i = 0; i < ready.size(); i++) {
      write(ready.get(i), events + i * EVENT_SIZE);
    }
    memory.writeInt(result, ready.size());
    return WasiErrno.SUCCESS;
  }

  private List<Subscription> read(int address, int count) {
    List<Subscription> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int at = address + i * SUBSCRIPTION_SIZE;
      int tag = memory.readByte(at + 8);
      int subject = memory.readInt(at + 16);
      if (tag < CLOCK || tag > WRITE) {
        throw new ErrnoException(WasiErrno.INVAL);
      }
      boolean absolute = tag == CLOCK && (memory.readShort(at + 40) & ABSOLUTE) != 0;
      long since = tag == CLOCK ? clocks.now(subject) : 0;
      made.add(
          new Subscription(
              memory.readLong(at), tag, subject, memory.readLong(at + 24), absolute, since));
    }
    return made;
  }

  private List<Event> await(List<Subscription> all) throws IOException {
    while (true) {
      List<Event> ready = new ArrayList<>();
      long pause = PAUSE;
      for (Subscription one : all) {
        if (one.tag() == CLOCK) {
          long left = left(one);
          pause = Math.min(pause, left);
          if (left <= 0) {
            ready.add(new Event(one, WasiErrno.SUCCESS, 0));
          }
        } else {
          look(one, ready);
        }
      }
      if (!ready.isEmpty()) {
        return ready;
      }
      sleep(pause);
    }
  }

  private static void sleep(long nanoseconds) {
    try {
      TimeUnit.NANOSECONDS.sleep(nanoseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      Border.stopIfInterrupted();
    }
  }

  private long left(Subscription clock) {
    long timeout = clock.timeout() < 0 ? Long.MAX_VALUE : clock.timeout(); // 292 years will do
    long now = clocks.now(clock.subject());
    return clock.absolute() ? timeout - now : timeout - (now - clock.since());
  }

  private void look(Subscription one, List<Event> ready) throws IOException {
    try {
      long right = one.tag() == READ ? Rights.FD_READ : Rights.FD_WRITE;
      Descriptor found = open.get(one.subject(), right);
      long bytes = one.tag() == READ ? readable(found) : 1;
      if (bytes != Input.NOT_YET) {
        ready.add(new Event(one, WasiErrno.SUCCESS, bytes));
      }
    } catch (ErrnoException e) {
      ready.add(new Event(one, e.errno(), 0));
    }
  }

  private static long readable(Descriptor found) throws IOException {
    if (found instanceof OpenStream stream) {
      return stream.readable();
    }
    OpenFile file = (OpenFile) found;
    return Math.max(1, file.stat().size() - file.position()); // at its end, too
  }

  private void write(Event event, int address) {
    memory.writeLong(address, event.cause().user());
    memory.writeLong(address + 8, 0);
    memory.writeShort(address + 8, (short) event.errno());
    memory.writeByte(address + 10, (byte) event.cause().tag());
    memory.writeLong(address + 16, event.bytes());
    memory.writeLong(address + 24, 0);
  }
}
