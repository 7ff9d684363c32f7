package org.dylink.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketsTest {
  @Test
  void whatIsOpenIsNoSocket(@TempDir Path folder) {
    Caller wasi = new Caller(FakeGuest.granted("/", folder));
    int file = wasi.opened("new", Caller.CREATE, Caller.WRITE);
    for (int descriptor : new int[] {0, 1, 2, 3, file}) {
      assertAll(WasiErrno.NOTSOCK, wasi, descriptor);
    }
  }

  @Test
  void whatIsNotOpenIsBad() {
    Caller wasi = new Caller(new FakeGuest());
    for (int descriptor : new int[] {3, -1, Integer.MAX_VALUE}) {
      assertAll(WasiErrno.BADF, wasi, descriptor);
    }
  }

  private static void assertAll(int errno, Caller wasi, int descriptor) {
    assertEquals(errno, wasi.call("sock_accept", descriptor, 0, Caller.RESULT));
    assertEquals(errno, wasi.call("sock_recv", descriptor, 0, 0, 0, Caller.RESULT, Caller.RESULT));
    assertEquals(errno, wasi.call("sock_send", descriptor, 0, 0, 0, Caller.RESULT));
    assertEquals(errno, wasi.call("sock_shutdown", descriptor, 3));
  }
}
