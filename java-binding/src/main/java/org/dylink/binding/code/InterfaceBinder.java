package org.dylink.binding.code;

import static java.util.stream.Collectors.joining;

import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dylink.binding.BindingException;
import org.dylink.binding.memory.BoundLibrary;
import org.dylink.format.FunctionType;
import org.dylink.linker.Entrance;
import org.dylink.linker.Library;
import org.dylink.linker.Program;
import org.dylink.linker.Symbol;

/** Makes an object whose methods are functions of a program. */
public final class InterfaceBinder {
  private InterfaceBinder() {}

  /**
   * Binds an interface.
   *
   * @param program its main is the library
   * @throws BindingException if a function is missing or has another signature: all of them at once
   * @throws IllegalArgumentException if the type is no interface, or not open to this package
   */
  public static <T> T bind(Class<T> type, Program program) {
    return type.cast(bind(type, program, true));
  }

  /**
   * Binds an interface for callers who know nothing of each other: to {@code close()} the object,
   * if it has that, does nothing.
   *
   * @see #bind
   */
  public static <T> T bindShared(Class<T> type, Program program) {
    return type.cast(bind(type, program, false));
  }

  /**
   * Finds out whether {@link #bind} would find what it needs. No program is made.
   *
   * @param libraries those of the program, main first, in the order of a link
   * @throws BindingException if a function is missing or has another signature: all of them at once
   * @throws IllegalArgumentException if the type is no interface
   */
  public static void check(Class<?> type, List<Library> libraries) {
    InterfaceCode.of(type)
        .shape()
        .check(libraries.get(0).name(), name -> typeOf(name, libraries), () -> names(libraries));
  }

  /** Lets go of the programs that objects of an interface had, and that are closed. */
  public static void forgetClosed(Class<?> type) {
    InterfaceCode.of(type).forgetClosed();
  }

  private static Optional<FunctionType> typeOf(String function, List<Library> libraries) {
    return libraries.stream()
        .flatMap(
            library ->
                Symbol.definition(library.module(), function, Symbol.Kind.FUNCTION).stream()
                    .filter(export -> !Symbol.flagsOf(library.module(), export).isHidden()))
        .map(export -> (FunctionType) export.type())
        .findFirst();
  }

  private static Object bind(Class<?> type, Program program, boolean isClosable) {
    InterfaceCode code = InterfaceCode.of(type);
    BoundLibrary library = new BoundLibrary(program);
    Map<String, Optional<Entrance.EntryPoint>> found = new HashMap<>();
    Function<String, Optional<Entrance.EntryPoint>> functions =
        name -> found.computeIfAbsent(name, library.entrance()::function);
    code.shape()
        .check(
            program.name(),
            name -> functions.apply(name).map(Entrance.EntryPoint::type),
            () ->
                names(program.linkMap().libraries().stream().map(each -> each.library()).toList()));
    List<MethodHandle> handles =
        code.shape().methods().stream()
            .map(method -> functions.apply(method.symbol()).orElseThrow().handle())
            .toList();
    return code.bind(library, isClosable, handles);
  }

  private static String names(List<Library> libraries) {
    return libraries.stream().map(Library::name).collect(joining(", "));
  }
}
