package org.dylink.format;

import java.util.Optional;

/**
 * Whether a module can be part of programs with threads. All modules of a program have one memory,
 * and whether threads share it is part of its type: a module that imports one kind cannot have the
 * other.
 */
public enum Threading {
  /** The memory is shared: for programs with threads; clang's {@code -pthread}. */
  THREADS("true"),

  /** The memory is not shared: for programs without threads. */
  NO_THREADS("false"),

  /** The module has no memory of the program's: for both. */
  EITHER(null);

  private final String attribute;

  Threading(String attribute) {
    this.attribute = attribute;
  }

  /** Whether modules of both kinds can be in one program. */
  public boolean fits(Threading other) {
    return this == other || this == EITHER || other == EITHER;
  }

  /** How capabilities say it; empty where nothing need be said. */
  public Optional<String> attribute() {
    return Optional.ofNullable(attribute);
  }

  /** Reads what {@link #attribute} gives; what is none of it says nothing. */
  public static Threading ofAttribute(Object value) {
    String text = String.valueOf(value);
    return text.equals(THREADS.attribute)
        ? THREADS
        : text.equals(NO_THREADS.attribute) ? NO_THREADS : EITHER;
  }

  /** As messages say it, behind a library: {@code built without threads}. */
  @Override
  public String toString() {
    return switch (this) {
      case THREADS -> "built for threads (-pthread)";
      case NO_THREADS -> "built without threads (-pthread)";
      case EITHER -> "without a memory";
    };
  }
}
