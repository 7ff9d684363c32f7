package org.dylink.bindgen.macro;

import java.util.regex.Pattern;
import org.dylink.bindgen.c.Tokens;

/** The words and signs of a macro's body, one after the other. */
final class MacroTokens extends Tokens {
  // What never gives back needs no stack, however long a literal is.
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+'|\\.?\\d(?:[eEpP][+-]|[\\w.])*+|\\w+"
              + "|<<|>>|<=|>=|==|!=|&&|\\|\\||[^\\s\\w])");

  MacroTokens(String text) {
    super(TOKEN, text);
  }
}
