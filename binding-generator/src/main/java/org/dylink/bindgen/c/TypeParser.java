package org.dylink.bindgen.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Reads one type as clang writes it: specifiers and an abstract declarator (C11, 6.7.7), such as
 * {@code void (*(int, void (*)(int)))(int)}.
 */
final class TypeParser {
  private static final Set<String> QUALIFIERS =
      Set.of("volatile", "restrict", "__restrict", "_Nullable", "_Null_unspecified", "__unaligned");
  private static final String NON_NULL = "_Nonnull";
  private static final String CONST = "const";
  private static final int MOST_NESTED = 100;

  private final TypeTable table;
  private final String text;
  private final TypeTokens tokens;
  private int depth;

  TypeParser(String text, TypeTable table) {
    this.text = text;
    this.table = table;
    this.tokens = new TypeTokens(text);
  }

  CType parse() {
    try {
      CType type = type();
      return tokens.isAtEnd() ? type : new CType.Unknown(text);
    } catch (IllegalArgumentException e) {
      return new CType.Unknown(text);
    }
  }

  private CType type() {
    if (++depth > MOST_NESTED) {
      throw new IllegalArgumentException(text);
    }
    CType specified = new SpecifierParser(tokens, table).parse();
    CType type = declarator().apply(specified);
    depth--;
    return type;
  }

  /** What stands around the name that is not there; the innermost comes first. */
  private UnaryOperator<CType> declarator() {
    if (++depth > MOST_NESTED) {
      throw new IllegalArgumentException(text);
    }
    UnaryOperator<CType> pointers = pointers();
    UnaryOperator<CType> inner = UnaryOperator.identity();
    if (tokens.isNext("(") && tokens.isSecond("*")) {
      tokens.take("(");
      inner = declarator();
      tokens.take(")");
    }
    UnaryOperator<CType> suffixes = suffixes();
    UnaryOperator<CType> around = inner;
    depth--;
    return type -> around.apply(suffixes.apply(pointers.apply(type)));
  }

  private UnaryOperator<CType> pointers() {
    UnaryOperator<CType> all = UnaryOperator.identity();
    while (tokens.takeIf("*")) {
      UnaryOperator<CType> before = all;
      boolean isConst = false;
      boolean nonNull = false;
      while (isQualifier(tokens.peek())) {
        isConst |= tokens.isNext(CONST);
        nonNull |= tokens.isNext(NON_NULL);
        tokens.next();
      }
      boolean never = nonNull;
      UnaryOperator<CType> one = type -> new CType.PointerTo(before.apply(type), never);
      boolean constant = isConst;
      all = type -> constant ? new CType.Const(one.apply(type)) : one.apply(type);
    }
    return all;
  }

  private static boolean isQualifier(String token) {
    return token.equals(CONST) || token.equals(NON_NULL) || QUALIFIERS.contains(token);
  }

  private UnaryOperator<CType> suffixes() {
    List<UnaryOperator<CType>> suffixes = new ArrayList<>();
    while (tokens.isNext("[") || tokens.isNext("(")) {
      suffixes.add(tokens.isNext("[") ? array() : function());
    }
    tokens.skipAttributes();
    return type -> {
      CType result = type;
      for (int i = suffixes.size() - 1; i >= 0; i--) {
        result = suffixes.get(i).apply(result);
      }
      return result;
    };
  }

  private UnaryOperator<CType> array() {
    tokens.take("[");
    long count = tokens.isNext("]") ? -1 : Long.parseLong(tokens.next());
    tokens.take("]");
    return element -> new CType.ArrayOf(element, count);
  }

  private UnaryOperator<CType> function() {
    tokens.take("(");
    List<CType> parameters = new ArrayList<>();
    boolean variadic = false;
    while (!tokens.isNext(")")) {
      if (tokens.takeIf("...")) {
        variadic = true;
      } else {
        parameters.add(type());
      }
      if (!tokens.isNext(")")) {
        tokens.take(",");
      }
    }
    tokens.take(")");
    boolean isVariadic = variadic;
    boolean isVoid = parameters.size() == 1 && parameters.get(0) instanceof CType.Nothing;
    List<CType> all = isVoid ? List.of() : parameters;
    return result -> new CType.FunctionOf(result, all, isVariadic);
  }
}
