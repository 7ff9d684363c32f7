package org.dylink.linker.link.program;

import org.dylink.engine.Function;
import org.dylink.engine.TrapKind;
import org.dylink.linker.FunctionPointer;
import org.dylink.linker.link.bind.TrapFunction;
import org.dylink.linker.link.image.ProgramImage;

/** A slot that holds a function of the host's until it is given back. The program guards it. */
final class HostPointer implements FunctionPointer {
  private final ProgramTurns turns;
  private final ProgramImage image;
  private final Function function;
  private final int slot;

  HostPointer(ProgramTurns turns, ProgramImage image, Function function, int slot) {
    this.turns = turns;
    this.image = image;
    this.function = function;
    this.slot = slot;
  }

  @Override
  public int slot() {
    return slot;
  }

  @Override
  public void close() {
    turns.whileOpen(() -> image.space().release(function, released()));
  }

  private Function released() {
    String message =
        image.main().name()
            + ": function pointer "
            + slot
            + ": "
            + function.name()
            + " was released";
    return TrapFunction.create(
        image.engine(), function.name(), function.type(), TrapKind.UNREACHABLE, message);
  }
}
