package org.dylink.linker.link.program;

import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.OptionalInt;
import org.dylink.engine.Function;
import org.dylink.engine.Global;
import org.dylink.engine.Memory;
import org.dylink.format.FunctionType;
import org.dylink.linker.Entrance;
import org.dylink.linker.FunctionPointer;
import org.dylink.linker.LinkException;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.thread.Watchdog;

/** The way into a linked turns. */
final class ProgramEntrance implements Entrance {
  private final ProgramTurns turns;
  private final ProgramImage image;
  private final Watchdog watchdog;

  ProgramEntrance(ProgramTurns turns, ProgramImage image, Watchdog watchdog) {
    this.turns = turns;
    this.image = image;
    this.watchdog = watchdog;
  }

  @Override
  public void enter() {
    turns.enter();
  }

  @Override
  public void leave() {
    turns.leave();
  }

  @Override
  public void leave(Throwable thrown) {
    image.tellTrap(thrown);
    turns.leave();
  }

  @Override
  public int depth() {
    return turns.depth();
  }

  @Override
  public Optional<EntryPoint> function(String symbol) {
    return image.symbols().function(symbol).map(this::guarded);
  }

  @Override
  public OptionalInt address(String symbol) {
    try {
      return image.symbols().address(symbol, image.globalScope(), image.main());
    } catch (LinkException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  @Override
  public Memory memory() {
    return image.space().memory();
  }

  @Override
  public Optional<Global> stackPointer() {
    return Optional.ofNullable(image.thread().stack().shared());
  }

  @Override
  public FunctionPointer pointTo(String name, FunctionType type, MethodHandle handle) {
    Function function = image.exceptions().newFunction(name, type, handle);
    try {
      int slot = image.space().addressOf(function, null);
      return new HostPointer(turns, image, function, slot);
    } catch (LinkException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private EntryPoint guarded(Function function) {
    MethodHandle handle = image.threads().stack().guard(function.handle());
    return new EntryPoint(function.type(), watchdog.guard(handle));
  }
}
