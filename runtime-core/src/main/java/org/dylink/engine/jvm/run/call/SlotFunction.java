package org.dylink.engine.jvm.run.call;

import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.function.Supplier;
import org.dylink.engine.Function;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.FunctionType;

/**
 * An import that is bound later, and perhaps again. All who import it keep the entry of its target;
 * binding puts another in place everywhere, so that calls go through nothing.
 */
public final class SlotFunction extends JvmFunction implements FunctionSlot, EntryPoint.Holder {
  private final EntryPoint forwarding;
  // A JvmFunction; a Supplier of one that was not needed yet; null, unbound.
  private volatile Object target;

  public SlotFunction(String symbol, FunctionType type, Signature signature) {
    super(symbol, type, signature);
    forwarding = signature.unresolved(this, null);
    entry = forwarding;
  }

  @Override
  public void bind(Function function) {
    if (!function.type().equals(type())) {
      throw new IllegalArgumentException(
          name() + ": expected " + type() + ", found " + function.type());
    }
    JvmFunction found = (JvmFunction) function;
    change(found, found.entryFor(new WeakReference<>(this)));
  }

  @Override
  public void bindLater(Supplier<Function> function) {
    change(function, forwarding);
  }

  // Both at once: an entry that asks, of a slot that knows, would ask for ever.
  private synchronized void change(Object now, EntryPoint entryNow) {
    target = now;
    change(entryNow);
  }

  @Override
  public boolean isBound() {
    return target != null;
  }

  @Override
  public Function current() {
    Object now = target;
    if (now instanceof Supplier<?> later) {
      Function found = (Function) later.get();
      bind(found);
      return found;
    }
    return (Function) now;
  }

  @Override
  public void replace(EntryPoint before, EntryPoint now) {
    if (entry == before) {
      change(now);
    }
  }

  @Override
  public void replaceAll(EntryPoint.Changes changes) {
    EntryPoint now = changes.now(entry);
    if (now != null) {
      change(now);
    }
  }

  @Override
  public Optional<Origin> origin() {
    return Optional.ofNullable(current()).flatMap(Function::origin);
  }

  // It bears the slot's identity: the entry is that of the target, which is another function.
  @Override
  EntryPoint entryForTable(WeakReference<? extends EntryPoint.Holder> table) {
    return forwarding;
  }

  @Override
  EntryPoint resolve() {
    if (target instanceof Supplier<?>) {
      HostBorder.prepare();
    }
    if (current() == null) {
      throw new TrapException(TrapKind.UNDEFINED_FUNCTION, "undefined function " + name());
    }
    return entry;
  }

  @Override
  boolean mayChange() {
    return true;
  }
}
