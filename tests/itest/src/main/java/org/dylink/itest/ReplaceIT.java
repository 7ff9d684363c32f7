package org.dylink.itest;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.dylink.format.WasmModule;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.LoadedLibrary;
import org.dylink.linker.OnWithdraw;
import org.dylink.linker.Program;
import org.dylink.linker.ReplacementPlan;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** Libraries come into running programs in the place of those that they have. */
@FrameworkTest
class ReplaceIT {
  private static final String LIB = "libanswer.so";

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;
  private final BlockingQueue<String> replaced = new LinkedBlockingQueue<>();

  private static LibraryJar answer(String bundle, int value, String version) {
    return LibraryJar.named(bundle).library(Modules.answering(LIB, value), version);
  }

  private void startAsking() throws Exception {
    LibraryJar.named("ask").library(Modules.asking("ask.wasm", LIB), "1.0.0").start(context);
  }

  private Program link() throws Exception {
    LinkRequest request =
        Programs.request(linker, "ask.wasm")
            .onWithdraw(OnWithdraw.REPLACE)
            .trace((library, step) -> note(library + " " + step))
            .build();
    return linker.link(request);
  }

  private void note(String step) {
    if (step.contains(" replaced: ")) {
      replaced.add(step);
    }
  }

  private void awaitReplaced(String step) throws InterruptedException {
    assertEquals(step, replaced.poll(60, TimeUnit.SECONDS));
  }

  @Test
  void theUpdateOfABundleReplacesItsLibrary() throws Exception {
    Bundle provider = answer("answer", 42, "1.0.0").start(context);
    startAsking();
    try (Program program = link()) {
      assertEquals(42, program.call("ask"));
      answer("answer", 43, "1.0.0").update(provider);
      awaitReplaced("libanswer.so replaced: answer 1.0.0");
      assertEquals(43, program.call("ask"));
      assertTrue(program.failure().isEmpty());
    }
  }

  @Test
  void aBetterVersionThatComesReplacesALowerOne() throws Exception {
    answer("answer", 42, "1.0.0").start(context);
    startAsking();
    try (Program program = link()) {
      answer("older", 41, "0.9.0").start(context);
      answer("newer", 44, "1.1.0").start(context);
      awaitReplaced("libanswer.so replaced: newer 1.0.0");
      assertEquals(44, program.call("ask"));
      LoadedLibrary loaded = program.linkMap().libraries().get(1);
      assertEquals("1.1.0", loaded.library().version());
    }
  }

  @Test
  void whatCannotTakeThePlaceLeavesTheProgramAsItIs() throws Exception {
    Bundle provider = answer("answer", 42, "1.0.0").start(context);
    startAsking();
    try (Program program = link()) {
      provider.stop();
      WasmModule other =
          Modules.library(LIB).exportedFunction("other", "() -> i32", code().i32Const(1)).build();
      LibraryJar.named("answer").library(other, "1.0.0").update(provider);
      provider.start();
      Library unfit = linker.library(LIB).orElseThrow();
      LinkException refused = assertThrows(LinkException.class, () -> program.replace(unfit));
      assertEquals(
          "libanswer.so: cannot be replaced: answer: 1.0.0 has none; ask.wasm uses it",
          refused.getMessage());
      assertEquals(42, program.call("ask"));
      // And what comes then can.
      answer("answer", 45, "1.0.0").update(provider);
      awaitReplaced("libanswer.so replaced: answer 1.0.0");
      assertEquals(45, program.call("ask"));
    }
  }

  @Test
  void aProgramIsAskedByHand() throws Exception {
    answer("answer", 42, "1.0.0").start(context);
    startAsking();
    try (Program program = Programs.link(linker, "ask.wasm")) {
      answer("newer", 44, "1.1.0").start(context);
      assertEquals(42, program.call("ask"));
      ReplacementPlan plan = program.replace(linker.library("libanswer.so").orElseThrow());
      assertEquals("1.1.0", plan.after().version());
      assertEquals(44, program.call("ask"));
    }
  }
}
