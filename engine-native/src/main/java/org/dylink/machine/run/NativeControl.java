package org.dylink.machine.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    return whileStill(thread -> thread.isIn(module)).orElse(false);
  }

  @Override
  public List<GuestFrame> guestStack() {
    return whileStill(NativeControl::frames).orElse(List.of());
  }

  private static List<GuestFrame> frames(NativeThread thread) {
    return thread.returnAddresses().stream()
        .map(LoadedCode::frame)
        .filter(Objects::nonNull)
        .toList();
  }

  private <T> Optional<T> whileStill(Function<NativeThread, T> look) {
    return NativeThread.of(runner()).map(thread -> StandStill.during(() -> look.apply(thread)));
  }
}
