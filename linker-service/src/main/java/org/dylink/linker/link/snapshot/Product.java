package org.dylink.linker.link.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Which Dylink this is: another one may place libraries elsewhere, or tell them something else. */
final class Product {
  private Product() {}

  /** Its version; empty if the build has left none: then there are no images. */
  static Optional<String> version() {
    try (InputStream text = Product.class.getResourceAsStream("product.txt")) {
      return text == null
          ? Optional.empty()
          : Optional.of(new String(text.readAllBytes(), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
