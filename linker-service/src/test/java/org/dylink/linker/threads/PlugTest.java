package org.dylink.linker.threads;

import org.dylink.engine.Engine;
import org.dylink.engine.host.Guest;
import org.dylink.linker.LinkException;
import org.dylink.linker.OpenLibrary;
import org.dylink.linker.Program;

/** A program whose threads open the library plug.so. */
abstract class PlugTest extends ThreadTest {
  volatile Program program;
  volatile OpenLibrary opened;
  volatile String refusal = "";

  PlugTest(Engine engine) {
    super(engine);
  }

  /** Opens plug.so in the thread that calls, and gives a pointer to its function {@code get}. */
  Object open(Guest guest, Object... arguments) {
    try {
      opened = program.open("plug.so");
      return opened.address("get").orElseThrow();
    } catch (LinkException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Closes it; what keeps it from being closed is {@link #refusal}, else empty. */
  Object tryToClose(Guest guest, Object... arguments) {
    refusal = "";
    try {
      opened.close();
    } catch (IllegalStateException e) {
      refusal = e.getMessage();
    }
    return null;
  }
}
