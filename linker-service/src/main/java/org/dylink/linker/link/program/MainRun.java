package org.dylink.linker.link.program;

import org.dylink.engine.Function;
import org.dylink.engine.TrapException;
import org.dylink.engine.host.ProgramExit;
import org.dylink.linker.Program.State;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.spawn.UncaughtThrow;
import org.dylink.linker.link.thread.GuestThread;
import org.dylink.linker.link.thread.GuestThreads;
import org.dylink.linker.link.thread.ProgramEnd;

/** The one run of a program's {@code _start}, to the end of all its threads. */
final class MainRun {
  private final ProgramImage image;
  private final ProgramTurns turns;
  private final ProgramLife life;
  private final GuestThreads threads;
  private boolean started; // of who has the turn

  MainRun(ProgramImage image, ProgramTurns turns, ProgramLife life) {
    this.image = image;
    this.turns = turns;
    this.life = life;
    this.threads = image.threads();
  }

  /** Returns the exit code. */
  int run() {
    turns.enterToRun();
    try {
      runToEnd(startFunction());
    } finally {
      turns.leave();
    }
    // In no turn: an interrupt that was meant for the guest is over.
    threads.awaitOthers();
    return threads.end().orElseThrow().codeOrThrow();
  }

  private Function startFunction() {
    // One that was stopped before it ran goes on from here, and is told why when it enters.
    if (started || turns.state() == State.CLOSED) {
      throw turns.cannotRun();
    }
    Function start =
        image
            .main()
            .occupant()
            .exports()
            .function(AbiNames.START)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        image.main() + ": cannot run: does not export _start"));
    started = true;
    return start;
  }

  /** The first end holds: of main, or of a thread that has stopped main. */
  private void runToEnd(Function start) {
    life.begin();
    threads.end(endOf(start));
  }

  private Object call(Function start) {
    try {
      return start.call();
    } catch (TrapException e) {
      throw UncaughtThrow.end(image, e);
    }
  }

  private ProgramEnd endOf(Function start) {
    GuestThread main = threads.current();
    main.setRunner(Thread.currentThread());
    try {
      turns.guarded(() -> call(start));
      return ProgramEnd.exit(main, 0);
    } catch (ProgramExit e) {
      return ProgramEnd.exit(main, e.code());
    } catch (Throwable e) {
      // A trap, or a host function's, which may also be a checked exception or an error.
      return ProgramEnd.failure(main, e);
    } finally {
      main.setRunner(null);
    }
  }
}
