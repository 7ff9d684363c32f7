package org.dylink.engine.jvm.code;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which parts of the language are read, of those that this engine has only the beginnings of. An
 * engine reads none; tests switch them on.
 */
public final class Proposals {
  /** A part of the language, by the byte that introduces its instructions. */
  public enum Proposal {
    VECTORS(Opcode.VECTOR_PREFIX, "vector instructions (SIMD) are not supported by this engine");

    private final int prefix;
    private final String refusal;

    Proposal(int prefix, String refusal) {
      this.prefix = prefix;
      this.refusal = refusal;
    }
  }

  /** What an engine reads. */
  public static final Proposals NONE = new Proposals(EnumSet.noneOf(Proposal.class));

  private final Set<Proposal> read;

  private Proposals(Set<Proposal> read) {
    this.read = read;
  }

  static Proposals all() {
    return new Proposals(EnumSet.allOf(Proposal.class));
  }

  boolean reads(Proposal proposal) {
    return read.contains(proposal);
  }

  /**
   * Looks at a byte that introduces instructions.
   *
   * @throws InvalidCodeException if they are not read
   */
  void require(int offset, int prefix) {
    for (Proposal proposal : Proposal.values()) {
      if (proposal.prefix == prefix && !read.contains(proposal)) {
        throw InvalidCodeException.unsupported(offset, proposal.refusal);
      }
    }
  }
}
