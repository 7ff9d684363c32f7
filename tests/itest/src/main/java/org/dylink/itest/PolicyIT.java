package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Problem;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkPolicy;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.dylink.linker.Provenance;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.Version;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** Policies decide who links, opens and requires what; without any, everybody may. */
@FrameworkTest
class PolicyIT {
  private static final String LIB = "libanswer.so";

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;

  @Test
  void aLibraryThatAProgramMustNotHaveIsRefusedWithThePolicysWords() throws Exception {
    answer().start(context);
    asking().start(context);
    register(refusing(LIB, "not on this machine"));
    assertForbidden("libanswer.so: refused: not on this machine (ask.wasm -> libanswer.so)");
  }

  @Test
  void everythingThatIsRefusedIsToldAtOnce() throws Exception {
    answer().start(context);
    asking().start(context);
    register(refusing(LIB, "not on this machine"));
    register(refusing("ask.wasm", "not today"));
    LinkException failure = assertThrows(LinkException.class, this::link);
    assertEquals(
        List.of(
            new Problem(Reason.FORBIDDEN, "ask.wasm", "", "", "ask.wasm: refused: not today"),
            new Problem(
                Reason.FORBIDDEN,
                LIB,
                "",
                "ask.wasm",
                "libanswer.so: refused: not on this machine (ask.wasm -> libanswer.so)")),
        failure.problems());
  }

  @Test
  void aPolicySeesWhoseProgramItIsAndWhatTheLibraryIs() throws Exception {
    answer().start(context);
    asking().start(context);
    register(
        new LinkPolicy() {
          @Override
          public Optional<String> refuseLink(LinkRequest program, Library library) {
            Provenance main = program.main().provenance().orElseThrow();
            Provenance from = library.provenance().orElseThrow();
            Version version = (Version) library.attributes().get("version");
            return Optional.of(
                main.symbolicName() + " " + from + " " + from.signers() + " " + version);
          }
        });
    LinkException failure = assertThrows(LinkException.class, this::link);
    assertEquals(
        "ask.wasm: refused: asking asking 1.0.0 [] 1.0.0\n"
            + "libanswer.so: refused: asking answer 1.0.0 [] 1.0.0 (ask.wasm -> libanswer.so)",
        failure.getMessage());
  }

  @Test
  void aPolicyThatIsGoneRefusesNothing() throws Exception {
    answer().start(context);
    asking().start(context);
    ServiceRegistration<LinkPolicy> service = register(refusing(LIB, "not yet"));
    assertForbidden("libanswer.so: refused: not yet (ask.wasm -> libanswer.so)");
    service.unregister();
    link().close();
  }

  @Test
  void aLibraryThatAProgramMustNotOpenLeavesItAsItWas() throws Exception {
    answer().start(context);
    LibraryJar.named("counter").library(Counter.MODULE, "1.0.0").start(context);
    register(refusing(LIB, "no plug-ins"));
    try (Program program = Programs.link(linker, Counter.NAME)) {
      LinkException failure = assertThrows(LinkException.class, () -> program.open(LIB));
      assertEquals("libanswer.so: refused: no plug-ins", failure.getMessage());
      assertEquals(Reason.FORBIDDEN, failure.reason());
      assertEquals(1, program.linkMap().libraries().size());
      assertEquals(1, program.call("count"));
    }
  }

  @Test
  void theResolverDoesNotWireWhatAPolicyRefuses() throws Exception {
    answer().start(context);
    Bundle consumer = asking().install(context);
    ServiceRegistration<LinkPolicy> service = register(refusingWires("answer is not signed"));
    BundleException failure = assertThrows(BundleException.class, consumer::start);
    assertEquals(BundleException.RESOLVE_ERROR, failure.getType());
    try (LibraryStates states = LibraryStates.of(context)) {
      states.await(
          "ask.wasm 1.0.0 WAITING (&(wasm.library=libanswer.so)(!(threads=true))(!(target=wasm64-*))) refused: answer is not signed");
    }
    service.unregister();
    consumer.start();
    link().close();
  }

  @Test
  void aWireThatIsThereAlreadyIsRefusedToo() throws Exception {
    answer().start(context);
    asking().start(context);
    link().close();
    ServiceRegistration<LinkPolicy> service = register(refusingWires("answer is not signed"));
    assertForbidden(
        "ask.wasm: needed library libanswer.so refused: answer is not signed"
            + " (ask.wasm -> libanswer.so)");
    try (LibraryStates states = LibraryStates.of(context)) {
      states.await("ask.wasm 1.0.0 WAITING libanswer.so: answer is not signed");
      service.unregister();
      states.await("ask.wasm 1.0.0 AVAILABLE");
    }
  }

  @Test
  void aBundlesOwnLibrariesAreNotRefusedToIt() throws Exception {
    LibraryJar.named("both")
        .library(Modules.asking("ask.wasm", LIB), "1.0.0")
        .library(Modules.answering(LIB, 42), "1.0.0")
        .start(context);
    register(refusingWires("nobody may"));
    try (Program program = link()) {
      assertEquals(42, program.call("ask"));
    }
  }

  private static LibraryJar answer() {
    return LibraryJar.named("answer").library(Modules.answering(LIB, 42), "1.0.0");
  }

  private static LibraryJar asking() {
    return LibraryJar.named("asking").library(Modules.asking("ask.wasm", LIB), "1.0.0");
  }

  private static LinkPolicy refusing(String name, String reason) {
    return new LinkPolicy() {
      @Override
      public Optional<String> refuseLink(LinkRequest program, Library library) {
        return library.name().equals(name) ? Optional.of(reason) : Optional.empty();
      }
    };
  }

  /** Refuses the library of the bundle answer to the bundle asking. */
  private static LinkPolicy refusingWires(String reason) {
    return new LinkPolicy() {
      @Override
      public Optional<String> refuseWire(
          Provenance requirer, Provenance provider, Map<String, Object> attributes) {
        assertTrue(attributes.containsKey(Library.NAMESPACE));
        return requirer.symbolicName().equals("asking") && provider.symbolicName().equals("answer")
            ? Optional.of(reason)
            : Optional.empty();
      }
    };
  }

  private ServiceRegistration<LinkPolicy> register(LinkPolicy policy) {
    return context.registerService(LinkPolicy.class, policy, null);
  }

  private Program link() throws LinkException {
    return Programs.link(linker, "ask.wasm");
  }

  private void assertForbidden(String message) {
    LinkException failure = assertThrows(LinkException.class, this::link);
    assertEquals(message, failure.getMessage());
    assertEquals(Reason.FORBIDDEN, failure.reason());
  }
}
