package org.dylink.linker.testing;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.dylink.engine.Function;
import org.dylink.engine.host.Guest;
import org.dylink.engine.host.HostFunction;
import org.dylink.engine.host.HostInstance;
import org.dylink.engine.host.HostLibrary;
import org.dylink.format.FunctionType;
import org.dylink.testing.Signature;

/** A host library made of lambdas, which counts the programs that have it open. */
public final class FakeHost implements HostLibrary {
  /** Java code that a guest calls. */
  @FunctionalInterface
  public interface Call {
    /**
     * Does the work.
     *
     * @param arguments Integer, Long, Float or Double
     * @return null or the result
     */
    Object call(Guest guest, Object... arguments);
  }

  private record Entry(FunctionType type, Call code) {}

  private final String moduleName;
  private final Map<String, Entry> entries = new HashMap<>();
  private final AtomicInteger open = new AtomicInteger();
  private boolean failsToClose;
  private boolean isForThreads;
  private boolean isStateless;

  /** A host library without functions. */
  public FakeHost(String moduleName) {
    this.moduleName = moduleName;
  }

  /** Adds a function. */
  public FakeHost with(String name, String signature, Call code) {
    return with(name, Signature.of(signature), code);
  }

  /** Adds a function. */
  public FakeHost with(String name, FunctionType type, Call code) {
    entries.put(name, new Entry(type, code));
    return this;
  }

  /** Lets several threads of a program call it at once. */
  public FakeHost forThreads() {
    isForThreads = true;
    return this;
  }

  @Override
  public boolean isForThreads() {
    return isForThreads;
  }

  /** Lets programs that call it be copied. */
  public FakeHost stateless() {
    isStateless = true;
    return this;
  }

  @Override
  public boolean isStateless() {
    return isStateless;
  }

  /** Makes closing it an error. */
  public FakeHost failingToClose() {
    failsToClose = true;
    return this;
  }

  /** Whether there is a function of that name. */
  public boolean has(String name) {
    return entries.containsKey(name);
  }

  /** How many programs have opened it and not closed it. */
  public int openInstances() {
    return open.get();
  }

  @Override
  public String moduleName() {
    return moduleName;
  }

  @Override
  public HostInstance open(Guest guest) {
    open.incrementAndGet();
    return new OneProgram(guest);
  }

  private final class OneProgram implements HostInstance {
    private final Guest guest;
    private final Map<String, HostFunction> functions = new HashMap<>();
    private boolean closed;

    OneProgram(Guest guest) {
      this.guest = guest;
    }

    @Override
    public Optional<HostFunction> function(String name) {
      Entry entry = entries.get(name);
      return entry == null
          ? Optional.empty()
          : Optional.of(functions.computeIfAbsent(name, n -> bound(entry)));
    }

    @Override
    public void close() {
      if (failsToClose) {
        throw new IllegalStateException("cannot close");
      }
      if (!closed) {
        closed = true;
        open.decrementAndGet();
      }
    }

    private HostFunction bound(Entry entry) {
      MethodHandle handle =
          MethodHandles.insertArguments(CALL.bindTo(entry.code()), 0, guest)
              .asCollector(Object[].class, entry.type().params().size())
              .asType(Function.methodType(entry.type()));
      return new HostFunction(entry.type(), handle);
    }
  }

  private static final MethodHandle CALL = findCall();

  private static MethodHandle findCall() {
    try {
      MethodType type = MethodType.methodType(Object.class, Guest.class, Object[].class);
      return MethodHandles.lookup().findVirtual(Call.class, "call", type).asFixedArity();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: Call.call is gone", e);
    }
  }
}
