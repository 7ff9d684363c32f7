package org.dylink.linker.link.dl;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dylink.engine.Function;
import org.dylink.format.Export;
import org.dylink.format.FunctionType;
import org.dylink.linker.link.bind.CallerHook;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.parts.Exports;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.parts.Pointers;
import org.dylink.linker.link.resolve.Definition;
import org.dylink.linker.link.thread.GuestThread;

/**
 * What C registers exit functions with comes here first, however it is called: our functions stand
 * in for libc's wherever these are bound, and where their addresses are asked for.
 *
 * <p>wasi-libc's {@code __cxa_atexit} ignores which library registers a function, and would call it
 * at the end, when the library may be gone; so does {@code at_quick_exit}.
 */
final class ExitRegistrars implements CallerHook {
  // The last argument of some is an address in the library for which the function is registered:
  // wasm-ld puts __dso_handle where the library's data begins.
  private static final int LIBRARY = 2;

  private final ProgramImage image;
  private final ExitFunctions exits;

  ExitRegistrars(ProgramImage image, ExitFunctions exits) {
    this.image = image;
    this.exits = exits;
  }

  /** Puts our functions in front of those that a library defines. */
  @Override
  public void bound(Place definer) {
    Exports exports = definer.occupant().exports();
    ExitRegistrar.ALL.forEach(
        (symbol, registrar) ->
            definer
                .module()
                .export(symbol)
                .map(Export::type)
                .filter(FunctionType.class::isInstance)
                .map(FunctionType.class::cast)
                .filter(type -> registrar.isOf(type, image.addresses()))
                .ifPresent(
                    type ->
                        exports.standIn(
                            symbol, libc -> standIn(symbol, registrar, definer, libc))));
  }

  private Function standIn(String symbol, ExitRegistrar registrar, Place definer, Function libc) {
    MethodHandle code =
        MethodHandles.insertArguments(REGISTER, 0, this, registrar.end(), definer, libc);
    return exits.host(symbol, libc.type(), code);
  }

  /** Of libraries that may go it must be known who calls, which atexit does not pass. */
  @Override
  public Optional<Function> forCaller(Place library, Definition called, FunctionType type) {
    String symbol = called.export().name();
    ExitRegistrar registrar = ExitRegistrar.ALL.get(symbol);
    return library.use().isLater() && registrar != null && registrar.isOf(type, image.addresses())
        ? Optional.of(
            exits.host(
                symbol, type, MethodHandles.insertArguments(CALL_FROM, 0, this, library, called)))
        : Optional.empty();
  }

  @SuppressWarnings("unused") // called through a handle
  private Object callFrom(Place library, Definition called, Object... arguments) {
    GuestThread thread = image.thread();
    thread.setExitCaller(library);
    try {
      return called.function().call(arguments);
    } finally {
      thread.setExitCaller(null);
    }
  }

  @SuppressWarnings("unused") // called through a handle
  private Object register(ExitKind end, Place definer, Function libc, Object... arguments) {
    Set<Place> libraries = librariesOf(arguments);
    image.thread().setExitCaller(null);
    return end == ExitKind.THREAD
        ? exits.ofThreads().register(libraries, definer, libc, arguments)
        : exits.register(end, libraries, libc, arguments);
  }

  /**
   * The libraries that an exit function needs and that may go: the one that it is registered for,
   * and the one that has it.
   */
  private Set<Place> librariesOf(Object[] arguments) {
    long handle = arguments.length > LIBRARY ? Pointers.unsigned(arguments[LIBRARY]) : 0;
    long slot = Pointers.unsigned(arguments[0]);
    Place caller = image.thread().exitCaller().orElse(null);
    return image.places().stream()
        .filter(place -> place.use().isLater())
        .filter(place -> isAt(place, handle) || place.hasSlot(slot) || place == caller)
        .collect(Collectors.toSet());
  }

  private static boolean isAt(Place place, long handle) {
    return handle != 0 && handle >= place.data().address() && handle < place.data().end();
  }

  private static final MethodHandle CALL_FROM =
      find(
          "callFrom",
          MethodType.methodType(Object.class, Place.class, Definition.class, Object[].class));
  private static final MethodHandle REGISTER =
      find(
          "register",
          MethodType.methodType(
              Object.class, ExitKind.class, Place.class, Function.class, Object[].class));

  private static MethodHandle find(String method, MethodType type) {
    try {
      return MethodHandles.lookup().findVirtual(ExitRegistrars.class, method, type).asFixedArity();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: ExitRegistrars." + method + " is gone", e);
    }
  }
}
