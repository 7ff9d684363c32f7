package org.dylink.itest;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.dylink.engine.host.Guest;
import org.dylink.engine.host.HostFunction;
import org.dylink.engine.host.HostInstance;
import org.dylink.engine.host.HostLibrary;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** A host library whose function {@code number} gives a number; it counts its open instances. */
final class NumberHost implements HostLibrary {
  static final String NAME = "numbers";

  private final HostFunction function;
  private final AtomicInteger open = new AtomicInteger();

  NumberHost(int number) {
    this(MethodHandles.constant(int.class, number));
  }

  private NumberHost(MethodHandle number) {
    function = new HostFunction(new FunctionType(List.of(), List.of(ValueType.I32)), number);
  }

  /** One that asks for the number with each call. */
  static NumberHost asking(IntSupplier number) throws ReflectiveOperationException {
    MethodHandle ask =
        MethodHandles.publicLookup()
            .findVirtual(IntSupplier.class, "getAsInt", MethodType.methodType(int.class));
    return new NumberHost(ask.bindTo(number));
  }

  ServiceRegistration<HostLibrary> register(BundleContext context, int ranking) {
    return context.registerService(
        HostLibrary.class,
        this,
        FrameworkUtil.asDictionary(Map.of(MODULE, NAME, Constants.SERVICE_RANKING, ranking)));
  }

  /** How many programs have it open. */
  int open() {
    return open.get();
  }

  @Override
  public String moduleName() {
    return NAME;
  }

  @Override
  public HostInstance open(Guest guest) {
    open.incrementAndGet();
    return new HostInstance() {
      @Override
      public Optional<HostFunction> function(String name) {
        return name.equals("number") ? Optional.of(function) : Optional.empty();
      }

      @Override
      public void close() {
        open.decrementAndGet();
      }
    };
  }
}
