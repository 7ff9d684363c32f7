package org.dylink.linker;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How a process has ended: with an exit code, or with what was thrown. Threads may share it. */
final class ProcessOutcome {
  private final CompletableFuture<Integer> future = new CompletableFuture<>();

  void complete(int code) {
    future.complete(code);
  }

  void fail(Throwable thrown) {
    future.completeExceptionally(thrown);
  }

  boolean isDone() {
    return future.isDone();
  }

  OptionalInt code() {
    return future.isDone() && !future.isCompletedExceptionally()
        ? OptionalInt.of(future.join())
        : OptionalInt.empty();
  }

  /** For others, who cannot complete it. */
  CompletableFuture<Integer> onExit() {
    return future.copy();
  }

  /** The exit code of a process that has ended. */
  int now() throws LinkException {
    try {
      return await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("BUG: waits for what is there", e);
    }
  }

  int await() throws LinkException, InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw ProcessOutcome.<LinkException>unchanged(e.getCause());
    }
  }

  int await(Duration limit) throws LinkException, InterruptedException, TimeoutException {
    try {
      return future.get(TimeUnit.NANOSECONDS.convert(limit), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw ProcessOutcome.<LinkException>unchanged(e.getCause());
    }
  }

  // A host function's may be of any kind: nothing is cast, the compiler alone believes in the type.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E unchanged(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
