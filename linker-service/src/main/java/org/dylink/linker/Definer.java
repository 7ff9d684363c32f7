package org.dylink.linker;

import java.util.Optional;

/**
 * Who defines a symbol.
 *
 * @param source what kind of definer it is
 * @param name the library's name, or that of the import module; empty for the others
 * @param library the library; empty for the others
 */
public record Definer(Source source, String name, Optional<Library> library) {
  /** The linker itself: addresses of stack and heap, tags, what libdl.so is made of. */
  public static final Definer LINKER = new Definer(Source.LINKER, "", Optional.empty());

  /** Nobody: the symbol is undefined, weakly or not. */
  public static final Definer NOBODY = new Definer(Source.NOBODY, "", Optional.empty());

  /** What kinds of definer there are. */
  public enum Source {
    /** A library of the program. */
    LIBRARY,

    /** Java functions under an import module's name. */
    HOST,

    /** A plain module that serves an import module's name. */
    MODULE,

    /** The linker: addresses of stack and heap, tags, what libdl.so is made of. */
    LINKER,

    /** Nobody: the symbol is undefined, weakly or not. */
    NOBODY
  }

  /** A library. */
  public static Definer library(Library library) {
    return new Definer(Source.LIBRARY, library.name(), Optional.of(library));
  }

  /** Java functions under an import module's name. */
  public static Definer host(String module) {
    return new Definer(Source.HOST, module, Optional.empty());
  }

  /** A plain module that serves an import module's name. */
  public static Definer module(String module) {
    return new Definer(Source.MODULE, module, Optional.empty());
  }

  /** As commands print it: {@code libfoo.so}, {@code host env}, {@code module math}, or a dash. */
  @Override
  public String toString() {
    return switch (source) {
      case LIBRARY -> name;
      case HOST -> "host " + name;
      case MODULE -> "module " + name;
      case LINKER -> "linker";
      case NOBODY -> "-";
    };
  }
}
