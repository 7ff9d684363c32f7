package org.dylink.machine.run;

import java.lang.invoke.MethodHandle;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Optional;
import org.dylink.engine.jvm.code.Operands;
import org.dylink.engine.machine.ContextLayout;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;

/** A function that an instance defines. */
final class DefinedFunction extends NativeFunction {
  private final NativeInstance instance;
  private final int index;
  private final long in;
  private final long enter;
  private final int words;

  DefinedFunction(NativeInstance instance, int index) {
    super(
        instance.wasm().functionName(index),
        instance.wasm().functionType(index),
        instance.functionWords(index));
    this.instance = instance;
    this.index = index;
    LoadedCode code = instance.module().code();
    this.in = code.in(instance.module().typeIndex(index));
    this.enter = code.enter();
    this.words = Math.max(words(type().params()), words(type().results())) + 1;
    setCode();
  }

  // In a program with threads, each goes on in a context of its own.
  private void setCode() {
    long code = instance.module().function(index);
    if (!instance.isOfThreads()) {
      setCode(code, instance.context());
      return;
    }
    long own = instance.ownWords(index);
    Raw.putLong(own + ContextLayout.OWN_CONTEXT, instance.context());
    Raw.putLong(own + ContextLayout.OWN_CODE, code);
    setCode(instance.module().code().own(instance.module().typeIndex(index)), own);
  }

  @Override
  public Optional<Origin> origin() {
    WasmModule module = instance.wasm();
    return Optional.of(new Origin(module, index));
  }

  @Override
  public MethodHandle handle() {
    return Crossings.caller(type()).bindTo(this);
  }

  private static int words(List<ValueType> types) {
    return types.stream().mapToInt(Operands::words).sum();
  }

  int words() {
    return words;
  }

  /** Calls it with arguments that lie in words; gives the words back, which still hold results. */
  void enter(long buffer) {
    NativeThread thread = NativeThread.current();
    int status;
    StandStill.enterCode(thread.address());
    try {
      status =
          (int)
              Entry.ENTER.invokeExact(
                  Entry.segment(enter), thread.address(), in, context(), code(), buffer);
    } catch (Throwable e) {
      throw new IllegalStateException("BUG: generated code throws", e);
    } finally {
      StandStill.leaveCode(thread.address());
      thread.pop(buffer);
      Reference.reachabilityFence(this);
    }
    if (status != 0) {
      throw NativeTraps.of(thread);
    }
  }

  @Override
  public Object call(Object... arguments) {
    checkArguments(arguments);
    try {
      return handle().invokeWithArguments(Crossings.spread(arguments));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("BUG: a guest throws a checked exception", e);
    }
  }
}
