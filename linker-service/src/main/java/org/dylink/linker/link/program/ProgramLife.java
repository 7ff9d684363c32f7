package org.dylink.linker.link.program;

import java.util.Optional;
import org.dylink.engine.TrapException;
import org.dylink.linker.Program.State;
import org.dylink.linker.link.thread.ProgramEnd;

/** Where a program is in its life and how it ended: only forward. Threads may share it. */
final class ProgramLife {
  private State state = State.READY; // guarded by this
  private Integer exitCode; // guarded by this; null until it has one
  private String failure; // guarded by this; null unless it failed

  synchronized State state() {
    return state;
  }

  synchronized Optional<Integer> exitCode() {
    return Optional.ofNullable(exitCode);
  }

  synchronized Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  synchronized void begin() {
    move(State.READY, State.RUNNING);
  }

  /** Takes in how one of its threads has ended it. */
  void end(ProgramEnd end) {
    Throwable thrown = end.thrown();
    if (thrown == null) {
      exit(end.code());
    } else if (thrown instanceof TrapException trap) {
      fail(trap.summary());
    } else {
      fail(thrown.getMessage() == null ? thrown.toString() : thrown.getMessage());
    }
  }

  private synchronized void exit(int code) {
    exitCode = code;
    move(State.READY, State.EXITED);
    move(State.RUNNING, State.EXITED);
  }

  // A program that has run to its end has not failed, whatever its functions do later.
  synchronized void fail(String reason) {
    if (state == State.READY || state == State.RUNNING) {
      state = State.FAILED;
      failure = reason;
    }
  }

  synchronized void close() {
    state = State.CLOSED;
  }

  private void move(State from, State to) {
    state = state == from ? to : state;
  }
}
