package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.dylink.engine.TrapException;
import org.dylink.linker.Library;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.dylink.linker.ProgramProcess;
import org.dylink.linker.Snapshot;
import org.dylink.linker.StandardStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** Programs as processes, in a framework. docs/embedding.md has some of this code. */
@FrameworkTest
class EmbeddingIT {
  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;
  @TempDir Path folder;

  @Test
  void aMainOfABundleIsStartedAndRead() throws Exception {
    StringBuilder printed = new StringBuilder();
    // docs/embedding.md: process
    Library main = linker.library("hello.wasm").orElseThrow();
    LinkRequest request =
        LinkRequest.builder(main)
            .arguments(List.of("one", "two"))
            .environment("LANG", "C")
            .timeout(Duration.ofMinutes(1))
            .maxMemory(64L << 20)
            .pipe(StandardStream.STDOUT)
            .build();
    ProgramProcess process = linker.start(request);
    printed.append(new String(process.stdout().readAllBytes(), StandardCharsets.UTF_8));
    int exitCode = process.waitFor();
    // docs/embedding.md: end
    assertEquals(0, exitCode);
    assertEquals(
        Programs.run(linker, "hello.wasm", EmbeddingIT::withArguments), printed + "exit=0\n");
  }

  @Test
  void programsBeginWhereAnotherWas() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Library main = linker.library("hello.wasm").orElseThrow();
    LinkRequest request = withArguments(LinkRequest.builder(main)).stdout(printed).build();
    int exitCode;
    // docs/embedding.md: snapshot
    Snapshot snapshot;
    try (Program first = linker.link(request)) {
      snapshot = first.snapshot(); // behind constructors, and calls that set something up
    }
    try (Program program = linker.link(snapshot, request)) {
      exitCode = program.run();
    }
    // docs/embedding.md: end
    assertEquals(0, exitCode);
    assertEquals(
        Programs.run(linker, "hello.wasm", EmbeddingIT::withArguments),
        printed.toString(StandardCharsets.UTF_8) + "exit=0\n");
  }

  private static LinkRequest.Builder withArguments(LinkRequest.Builder request) {
    return request.arguments(List.of("one", "two")).environment("LANG", "C");
  }

  @Test
  void aMainAtAUrlIsLinkedWithWhatIsInTheRegistry() throws Exception {
    URL place = hello().getEntry("bin/hello.wasm");
    Library main = Library.read(place);
    assertEquals("hello.wasm", main.name());
    assertEquals(place.toString(), main.origin());
    assertEquals(0, linker.run(LinkRequest.builder(main).build()));
  }

  @Test
  void aMainInMemoryIsLinkedWithWhatIsInTheRegistry() throws Exception {
    Library main = Library.read("mine.wasm", TestFiles.bytes("/native/stdin.wasm"));
    ProgramProcess process =
        linker.start(LinkRequest.builder(main).pipe(StandardStream.values()).build());
    try (OutputStream stdin = process.stdin()) {
      stdin.write("some text\n".getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(0, process.waitFor());
    assertEquals("SOME TEXT\nstdin: 10 bytes\n", text(process.stdout()));
    assertEquals("", text(process.stderr()));
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void aProcessIsDestroyed() throws Exception {
    TestFiles.start(context, folder, "loop.wasm");
    ProgramProcess process =
        linker.start(Programs.request(linker, "loop.wasm").pipe(StandardStream.STDOUT).build());
    assertEquals('l', process.stdout().read());
    process.destroy();
    TrapException trap = assertThrows(TrapException.class, process::waitFor);
    assertEquals("destroyed", trap.getMessage());
  }

  @Test
  void aProcessEndsWithItsLibrary() throws Exception {
    TestFiles.start(context, folder, "loop.wasm");
    ProgramProcess process =
        linker.start(Programs.request(linker, "loop.wasm").pipe(StandardStream.STDOUT).build());
    assertEquals('l', process.stdout().read());
    Bundle loop = context.getBundle("wasm:" + folder.resolve("loop.wasm").toUri());
    loop.stop();
    TrapException trap = assertThrows(TrapException.class, process::waitFor);
    assertEquals(
        "library loop.wasm of bundle wasm.loop.wasm 0.0.0 was withdrawn", trap.getMessage());
  }

  private Bundle hello() {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> "org.dylink.example.hello".equals(bundle.getSymbolicName()))
        .findFirst()
        .orElseThrow();
  }
}
