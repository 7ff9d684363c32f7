package org.dylink.wasi;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dylink.engine.host.Guest;
import org.dylink.engine.host.HostFunction;
import org.dylink.engine.host.HostInstance;

/** The functions of one program. Made when they are asked for: a program uses a dozen. */
final class WasiInstance implements HostInstance {
  private final Map<String, HostFunction> functions = new HashMap<>();
  private final WasiState state;
  private final Calls calls;

  WasiInstance(Guest guest) {
    state = WasiState.of(guest);
    calls = new Calls(state);
  }

  @Override
  public synchronized Optional<HostFunction> function(String name) {
    HostFunction made = functions.get(name);
    if (made == null) {
      made = calls.function(name);
      functions.put(name, made);
    }
    return Optional.ofNullable(made);
  }

  /** Streams and granted folders are opened anew for a copy; what the guest has opened is not. */
  @Override
  public Optional<String> keeps() {
    return state.changed();
  }

  @Override
  public Optional<byte[]> random() {
    return state.random().given();
  }

  @Override
  public void close() {
    state.close();
  }
}
