package org.dylink.engine.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The version of what the engine generates: a checksum of the engine's own classes, which the build
 * writes. Nobody has to remember to raise a number, so that kept classes never outlive a change.
 */
final class CodeVersion {
  private CodeVersion() {}

  /** Empty if the build has left none: then nothing can be kept. */
  static Optional<String> get() {
    try (InputStream text = CodeVersion.class.getResourceAsStream("code-version.txt")) {
      return text == null
          ? Optional.empty()
          : Optional.of(new String(text.readAllBytes(), StandardCharsets.US_ASCII).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
