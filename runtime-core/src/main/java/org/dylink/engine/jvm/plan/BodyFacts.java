package org.dylink.engine.jvm.plan;

import java.util.BitSet;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Operands;

/** What a look over a body finds: how large it is, and what is in it. */
public final class BodyFacts {
  /** The JVM has 65,535 local variables, and 64 KiB of code to set them to zero. */
  private static final int MOST_VARIABLES = 1_000;

  /** A class has 65,535 constants; a large one takes two. */
  private static final int MOST_CONSTANTS = 20_000;

  /** At most a mask for each byte. */
  private static final int SHUFFLE_CONSTANTS = 16;

  private static final int LEAST_FRAME = 128;

  private final BitSet usedLocals = new BitSet();
  private int localWords;
  private int constants;
  private int weight;
  private int deepest;
  private boolean hasCalls;
  private boolean hasTailCalls;
  private boolean hasHandlers;
  private boolean hasReferences;
  private boolean hasVectors;

  private BodyFacts() {}

  /** Looks over a body. */
  public static BodyFacts of(Body body, Weights weights) {
    BodyFacts facts = new BodyFacts();
    for (int at = 0; at < body.size(); at++) {
      facts.weight += weights.of(body, at);
      facts.note(body, at);
      facts.note(body.operands(at));
    }
    facts.deepest += facts.hasTailCalls ? resultWords(body) : 0;
    facts.usedLocals.stream()
        .forEach(local -> facts.localWords += Operands.words(body.locals()[local]));
    return facts;
  }

  // Behind a tail call zeros stand for the results.
  private static int resultWords(Body body) {
    return body.type().results().stream().mapToInt(Operands::words).sum();
  }

  private void note(Body body, int at) {
    switch (body.opcode(at)) {
      case LOCAL_GET, LOCAL_SET, LOCAL_TEE -> usedLocals.set(body.index(at));
      case I32_CONST, I64_CONST, F32_CONST, F64_CONST -> constants++;
      case V128_CONST -> constants += 2;
      case I8X16_SHUFFLE -> constants += SHUFFLE_CONSTANTS;
      case CALL, CALL_INDIRECT, CALL_REF -> hasCalls = true;
      case RETURN_CALL, RETURN_CALL_INDIRECT, RETURN_CALL_REF -> hasTailCalls = true;
      case TRY, TRY_TABLE -> hasHandlers = true;
      default -> {}
    }
  }

  private void note(Operands found) {
    deepest = Math.max(deepest, found.words());
    hasVectors |= found.words() > found.size();
    hasReferences |= found.size() > 0 && found.top() != null && found.top().isReference();
  }

  /** The locals that the body reads or writes; nobody may change the set. */
  public BitSet usedLocals() {
    return usedLocals;
  }

  /** How many words the locals take that the body uses. */
  public int localWords() {
    return localWords;
  }

  /** Whether there are too many locals for variables of a method. */
  public boolean hasManyLocals() {
    return usedLocals.cardinality() > MOST_VARIABLES;
  }

  /** Whether there are too many constants for the class. */
  public boolean hasManyConstants() {
    return constants > MOST_CONSTANTS;
  }

  /** What the whole body weighs: see {@link Weights}. */
  int weight() {
    return weight;
  }

  /** The most words of operands on the stack at once. */
  public int deepest() {
    return deepest;
  }

  /**
   * Bytes of Java stack that a call of the function may need, rather too many: a frame of the
   * interpreter's, with two words for each value, and what compilers keep in between.
   */
  public int frameSize() {
    return LEAST_FRAME + 2 * Long.BYTES * (localWords + deepest) + weight / 2;
  }

  /** Whether references are ever on the stack; if not, its locals hold null ones only. */
  public boolean hasReferences() {
    return hasReferences;
  }

  /** Whether vectors are ever on the stack. */
  public boolean hasVectors() {
    return hasVectors;
  }

  public boolean hasCalls() {
    return hasCalls;
  }

  public boolean hasTailCalls() {
    return hasTailCalls;
  }

  public boolean hasHandlers() {
    return hasHandlers;
  }
}
