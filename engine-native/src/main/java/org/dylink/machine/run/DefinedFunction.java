package org.dylink.machine.run;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.ref.Reference;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.dylink.engine.jvm.code.Operands;
import org.dylink.engine.machine.ContextLayout;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;

/**
 * A function that an instance defines. Other code may be put behind it, of another instance: it
 * stays the same object then, and what generated code knows of it lies where it did.
 */
final class DefinedFunction extends NativeFunction {
  private final int words;
  private final MemorySegment home; // in which its words lie, whose code ever it has

  // These change while nobody runs generated code.
  private NativeInstance instance;
  private int index;
  private long in;
  private long enter;
  private NativeFunction standIn; // null as long as it has code
  private MemorySegment standInWords;

  DefinedFunction(NativeInstance instance, int index) {
    super(
        instance.wasm().functionName(index),
        instance.wasm().functionType(index),
        instance.functionWords(index));
    this.home = instance.contextWords();
    this.words = Math.max(words(type().params()), words(type().results())) + 1;
    become(instance, index);
    if (instance.held() != null) {
      holdBack(instance.held());
    }
  }

  /** Has the code of an instance from here on. */
  final void become(NativeInstance other, int otherIndex) {
    LoadedCode code = other.module().code();
    instance = other;
    index = otherIndex;
    in = code.in(other.module().typeIndex(otherIndex));
    enter = code.enter();
    putBack();
  }

  /** Has no code of its own any more, and calls another function. */
  void become(NativeFunction other) {
    standIn = other;
    standInWords = Arena.ofAuto().allocate(ContextLayout.OUT_SIZE, Long.BYTES);
    Raw.putLong(standInWords.address() + ContextLayout.OUT_TARGET, other.address());
    setCode(TypeNumbers.of(type()).out(), standInWords.address());
  }

  /** Lets calls ask Java what to call. */
  void holdBack(NativeHold hold) {
    setCode(TypeNumbers.of(type()).out(), hold.words(this));
  }

  /** Lets calls go to its code: in a program with threads, each in a context of its own. */
  void putBack() {
    long code = instance.module().function(index);
    if (standIn != null) {
      become(standIn);
    } else if (!instance.isOfThreads()) {
      setCode(code, instance.context());
    } else {
      long own = instance.ownWords(index);
      Raw.putLong(own + ContextLayout.OWN_CONTEXT, instance.context());
      Raw.putLong(own + ContextLayout.OWN_CODE, code);
      setCode(instance.module().code().own(instance.module().typeIndex(index)), own);
    }
  }

  @Override
  void serve(long buffer) {
    NativeHold hold = instance.held();
    while (hold != null && !hold.letsPass()) {
      hold.await();
      hold = instance.held();
    }
    if (hold == null) {
      NativeThread thread = NativeThread.current();
      StandStill.enterCode(thread.address());
      call(thread, context(), code(), buffer);
    } else {
      hold.pass(this, buffer);
    }
  }

  /** Calls its code, also while calls are held back. */
  void callCode(long buffer) {
    callCode(instance, index, buffer);
  }

  /** Calls code of the same type; arguments lie in words, and results take their place. */
  void callCode(NativeInstance of, int function, long buffer) {
    NativeInstance own = of.own();
    NativeThread thread = NativeThread.current();
    StandStill.enterCode(thread.address());
    try {
      call(thread, own.context(), of.module().function(function), buffer);
    } finally {
      Reference.reachabilityFence(own);
    }
  }

  // Of who has entered generated code, which this leaves.
  private void call(NativeThread thread, long context, long code, long buffer) {
    NativeInstance entered = instance;
    int status;
    try {
      status =
          (int)
              Entry.ENTER.invokeExact(
                  Entry.segment(enter), thread.address(), in, context, code, buffer);
    } catch (Throwable e) {
      throw new IllegalStateException("BUG: generated code throws", e);
    } finally {
      StandStill.leaveCode(thread.address());
      Reference.reachabilityFence(entered);
      Reference.reachabilityFence(this);
    }
    if (status != 0) {
      throw NativeTraps.of(thread);
    }
  }

  @Override
  public void addTo(AddressRanges<Addressed> places) {
    places.add(home.address(), home.byteSize(), this);
    if (standIn != null) {
      places.add(standInWords.address(), standInWords.byteSize(), this);
    }
  }

  @Override
  public void addNext(Deque<Addressed> others) {
    others.add(instance);
    if (standIn != null) {
      standIn.addNext(others);
    }
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
    StandStill.enterCode(thread.address());
    try {
      call(thread, context(), code(), buffer);
    } finally {
      thread.pop(buffer);
      Reference.reachabilityFence(this);
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
