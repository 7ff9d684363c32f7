package org.dylink.format;

import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.SequenceInputStream;
import java.net.StandardProtocolFamily;
import java.net.URL;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that wait, have no end, are too large, or change while they are read. */
@Timeout(60)
class SpecialFilesTest {
  private static final byte[] HEADER = module("x").toArray();
  private static final long LIMIT =
      Math.min(1 << 30, Runtime.getRuntime().maxMemory() / 4); // as the reader has it

  @TempDir private Path folder;

  @Test
  void aPipeIsNotOpened() throws Exception {
    Path pipe = folder.resolve("pipe.so");
    assumeTrue(isMade("mkfifo", pipe.toString()), "there is no mkfifo");

    assertFails(pipe + ": is not a regular file", pipe);
    URL inside = new URL("jar:" + pipe.toUri() + "!/libz.so");
    assertEquals(
        pipe + ": is not a regular file",
        assertThrows(IOException.class, () -> WasmModule.read("libz.so", inside)).getMessage());
  }

  private static boolean isMade(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aSocketIsNotOpened() throws IOException {
    Path socket = folder.resolve("s.so");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      assertFails(socket + ": is not a regular file", socket);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/zero", "/dev/full", "/dev/null"})
  void aDeviceIsNotOpened(Path device) {
    assumeTrue(Files.exists(device), "there is no such device");
    assertFails(device + ": is not a regular file", device);
  }

  @Test
  void aFolderIsNoListOfItsFiles() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("100% a+b"));
    assertFails(inside + ": is a folder", inside);
  }

  @Test
  void whatAFileIsCalledIsNotObeyed() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("a\u001b[2Jb"));
    assertFails(folder + "/a\\u001b[2Jb: is a folder", inside);
  }

  private static void assertFails(String message, Path file) {
    IOException thrown =
        assertThrows(IOException.class, () -> WasmModule.read("x", file.toUri().toURL()));
    assertEquals(message, thrown.getMessage());
  }

  @Test
  void aLargeFileOfZerosIsRefusedByItsFirstBytes() throws IOException {
    Path file = zeros(new byte[0], 500 << 20);
    assertEquals(
        "x: not a WebAssembly module: starts with 00 00 00 00",
        assertThrows(
                MalformedModuleException.class, () -> WasmModule.read("x", file.toUri().toURL()))
            .getMessage());
  }

  @Test
  void aModuleOfMoreThanTheHeapCanSpareIsRefused() throws IOException {
    assertFails(tooLarge(), zeros(HEADER, LIMIT + 1));
  }

  @Test
  void aFewBytesThatInflateToManyAreRefused() throws IOException {
    Path jar = folder.resolve("bomb.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("libbomb.so"));
      zip.write(HEADER);
      writeZeros(zip, LIMIT);
    }
    URL bomb = new URL("jar:" + jar.toUri() + "!/libbomb.so");

    IOException thrown = assertThrows(IOException.class, () -> WasmModule.read("x", bomb));

    assertEquals(tooLarge(), thrown.getMessage());
  }

  private static String tooLarge() {
    return LIMIT == 1 << 30
        ? "is larger than 1073741824 bytes"
        : "is larger than " + LIMIT + " bytes, a quarter of the JVM's heap";
  }

  /** A file with holes: it takes no room. */
  private Path zeros(byte[] start, long size) throws IOException {
    Path path = folder.resolve("zeros.so");
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.write(start);
      file.setLength(size);
    }
    return path;
  }

  private static void writeZeros(OutputStream out, long size) throws IOException {
    byte[] zeros = new byte[1 << 20];
    for (long left = size; left > 0; left -= zeros.length) {
      out.write(zeros);
    }
  }

  @Test
  void aStreamOfAModuleWithoutAnEndIsRefused() {
    InputStream zeros =
        new InputStream() {
          @Override
          public int read() {
            return 0;
          }

          @Override
          public int read(byte[] target, int offset, int size) {
            return size;
          }
        };
    InputStream endless = new SequenceInputStream(new ByteArrayInputStream(HEADER), zeros);

    IOException thrown = assertThrows(IOException.class, () -> WasmModule.read("x", endless));

    assertEquals(tooLarge(), thrown.getMessage());
  }

  @Test
  void aFileThatShrinksMeanwhileEndsEarly() throws IOException {
    Path file = largeModule();
    InputStream shrinking =
        changing(file, () -> Files.write(file, new byte[0])); // the same file, now of no length

    MalformedModuleException thrown =
        assertThrows(MalformedModuleException.class, () -> WasmModule.read("x", shrinking));

    assertEquals(
        "x: custom section: ends early: 300007 bytes at offset 0xc, 16372 left",
        thrown.getMessage());
  }

  @Test
  void aFileThatGrowsMeanwhileIsReadToItsEnd() throws Exception {
    Path file = largeModule();
    byte[] before = Files.readAllBytes(file);
    InputStream growing =
        changing(
            file,
            () -> {
              try (RandomAccessFile end = new RandomAccessFile(file.toFile(), "rw")) {
                end.seek(end.length());
                end.write(new byte[] {0, 2, 1, 'e'});
              }
            });

    WasmModule read = WasmModule.read("x", growing);

    assertEquals(before.length + 4, read.bytes().size());
    assertEquals(2, read.sections().size());
  }

  @Test
  void aFileThatIsReplacedMeanwhileIsTheOldOne() throws Exception {
    Path file = largeModule();
    byte[] before = Files.readAllBytes(file);
    Path other = Files.write(folder.resolve("other.so"), new byte[10]);
    InputStream replaced =
        changing(file, () -> Files.move(other, file, StandardCopyOption.REPLACE_EXISTING));

    assertEquals(WasmModule.read("x", before).digest(), WasmModule.read("x", replaced).digest());
  }

  /** What is done to a file. */
  private interface Change {
    void make() throws IOException;
  }

  /** A file to which something happens behind its first 16 KiB. */
  private static InputStream changing(Path file, Change change) throws IOException {
    return new FilterInputStream(Files.newInputStream(file)) {
      private int given;

      @Override
      public int read(byte[] target, int offset, int size) throws IOException {
        int left = given < 16_384 ? 16_384 - given : size;
        int count = super.read(target, offset, Math.min(size, left));
        boolean isNow = given < 16_384 && given + count == 16_384;
        given += count;
        if (isNow) {
          change.make();
        }
        return count;
      }
    };
  }

  private Path largeModule() throws IOException {
    byte[] file = module("x").customSection("large", new byte[300_001]).toArray();
    return Files.write(folder.resolve("large.so"), file);
  }
}
