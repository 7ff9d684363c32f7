package org.dylink.linker.link.snapshot;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.dylink.engine.Memory;
import org.dylink.format.AddressType;
import org.dylink.format.MemoryType;
import org.dylink.linker.DataRegion;
import org.dylink.linker.Symbol;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.resolve.Resolver;

/**
 * The random number by which C notices that an array on its stack has overflowed. Each program must
 * have its own, or who knows one knows them all; no frame that holds the old one is there yet.
 */
record StackGuard(DataRegion place) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** That of a program; empty if it has none, or one that nobody has filled. */
  static Optional<StackGuard> of(ProgramImage image) {
    int size = image.addresses() == AddressType.I64 ? Long.BYTES : Integer.BYTES;
    return Resolver.lookup(AbiNames.STACK_GUARD, image.globalScope(), Symbol.Kind.DATA)
        .filter(found -> !found.isThreadLocal())
        .map(found -> Integer.toUnsignedLong(found.address(image.thread())))
        .map(address -> new StackGuard(new DataRegion(address, size)))
        .filter(guard -> guard.isFilled(image.space().memory()));
  }

  private boolean isFilled(Memory memory) {
    long end = memory.pages() * MemoryType.PAGE_SIZE;
    return place.end() <= end && !Arrays.equals(bytes(memory), new byte[(int) place.size()]);
  }

  private byte[] bytes(Memory memory) {
    byte[] bytes = new byte[(int) place.size()];
    memory.read(place.address(), bytes, 0, bytes.length);
    return bytes;
  }

  /** Whether it is all that a program has made of the random bytes that it was given. */
  boolean isMadeOf(byte[] random, Memory memory) {
    return Arrays.equals(random, bytes(memory));
  }

  /** Gives a program its own. */
  void renew(Memory memory) {
    byte[] bytes = new byte[(int) place.size()];
    RANDOM.nextBytes(bytes);
    memory.write(place.address(), bytes, 0, bytes.length);
  }
}
