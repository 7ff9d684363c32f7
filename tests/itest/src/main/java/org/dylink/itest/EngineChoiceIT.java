package org.dylink.itest;

import static org.dylink.itest.TestFiles.expected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dylink.engine.Engine;
import org.dylink.engine.TrapException;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.OnWithdraw;
import org.dylink.linker.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** A program runs on the engine that it names, else on the one of the highest ranking. */
@FrameworkTest
class EngineChoiceIT {
  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;

  @InjectService(filter = "(engine.name=endive-interpreter)")
  Engine interpreter;

  @Test
  void theJvmEngineIsRankedAboveEndives() throws Exception {
    List<String> names =
        context.getServiceReferences(Engine.class, null).stream()
            .sorted(Comparator.reverseOrder())
            .map(EngineChoiceIT::name)
            .toList();
    assertEquals(List.of("jvm", "endive-compiler", "endive-interpreter"), names);
  }

  @Test
  void theNameOfTheServiceIsThatOfTheEngine() throws Exception {
    for (ServiceReference<Engine> reference : context.getServiceReferences(Engine.class, null)) {
      assertEquals(name(reference), context.getService(reference).name());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"endive-compiler", "endive-interpreter", "jvm"})
  void eachEngineCanBeNamed(String engine) throws Exception {
    assertEquals(
        expected("hello"), Programs.run(linker, "hello.wasm", request -> request.engine(engine)));
    assertEquals(
        expected("twolevel"),
        Programs.run(linker, "twolevel.wasm", request -> request.engine(engine)));
  }

  @Test
  void anUnknownNameIsAnsweredWithAllNames() {
    LinkException failure =
        assertThrows(
            LinkException.class,
            () -> Programs.run(linker, "hello.wasm", request -> request.engine("v8")));
    assertEquals(
        "hello.wasm: no engine is named v8: there are jvm, endive-compiler, endive-interpreter",
        failure.getMessage());
    assertEquals(Reason.UNSUPPORTED, failure.reason());
  }

  @Test
  void theHighestRankedEngineRunsWhatNamesNone() throws Exception {
    LibraryJar.named("answer")
        .library(Modules.answering("libanswer.so", 42), "1.0.0")
        .start(context);
    ForwardingEngine best = new ForwardingEngine("best", interpreter);
    ForwardingEngine worst = new ForwardingEngine("worst", interpreter);
    best.register(context, 100);
    worst.register(context, -100);
    try (Program program = Programs.link(linker, "libanswer.so")) {
      assertEquals(42, program.call("answer"));
    }
    assertEquals(List.of("libanswer.so"), best.compiled());
    assertEquals(List.of(), worst.compiled());
  }

  @Test
  void aProgramEndsWithItsEngine() throws Exception {
    startAnswer();
    ServiceRegistration<Engine> service =
        new ForwardingEngine("passing", interpreter).register(context, 100);
    try (Program program = Programs.link(linker, "libanswer.so")) {
      service.unregister();
      TrapException trap = assertThrows(TrapException.class, () -> program.call("answer"));
      assertEquals("engine passing was withdrawn", trap.getMessage());
      assertEquals(Optional.of("engine passing was withdrawn"), program.failure());
    }
  }

  @Test
  void anEngineThatIsGoneIsNotUsedAgainThoughAProgramKeepsIt() throws Exception {
    startAnswer();
    ForwardingEngine engine = new ForwardingEngine("passing", interpreter);
    ServiceRegistration<Engine> service = engine.register(context, 100);
    LinkRequest kept = Programs.request(linker, "libanswer.so").onWithdraw(OnWithdraw.KEEP).build();
    try (Program program = linker.link(kept)) {
      service.unregister();
      assertEquals(42, program.call("answer"));
      Programs.link(linker, "libanswer.so").close();
      assertEquals(List.of("libanswer.so"), engine.compiled());
    }
    // What it has compiled is forgotten.
    engine.register(context, 100);
    Programs.link(linker, "libanswer.so").close();
    assertEquals(List.of("libanswer.so", "libanswer.so"), engine.compiled());
  }

  private void startAnswer() throws BundleException {
    LibraryJar.named("answer")
        .library(Modules.answering("libanswer.so", 42), "1.0.0")
        .start(context);
  }

  private static String name(ServiceReference<Engine> reference) {
    return (String) reference.getProperty(Engine.NAME);
  }
}
