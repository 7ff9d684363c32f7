package org.dylink.deployer;

import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dylink.format.PrintableText;
import org.dylink.format.WasmModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WasmUrlHandlerTest {
  private static final WasmModule FOO = module("libfoo.so").dylink(dylink()).build();

  /** What a framework puts between the platform and the service. */
  private static final URLStreamHandler FRAMEWORK =
      new URLStreamHandler() {
        @Override
        protected URLConnection openConnection(URL url) {
          return new WasmUrlHandler().openConnection(url);
        }
      };

  @TempDir private Path folder;

  @Test
  void opensTheModuleAsABundle() throws Exception {
    Path file = Files.write(folder.resolve("libfoo.so.1.2"), FOO.bytes().toArray());
    assertArrayEquals(LibraryBundle.of(FOO, "1.2"), read("wasm:" + file.toUri()));
    assertArrayEquals(LibraryBundle.of(FOO, "2"), read("wasm:" + file.toUri() + "?version=2"));
  }

  @Test
  void saysWhatIsWrongWithTheModule() throws Exception {
    Path file = Files.writeString(folder.resolve("libbad.so"), "\177ELF");
    String url = "wasm:" + file.toUri();
    String elf = ": not a WebAssembly module: starts with 7f 45 4c 46 (an ELF file)";
    assertFails(url + elf, url);
    assertFails(url + "?name=libworse.so" + elf, url + "?name=libworse.so");
  }

  @Test
  void saysWhatIsWrongWithTheUrl() throws Exception {
    Path file = Files.write(folder.resolve("libfoo.so"), FOO.bytes().toArray());
    String url = "wasm:" + file.toUri() + "?version=1.x";
    assertFails(url + ": version: expected major.minor.micro.qualifier, found 1.x", url);
    assertFails("no protocol: libfoo.so", "wasm:libfoo.so");
    Path missing = folder.resolve("none.so");
    assertFails(missing + " (No such file or directory)", "wasm:" + missing.toUri());
  }

  @Test
  void opensNoPipeSocketDeviceOrFolder() throws Exception {
    Path inside = Files.createDirectory(folder.resolve("libdir.so"));
    assertFails(inside + ": is a folder", "wasm:" + inside.toUri());
    Path zero = Files.createSymbolicLink(folder.resolve("libzero.so"), Path.of("/dev/zero"));
    assertFails(zero + ": is not a regular file", "wasm:" + zero.toUri());
    Path socket = folder.resolve("s.so");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      assertFails(socket + ": is not a regular file", "wasm:" + socket.toUri());
    }
    Path pipe = folder.resolve("p.so");
    assumeTrue(isMade("mkfifo", pipe.toString()), "there is no mkfifo");
    assertFails(pipe + ": is not a regular file", "wasm:" + pipe.toUri());
  }

  private static boolean isMade(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void refusesANameThatNoFileCouldHave() throws Exception {
    Path file = Files.write(folder.resolve("libfoo.so"), FOO.bytes().toArray());
    String url = "wasm:" + file.toUri() + "?name=";
    String empty = url + "&version=1";
    assertFails(empty + ": library name: empty", empty);
    String escape = url + "a%1b%5b2J";
    assertFails(escape + ": library name: control character 0x1b at index 1", escape);
    String dots = url + "a.".repeat(100_000);
    assertFails(PrintableText.of(dots) + ": library name: 200000 characters, at most 4096", dots);
    String version = "wasm:" + file.toUri() + "?version=%1b";
    assertFails(
        version + ": version: expected major.minor.micro.qualifier, found \\u001b", version);
  }

  private static void assertFails(String message, String url) {
    assertEquals(message, assertThrows(IOException.class, () -> read(url)).getMessage());
  }

  private static byte[] read(String url) throws IOException {
    try (InputStream in = new URL(null, url, FRAMEWORK).openStream()) {
      return in.readAllBytes();
    }
  }
}
