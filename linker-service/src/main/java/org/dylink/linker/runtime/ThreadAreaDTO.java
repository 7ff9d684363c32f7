package org.dylink.linker.runtime;

import org.osgi.dto.DTO;

/** A part of a program's memory that one of its threads has to itself. */
public class ThreadAreaDTO extends DTO {
  /** The library whose thread-local variables lie there; null if it is the thread's stack. */
  public String library;

  /** Its first byte, unsigned 32 bit. */
  public long address;

  /** How large it is, in bytes. */
  public long size;
}
