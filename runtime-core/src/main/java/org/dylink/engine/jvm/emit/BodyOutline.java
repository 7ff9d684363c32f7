package org.dylink.engine.jvm.emit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.dylink.engine.jvm.binary.CatchClause;
import org.dylink.engine.jvm.binary.Instruction;
import org.dylink.engine.jvm.binary.InstructionReader;
import org.dylink.engine.jvm.binary.Opcode;
import org.dylink.engine.jvm.validate.Validator;

/**
 * Reads a body into blocks and runs of instructions, with their weights and the locals they use.
 */
final class BodyOutline {
  private final Validator validator;
  private final InstructionReader reader;
  private final int longestRun;
  private final Deque<Item> openItems = new ArrayDeque<>();
  private final Deque<Block> openBlocks = new ArrayDeque<>();
  private final List<Block> blocks = new ArrayList<>();
  private Item run;

  private BodyOutline(BodyAnalysis analysis, int longestRun) {
    this.validator = analysis.newValidator();
    this.reader = analysis.newReader();
    this.longestRun = longestRun;
  }

  /**
   * All blocks of a body, weighed, each before those in it; the first is the body itself. Runs end
   * between statements, and at a weight in any case.
   */
  static List<Block> of(BodyAnalysis analysis, int longestRun) {
    return new BodyOutline(analysis, longestRun).read();
  }

  private List<Block> read() {
    startBlock();
    while (!reader.atEnd()) {
      Instruction each = reader.next();
      add(each);
      validator.step(each);
      endClosed(each);
      endRunIfComplete();
    }
    return blocks;
  }

  private void add(Instruction each) {
    switch (each.opcode) {
      case BLOCK, LOOP, IF, TRY, TRY_TABLE -> open(each);
      case ELSE, CATCH, CATCH_ALL -> {
        closeBlock(each);
        openItems.peek().add(Weights.of(each));
        startBlock();
      }
      case DELEGATE -> {
        openItems.peek().pin(delegationDepth(each.index));
        closeBlock(each);
      }
      case END -> closeBlock(each);
      default -> addToRun(each);
    }
  }

  private void open(Instruction each) {
    endRun(each.offset);
    Item item = new Item(each.offset, operands());
    item.add(Weights.of(each));
    if (each.opcode == Opcode.TRY_TABLE) {
      for (CatchClause clause : each.catches) {
        item.branch(openBlocks.size() - 1 - clause.label());
      }
    }
    openBlocks.peek().add(item);
    openItems.push(item);
    startBlock();
  }

  private void startBlock() {
    Block block = new Block(openBlocks.size());
    if (!openItems.isEmpty()) {
      openItems.peek().addBlock(block);
    }
    blocks.add(block);
    openBlocks.push(block);
  }

  private void closeBlock(Instruction each) {
    endRun(each.offset);
    openBlocks.pop().weigh();
  }

  /** Ends the item that an end belongs to, when the block's results are on the stack. */
  private void endClosed(Instruction each) {
    boolean ends = each.opcode == Opcode.END || each.opcode == Opcode.DELEGATE;
    if (ends && !openItems.isEmpty()) {
      openItems.pop().endAt(reader.offset(), operands());
    }
  }

  private void addToRun(Instruction each) {
    if (run == null) {
      run = new Item(each.offset, operands());
      openBlocks.peek().add(run);
    }
    run.add(Weights.of(each));
    switch (each.opcode) {
      case LOCAL_GET -> run.use(each.index);
      case LOCAL_SET, LOCAL_TEE -> run.write(each.index);
      case BR, BR_IF -> branch(each.index);
      case BR_TABLE -> IntStream.of(each.labels).forEach(this::branch);
      case RETURN, RETURN_CALL, RETURN_CALL_INDIRECT -> run.branch(0);
      // The exception is in a variable of the method that has caught it.
      case RETHROW -> run.pin(openBlocks.size() - 1 - each.index);
      default -> {}
    }
  }

  private void branch(int label) {
    run.branch(openBlocks.size() - 1 - label);
  }

  /**
   * Of the try whose handler gets what is delegated, or of the function: the method that delegates
   * must be the one that has the handler. The label is counted from outside of the block.
   */
  private int delegationDepth(int label) {
    int outer = label + 1;
    while (outer < validator.depth() && validator.frame(outer).opening() != Opcode.TRY) {
      outer++;
    }
    return Math.max(0, openBlocks.size() - 1 - outer);
  }

  private int operands() {
    return validator.operands().size() - validator.frame(0).height();
  }

  private void endRun(int offset) {
    if (run != null) {
      run.endAt(offset, operands());
      run = null;
    }
  }

  // Many short runs serve no one: a run ends where it is worth a call, between two statements.
  private void endRunIfComplete() {
    if (run == null || validator.isDone()) {
      return;
    }
    boolean betweenStatements = operands() == 0 && run.ownWeight() > longestRun / 8;
    if (betweenStatements || run.ownWeight() > longestRun) {
      endRun(reader.offset());
    }
  }
}
