package org.dylink.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamsTest {
  private final FakeGuest guest = FakeGuest.with("app.wasm");

  @Test
  void writesFromSeveralBuffers() {
    Caller wasi = new Caller(guest);
    int vectors = wasi.vector(wasi.put("hello "), 6, wasi.put(""), 0, wasi.put("world"), 5);
    assertEquals(0, wasi.call("fd_write", 1, vectors, 3, Caller.RESULT));
    assertEquals(11, wasi.result());
    assertEquals("hello world", guest.output());
  }

  @Test
  void writesMoreThanOneChunk() {
    Caller wasi = new Caller(guest);
    int size = 2 * Transfer.CHUNK + 7;
    guest.memory.fill(Caller.BUFFER, (byte) 'x', size);
    assertEquals(0, wasi.call("fd_write", 1, wasi.vector(Caller.BUFFER, size), 1, Caller.RESULT));
    assertEquals(size, wasi.result());
    assertEquals("x".repeat(size), guest.output());
  }

  @Test
  void keepsTheOrderOfOutputAndErrorOutput() {
    guest.stdout = new BufferedOutputStream(guest.out);
    guest.stderr = new BufferedOutputStream(guest.out);
    Caller wasi = new Caller(guest);
    assertEquals(0, wasi.write(1, "one "));
    assertEquals(0, wasi.write(2, "two "));
    assertEquals(0, wasi.write(1, "three"));
    assertEquals("one two three", guest.output());
  }

  @Test
  void readsIntoSeveralBuffers() {
    guest.stdin = input("some text");
    Caller wasi = new Caller(guest);
    int vectors = wasi.vector(Caller.BUFFER, 4, Caller.BUFFER + 4, 100);
    assertEquals(0, wasi.call("fd_read", 0, vectors, 2, Caller.RESULT));
    assertEquals("some", wasi.text());
    assertEquals(0, wasi.read(0, 100));
    assertEquals(" text", wasi.text());
    assertEquals(0, wasi.read(0, 100));
    assertEquals(0, wasi.result());
  }

  @Test
  void doesNotWaitForMoreInputThanThereIs() {
    guest.stdin =
        new InputStream() {
          @Override
          public int read() {
            throw new AssertionError("one byte was asked for");
          }

          @Override
          public int read(byte[] target, int offset, int size) {
            assertTrue(target[0] == 0 && size == 4, "asked for " + size);
            return size;
          }
        };
    Caller wasi = new Caller(guest);
    int vectors = wasi.vector(Caller.BUFFER, 4, Caller.BUFFER + 4, 100);
    assertEquals(0, wasi.call("fd_read", 0, vectors, 2, Caller.RESULT));
    assertEquals(4, wasi.result());
  }

  @Test
  void streamsGoOneWay() {
    Caller wasi = new Caller(guest);
    assertEquals(WasiErrno.BADF, wasi.write(0, "x"));
    assertEquals(WasiErrno.BADF, wasi.read(1, 1));
    assertEquals(WasiErrno.BADF, wasi.read(2, 1));
    assertEquals(WasiErrno.BADF, wasi.write(3, "x"));
    assertEquals(WasiErrno.BADF, wasi.read(-1, 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void givenStreamsAreNoTerminals(int stream) {
    Caller wasi = new Caller(guest);
    assertEquals(0, wasi.call("fd_fdstat_get", stream, Caller.RESULT));
    assertEquals(FileStat.UNKNOWN, guest.memory.readByte(Caller.RESULT));
  }

  @Test
  void streamsHaveNoPosition() {
    Caller wasi = new Caller(guest);
    int espipe = 70;
    assertEquals(espipe, wasi.call("fd_seek", 1, 0L, 0, Caller.RESULT));
    assertEquals(espipe, wasi.call("fd_tell", 0, Caller.RESULT));
    assertEquals(
        espipe, wasi.call("fd_pread", 0, wasi.vector(Caller.BUFFER, 1), 1, 0L, Caller.RESULT));
  }

  @Test
  void streamsStayOpenForTheirOwner() {
    boolean[] closed = {false};
    guest.stdout =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    Caller wasi = new Caller(guest);
    assertEquals(0, wasi.call("fd_close", 1));
    assertEquals(WasiErrno.BADF, wasi.write(1, "x"));
    wasi.close();
    assertEquals(false, closed[0]);
  }

  @Test
  void aBrokenStreamIsAnError() {
    guest.stdout =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("broken");
          }
        };
    assertEquals(WasiErrno.IO, new Caller(guest).write(1, "x"));
  }

  private static InputStream input(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
