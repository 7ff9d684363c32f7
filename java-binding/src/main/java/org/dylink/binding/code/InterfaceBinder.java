package org.dylink.binding.code;

import static java.util.stream.Collectors.joining;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dylink.binding.Binding;
import org.dylink.binding.BindingException;
import org.dylink.binding.memory.BoundLibrary;
import org.dylink.binding.shape.Handles;
import org.dylink.binding.shape.InterfaceShape;
import org.dylink.binding.shape.MethodShape;
import org.dylink.binding.value.LibraryBinding;
import org.dylink.format.FunctionType;
import org.dylink.linker.Entrance;
import org.dylink.linker.Library;
import org.dylink.linker.Program;
import org.dylink.linker.Symbol;

/** Makes an object whose methods are functions of a program. */
public final class InterfaceBinder {
  private final Class<?> type;
  private final InterfaceShape shape;
  private final BoundLibrary library;
  private final Binding binding;
  private final ShellClass shell;
  private final boolean isClosed;

  private InterfaceBinder(Class<?> type, Program program, boolean isClosed) {
    this.type = type;
    this.shape = InterfaceShape.of(type);
    this.isClosed = isClosed;
    this.library = new BoundLibrary(program);
    this.binding = new LibraryBinding(library);
    this.shell = new ShellClass(type);
  }

  /**
   * Binds an interface.
   *
   * @param program its main is the library
   * @throws BindingException if a function is missing or has another signature: all of them at once
   * @throws IllegalArgumentException if the type is no interface, or not open to this package
   */
  public static <T> T bind(Class<T> type, Program program) {
    return type.cast(new InterfaceBinder(type, program, true).bind());
  }

  /**
   * Binds an interface for callers who know nothing of each other: to {@code close()} the object,
   * if it has that, does nothing.
   *
   * @see #bind
   */
  public static <T> T bindShared(Class<T> type, Program program) {
    return type.cast(new InterfaceBinder(type, program, false).bind());
  }

  /**
   * Finds out whether {@link #bind} would find what it needs. No program is made.
   *
   * @param libraries those of the program, main first, in the order of a link
   * @throws BindingException if a function is missing or has another signature: all of them at once
   * @throws IllegalArgumentException if the type is no interface
   */
  public static void check(Class<?> type, List<Library> libraries) {
    InterfaceShape.of(type)
        .check(libraries.get(0).name(), name -> typeOf(name, libraries), names(libraries));
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

  private Object bind() {
    Function<String, Optional<Entrance.EntryPoint>> functions = library.entrance()::function;
    List<Library> searched =
        library.program().linkMap().libraries().stream().map(each -> each.library()).toList();
    shape.check(
        library.name(),
        name -> functions.apply(name).map(Entrance.EntryPoint::type),
        names(searched));
    BodyClass bodies = new BodyClass(library);
    for (MethodShape method : shape.methods()) {
      bodies.add(method, functions.apply(method.symbol()).orElseThrow().handle());
    }
    List<MethodHandle> handles = bodies.define();
    for (int i = 0; i < handles.size(); i++) {
      shell.add(shape.methods().get(i).method().getName(), handles.get(i));
    }
    addOwnMethods();
    return shell.define();
  }

  private void addOwnMethods() {
    if (shape.hasClose()) {
      shell.add("close", close());
    }
    if (shell.seesBound()) {
      shell.add("binding", MethodHandles.constant(Binding.class, binding));
    }
    String program = "program " + library.program().id();
    String text = type.getName() + " (" + library + ", " + program + ")";
    shell.add("toString", MethodHandles.constant(String.class, text));
  }

  private MethodHandle close() {
    if (!isClosed) {
      return MethodHandles.zero(void.class);
    }
    return Handles.virtual(MethodHandles.lookup(), Binding.class, "close", Handles.type(void.class))
        .bindTo(binding);
  }

  private static String names(List<Library> libraries) {
    return libraries.stream().map(Library::name).collect(joining(", "));
  }
}
