package org.dylink.linker.link.dl;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.dylink.engine.Function;
import org.dylink.engine.host.HostFunction;
import org.dylink.engine.host.HostInstance;
import org.dylink.format.AddressType;
import org.dylink.format.FunctionType;
import org.dylink.format.PrintableText;
import org.dylink.format.ValueType;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.bind.CallerHook;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.parts.Pointers;
import org.dylink.linker.link.parts.SymbolScope;
import org.dylink.linker.link.resolve.Definition;
import org.dylink.linker.link.thread.GuestThread;

/** What the runtime's libdl.so imports: dlopen and its kin, with strings in guest memory. */
final class DlFunctions implements HostInstance, CallerHook {
  /** The import module's name; {@code src/main/c/libdl.c} has the other side. */
  static final String MODULE = AbiNames.DYLINK;

  // Linux's PATH_MAX without the NUL; and far more than the 100,000 bytes of JavaScript engines.
  private static final int MOST_OF_FILE = 4_095;
  private static final int MOST_OF_SYMBOL = 1 << 20;

  private static final long RTLD_DEFAULT = 0;
  private static final long RTLD_NEXT = -1; // in as many bits as a pointer has

  // A long is a pointer or a size of C's, which has as many bits as the program's addresses.
  private static final Map<String, MethodType> METHODS =
      Map.of(
          "open", MethodType.methodType(long.class, long.class, int.class),
          "close", MethodType.methodType(int.class, long.class),
          "symbol", MethodType.methodType(long.class, long.class, long.class),
          "error", MethodType.methodType(int.class, long.class, long.class),
          "address",
              MethodType.methodType(int.class, long.class, long.class, long.class, long.class));

  private final ProgramImage image;
  private final DynamicLoader loader;
  private final Map<String, HostFunction> functions = new HashMap<>();

  DlFunctions(ProgramImage image, DynamicLoader loader) {
    this.image = image;
    this.loader = loader;
  }

  @Override
  public Optional<HostFunction> function(String name) {
    return METHODS.containsKey(name)
        ? Optional.of(functions.computeIfAbsent(name, this::newFunction))
        : Optional.empty();
  }

  @Override
  public void close() {
    functions.clear();
  }

  /** RTLD_NEXT, RTLD_DEFAULT and the search for a library depend on who calls. */
  @Override
  public Optional<Function> forCaller(Place caller, Definition called, FunctionType type) {
    return called.isOfLibdl() && called.place() != caller
        ? Optional.of(fromCaller(caller, called, type))
        : Optional.empty();
  }

  private Function fromCaller(Place importer, Definition ours, FunctionType type) {
    MethodType callType =
        MethodType.methodType(Object.class, Place.class, Definition.class, Object[].class);
    MethodHandle call =
        MethodHandles.insertArguments(bind("callFrom", callType), 0, importer, ours);
    MethodType own = Function.methodType(type);
    MethodHandle handle = call.asCollector(Object[].class, own.parameterCount()).asType(own);
    return image.exceptions().newFunction(ours.export().name(), type, handle);
  }

  @SuppressWarnings("unused") // called through a handle
  private Object callFrom(Place importer, Definition ours, Object... arguments) {
    GuestThread thread = image.thread();
    Place before = thread.setDlCaller(importer);
    try {
      return ours.function().call(arguments);
    } finally {
      thread.setDlCaller(before);
    }
  }

  @SuppressWarnings("unused") // called through a handle
  private long open(long file, int mode) {
    try {
      String name =
          file == 0 ? null : text(file, MOST_OF_FILE, "cannot open a library: File name too long");
      return loader.open(name, new DlMode(mode), caller());
    } catch (LinkException e) {
      return fail(e.getMessage());
    }
  }

  @SuppressWarnings("unused") // called through a handle
  private int close(long handle) {
    try {
      return loader.close(handle) ? 0 : fail(noHandle(handle)) - 1;
    } catch (LinkException e) {
      return fail(e.getMessage()) - 1;
    }
  }

  @SuppressWarnings("unused") // called through a handle
  private long symbol(long handle, long name) {
    try {
      return loader.whileStill(() -> find(handle, name));
    } catch (LinkException e) {
      return fail(e.getMessage());
    }
  }

  private long find(long handle, long name) throws LinkException {
    Optional<SymbolScope> scope = scope(handle);
    if (scope.isEmpty()) {
      return fail(noHandle(handle));
    }
    String symbol = text(name, MOST_OF_SYMBOL, "cannot look for a symbol: its name is too long");
    OptionalInt address = address(symbol, scope.get(), handle == RTLD_DEFAULT);
    return address.isPresent()
        ? Integer.toUnsignedLong(address.getAsInt())
        : fail(undefined(handle, symbol, scope.get()));
  }

  private String text(long address, int most, String tooLong) throws LinkException {
    return GuestStrings.read(image.space().memory(), address, most)
        .orElseThrow(() -> LinkException.of(Reason.UNSUPPORTED, caller().name(), tooLong, null));
  }

  private OptionalInt address(String symbol, SymbolScope scope, boolean isDefault)
      throws LinkException {
    OptionalInt address = image.symbols().address(symbol, scope, caller());
    return address.isEmpty() && isDefault ? image.symbols().hostAddress(symbol) : address;
  }

  private String undefined(long handle, String symbol, SymbolScope scope) {
    Place asked = loader.place(handle).orElseGet(this::caller);
    String name = PrintableText.of(symbol);
    return asked + ": undefined symbol " + name + ": searched " + scope.searched();
  }

  @SuppressWarnings("unused") // called through a handle
  private int error(long text, long size) {
    Optional<String> message = image.thread().takeDlError();
    message.ifPresent(each -> GuestStrings.write(image.space().memory(), text, (int) size, each));
    return message.isPresent() ? 1 : 0;
  }

  @SuppressWarnings("unused") // called through a handle
  private int address(long address, long info, long texts, long size) {
    try {
      AddressLookup lookup = new AddressLookup(image);
      return loader.whileStill(() -> lookup.write(address, info, texts, (int) size) ? 1 : 0);
    } catch (LinkException e) {
      throw new IllegalStateException("BUG: a lookup links nothing", e);
    }
  }

  private Optional<SymbolScope> scope(long handle) {
    if (handle == RTLD_DEFAULT) {
      return Optional.of(caller().scope());
    } else if (handle == RTLD_NEXT || handle == Integer.toUnsignedLong((int) RTLD_NEXT)) {
      return Optional.of(loader.scopeAfter(caller()));
    }
    return loader.place(handle).map(loader::scopeOf);
  }

  private static String noHandle(long handle) {
    return "no library is open under handle " + handle;
  }

  private Place caller() {
    return image.thread().dlCaller().orElseGet(image::main);
  }

  /** Leaves a message for dlerror. */
  private int fail(String message) {
    image.thread().setDlError(message);
    return 0;
  }

  private HostFunction newFunction(String name) {
    MethodType type = METHODS.get(name);
    AddressType addresses = image.addresses();
    List<ValueType> params =
        type.parameterList().stream().map(java -> Pointers.type(java, addresses)).toList();
    FunctionType guests =
        new FunctionType(params, List.of(Pointers.type(type.returnType(), addresses)));
    return new HostFunction(guests, Pointers.narrowed(bind(name, type), addresses));
  }

  private MethodHandle bind(String method, MethodType type) {
    try {
      return MethodHandles.lookup().bind(this, method, type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("BUG: DlFunctions." + method + " is gone", e);
    }
  }
}
