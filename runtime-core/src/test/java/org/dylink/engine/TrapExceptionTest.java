package org.dylink.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class TrapExceptionTest {
  @Test
  void whoReadsItNeedsNoClassOfOurs() throws Exception {
    TrapException trap = new TrapException(TrapKind.UNREACHABLE, "unreachable");
    trap.setStackTrace(
        new StackTraceElement[] {new StackTraceElement("libz.so", "deflate", null, -1)});

    RuntimeException read = (RuntimeException) writtenAndRead(trap);

    assertSame(IllegalStateException.class, read.getClass());
    assertEquals("org.dylink.engine.TrapException: unreachable", read.getMessage());
    assertArrayEquals(trap.getStackTrace(), read.getStackTrace());
  }

  private static Object writtenAndRead(Object object) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
