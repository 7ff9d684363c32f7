package org.dylink.toolchain.packed;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A command for the worker.
 *
 * @param number comes back with the answer
 * @param folder what relative paths start from, as the guest names it
 * @param arguments without the compiler's own name, paths as the guest names them
 * @param input all of standard input
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares
record ToolRequest(int number, String folder, List<String> arguments, byte[] input) {
  void write(DataOutputStream out) throws IOException {
    out.writeInt(number);
    writeBytes(out, folder.getBytes(StandardCharsets.UTF_8));
    out.writeInt(arguments.size());
    for (String argument : arguments) {
      writeBytes(out, argument.getBytes(StandardCharsets.UTF_8));
    }
    writeBytes(out, input);
    out.flush();
  }

  /**
   * Reads one.
   *
   * @throws java.io.EOFException if there is none
   */
  static ToolRequest read(DataInputStream in) throws IOException {
    int number = in.readInt();
    String folder = new String(readBytes(in), StandardCharsets.UTF_8);
    List<String> arguments = new ArrayList<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      arguments.add(new String(readBytes(in), StandardCharsets.UTF_8));
    }
    return new ToolRequest(number, folder, arguments, readBytes(in));
  }

  static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static byte[] readBytes(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }
}
