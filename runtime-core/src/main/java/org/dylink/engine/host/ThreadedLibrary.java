package org.dylink.engine.host;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dylink.format.FunctionType;

/** A library whose functions several threads of a program may call at once. */
record ThreadedLibrary(HostLibrary library) implements HostLibrary {
  @Override
  public String moduleName() {
    return library.moduleName();
  }

  @Override
  public Map<String, FunctionType> functions() {
    return library.functions();
  }

  @Override
  public boolean isStateless() {
    return library.isStateless();
  }

  @Override
  public Optional<Set<Granted>> looksAt(String function) {
    return library.looksAt(function);
  }

  @Override
  public HostInstance open(Guest guest) {
    return library.open(guest);
  }

  @Override
  public boolean isForThreads() {
    return true;
  }

  @Override
  public String toString() {
    return library.toString();
  }
}
