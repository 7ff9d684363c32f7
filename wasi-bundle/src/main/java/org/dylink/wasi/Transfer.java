package org.dylink.wasi;

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
  private final Exchange exchange;
  private final boolean firstOnly;
  private long done; // bytes
  private boolean finished;

  /**
   * @param firstOnly whether to stop as soon as there is something
   */
  Transfer(GuestMemory memory, boolean firstOnly) {
    this.memory = memory;
    this.exchange = new Exchange(memory);
    this.firstOnly = firstOnly;
  }

  /**
   * Transfers the one io vector of {@code exchange}.
   *
   * @param before how many bytes were transferred before it
   * @return the error number
   */
  abstract int step(Exchange exchange, long before);

  /**
   * Transfers everything, or until a transfer is short.
   *
   * @param result where the number of bytes is written
   * @return the error number: FAULT, INVAL if it is more than 2 GiB, or that of the first step
   */
  int run(int vectors, int count, int result) {
    memory.check(result, Integer.BYTES);
    memory.check(vectors, Integer.toUnsignedLong(count) * VECTOR_SIZE);
    int[] pairs = readVectors(vectors, Math.min(Integer.toUnsignedLong(count), MAX_VECTORS));
    int errno = Errno.SUCCESS;
    for (int i = 0; i < pairs.length && !finished; i += 2) {
      errno = transfer(pairs[i], pairs[i + 1]);
    }
    if (errno != Errno.SUCCESS && done == 0) {
      return errno;
    }
    memory.writeI32(result, (int) done);
    return Errno.SUCCESS;
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
        throw new ErrnoException(Errno.INVAL);
      }
      memory.check(pairs[i], size);
    }
    return pairs;
  }

  // A size of 0 makes one step, too: the file descriptor may be of a kind that gives an error.
  private int transfer(int address, int size) {
    int at = 0;
    do {
      Border.stopIfInterrupted();
      int asked = Math.min(size - at, CHUNK);
      exchange.vector(address + at, asked);
      int errno = step(exchange, done);
      if (errno != Errno.SUCCESS) {
        finished = true;
        return stopped(errno);
      }
      long got = exchange.result();
      done += got;
      at += asked;
      finished = got < asked || (firstOnly && done > 0);
    } while (at < size && !finished);
    return Errno.SUCCESS;
  }

  // An interrupted channel is closed, and Endive calls that EIO.
  private static int stopped(int errno) {
    Border.stopIfInterrupted();
    return errno;
  }
}
