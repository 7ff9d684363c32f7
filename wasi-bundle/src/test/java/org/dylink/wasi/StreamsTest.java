package org.dylink.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StreamsTest {
  private final FakeGuest guest = FakeGuest.with("app.wasm");
  private final Caller wasi = new Caller(guest);

  @Test
  void writesToOutput() {
    assertEquals(Errno.SUCCESS, wasi.write(1, "hello\n"));
    assertEquals(6, wasi.result());
    assertEquals("hello\n", guest.output());
  }

  @Test
  void readsInput() {
    guest.stdin = new ByteArrayInputStream("line".getBytes(StandardCharsets.UTF_8));
    Caller late = new Caller(guest);
    assertEquals(Errno.SUCCESS, late.read(0, 100));
    assertEquals("line", late.text());
  }
}
