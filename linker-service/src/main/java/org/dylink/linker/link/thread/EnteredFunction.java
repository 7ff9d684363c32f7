package org.dylink.linker.link.thread;

import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.dylink.engine.Function;
import org.dylink.format.FunctionType;
import org.dylink.linker.LinkException;

/** A program's function as a function of the host calls it. */
public final class EnteredFunction implements Function {
  private final Function function;
  private final StackKeeper stack;
  private MethodHandle handle; // null until it is asked for

  public EnteredFunction(Function function, StackKeeper stack) {
    this.function = function;
    this.stack = stack;
  }

  @Override
  public FunctionType type() {
    return function.type();
  }

  @Override
  public String name() {
    return function.name();
  }

  @Override
  public Optional<Origin> origin() {
    return function.origin();
  }

  @Override
  public MethodHandle handle() {
    if (handle == null) {
      handle = stack.guard(function.handle());
    }
    return handle;
  }

  @Override
  public Object call(Object... arguments) {
    try {
      return stack.call(() -> function.call(arguments));
    } catch (LinkException e) {
      throw new IllegalStateException("BUG: a call links nothing", e);
    }
  }

  @Override
  public String toString() {
    return function.toString();
  }
}
