package org.dylink.binding.plain;

import java.util.Optional;
import org.dylink.binding.WasmLibrary;
import org.dylink.binding.code.InterfaceBinder;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;

/** Binds interfaces to libraries. Each object has a program, and so a memory, of its own. */
public final class WasmBinder {
  private WasmBinder() {}

  /**
   * Links the library that an interface names and binds the interface to it. The program is granted
   * nothing, and ends when the object is closed.
   *
   * @param type an interface with {@link WasmLibrary}
   * @throws LinkException if there is no such library, or it cannot be linked
   * @throws org.dylink.binding.BindingException if a function is missing or has another signature:
   *     all of them at once
   * @throws IllegalArgumentException if the type is not such an interface
   */
  public static <T> T bind(Class<T> type, Linker linker) throws LinkException {
    WasmLibrary annotation = type.getAnnotation(WasmLibrary.class);
    if (annotation == null) {
      throw new IllegalArgumentException(type.getName() + ": has no @WasmLibrary");
    }
    Optional<Library> library = linker.library(annotation.value());
    if (library.isEmpty()) {
      String detail = "not found for " + type.getName();
      throw LinkException.of(Reason.MISSING_LIBRARY, annotation.value(), detail, null);
    }
    return bind(type, linker, LinkRequest.builder(library.get()).build());
  }

  /**
   * Links a library as said and binds an interface to it.
   *
   * @param request its main is the library, with what that is granted
   * @throws LinkException if it cannot be linked
   * @throws org.dylink.binding.BindingException if a function is missing or has another signature
   * @throws IllegalArgumentException if the type is no interface
   */
  public static <T> T bind(Class<T> type, Linker linker, LinkRequest request) throws LinkException {
    Program program = linker.link(request);
    boolean bound = false;
    try {
      T service = bind(type, program);
      bound = true;
      return service;
    } finally {
      if (!bound) {
        program.close();
      }
    }
  }

  /**
   * Binds an interface to a program that is there. Several may be bound to one.
   *
   * @param program ends when the object is closed
   * @throws org.dylink.binding.BindingException if a function is missing or has another signature;
   *     the program stays
   * @throws IllegalArgumentException if the type is no interface
   */
  public static <T> T bind(Class<T> type, Program program) {
    return InterfaceBinder.bind(type, program);
  }
}
