package org.dylink.engine.jvm.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import org.dylink.engine.jvm.code.Block;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Opcode;

/** Groups a body into blocks and runs of instructions, with weights and the locals they use. */
final class Outline {
  private final Body body;
  private final Weights weights;
  private final int longestRun;
  private final Deque<Item> openItems = new ArrayDeque<>();
  private final Deque<Sequence> openSequences = new ArrayDeque<>();
  private Item run;
  private int count; // of the sequences

  private Outline(Body body, Weights weights, int longestRun) {
    this.body = body;
    this.weights = weights;
    this.longestRun = longestRun;
  }

  /**
   * The body as a sequence, with all in it, weighed. Runs end between statements, and at a weight
   * in any case.
   */
  static Sequence of(Body body, Weights weights, int longestRun) {
    return new Outline(body, weights, longestRun).read();
  }

  private Sequence read() {
    Sequence all = startSequence();
    for (int at = 0; at < body.size(); at++) {
      add(at);
      endClosed(at);
      endRunIfComplete(at + 1);
    }
    return all;
  }

  private void add(int at) {
    switch (body.opcode(at)) {
      case BLOCK, LOOP, IF, TRY, TRY_TABLE -> open(at);
      case ELSE, CATCH, CATCH_ALL -> {
        closeSequence(at);
        openItems.peek().add(weights.of(body, at));
        startSequence();
      }
      case DELEGATE -> {
        openItems.peek().pin(receiver(body.block(at).delegate(), at));
        closeSequence(at);
      }
      case END -> closeSequence(at);
      default -> addToRun(at);
    }
  }

  private void open(int at) {
    endRun(at);
    Item item = new Item(openSequences.peek(), at, operands(at));
    item.add(weights.of(body, at));
    for (Block.Catch each : body.block(at).catches()) {
      item.branch(each.to().depth());
    }
    openSequences.peek().add(item);
    openItems.push(item);
    startSequence();
  }

  private Sequence startSequence() {
    Sequence sequence = new Sequence(count++, openItems.peek(), openSequences.size());
    if (!openItems.isEmpty()) {
      openItems.peek().addSequence(sequence);
    }
    openSequences.push(sequence);
    return sequence;
  }

  private void closeSequence(int at) {
    endRun(at);
    openSequences.pop().weigh();
  }

  /** Ends the item that an end belongs to, when the block's results are on the stack. */
  private void endClosed(int at) {
    boolean ends = body.opcode(at) == Opcode.END || body.opcode(at) == Opcode.DELEGATE;
    if (ends && !openItems.isEmpty()) {
      openItems.pop().endAt(at + 1, operands(at + 1));
    }
  }

  private void addToRun(int at) {
    if (run == null) {
      run = new Item(openSequences.peek(), at, operands(at));
      openSequences.peek().add(run);
    }
    run.add(weights.of(body, at));
    switch (body.opcode(at)) {
      case LOCAL_GET -> run.use(body.index(at));
      case LOCAL_SET, LOCAL_TEE -> run.write(body.index(at));
      case BR, BR_IF, BR_ON_NULL, BR_ON_NON_NULL, BR_ON_CAST, BR_ON_CAST_FAIL, RETURN ->
          run.branch(body.block(at).depth());
      case BR_TABLE -> {
        for (Block target : body.targets(at)) {
          run.branch(target.depth());
        }
      }
      case RETURN_CALL, RETURN_CALL_INDIRECT, RETURN_CALL_REF -> run.branch(0);
      // The exception is in a variable of the method that has caught it.
      case RETHROW -> run.pin(body.block(at).depth());
      default -> {}
    }
  }

  /**
   * How many blocks are around the try whose handler gets what is delegated, or around the
   * function: the method that delegates must be the one that has the handler.
   */
  private static int receiver(Block named, int at) {
    Block receiver = named.innermostTry(at);
    return receiver == null ? 0 : receiver.depth();
  }

  /** How many operands that the same block has pushed an instruction finds. */
  private int operands(int at) {
    return body.operands(at).size() - body.enclosing(at).height();
  }

  private void endRun(int at) {
    if (run != null) {
      run.endAt(at, operands(at));
      run = null;
    }
  }

  // Many short runs serve no one: a run ends where it is worth a call, between two statements.
  private void endRunIfComplete(int next) {
    if (run == null || next == body.size()) {
      return;
    }
    boolean betweenStatements = operands(next) == 0 && run.ownWeight() > longestRun / 8;
    if (betweenStatements || run.ownWeight() > longestRun) {
      endRun(next);
    }
  }
}
