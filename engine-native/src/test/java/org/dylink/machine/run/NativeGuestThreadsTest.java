package org.dylink.machine.run;

import org.dylink.engine.Engine;
import org.dylink.engine.jvm.GuestThreadsTest;
import org.dylink.machine.llvm.LlvmCompiler;
import org.dylink.machine.objects.ObjectSource;

/** Threads have globals of their own of an instance, and share everything else. */
class NativeGuestThreadsTest extends GuestThreadsTest {
  private static final Engine ENGINE = new NativeEngine(ObjectSource.compiling(new LlvmCompiler()));

  @Override
  protected Engine engine() {
    return ENGINE;
  }
}
