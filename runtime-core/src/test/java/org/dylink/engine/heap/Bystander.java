package org.dylink.engine.heap;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.dylink.engine.Engine;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.InvalidModuleException;
import org.dylink.testing.Signature;

/** A program that runs while others use up the heap; it needs a little, and gives it back. */
final class Bystander {
  private static final String NEED = "() -> i32";

  private final Function function;
  private final int bytes;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private boolean mayBeHarmed;
  private Thread thread;
  private volatile boolean ending;

  /**
   * @param bytes what each call of its host function needs
   */
  Bystander(Engine engine, int bytes) {
    this.bytes = bytes;
    this.function = function(engine);
  }

  private Function function(Engine engine) {
    try {
      var need =
          MethodHandles.lookup()
              .findVirtual(Bystander.class, "need", MethodType.methodType(int.class));
      Function host = engine.newFunction("need", Signature.of(NEED), need.bindTo(this));
      Instance instance =
          engine
              .compile(
                  module("bystander.so")
                      .importFunction("env", "need", NEED)
                      .exportedFunction("f", NEED, code().call("env.need"))
                      .build())
              .instantiate(List.of(host), InstanceLimits.NONE);
      instance.start();
      return (Function) instance.export("f").orElseThrow();
    } catch (ReflectiveOperationException | InvalidModuleException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unused") // called through a handle
  private int need() {
    return new byte[bytes].length;
  }

  /** Runs until {@link #end}. */
  void begin() {
    ending = false;
    failure.set(null);
    thread = new Thread(this::run, "bystander");
    thread.start();
  }

  void end() throws InterruptedException {
    ending = true;
    thread.join();
  }

  private void run() {
    while (!ending && failure.get() == null) {
      try {
        function.call();
      } catch (RuntimeException | Error e) {
        failure.set(e);
      }
    }
  }

  /** From now on all that counts is that it goes on afterwards. */
  void mayBeHarmed() {
    mayBeHarmed = true;
  }

  /** How it has done, and that it goes on. */
  String state() {
    function.call();
    if (mayBeHarmed) {
      return "goes on";
    }
    return failure.get() == null ? "unharmed" : "harmed: " + failure.get();
  }
}
