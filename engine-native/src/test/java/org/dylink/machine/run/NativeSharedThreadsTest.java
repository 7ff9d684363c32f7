package org.dylink.machine.run;

import org.dylink.engine.Engine;
import org.dylink.engine.Memory;
import org.dylink.engine.control.Waiters;
import org.dylink.engine.jvm.SharedThreadsTest;
import org.dylink.machine.llvm.LlvmCompiler;
import org.dylink.machine.objects.ObjectSource;

/** Threads in one memory see what others write, in the order that the specification has. */
class NativeSharedThreadsTest extends SharedThreadsTest {
  private static final Engine ENGINE = new NativeEngine(ObjectSource.compiling(new LlvmCompiler()));

  @Override
  protected Engine engine() {
    return ENGINE;
  }

  @Override
  protected Waiters waiters(Memory waited) {
    return ((NativeMemory) waited).waiters();
  }
}
