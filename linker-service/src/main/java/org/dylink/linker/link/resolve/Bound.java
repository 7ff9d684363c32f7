package org.dylink.linker.link.resolve;

import java.util.Optional;
import org.dylink.engine.host.HostFunction;
import org.dylink.format.Export;
import org.dylink.format.ExternType;
import org.dylink.linker.link.parts.Place;

/**
 * What an import, or a name that a program asks for while it runs, means. A value: what it is bound
 * to later, and where, is decided from it alone.
 */
public sealed interface Bound
    permits Definition, Bound.Host, Bound.Plain, Bound.Own, Bound.Undefined, Bound.Missing {
  /** The type of what was found; empty where none is known. */
  default Optional<ExternType> type() {
    return Optional.empty();
  }

  /**
   * A function of the host's.
   *
   * @param module the import module that it serves
   * @param function null in a preview, where no host is there to ask
   */
  record Host(String module, HostFunction function) implements Bound {
    @Override
    public Optional<ExternType> type() {
      return Optional.ofNullable(function).map(HostFunction::type);
    }
  }

  /**
   * An export of a plain module, which serves an import module's name.
   *
   * @param module that module
   * @param export how
   */
  record Plain(Place module, Export export) implements Bound {
    @Override
    public Optional<ExternType> type() {
      return Optional.of(export.type());
    }
  }

  /** What the linker itself has for every library. */
  enum Own implements Bound {
    MEMORY,
    TABLE,
    STACK_POINTER,
    MEMORY_BASE,
    TABLE_BASE,
    /** One end of the heap or of the stack; the import's name says which. */
    ADDRESS,
    /** A tag that no other library has. */
    TAG
  }

  /**
   * Nobody defined it when its user was linked, which can do without: it is weak, or a function
   * that traps when it is called.
   *
   * @param later a function's definition in a library that has become global since; its user can do
   *     without, and holds nobody by it. Null if there is none
   */
  record Undefined(Definition later) implements Bound {
    static final Undefined NOBODY = new Undefined(null);
  }

  /** Nobody defines it, or not so that it could be bound: the problem stands beside it. */
  enum Missing implements Bound {
    MISSING
  }
}
