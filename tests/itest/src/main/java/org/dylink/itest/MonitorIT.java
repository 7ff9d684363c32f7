package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.management.MBeanAttributeInfo;
import javax.management.ObjectName;
import org.dylink.engine.TrapException;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.dylink.monitor.Figures;
import org.dylink.monitor.Monitor;
import org.dylink.monitor.ProgramEvent;
import org.dylink.monitor.ProgramEvent.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** What operators see of programs. */
@FrameworkTest
class MonitorIT {
  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;
  @InjectService Monitor monitor;
  @TempDir Path folder;

  private List<String> kinds(int most) {
    return monitor.events().stream()
        .limit(most)
        .map(event -> event.kind() + " " + event.name() + " " + event.detail())
        .toList();
  }

  private LinkRequest request(String main) {
    Library library = linker.library(main).orElseThrow();
    return LinkRequest.builder(library).stdout(OutputStream.nullOutputStream()).build();
  }

  @Test
  void aProgramIsCountedFromItsLinkToItsEnd() throws Exception {
    Figures before = monitor.figures();
    try (Program program = linker.link(request("hello.wasm"))) {
      Figures linked = monitor.figures();
      assertEquals(before.linkTotal() + 1, linked.linkTotal());
      assertTrue(linked.linkTimeTotal() > before.linkTimeTotal());
      assertEquals(1, linked.programs());
      assertEquals(1, linked.guestThreads());
      assertEquals(program.linkMap().memoryPages() * 65_536, linked.memory());
      assertEquals(List.of("LINKED hello.wasm engine jvm, libraries: 2"), kinds(1));
      program.run();
    }
    assertEquals(List.of("CLOSED hello.wasm exit code 0"), kinds(1));
    assertEquals(0, monitor.figures().programs());
    assertEquals(before.trapTotal(), monitor.figures().trapTotal());
    // Of hello.wasm and of libc.so something was compiled, or taken from an earlier test's.
    Figures after = monitor.figures();
    assertTrue(after.compiledTotal() + after.keptTotal() > 0);
  }

  @Test
  void aTrapIsCountedAndTold() throws Exception {
    TestFiles.start(context, folder, "libtrap.so");
    TestFiles.start(context, folder, "trap.wasm");
    Figures before = monitor.figures();
    try (Program program = linker.link(request("trap.wasm"))) {
      assertThrows(TrapException.class, program::run);
    }
    assertEquals(before.trapTotal() + 1, monitor.figures().trapTotal());
    assertEquals(before.stopTotal(), monitor.figures().stopTotal());
    assertEquals(
        List.of(
            "CLOSED trap.wasm ", "TRAPPED trap.wasm unreachable: unreachable instruction executed"),
        kinds(2));
  }

  @Test
  void whatAProgramOpensIsCountedOnce() throws Exception {
    LibraryJar.named("answering")
        .library(Modules.answering("libanswer.so", 42), "1.0.0")
        .start(context);
    Figures before = monitor.figures();
    try (Program program = linker.link(request("hello.wasm"))) {
      program.open("libanswer.so");
      program.open("libanswer.so");
      assertThrows(LinkException.class, () -> program.open("libnone.so"));
      assertEquals(before.openTotal() + 1, monitor.figures().openTotal());
      ProgramEvent event = monitor.events().get(0);
      assertEquals(Kind.OPENED, event.kind());
      assertEquals("libanswer.so", event.name());
      assertEquals(program.id(), event.program());
    }
  }

  @Test
  void aLinkThatFailsIsCountedAndTold() throws Exception {
    LibraryJar.named("asking")
        .library(Modules.asking("ask.wasm", "hello.wasm"), "1.0.0")
        .start(context);
    Figures before = monitor.figures();
    Library ask = linker.library("ask.wasm").orElseThrow();
    LinkRequest request = LinkRequest.builder(ask).bindNow(true).build();
    LinkException failure = assertThrows(LinkException.class, () -> linker.link(request));
    assertEquals(before.linkFailureTotal() + 1, monitor.figures().linkFailureTotal());
    assertEquals(before.linkTotal(), monitor.figures().linkTotal());
    assertEquals(List.of("NOT_LINKED ask.wasm " + failure.problems().get(0).message()), kinds(1));
  }

  @Test
  void jmxHasTheSameNumbers() throws Exception {
    ObjectName name = new ObjectName("org.dylink:type=Monitor");
    assertEquals(
        monitor.figures().linkTotal(),
        ManagementFactory.getPlatformMBeanServer().getAttribute(name, "LinkTotal"));
    assertEquals(
        List.of(
            "CompileTimeTotal",
            "CompiledTotal",
            "FailedLibraries",
            "GuestThreads",
            "KeptTotal",
            "Libraries",
            "LinkFailureTotal",
            "LinkTimeTotal",
            "LinkTotal",
            "Memory",
            "OpenTimeTotal",
            "OpenTotal",
            "Programs",
            "StopTotal",
            "TrapTotal",
            "WaitingLibraries"),
        Stream.of(ManagementFactory.getPlatformMBeanServer().getMBeanInfo(name).getAttributes())
            .map(MBeanAttributeInfo::getName)
            .sorted()
            .toList());
  }
}
