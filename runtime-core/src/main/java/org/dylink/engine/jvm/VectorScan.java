package org.dylink.engine.jvm;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.dylink.engine.jvm.binary.ByteReader;
import org.dylink.engine.jvm.binary.InstructionReader;
import org.dylink.engine.jvm.binary.InvalidCodeException;
import org.dylink.engine.jvm.binary.LocalsReader;
import org.dylink.engine.jvm.binary.ModuleCode;

/**
 * Looks for vector instructions before a program starts, so that it can run on an engine that has
 * them. Bodies are decoded only where the module says that it was compiled for vectors: LLVM lists
 * in the custom section {@code target_features} what it was allowed to use.
 */
final class VectorScan {
  private static final byte[] SECTION = ascii("target_features");
  // A sign, the length of the name, the name.
  private static final byte[] FEATURE = ascii("+\u0007simd128");

  private final ModuleCode code;

  VectorScan(ModuleCode code) {
    this.code = code;
  }

  /**
   * Decodes all bodies, if the module may have vectors.
   *
   * @throws InvalidCodeException that says that they are not supported, for the first one
   */
  void refuseVectors() {
    if (!mayHaveVectors()) {
      return;
    }
    int functions = code.spaces().functionCount();
    for (int i = code.spaces().importedFunctionCount(); i < functions; i++) {
      try {
        decode(i);
      } catch (InvalidCodeException e) {
        if (e.isUnsupported()) {
          throw e;
        }
        // Not valid: whoever calls the function gets to know.
      }
    }
  }

  private void decode(int function) {
    ByteReader body = code.body(function);
    LocalsReader.read(body, code.spaces().function(function), code.spaces());
    InstructionReader reader = new InstructionReader(body, code.spaces());
    while (!reader.atEnd()) {
      reader.next();
    }
  }

  // A search for the names costs less than reading the sections again, and a name that stands
  // elsewhere costs a scan.
  private boolean mayHaveVectors() {
    int section = indexOf(SECTION, 0);
    return section >= 0 && indexOf(FEATURE, section) >= 0;
  }

  private int indexOf(byte[] wanted, int from) {
    byte[] bytes = code.bytes();
    for (int at = from; at <= bytes.length - wanted.length; at++) {
      if (bytes[at] == wanted[0]
          && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    return -1;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
