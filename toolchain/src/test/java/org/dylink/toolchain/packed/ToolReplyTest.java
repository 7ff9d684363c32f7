package org.dylink.toolchain.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dylink.toolchain.ToolStreams;
import org.junit.jupiter.api.Test;

/** What goes between the two processes. */
final class ToolReplyTest {
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

  private DataInputStream received() {
    return new DataInputStream(new ByteArrayInputStream(sent.toByteArray()));
  }

  @Test
  void aRequestArrivesAsItWas() throws Exception {
    byte[] input = {0, -1};
    new ToolRequest(7, "/ö", List.of("-c", "", "a b.c"), input).write(new DataOutputStream(sent));
    DataInputStream in = received();
    ToolRequest request = ToolRequest.read(in);
    assertEquals(
        "7 /ö [-c, , a b.c] 2",
        "%d %s %s %d"
            .formatted(
                request.number(), request.folder(), request.arguments(), request.input().length));
    assertThrows(EOFException.class, () -> ToolRequest.read(in));
  }

  @Test
  void streamsKeepTheirOrder() throws Exception {
    ToolReply.Collector said = new ToolReply.Collector();
    said.stream(false).write("out ".getBytes(StandardCharsets.UTF_8));
    said.stream(true).write("err ".getBytes(StandardCharsets.UTF_8));
    said.stream(false).write('!');
    new ToolReply(3, 1, said.pieces()).write(new DataOutputStream(sent));

    ToolReply reply = ToolReply.read(received());
    assertEquals(1, reply.code());
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    reply.copyTo(new ToolStreams(false, both, both));
    assertEquals("out err !", both.toString(StandardCharsets.UTF_8));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    reply.copyTo(new ToolStreams(false, out, err));
    assertEquals(
        "out ! err ",
        out.toString(StandardCharsets.UTF_8) + " " + err.toString(StandardCharsets.UTF_8));
  }
}
