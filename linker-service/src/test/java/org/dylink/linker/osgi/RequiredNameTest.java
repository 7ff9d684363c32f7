package org.dylink.linker.osgi;

import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.headers.LibraryHeaders;
import org.dylink.testing.Fake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleRequirement;

/** Names of libraries in filters: each finds itself and nothing else. */
class RequiredNameTest {
  private static final List<String> OTHERS =
      List.of("", "libz.so", "a", "\\", "*", "x*y", ")", "(");

  static List<String> names() {
    return List.of(
        "libz.so",
        "*",
        "**",
        "lib*.so",
        "\\",
        "\\*",
        "a\\",
        ")",
        "(",
        ")(x=*",
        "*)(|(wasm.library=*",
        "x)(wasm.library=libz.so",
        "a,b;c=d",
        "a\"b",
        "\"",
        "${x}",
        " a ",
        "~=<>=",
        "../../etc/passwd",
        "\u00fc\u4e16\ud83d\ude00",
        "\\()*".repeat(1_000),
        "l".repeat(4_096));
  }

  @ParameterizedTest
  @MethodSource("names")
  void aNameFindsItselfAlone(String name) throws Exception {
    String text = filter(name);
    Filter filter = FrameworkUtil.createFilter(text);

    assertTrue(filter.matches(Map.of("wasm.library", name)), text);
    OTHERS.stream()
        .filter(other -> !other.equals(name))
        .forEach(other -> assertFalse(filter.matches(Map.of("wasm.library", other)), other));
    assertEquals(Optional.of(name), of(text));
    assertEquals(Optional.of(name), of("(&" + text + "(version>=1.0.0))"));
  }

  /** As the deployer and the bnd plugin write it, without what quotes it. */
  private static String filter(String needed) throws Exception {
    LibraryHeaders headers =
        new LibraryHeaders()
            .add(module("x.so").dylink(dylink().needed(needed)).build(), "1", "x.so");
    String clause = headers.requirements().get(0);
    String quoted = clause.substring("wasm.library;filter:=\"".length(), clause.length() - 1);
    return quoted.replaceAll("\\\\(.)", "$1");
  }

  @Test
  void aFilterThatSaysMoreThanOneNameSaysNone() {
    for (String filter :
        List.of(
            "",
            "(wasm.library=*)",
            "(wasm.library=lib*.so)",
            "(wasm.library=)",
            "(wasm.library=a",
            "(wasm.library=a\\",
            "(|(wasm.library=a)(wasm.library=b))",
            "(!(wasm.library=a))",
            "(&(!(wasm.library=a))(version>=1))",
            "(&(version>=1)(wasm.library=a))")) {
      assertEquals(Optional.empty(), of(filter), filter);
    }
  }

  @Test
  void aLongNameNeedsNoStack() {
    String name = "\\)".repeat(1 << 20);
    assertEquals(Optional.of(")".repeat(1 << 20)), of("(wasm.library=" + name + ")"));
  }

  private static Optional<String> of(String filter) {
    return RequiredName.of(
        Fake.of(
            BundleRequirement.class,
            (method, arguments) ->
                method.equals("getDirectives") ? Map.of("filter", filter) : null));
  }
}
