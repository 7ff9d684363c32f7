package org.dylink.linker.link.spawn;

import java.util.function.Consumer;
import org.dylink.engine.Function;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.host.ProgramExit;
import org.dylink.linker.LinkException;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.thread.GuestThread;
import org.dylink.linker.link.thread.ProgramEnd;

/** What a thread of a guest does, from its first instance to its end. */
final class ThreadRun implements Consumer<GuestThread> {
  private final ProgramImage image;
  private final Function start;
  private final int argument;

  /**
   * @param start the guest's {@code wasi_thread_start}
   * @param argument what the guest has passed for it
   */
  ThreadRun(ProgramImage image, Function start, int argument) {
    this.image = image;
    this.start = start;
    this.argument = argument;
  }

  @Override
  public void accept(GuestThread thread) {
    try {
      runGuest(thread);
    } finally {
      // C has let joiners go already, who may begin the next one before this is done.
      image.arrival().leave(thread);
      image.threads().remove(thread);
    }
  }

  private void runGuest(GuestThread thread) {
    try {
      thread.control().call(() -> callStart(thread));
    } catch (ProgramExit e) {
      image.threads().end(ProgramEnd.exit(thread, e.code()));
    } catch (TrapException e) {
      if (e.kind() != TrapKind.STOPPED || !image.threads().areEnding()) {
        image.threads().end(ProgramEnd.failure(thread, e));
      }
    } catch (Throwable e) {
      // A function of the host's threw it: nobody is further out to take it but who runs main.
      image.threads().end(ProgramEnd.failure(thread, e));
    }
  }

  private void callStartFunction(GuestThread thread) {
    try {
      start.call(thread.number(), argument);
    } catch (TrapException e) {
      throw UncaughtThrow.end(image, e);
    }
  }

  private Void callStart(GuestThread thread) {
    thread.setStack(image.newStack(thread));
    try {
      return thread
          .stack()
          .call(
              () -> {
                callStartFunction(thread);
                return null;
              });
    } catch (LinkException e) {
      throw new IllegalStateException("BUG: a call links nothing", e);
    }
  }
}
