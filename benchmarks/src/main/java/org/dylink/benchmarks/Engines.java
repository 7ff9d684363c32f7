package org.dylink.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.dylink.engine.Engine;

/**
 * The engines by name. They are listed in engines.txt alone, a name and a class a line, which the
 * scripts read too: a line more, and every benchmark can use that engine.
 */
final class Engines {
  private Engines() {}

  /**
   * Makes an engine.
   *
   * @throws IllegalArgumentException if none has that name
   */
  static Engine named(String name) {
    String type =
        lines().stream()
            .filter(line -> line.startsWith(name + " "))
            .map(line -> line.substring(name.length() + 1))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no engine " + name));
    try {
      return Class.forName(type).asSubclass(Engine.class).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name + ": " + type + " cannot be made", e);
    }
  }

  private static List<String> lines() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Engines.class.getResourceAsStream("engines.txt"), StandardCharsets.UTF_8))) {
      return reader.lines().collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
