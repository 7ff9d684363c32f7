package org.dylink.machine.run;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.dylink.engine.GuestFrame;
import org.dylink.engine.LateInstances;
import org.dylink.engine.control.GuestControl;
import org.dylink.format.WasmModule;

/**
 * Stops a guest: what its code looks at is set while one is to stop. In a program with threads,
 * generated code knows each by a number that no other one ever has.
 */
final class NativeControl extends GuestControl {
  private static final AtomicLong LAST = new AtomicLong();

  private final long guest = LAST.incrementAndGet();

  NativeControl() {
    this(0, null);
  }

  NativeControl(int number, LateInstances late) {
    super(NativeThread.STOPPING, number, late);
  }

  /** From 1, and never given again. */
  long guest() {
    return guest;
  }

  /** The guest's thread that runs here; null if no guest's with threads. */
  static NativeControl currentThread() {
    return GuestControl.current() instanceof NativeControl known ? known : null;
  }

  @Override
  protected void turned(GuestControl thread) {
    boolean isKnown = thread instanceof NativeControl;
    NativeThread.current()
        .become(isKnown ? ((NativeControl) thread).guest : 0, isKnown ? thread.number() : 0);
  }

  @Override
  public boolean isExecuting(WasmModule module) {
    return running(LoadedCode::module).stream()
        .anyMatch(each -> each.digest().equals(module.digest()));
  }

  @Override
  public List<GuestFrame> guestStack() {
    return running(LoadedCode::frame);
  }

  private <T> List<T> running(Function<Long, T> found) {
    Thread running = runner();
    return NativeThread.of(running)
        .map(
            thread ->
                StandStill.during(
                    () ->
                        thread.returnAddresses().stream()
                            .map(found)
                            .filter(Objects::nonNull)
                            .toList()))
        .orElse(List.of());
  }
}
