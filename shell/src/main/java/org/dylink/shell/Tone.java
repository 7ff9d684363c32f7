package org.dylink.shell;

import org.dylink.linker.Program;
import org.dylink.linker.runtime.LibraryState;

/** What a word means for who looks at a screen of them. */
enum Tone {
  /** All is well. */
  GOOD("\u001b[32m"),
  /** It may be well later. */
  PENDING("\u001b[33m"),
  /** It is not, and does not change by itself. */
  BAD("\u001b[31m"),
  /** A heading. */
  HEADING("\u001b[1m"),
  /** It says nothing by its colour. */
  PLAIN("");

  private static final String END = "\u001b[0m";

  /** Text of a table with what it means. */
  record Word(String text, Tone tone) {
    @Override
    public String toString() {
      return text;
    }
  }

  private final String begin;

  Tone(String begin) {
    this.begin = begin;
  }

  /** The state of a library. */
  static Word of(LibraryState state) {
    Tone tone =
        switch (state) {
          case AVAILABLE -> GOOD;
          case WAITING, WITHDRAWN -> PENDING;
          case FAILED -> BAD;
          case DISCOVERED -> PLAIN;
        };
    return new Word(Words.lowerCase(state), tone);
  }

  /** The state of a program. */
  static Word of(Program.State state) {
    Tone tone =
        switch (state) {
          case RUNNING -> GOOD;
          case FAILED -> BAD;
          case READY, EXITED, CLOSED -> PLAIN;
        };
    return new Word(Words.lowerCase(state), tone);
  }

  /** In its colour. Blanks around it stay as they are, so that they can be cut. */
  String colour(String text) {
    String word = text.strip();
    if (this == PLAIN || word.isEmpty()) {
      return text;
    }
    int start = text.indexOf(word);
    return text.substring(0, start) + begin + word + END + text.substring(start + word.length());
  }
}
