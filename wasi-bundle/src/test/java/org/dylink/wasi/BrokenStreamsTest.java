package org.dylink.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What goes wrong with the host's streams, the program is told: write(2) of POSIX has the errors.
 */
class BrokenStreamsTest {
  private final FakeGuest guest = FakeGuest.with("app.wasm");

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        throw new IOException(message);
      }
    };
  }

  @ParameterizedTest
  @CsvSource({
    "Broken pipe, 64",
    "Pipe closed, 64",
    "No space left on device, 51",
    "Bad file descriptor, 8",
    "Stream Closed, 8",
    "Resource temporarily unavailable, 6",
    "Input/output error, 29"
  })
  void writingGivesTheHostsError(String message, int errno) {
    guest.stdout = failing(message);
    Caller wasi = new Caller(guest);
    assertEquals(errno, wasi.write(1, "x"));
    assertEquals(errno, wasi.write(1, "again"));
    assertEquals(0, wasi.write(2, "standard error is another stream"));
  }

  @Test
  void theCauseTellsWhereTheMessageDoesNot() {
    guest.stdout =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException(
                "app: STDOUT: the pipe is closed", new IOException("Broken pipe"));
          }
        };
    assertEquals(WasiErrno.PIPE, new Caller(guest).write(1, "x"));
  }

  @Test
  void aPrintStreamThatFailsIsNoSuccess() {
    guest.stdout = new PrintStream(failing("Broken pipe"), false, StandardCharsets.UTF_8);
    assertEquals(WasiErrno.IO, new Caller(guest).write(1, "x"));
  }

  @Test
  void aPrintStreamThatWorksGetsTheBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    guest.stdout = new PrintStream(bytes, false, StandardCharsets.US_ASCII);
    assertEquals(0, new Caller(guest).write(1, "gr\u00fc\u00dfe"));
    assertEquals("gr\u00fc\u00dfe", bytes.toString(StandardCharsets.UTF_8));
  }

  @Test
  void readingGivesTheHostsError() {
    guest.stdin =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Bad file descriptor");
          }

          @Override
          public int read(byte[] target, int offset, int count) throws IOException {
            throw new IOException("Bad file descriptor");
          }

          @Override
          public int available() throws IOException {
            throw new IOException("Bad file descriptor");
          }
        };
    Caller wasi = new Caller(guest);
    assertEquals(WasiErrno.BADF, wasi.read(0, 10));
    assertEquals(WasiErrno.BADF, wasi.read(0, 10));
  }
}
