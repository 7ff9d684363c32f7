package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.CommandProcessor;
import org.dylink.format.WasmModule;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.dylink.linker.runtime.LinkerRuntime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** The engine native, installed, allowed and configured as docs/native.md tells who deploys. */
@FrameworkTest
class MachineCodeIT {
  private static final String PID = "org.dylink.engine.native";
  private static final String KIND = "native-" + NativeParts.PLATFORM;
  private static final String LIB = "libanswer.so";
  private static final WasmModule ANSWER = Modules.answering(LIB, 42);

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;
  @InjectService LinkerRuntime runtime;
  @InjectService CommandProcessor processor;
  @TempDir Path folder;

  private NativeParts parts;
  private Configurations configurations;

  @BeforeEach
  void find() {
    parts = NativeParts.of(context);
    assumeTrue(
        parts.areThere(), "engine native was not built: it takes JDK 22, and Linux on x86-64");
    configurations = new Configurations(context);
  }

  @AfterEach
  void forget() throws Exception {
    if (configurations != null) {
      configurations.deleteAll();
    }
  }

  @Test
  void whereNobodyHasAllowedItItSaysSoOnceAndStaysAway() throws Exception {
    LibraryJar.named("answer").library(ANSWER, "1.0.0").start(context);
    try (LogLines log = new LogLines("org.dylink.machine.run.NativeEngine")) {
      parts.startEngine(context);
      assertEquals("jvm", engineOfAProgram());
      assertEquals("jvm", engineOfAProgram());
      assertEquals(
          List.of(
              "INFO engine native stays away: nobody has allowed it by folder of the PID " + PID),
          log.linesWithLevels());
    }
  }

  @Test
  void aProgramRunsAsMachineCodeThatIsMadeForIt() throws Exception {
    Path code = folder.resolve("code");
    LibraryJar.named("answer").library(ANSWER, "1.0.0").start(context);
    configurations.set(
        PID,
        Map.of(
            "folder", code.toString(),
            "compiler", parts.compiler().toString(),
            "compile", "first"));
    Bundle engine = parts.startEngine(context);
    assertEquals("native", engineOfAProgram());
    assertEquals(
        List.of(
            "libanswer.so@1.0.0 is available",
            "libanswer.so and what it needs run on engine native",
            "LIBRARY ENGINE COMPILED PLACE REMARK",
            "libanswer.so native %s %s N bytes for x86-64-v2 by LLVM 20.1.7, made on this machine"
                .formatted(KIND, code)),
        typed("wasm:why libanswer.so"));

    engine.stop();
    assertEquals("jvm", engineOfAProgram());
  }

  @Test
  void codeInABundleIsRunOnceTheConfigurationTrustsIt() throws Exception {
    byte[] object = parts.compile(ANSWER, folder);
    LibraryJar.named("answer")
        .library(ANSWER, "1.0.0")
        .compiled("lib/" + LIB, KIND, object)
        .start(context);
    Map<String, Object> allowed = Map.of("folder", folder.resolve("code").toString());
    configurations.set(PID, allowed);
    parts.startEngine(context);
    String entry = "sha-256=" + NativeParts.sha256(object);
    String refusal =
        "that in its bundle is not trusted: to allow it, add " + entry + " to trust of " + PID;

    try (LogLines log = new LogLines("org.dylink.linker.osgi.Programs")) {
      assertEquals("jvm", engineOfAProgram());
      assertEquals(
          List.of(
              "libanswer.so: needs machine code, which engine native lacks: "
                  + refusal
                  + "; no compiler is installed: it runs on jvm"),
          log.lines());
    }
    assertEquals(
        List.of(
            "libanswer.so@1.0.0 is available",
            "libanswer.so and what it needs run on engine jvm",
            "LIBRARY ENGINE COMPILED PLACE REMARK",
            "libanswer.so native %s its bundle not used: %s".formatted(KIND, refusal),
            "libanswer.so native needs machine code, which engine native lacks: "
                + refusal
                + "; no compiler is installed"),
        // The other engine may have kept its classes by now.
        typed("wasm:why libanswer.so").stream()
            .filter(line -> !line.startsWith("libanswer.so jvm"))
            .toList());

    configurations.set(PID, Map.of("folder", allowed.get("folder"), "trust", new String[] {entry}));
    assertEquals("native", engineOfAProgram());
    assertEquals(
        List.of(
            "compiled "
                + KIND
                + " in its bundle: N bytes for x86-64-v2 by LLVM 20.1.7, trusted by the configuration"),
        typed("wasm:info libanswer.so").stream()
            .filter(line -> line.startsWith("compiled"))
            .toList());
  }

  /** Links a program, asks it, and says what has run it. */
  private String engineOfAProgram() throws Exception {
    try (Program program = Programs.link(linker, LIB)) {
      assertEquals(42, program.call("answer"));
      return runtime.programs().get(0).engine;
    }
  }

  /** The lines that a shell prints; how large code is, compilers decide. */
  private List<String> typed(String line) {
    try (ShellSession shell = new ShellSession(processor, folder)) {
      return shell.type(line).stream()
          .map(each -> each.replaceAll("\\b\\d+ bytes ", "N bytes "))
          .toList();
    }
  }
}
