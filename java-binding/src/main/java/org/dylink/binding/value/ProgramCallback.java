package org.dylink.binding.value;

import org.dylink.binding.Callback;
import org.dylink.binding.memory.BoundLibrary;

/** A function pointer of one program. */
sealed interface ProgramCallback<T> extends Callback<T> permits HeldCallback, CallbackOfC {
  /** Whether it is one of the library's program. */
  boolean isOf(BoundLibrary library);

  /** Whether C must not be given it any more. */
  boolean isClosed();
}
