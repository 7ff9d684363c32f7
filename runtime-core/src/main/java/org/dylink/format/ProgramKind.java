package org.dylink.format;

import java.util.Optional;

/**
 * Which programs a module can be part of. All modules of a program have one memory, and what is
 * part of its type must be the same for all: whether threads share it, and what addresses are.
 *
 * @param threading whether it is for programs with threads
 * @param addresses what addresses are; empty if the module has no memory of the program's, which is
 *     where it is for programs with threads and without
 */
public record ProgramKind(Threading threading, Optional<AddressType> addresses) {
  /** What has no memory of the program's, for all. */
  public static final ProgramKind ANY = new ProgramKind(Threading.EITHER, Optional.empty());

  /** Those with a memory of a type. */
  public static ProgramKind of(MemoryType memory) {
    return of(
        memory.shared() ? Threading.THREADS : Threading.NO_THREADS,
        memory.addressType() == AddressType.I64);
  }

  /**
   * What capabilities tell.
   *
   * @param isWide whether addresses have 64 bits
   */
  public static ProgramKind of(Threading threading, boolean isWide) {
    return threading == Threading.EITHER
        ? ANY
        : new ProgramKind(threading, Optional.of(isWide ? AddressType.I64 : AddressType.I32));
  }

  /** Whether addresses have 64 bits. */
  public boolean isWide() {
    return addresses.equals(Optional.of(AddressType.I64));
  }

  /** Whether modules of both kinds can be in one program. */
  public boolean fits(ProgramKind other) {
    return threading.fits(other.threading) && hasAddressesOf(other);
  }

  /** The kind of a program that has modules of this kind and the other, which must fit. */
  public ProgramKind and(ProgramKind other) {
    return equals(ANY) ? other : this;
  }

  /**
   * As messages say it of a library that does not fit: {@code built without threads (-pthread)}.
   *
   * @param program the kind that it does not fit
   */
  public String unlike(ProgramKind program) {
    if (hasAddressesOf(program)) {
      return threading.toString();
    }
    return isWide() ? "built for wasm64" : "built for wasm32";
  }

  private boolean hasAddressesOf(ProgramKind other) {
    return addresses.isEmpty() || other.addresses.isEmpty() || addresses.equals(other.addresses);
  }
}
