package org.dylink.machine.run;

import org.dylink.engine.Engine;
import org.dylink.engine.jvm.code.VectorAnswersTest;
import org.dylink.machine.llvm.LlvmCompiler;
import org.dylink.machine.objects.ObjectSource;

/** Each vector instruction gives what V8 gives. */
class NativeVectorsTest extends VectorAnswersTest {
  private static final Engine ENGINE = new NativeEngine(ObjectSource.compiling(new LlvmCompiler()));

  @Override
  protected Engine engine() {
    return ENGINE;
  }
}
