package org.dylink.itest;

import static org.dylink.itest.TestFiles.expected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dylink.linker.Linker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** C programs print what they print anywhere, with their libraries in bundles. */
@FrameworkTest
class RunProgramIT {
  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;
  @TempDir Path folder;

  @Test
  void runsAProgramOverLibc() throws Exception {
    assertEquals(expected("hello"), Programs.run(linker, "hello.wasm"));
  }

  @Test
  void givesArgumentsAndEnvironmentAndReturnsTheExitCode() throws Exception {
    assertEquals(
        expected("hello-fail"),
        Programs.run(
            linker,
            "hello.wasm",
            request -> request.arguments(List.of("fail", "two")).environment("GREETING", "hi")));
  }

  @Test
  void runsAProgramOverTwoLevelsOfLibraries() throws Exception {
    assertEquals(expected("twolevel"), Programs.run(linker, "twolevel.wasm"));
  }

  @Test
  void runsAProgramOverALibraryOfAnotherBundle() throws Exception {
    assertEquals(expected("zdemo"), Programs.run(linker, "zdemo.wasm"));
  }

  @Test
  void runsAPlainCommandWithoutDylinkSection() throws Exception {
    TestFiles.start(context, folder, "plain.wasm");
    assertEquals(
        expected("plain"),
        Programs.run(
            linker,
            "plain.wasm",
            request -> request.arguments(List.of("a", "b")).environment("GREETING", "hi")));
  }

  @Test
  void runsAProgramOverAPlainModuleGivenByName() throws Exception {
    TestFiles.start(context, folder, "mathmod.wasm");
    TestFiles.start(context, folder, "usemod.wasm");
    assertEquals(
        expected("usemod"),
        Programs.run(
            linker,
            "usemod.wasm",
            request -> request.module("math", Programs.library(linker, "mathmod.wasm"))));
  }

  @Test
  void readsStandardInput() throws Exception {
    TestFiles.start(context, folder, "stdin.wasm");
    byte[] input = "abc Def\n".getBytes(StandardCharsets.UTF_8);
    assertEquals(
        expected("stdin"),
        Programs.run(
            linker, "stdin.wasm", request -> request.stdin(new ByteArrayInputStream(input))));
  }

  @Test
  void usesFilesOfGrantedFoldersOnly() throws Exception {
    TestFiles.start(context, folder, "files.wasm");
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.writeString(data.resolve("in"), "hello\n");
    assertEquals(expected("files"), copy(data, "/data/in", "/data/out"));
    assertEquals("hello\n", Files.readString(data.resolve("out")));
    assertEquals(expected("files-missing"), copy(data, "/data/none", "/data/out"));
    assertEquals(expected("files-isdir"), copy(data, "/data/in", "/data"));
    assertEquals(expected("files-escape"), copy(data, "/data/../../etc/hostname", "/data/out"));
    assertEquals(
        expected("files-nogrant"),
        Programs.run(
            linker, "files.wasm", request -> request.arguments(List.of("/data/in", "/data/out"))));
  }

  @Test
  void refusesSocketsWithAnErrno() throws Exception {
    TestFiles.start(context, folder, "sock.wasm");
    assertEquals(expected("sock"), Programs.run(linker, "sock.wasm"));
  }

  private String copy(Path data, String from, String to) throws Exception {
    return Programs.run(
        linker,
        "files.wasm",
        request -> request.folder("/data", data).arguments(List.of(from, to)));
  }
}
