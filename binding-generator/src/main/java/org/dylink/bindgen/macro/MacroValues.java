package org.dylink.bindgen.macro;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dylink.bindgen.c.CType;
import org.dylink.bindgen.c.NumberKind;

/**
 * Finds what a macro stands for: a constant expression (C11, 6.6) of numbers, of strings behind one
 * another, and of other macros and enumerators. Numbers have the sizes of wasm32.
 */
public final class MacroValues {
  private static final int MOST_NESTED = 200;
  private static final int LONGEST = 100_000; // more than Java has constants of

  // From the loosest to the tightest: C11, 6.5.5 to 6.5.14.
  private static final List<Set<String>> LEVELS =
      List.of(
          Set.of("||"),
          Set.of("&&"),
          Set.of("|"),
          Set.of("^"),
          Set.of("&"),
          Set.of("==", "!="),
          Set.of("<", ">", "<=", ">="),
          Set.of("<<", ">>"),
          Set.of("+", "-"),
          Set.of("*", "/", "%"));

  /** What is no constant of these; caught here. */
  static final class NoConstantException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoConstantException(String text) {
      super(text, null, false, false);
    }
  }

  /** Reads types, for casts. */
  @FunctionalInterface
  public interface Types {
    /** A type, or {@link CType.Unknown}. */
    CType parse(String text);
  }

  private final Function<String, Optional<String>> macros;
  private final Function<String, Optional<Long>> enumerators;
  private final Types types;
  private final Set<String> open = new HashSet<>(); // macros that are being looked at
  private final Map<String, Value> known = new HashMap<>();
  private int depth;

  /**
   * @param macros the bodies of macros
   * @param enumerators the values of enumerators
   * @param types for casts
   */
  public MacroValues(
      Function<String, Optional<String>> macros,
      Function<String, Optional<Long>> enumerators,
      Types types) {
    this.macros = macros;
    this.enumerators = enumerators;
    this.types = types;
  }

  /** The value of a macro; empty if it is no constant. */
  public Optional<Value> of(String macro) {
    try {
      return Optional.of(value(macro));
    } catch (NoConstantException | ArithmeticException e) {
      return Optional.empty();
    } finally {
      open.clear();
      depth = 0;
    }
  }

  private Value value(String name) {
    if (known.containsKey(name)) {
      return known.get(name);
    }
    Optional<String> body = open.contains(name) ? Optional.empty() : macros.apply(name);
    if (body.isEmpty()) {
      long value = enumerators.apply(name).orElseThrow(() -> new NoConstantException(name));
      return Value.Whole.of(value, value != (int) value, false);
    }
    open.add(name);
    MacroTokens tokens = new MacroTokens(body.get());
    Value value = conditional(tokens);
    open.remove(name);
    if (!tokens.isAtEnd()) {
      throw new NoConstantException(name);
    }
    known.put(name, value);
    return value;
  }

  private Value conditional(MacroTokens tokens) {
    if (++depth > MOST_NESTED) {
      throw new NoConstantException("nested too deep");
    }
    Value condition = binary(tokens, 0);
    if (tokens.takeIf("?")) {
      Value yes = conditional(tokens);
      take(tokens, ":");
      Value no = conditional(tokens);
      condition = Operators.isTrue(condition) ? yes : no;
    }
    depth--;
    return condition;
  }

  private Value binary(MacroTokens tokens, int level) {
    if (level == LEVELS.size()) {
      return unary(tokens);
    }
    Value left = binary(tokens, level + 1);
    while (LEVELS.get(level).contains(tokens.peek())) {
      left = Operators.binary(tokens.next(), left, binary(tokens, level + 1));
    }
    return left;
  }

  private Value unary(MacroTokens tokens) {
    if (++depth > MOST_NESTED) {
      throw new NoConstantException("nested too deep");
    }
    String token = tokens.peek();
    Value value;
    if (Operators.UNARY.contains(token)) {
      value = Operators.unary(tokens.next(), unary(tokens));
    } else if (token.equals("(")) {
      value = parenthesis(tokens);
    } else {
      value = primary(tokens);
    }
    depth--;
    return value;
  }

  /** {@code (value)}, or {@code (type) value}. */
  private Value parenthesis(MacroTokens tokens) {
    int start = tokens.position();
    tokens.next();
    StringBuilder words = new StringBuilder();
    while (!tokens.isAtEnd() && !tokens.peek().equals(")")) {
      words.append(tokens.next()).append(' ');
    }
    take(tokens, ")");
    CType type = types.parse(words.toString()).bare();
    if (type instanceof CType.Arithmetic number) {
      return Operators.cast(number.kind(), unary(tokens));
    } else if (type instanceof CType.PointerTo || type instanceof CType.EnumOf) {
      // An address that stands for something, such as ((void *) -1).
      return Operators.cast(NumberKind.INT, unary(tokens));
    }
    tokens.back(start + 1);
    Value value = conditional(tokens);
    take(tokens, ")");
    return value;
  }

  private Value primary(MacroTokens tokens) {
    String token = tokens.next();
    if (token.isEmpty()) {
      throw new NoConstantException("nothing");
    }
    Value value = Literals.isLiteral(token) ? Literals.of(token) : value(token);
    // Strings behind one another are one.
    while (value instanceof Value.Text text && continuesText(tokens)) {
      String next = tokens.next();
      Value more = Literals.isLiteral(next) ? Literals.of(next) : value(next);
      if (!(more instanceof Value.Text rest)) {
        throw new NoConstantException(next);
      }
      value = new Value.Text(text.text() + rest.text());
      if (text.text().length() > LONGEST) {
        throw new NoConstantException("too long");
      }
    }
    return value;
  }

  private static boolean continuesText(MacroTokens tokens) {
    String next = tokens.peek();
    char first = next.isEmpty() ? 0 : next.charAt(0);
    return first == '"' || first == '_' || Character.isLetter(first);
  }

  private static void take(MacroTokens tokens, String token) {
    if (!tokens.takeIf(token)) {
      throw new NoConstantException(token);
    }
  }
}
