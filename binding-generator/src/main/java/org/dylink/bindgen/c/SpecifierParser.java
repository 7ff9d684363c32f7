package org.dylink.bindgen.c;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what stands before a declarator: {@code const unsigned long}, {@code struct s}. */
final class SpecifierParser {
  private static final Set<String> BASIC =
      Set.of(
          "void",
          "char",
          "short",
          "int",
          "long",
          "float",
          "double",
          "signed",
          "unsigned",
          "_Bool",
          "bool",
          "_Complex",
          "_Imaginary",
          "__int128",
          "_Float16",
          "__fp16",
          "__bf16",
          "__float128");
  private static final Set<String> IGNORED =
      Set.of("volatile", "restrict", "__restrict", "__unaligned");

  // By the words in the order of the alphabet, without int where another word is there.
  private static final Map<String, NumberKind> NUMBERS =
      Map.ofEntries(
          Map.entry("_Bool", NumberKind.BOOL),
          Map.entry("bool", NumberKind.BOOL),
          Map.entry("char", NumberKind.CHAR),
          Map.entry("char signed", NumberKind.CHAR),
          Map.entry("char unsigned", NumberKind.UNSIGNED_CHAR),
          Map.entry("short", NumberKind.SHORT),
          Map.entry("short signed", NumberKind.SHORT),
          Map.entry("short unsigned", NumberKind.UNSIGNED_SHORT),
          Map.entry("int", NumberKind.INT),
          Map.entry("signed", NumberKind.INT),
          Map.entry("unsigned", NumberKind.UNSIGNED_INT),
          Map.entry("long", NumberKind.INT),
          Map.entry("long signed", NumberKind.INT),
          Map.entry("long unsigned", NumberKind.UNSIGNED_INT),
          Map.entry("long long", NumberKind.LONG_LONG),
          Map.entry("long long signed", NumberKind.LONG_LONG),
          Map.entry("long long unsigned", NumberKind.UNSIGNED_LONG_LONG),
          Map.entry("float", NumberKind.FLOAT),
          Map.entry("double", NumberKind.DOUBLE));

  private final TypeTokens tokens;
  private final TypeTable table;
  private final List<String> words = new ArrayList<>();
  private boolean isConst;
  private boolean isVector;
  private CType named; // null until a name has come

  SpecifierParser(TypeTokens tokens, TypeTable table) {
    this.tokens = tokens;
    this.table = table;
  }

  CType parse() {
    boolean more = true;
    while (more) {
      more = takeOne();
    }
    if (named == null) {
      named = basic();
    }
    if (isVector) {
      named = new CType.Unknown("a vector");
    }
    return isConst ? new CType.Const(named) : named;
  }

  private boolean takeOne() {
    String token = tokens.peek();
    if (token.equals("__attribute__")) {
      isVector = true;
      tokens.skipAttributes();
      return true;
    } else if (token.equals("const")) {
      isConst = true;
    } else if (BASIC.contains(token)) {
      words.add(token);
    } else if (!IGNORED.contains(token)) {
      return named == null && words.isEmpty() && takeName();
    }
    tokens.next();
    return true;
  }

  private boolean takeName() {
    if (!tokens.isWord()) {
      return false;
    }
    String token = tokens.next();
    named =
        switch (token) {
          case "struct", "union" -> new CType.RecordOf(table.key(token + " " + tokens.tag()));
          case "_Atomic", "typeof", "__typeof__" -> throw new IllegalArgumentException(token);
          case "enum" -> table.enumeration(token + " " + tokens.tag());
          default -> table.alias(token).orElseGet(() -> new CType.Unknown(token));
        };
    return true;
  }

  private CType basic() {
    if (words.isEmpty()) {
      throw new IllegalArgumentException(tokens.peek());
    } else if (words.equals(List.of("void"))) {
      return new CType.Nothing();
    }
    String text = String.join(" ", words);
    if (words.size() > 1) {
      words.remove("int");
    }
    Collections.sort(words);
    NumberKind kind = NUMBERS.get(String.join(" ", words));
    return kind == null ? new CType.Unknown(text) : new CType.Arithmetic(kind);
  }
}
