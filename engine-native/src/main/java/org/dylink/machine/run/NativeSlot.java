package org.dylink.machine.run;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.dylink.engine.Function;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.machine.ContextLayout;
import org.dylink.format.FunctionType;

/** A slot: until it is bound, calls of it go through Java; then they are its target's. */
class NativeSlot extends ServedFunction implements FunctionSlot {
  private static final MethodHandle HANDLE = find();

  private final Withdrawn withdrawn = new Withdrawn();
  private Supplier<Function> later; // guarded by this
  private volatile NativeFunction current; // written by who has the monitor

  NativeSlot(String symbol, FunctionType type) {
    super(symbol, type);
    TypeNumbers.of(type).tell(this);
  }

  @Override
  public final synchronized void bind(Function target) {
    if (!target.type().equals(type())) {
      throw new IllegalArgumentException(
          name() + ": expected " + type() + ", found " + target.type());
    }
    NativeFunction before = current;
    later = null;
    current = (NativeFunction) target;
    long bound = current.address();
    // A word is changed at once for all threads: for who imports it, and for who has its address.
    Raw.publish(address() + ContextLayout.FUNCTION_TARGET, bound);
    Raw.publish(outContext() + ContextLayout.OUT_TARGET, bound);
    withdrawn.keep(before);
  }

  @Override
  public final synchronized void bindLater(Supplier<Function> target) {
    NativeFunction before = current;
    later = target;
    current = null;
    Raw.publish(address() + ContextLayout.FUNCTION_TARGET, address());
    Raw.publish(outContext() + ContextLayout.OUT_TARGET, 0);
    withdrawn.keep(before);
  }

  @Override
  public final synchronized boolean isBound() {
    return current != null || later != null;
  }

  @Override
  public final synchronized Function current() {
    if (current == null && later != null) {
      bind(later.get());
    }
    return current;
  }

  private NativeFunction target() {
    Function target = current();
    if (target == null) {
      throw new TrapException(TrapKind.UNDEFINED_FUNCTION, "undefined function " + name());
    }
    return (NativeFunction) target;
  }

  @Override
  public Optional<Origin> origin() {
    return Optional.ofNullable(current()).flatMap(Function::origin);
  }

  // Without the monitor: who has that may be asking the linker, which writes to tables.
  @Override
  public final void addNext(Deque<Addressed> others) {
    NativeFunction target = current;
    if (target != null) {
      target.addNext(others);
    }
  }

  /** Called by {@link #handle}. */
  MethodHandle targetHandle() {
    return target().handle();
  }

  @Override
  public MethodHandle handle() {
    return MethodHandles.foldArguments(
        MethodHandles.exactInvoker(Function.methodType(type())), HANDLE.bindTo(this));
  }

  @Override
  public Object call(Object... arguments) {
    return target().call(arguments);
  }

  @Override
  void serve(long buffer) throws Throwable {
    target().serve(buffer);
  }

  private static MethodHandle find() {
    try {
      return MethodHandles.lookup()
          .findVirtual(NativeSlot.class, "targetHandle", MethodType.methodType(MethodHandle.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: NativeSlot.targetHandle is gone", e);
    }
  }
}
