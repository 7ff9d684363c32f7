package org.dylink.itest;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dylink.format.WasmModule;
import org.dylink.itest.bound.Answers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.test.common.annotation.InjectBundleContext;

/** A bound service stays while its library is replaced, where its configuration says REPLACE. */
@FrameworkTest
@Timeout(120)
class BoundReplaceIT {
  private static final String LIB = "libanswer.so";
  private static final String CLAUSE = LIB + ";version=\"[1,2)\"";

  @InjectBundleContext BundleContext context;
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final ServiceListener listener = this::note;
  private Configurations configurations;

  @BeforeEach
  void configure() throws Exception {
    configurations = new Configurations(context);
    configurations.set(
        "org.dylink.service~replace",
        Map.of("service", Answers.class.getName(), "onWithdraw", "REPLACE"));
  }

  @AfterEach
  void unconfigure() throws Exception {
    context.removeServiceListener(listener);
    configurations.deleteAll();
  }

  private void note(ServiceEvent event) {
    switch (event.getType()) {
      case ServiceEvent.MODIFIED -> events.add("MODIFIED " + version(event.getServiceReference()));
      case ServiceEvent.REGISTERED -> events.add("REGISTERED");
      case ServiceEvent.UNREGISTERING -> events.add("UNREGISTERING");
      default -> {}
    }
  }

  private void listen() throws Exception {
    context.addServiceListener(
        listener, "(" + Constants.OBJECTCLASS + "=" + Answers.class.getName() + ")");
  }

  private static LibraryJar answer(String bundle, int value, String version) {
    return LibraryJar.named(bundle).library(Modules.answering(LIB, value), version);
  }

  private static LibraryJar offering(boolean requires) {
    LibraryJar jar = BoundJar.of(Answers.class, CLAUSE);
    return requires ? jar : jar.header("Require-Capability", null);
  }

  private ServiceReference<Answers> reference() {
    return context.getServiceReference(Answers.class);
  }

  private static Object version(ServiceReference<?> reference) {
    return reference.getProperty("wasm.library.version");
  }

  /** Calls until the new code is there: the linker puts it in its place in a thread of its own. */
  private static void awaitAnswer(int expected, int before, Answers answers) {
    int answer = answers.answer();
    while (answer == before) {
      Thread.onSpinWait();
      answer = answers.answer();
    }
    assertEquals(expected, answer);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBetterVersionIsPutBehindTheServiceThatIsThere(boolean requires) throws Exception {
    answer("answer", 42, "1.0.0").start(context);
    offering(requires).start(context);
    ServiceReference<Answers> reference = reference();
    Answers answers = context.getService(reference);
    assertEquals(42, answers.answer());
    listen();

    answer("beyond", 50, "2.0.0").start(context);
    answer("newer", 44, "1.1.0").start(context);

    assertEquals(List.of("MODIFIED 1.1.0"), events);
    assertEquals(reference, reference());
    assertEquals(Version.valueOf("1.1.0"), version(reference));
    assertEquals("newer 1.0.0", reference.getProperty("wasm.library.origin"));
    awaitAnswer(44, 42, answers);
    assertSame(answers, context.getService(reference));
    assertEquals(44, context.getServiceObjects(reference).getService().answer());
  }

  @Test
  void anUpdateOfTheLibraryLeavesAServiceThatSomebodyHas() throws Exception {
    Bundle provider = answer("answer", 42, "1.0.0").start(context);
    offering(false).start(context);
    ServiceReference<Answers> reference = reference();
    Answers answers = context.getService(reference);
    listen();

    answer("answer", 43, "1.0.0").update(provider);

    awaitAnswer(43, 42, answers);
    assertEquals(List.of("MODIFIED 1.0.0"), events);
    assertSame(answers, context.getService(reference()));
  }

  @Test
  void aBundleThatIsWiredToAnUpdatedOneStopsForItsNewWires() throws Exception {
    Bundle provider = answer("answer", 42, "1.0.0").start(context);
    offering(true).start(context);
    Answers before = context.getService(reference());
    assertEquals(42, before.answer());
    listen();

    answer("answer", 43, "1.0.0").update(provider);

    Awaited.until(context, "the service once more", () -> events.contains("REGISTERED"));
    assertTrue(events.contains("UNREGISTERING"), events::toString);
    assertThrows(IllegalStateException.class, before::answer);
    assertEquals(43, context.getService(reference()).answer());
  }

  @Test
  void whileThereIsNoLibraryItsObjectsRunOnAndNewOnesAreNotMade() throws Exception {
    Bundle provider = answer("answer", 42, "1.0.0").start(context);
    Bundle offering = offering(false).start(context);
    Answers answers = context.getService(reference());
    listen();

    provider.stop();

    assertEquals(42, answers.answer());
    assertNull(offering.getBundleContext().getService(reference()));
    provider.start();
    assertEquals(42, offering.getBundleContext().getService(reference()).answer());
    assertEquals(List.of("MODIFIED 1.0.0"), events);
  }

  @Test
  void aServiceThatNobodyHasGoesWithItsLibrary() throws Exception {
    Bundle provider = answer("answer", 42, "1.0.0").start(context);
    offering(false).start(context);
    listen();

    provider.stop();

    assertNull(reference());
    assertEquals(List.of("UNREGISTERING"), events);
  }

  @Test
  void whatTheInterfaceDoesNotFitIsNotPutBehindIt() throws Exception {
    answer("answer", 42, "1.0.0").start(context);
    Bundle offering = offering(false).start(context);
    Answers answers = context.getService(reference());
    listen();
    WasmModule other =
        Modules.library(LIB).exportedFunction("other", "() -> i32", code().i32Const(1)).build();
    try (LogLines log = new LogLines("org.dylink.binding.osgi.BoundService")) {
      LibraryJar.named("other").library(other, "1.1.0").start(context);
      assertEquals(
          List.of(
              "SEVERE bundle "
                  + offering
                  + ": Wasm-Service: libanswer.so: cannot bind org.dylink.itest.bound.Answers:"
                  + " answer: undefined function answer: searched libanswer.so:"
                  + " goes on with what it has"),
          log.linesWithLevels());
    }
    assertEquals(42, answers.answer());
    answer("newer", 44, "1.2.0").start(context);

    awaitAnswer(44, 42, answers);
    assertEquals(List.of("MODIFIED 1.2.0"), events);
  }

  @Test
  void theUpdateOfABundleWithInterfaceAndLibraryTakesTheServiceBack() throws Exception {
    Bundle both = both(42).start(context);
    Answers before = context.getService(reference());
    assertEquals(42, before.answer());
    listen();

    both(43).update(both);

    assertEquals(List.of("UNREGISTERING", "REGISTERED"), events);
    assertThrows(IllegalStateException.class, before::answer);
    assertEquals(43, context.getService(reference()).answer());
  }

  private static LibraryJar both(int value) {
    return answer("both", value, "1.0.0")
        .header("Import-Package", Answers.class.getPackageName())
        .header("Wasm-Service", Answers.class.getName() + ";library=" + CLAUSE);
  }
}
