package org.dylink.spectest.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An expression of the text format: a word, a string or a list of expressions. What asks for a form
 * that it has not throws that it is unknown.
 *
 * @param line where it begins, from 1
 * @param text of a word or a string, as it is written, else null
 * @param items of a list, else null
 */
record Expression(int line, String text, boolean isString, List<Expression> items) {
  boolean isList() {
    return items != null;
  }

  boolean isWord() {
    return !isList() && !isString;
  }

  /** Whether it is a list that begins with a word. */
  boolean is(String head) {
    return isList() && !items.isEmpty() && head.equals(items.get(0).text);
  }

  /** The word that a list begins with. */
  String head() {
    return item(0).word();
  }

  String word() {
    if (!isWord()) {
      throw unknown();
    }
    return text;
  }

  /** Whether it is this word. */
  boolean isWord(String expected) {
    return isWord() && text.equals(expected);
  }

  /** What a string stands for, as a text. */
  String string() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /** What a string stands for. */
  byte[] bytes() {
    if (!isString) {
      throw unknown();
    }
    return Escapes.bytes(text);
  }

  /** Whether it is a name, such as {@code $f}. */
  boolean isName() {
    return isWord() && text.startsWith("$");
  }

  Expression item(int index) {
    if (!isList() || index >= items.size()) {
      throw unknown();
    }
    return items.get(index);
  }

  /** The items of a list from one on. */
  List<Expression> from(int index) {
    return items.subList(Math.min(index, items.size()), items.size());
  }

  IllegalArgumentException unknown() {
    return new IllegalArgumentException("line " + line + ": unknown: " + this);
  }

  @Override
  public String toString() {
    if (isList()) {
      return items.stream().map(Expression::toString).collect(Collectors.joining(" ", "(", ")"));
    }
    return isString ? '"' + text + '"' : text;
  }
}
