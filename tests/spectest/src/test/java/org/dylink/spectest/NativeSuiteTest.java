package org.dylink.spectest;

import static org.junit.jupiter.api.Assumptions.abort;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dylink.engine.Engine;
import org.dylink.engine.machine.MachineCompiler;
import org.dylink.spectest.SpecSuiteTest.TestedEngine;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The suite against machine code, where it is asked for: LLVM compiles each module, which takes
 * minutes. On Java 17 neither engine nor compiler is there, so both are found by name.
 */
class NativeSuiteTest {
  private static final String PROPERTY = "dylink.spec.native";
  private static final Path PAGE = Path.of("..", "..", "docs", "conformance-native.md");

  @TestFactory
  Stream<DynamicNode> suite() {
    Optional<Engine> engine = Boolean.getBoolean(PROPERTY) ? engine() : Optional.empty();
    return engine
        .map(
            found ->
                SpecSuiteTest.suite(
                    List.of(new TestedEngine("native", found, KnownFailures.read("native"), "")),
                    PAGE))
        .orElseGet(
            () ->
                Stream.of(
                    DynamicTest.dynamicTest(
                        "native",
                        () -> abort("asked for by -D" + PROPERTY + "=true, on JDK 22 or later"))));
  }

  private static Optional<Engine> engine() {
    try {
      Object compiler = newOf("org.dylink.machine.llvm.LlvmCompiler");
      Class<?> sources = Class.forName("org.dylink.machine.objects.ObjectSource");
      Method compiling = sources.getMethod("compiling", MachineCompiler.class);
      Object source = compiling.invoke(null, compiler);
      Class<?> engine = Class.forName("org.dylink.machine.run.NativeEngine");
      return Optional.of((Engine) engine.getConstructor(sources).newInstance(source));
    } catch (ReflectiveOperationException | UnsupportedClassVersionError e) {
      return Optional.empty();
    }
  }

  private static Object newOf(String name) throws ReflectiveOperationException {
    return Class.forName(name).getConstructor().newInstance();
  }
}
