package org.dylink.linker.link.image;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.WeakHashMap;
import org.dylink.engine.Function;
import org.dylink.engine.Memory;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.host.Guest;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.link.host.TableLookup;
import org.dylink.linker.link.parts.LinkState;
import org.dylink.linker.link.space.AddressSpace;
import org.dylink.linker.link.thread.EnteredFunction;

/** A program as host libraries see it. */
final class ProgramGuest implements Guest {
  private final ProgramImage image;
  private final LinkRequest request;
  // Kept because making a handle takes a while; weak, so that unloaded libraries can go.
  private final Map<Function, WeakReference<Function>> entered;
  private Memory memory;

  ProgramGuest(ProgramImage image) {
    this.image = image;
    this.request = image.request();
    this.entered =
        image.threads().areShared()
            ? Collections.synchronizedMap(new WeakHashMap<>())
            : new WeakHashMap<>();
  }

  void setMemory(Memory programMemory) {
    memory = programMemory;
  }

  @Override
  public Memory memory() {
    if (memory == null) {
      throw new IllegalStateException(request.main().name() + ": has no memory yet");
    }
    return memory;
  }

  @Override
  public Function function(int address) {
    if (space().table() == null) {
      String detail = "function pointer " + Integer.toUnsignedString(address);
      throw new TrapException(TrapKind.OUT_OF_BOUNDS_TABLE, detail + ": the table has 0 slots");
    }
    return entered(TableLookup.function(space().table(), address));
  }

  @Override
  public Optional<Function> function(String symbol) {
    space();
    return image.symbols().function(symbol).map(this::entered);
  }

  private Function entered(Function function) {
    WeakReference<Function> known = entered.get(function);
    Function now = known == null ? null : known.get();
    if (now == null) {
      now = new EnteredFunction(function, image.threads().stack());
      entered.put(function, new WeakReference<>(now));
    }
    return now;
  }

  @Override
  public OptionalInt address(String symbol) {
    space();
    try {
      OptionalInt address = image.symbols().address(symbol, image.globalScope(), image.main());
      return address.isPresent() ? address : image.symbols().hostAddress(symbol);
    } catch (LinkException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private boolean isBound() {
    return image.places().stream().allMatch(p -> p.occupant().isAtLeast(LinkState.BOUND));
  }

  // Not before all libraries are instantiated: until then symbols have no values.
  private AddressSpace space() {
    if (image.space() == null || !isBound()) {
      throw new IllegalStateException(request.main().name() + ": is not linked yet");
    }
    return image.space();
  }

  @Override
  public int thread() {
    return image.thread().number();
  }

  @Override
  public List<String> arguments() {
    return request.arguments();
  }

  @Override
  public Map<String, String> environment() {
    return request.environment();
  }

  @Override
  public Map<String, Path> folders() {
    return request.folders();
  }

  @Override
  public InputStream stdin() {
    return request.stdin();
  }

  @Override
  public OutputStream stdout() {
    return request.stdout();
  }

  @Override
  public OutputStream stderr() {
    return request.stderr();
  }
}
