package org.dylink.wasi;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * One read or write of a guest, over an array of io vectors (pointer and size, 4 bytes each). The
 * array is checked before anything is read or written; what goes through the host at once is
 * bounded, whatever the guest asks for.
 */
abstract class Transfer {
  /** Bytes that go through the host at once. */
  static final int CHUNK = 65_536;

  /** Io vectors that one call takes, IOV_MAX of Linux; of more, the first are transferred. */
  static final int MAX_VECTORS = 1024;

  private static final int VECTOR_SIZE = 8;

  private final GuestMemory memory;
  private final boolean firstOnly;
  private long done; // bytes
  private boolean finished;

  /** What reads from or writes to the host. */
  @FunctionalInterface
  interface Step {
    /**
     * Moves some bytes between the host and a buffer.
     *
     * @param buffer has an array
     * @param before how many bytes were transferred before it
     * @return how many now; 0 or less at the end
     */
    int move(ByteBuffer buffer, long before) throws IOException;
  }

  private Transfer(GuestMemory memory, boolean firstOnly) {
    this.memory = memory;
    this.firstOnly = firstOnly;
  }

  /**
   * A read.
   *
   * @param firstOnly whether to stop as soon as there is something
   */
  static Transfer in(GuestMemory memory, boolean firstOnly, Step step) {
    return new Transfer(memory, firstOnly) {
      @Override
      int step(int address, int size, long before) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(size);
        int got = step.move(buffer, before);
        memory.write(address, buffer.array(), 0, Math.max(got, 0));
        return got;
      }
    };
  }

  /** A write. */
  static Transfer out(GuestMemory memory, Step step) {
    return new Transfer(memory, false) {
      @Override
      int step(int address, int size, long before) throws IOException {
        return step.move(ByteBuffer.wrap(memory.readBytes(address, size)), before);
      }
    };
  }

  abstract int step(int address, int size, long before) throws IOException;

  /**
   * Transfers everything, or until a transfer is short or fails.
   *
   * @param result where the number of bytes is written
   * @throws ErrnoException FAULT, INVAL if it is more than 2 GiB
   * @throws IOException if nothing was transferred before the failure
   */
  int run(int vectors, int count, int result) throws IOException {
    memory.check(result, Integer.BYTES);
    memory.check(vectors, Integer.toUnsignedLong(count) * VECTOR_SIZE);
    int[] pairs = readVectors(vectors, Math.min(Integer.toUnsignedLong(count), MAX_VECTORS));
    try {
      for (int i = 0; i < pairs.length && !finished; i += 2) {
        transfer(pairs[i], pairs[i + 1]);
      }
    } catch (IOException e) {
      Border.stopIfInterrupted(); // an interrupt closes a channel that is in use
      if (done == 0) {
        throw e;
      }
    }
    memory.writeInt(result, (int) done);
    return WasiErrno.SUCCESS;
  }

  // Read once: what is read into the guest may lie over the array. POSIX readv: EINVAL if the sizes
  // add up to more than ssize_t holds.
  private int[] readVectors(int vectors, long count) {
    int[] pairs = new int[2 * (int) count];
    long total = 0;
    for (int i = 0; i < pairs.length; i += 2) {
      pairs[i] = memory.readInt(vectors + i * Integer.BYTES);
      pairs[i + 1] = memory.readInt(vectors + (i + 1) * Integer.BYTES);
      long size = Integer.toUnsignedLong(pairs[i + 1]);
      total += size;
      if (total > Integer.MAX_VALUE) {
        throw new ErrnoException(WasiErrno.INVAL);
      }
      memory.check(pairs[i], size);
    }
    return pairs;
  }

  private void transfer(int address, int size) throws IOException {
    for (int at = 0; at < size && !finished; at += CHUNK) {
      Border.stopIfInterrupted();
      int asked = Math.min(size - at, CHUNK);
      int got = step(address + at, asked, done);
      done += Math.max(got, 0);
      finished = got < asked || (firstOnly && done > 0);
    }
  }
}
