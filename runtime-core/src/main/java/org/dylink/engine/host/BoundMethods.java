package org.dylink.engine.host;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Java methods for one program; each is bound when it is first asked for. */
final class BoundMethods implements HostInstance {
  private final Map<String, HostMethod> methods;
  private final Object object;
  private final Guest guest;
  private final Map<String, HostFunction> bound = new HashMap<>();
  private Runnable close;

  BoundMethods(Map<String, HostMethod> methods, Object object, Guest guest, Runnable close) {
    this.methods = methods;
    this.object = object;
    this.guest = guest;
    this.close = close;
  }

  @Override
  public synchronized Optional<HostFunction> function(String name) {
    return methods.containsKey(name)
        ? Optional.of(bound.computeIfAbsent(name, n -> methods.get(n).bind(object, guest)))
        : Optional.empty();
  }

  @Override
  public void close() {
    Runnable once = close;
    close = () -> {};
    once.run();
  }
}
