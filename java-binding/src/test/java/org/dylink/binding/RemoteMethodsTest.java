package org.dylink.binding;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.function.IntBinaryOperator;
import org.dylink.binding.shape.RemoteMethods;
import org.junit.jupiter.api.Test;

/** What can be called from another machine, and what is said of the rest. */
class RemoteMethodsTest {
  @SuppressWarnings("ArrayRecordComponent") // a struct with an array inside
  record Size(int width, byte[] unit) implements Serializable {}

  record Box(Size size, String name) implements Serializable {}

  record Local(int width) {}

  record Outer(int depth, Local local) implements Serializable {}

  record Linked(int value, Pointer next) implements Serializable {}

  interface Values extends AutoCloseable {
    void nothing();

    String text(String of, boolean a, char b, long c, double d);

    int sum(@In byte[] bytes, @In long[] longs);

    Box larger(Box box, @In Box[] others);

    /** Java's own. */
    default int[] own(ByteBuffer buffer) {
      return new int[buffer.limit()];
    }

    @Override
    void close();
  }

  interface Memory {
    void both(int[] inAndOut);

    void given(@InOut Size[] sizes);

    int taken(int a, @Out byte[] bytes, @Out long[] count);
  }

  interface Objects {
    Binding binding();

    void buffer(@In ByteBuffer data);

    int call(IntBinaryOperator function);

    void keep(Callback<IntBinaryOperator> function);

    int print(String format, Object... rest);

    Pointer where(int a, Pointer from);
  }

  interface Records {
    Local local();

    void outer(Outer outer, @In Linked[] list);
  }

  @Test
  void valuesCanBeSent() {
    assertDoesNotThrow(() -> RemoteMethods.check(Values.class, "libc.so"));
  }

  @Test
  void whatIsWrittenToIsNotSentBack() {
    refused(
        Memory.class,
        "both: parameter 0 (int[]) is written to: not @In; given: parameter 0 (Size[]) is written"
            + " to: @InOut; taken: parameter 1 (byte[]) is written to: @Out; taken: parameter 2"
            + " (long[]) is written to: @Out");
  }

  @Test
  void objectsOfThisProcessStayHere() {
    refused(
        Objects.class,
        "binding: result (Binding) is no value; buffer: parameter 0 (ByteBuffer) is no value; call:"
            + " parameter 0 (IntBinaryOperator) is no value; keep: parameter 0 (Callback) is no"
            + " value; print: parameter 1 (Object) is no value; where: parameter 1 (Pointer) is no"
            + " value; where: result (Pointer) is no value");
  }

  @Test
  void recordsAreSerializableWithAllThatTheyHave() {
    refused(
        Records.class,
        "local: result (Local) is not Serializable; outer: parameter 0 Outer.local (Local) is not"
            + " Serializable; outer: parameter 1 Linked.next (Pointer) is no value");
  }

  private static void refused(Class<?> type, String problems) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> RemoteMethods.check(type, "libtour.so"));
    assertEquals(
        "libtour.so: " + type.getName() + " cannot be called from another machine: " + problems,
        refused.getMessage());
  }
}
