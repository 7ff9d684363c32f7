package org.dylink.toolchain.packed;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dylink.toolchain.ToolStreams;

/**
 * What the worker answers.
 *
 * @param number of the request
 * @param code exit code
 * @param said what it wrote, in the order of time
 */
record ToolReply(int number, int code, List<Piece> said) {
  // Another version's, or what somebody else has written, is no answer.
  private static final int MAGIC = 0x44794331;

  /** A piece of standard output, or of standard error. */
  @SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares
  record Piece(boolean isError, byte[] bytes) {}

  void write(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(number);
    out.writeInt(code);
    out.writeInt(said.size());
    for (Piece piece : said) {
      out.writeBoolean(piece.isError());
      ToolRequest.writeBytes(out, piece.bytes());
    }
    out.flush();
  }

  /**
   * Reads one.
   *
   * @throws java.io.EOFException if there is none
   * @throws IOException if it is no answer
   */
  static ToolReply read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("says what is no answer");
    }
    int number = in.readInt();
    int code = in.readInt();
    int count = in.readInt();
    List<Piece> said = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      said.add(new Piece(in.readBoolean(), ToolRequest.readBytes(in)));
    }
    return new ToolReply(number, code, said);
  }

  void copyTo(ToolStreams streams) throws IOException {
    for (Piece piece : said) {
      (piece.isError() ? streams.err() : streams.out()).write(piece.bytes());
    }
    streams.out().flush();
    streams.err().flush();
  }

  /** Collects what both streams say. */
  static final class Collector {
    private final List<Piece> pieces = new ArrayList<>();
    private final ByteArrayOutputStream current = new ByteArrayOutputStream();
    private boolean isError;

    OutputStream stream(boolean forErrors) {
      return new OutputStream() {
        @Override
        public void write(byte[] bytes, int from, int count) {
          add(forErrors, bytes, from, count);
        }

        @Override
        public void write(int value) {
          add(forErrors, new byte[] {(byte) value});
        }
      };
    }

    void add(boolean forErrors, byte[] bytes) {
      add(forErrors, bytes, 0, bytes.length);
    }

    private synchronized void add(boolean forErrors, byte[] bytes, int from, int count) {
      if (forErrors != isError) {
        cut();
        isError = forErrors;
      }
      current.write(bytes, from, count);
    }

    private void cut() {
      if (current.size() > 0) {
        pieces.add(new Piece(isError, current.toByteArray()));
        current.reset();
      }
    }

    synchronized List<Piece> pieces() {
      cut();
      return List.copyOf(pieces);
    }
  }
}
