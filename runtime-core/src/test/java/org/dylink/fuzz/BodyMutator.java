package org.dylink.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dylink.fuzz.BodyText.Piece;

/** Changes a body: most changes leave it readable, many valid. */
final class BodyMutator {
  private static final int MOST = 3;

  private final Choices choices;
  private final List<Piece> pieces;

  private BodyMutator(Choices choices, BodyText body) {
    this.choices = choices;
    this.pieces = new ArrayList<>(body.pieces());
  }

  static byte[] mutate(Choices choices, BodyText body) {
    BodyMutator mutator = new BodyMutator(choices, body);
    for (int i = choices.below(MOST); i >= 0; i--) {
      mutator.changePieces();
    }
    byte[] bytes = body.with(mutator.pieces).toArray();
    return choices.oneIn(6) ? mutator.changeBytes(bytes) : bytes;
  }

  private void changePieces() {
    int at = choices.below(pieces.size());
    switch (choices.below(12)) {
      case 0, 1, 2, 3 -> replaceNumber(at);
      case 4, 5, 6 -> changeImmediate(at);
      case 7 -> pieces.add(choices.below(pieces.size()), pieces.get(at));
      case 8 -> swap(at, choices.below(pieces.size()));
      case 9 -> changeOpcode(at);
      case 10 -> insertNumber(at);
      default -> removeUnlessLast(at);
    }
  }

  /** The next instruction on numbers becomes another one of the same type. */
  private void replaceNumber(int from) {
    for (int i = 0; i < pieces.size(); i++) {
      int at = (from + i) % pieces.size();
      NumericInstruction found = NumericInstruction.of(pieces.get(at).bytes());
      if (found != null) {
        pieces.set(at, piece(at, choices.of(found.alike()).bytes()));
        return;
      }
    }
  }

  private void insertNumber(int at) {
    NumericInstruction any = choices.of(NumericInstruction.TOTAL);
    pieces.add(at, piece(at, any.bytes()));
  }

  private void changeImmediate(int from) {
    for (int i = 0; i < pieces.size(); i++) {
      int at = (from + i) % pieces.size();
      byte[] bytes = pieces.get(at).bytes().clone();
      if (bytes.length > 1) {
        int changed = 1 + choices.below(bytes.length - 1);
        bytes[changed] = (byte) (choices.oneIn(3) ? choices.below(256) : near(bytes[changed]));
        pieces.set(at, piece(at, bytes));
        return;
      }
    }
  }

  private int near(byte old) {
    return choices.oneIn(2) ? old ^ 1 << choices.below(8) : old + choices.below(7) - 3;
  }

  private void changeOpcode(int at) {
    byte[] bytes = pieces.get(at).bytes().clone();
    bytes[0] = (byte) (choices.oneIn(2) ? choices.below(256) : bytes[0] + choices.below(9) - 4);
    pieces.set(at, piece(at, bytes));
  }

  private void swap(int one, int other) {
    Piece first = pieces.get(one);
    pieces.set(one, pieces.get(other));
    pieces.set(other, first);
  }

  private void removeUnlessLast(int at) {
    if (pieces.size() > 1) {
      pieces.remove(at);
    }
  }

  private Piece piece(int like, byte[] bytes) {
    return new Piece(pieces.get(like).opcode(), 0, false, bytes);
  }

  private byte[] changeBytes(byte[] bytes) {
    int at = choices.below(bytes.length);
    if (choices.oneIn(8)) {
      return Arrays.copyOf(bytes, at);
    }
    byte[] changed = bytes.clone();
    changed[at] = (byte) (choices.oneIn(2) ? choices.below(256) : near(bytes[at]));
    return changed;
  }
}
