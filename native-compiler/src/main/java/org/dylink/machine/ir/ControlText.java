package org.dylink.machine.ir;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dylink.engine.jvm.code.Block;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.machine.ThreadLayout;
import org.dylink.engine.machine.TrapCode;
import org.dylink.format.FunctionType;
import org.dylink.machine.ir.FunctionText.Value;

/**
 * Blocks and branches. What a branch carries goes through slots on the stack, of which LLVM makes
 * values again.
 */
final class ControlText {
  /** The handler that is there when the function begins. */
  static final String HANDLER_OF_CALLER = "%h";

  private final FunctionText text;
  private final Values values;
  private final Body body;
  private final Known known;
  private final AssignedLocals assigned;
  private final Map<Block, OpenBlock> labels = new HashMap<>();
  private final Map<Block, OpenBlock> ends = new HashMap<>();
  private String handler = HANDLER_OF_CALLER;
  private boolean isDead;

  ControlText(FunctionText text, Values values, Body body, Known known) {
    this.text = text;
    this.values = values;
    this.body = body;
    this.known = known;
    this.assigned = new AssignedLocals(body);
  }

  /** Whether nothing gets where the function is being written. */
  boolean isDead() {
    return isDead;
  }

  void die() {
    isDead = true;
  }

  /** Writes an instruction if it is one of these. */
  boolean write(int at) {
    switch (body.opcode(at)) {
      case BLOCK -> open(body.block(at));
      case LOOP -> loop(body.block(at));
      case IF -> when(body.block(at));
      case ELSE -> otherwise(body.block(at));
      case END -> end(body.block(at));
      case BR -> branch(body.block(at));
      case BR_IF -> branchIf(body.block(at));
      case BR_TABLE -> branchTable(body.targets(at));
      case RETURN -> giveBack();
      case UNREACHABLE -> {
        text.trap(TrapCode.UNREACHABLE);
        die();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The block as it is open; null if nothing reaches it. */
  OpenBlock openOf(Block block) {
    return ends.get(block);
  }

  /** Who gets what is thrown in a block. */
  String handlerIn(Block block) {
    return block == body.whole() ? HANDLER_OF_CALLER : ends.get(block).innerHandler;
  }

  /** Who gets what is thrown from here on. */
  void enterHandler(OpenBlock open, String link) {
    open.innerHandler = link;
    handler = link;
  }

  /** Whoever is thrown to has been taken from the chain. */
  void leaveHandler(OpenBlock open) {
    open.innerHandler = open.outerHandler;
    handler = open.outerHandler;
    isDead = false;
    beginClause(open);
  }

  // It may be thrown anywhere in the block.
  private void beginClause(OpenBlock open) {
    known.become(open.before);
    known.forget(open.assigned);
  }

  /** Goes on in a clause. */
  void goOn(OpenBlock open) {
    beginClause(open);
    values.cutTo(open.height);
    isDead = false;
  }

  void storeHandler(String link) {
    text.store(new Value("ptr", link), "%t", ThreadLayout.HANDLER);
  }

  private void leaveHandlers(String outer) {
    if (!handler.equals(outer)) {
      storeHandler(outer);
    }
  }

  /** Who gives up the frame has no handlers. */
  void leaveAllHandlers() {
    leaveHandlers(HANDLER_OF_CALLER);
  }

  OpenBlock open(Block block) {
    int height = values.size() - block.type().params().length;
    OpenBlock open =
        new OpenBlock(text.freshLabel(), text.slots(block.type().results()), height, handler);
    ends.put(block, open);
    labels.put(block, open);
    open.before = known.copy();
    open.assigned = assigned.in(block);
    return open;
  }

  private void loop(Block block) {
    OpenBlock end = open(block);
    OpenBlock head =
        new OpenBlock(text.freshLabel(), text.slots(block.type().params()), end.height, handler);
    labels.put(block, head);
    carry(head);
    text.begin(head.label);
    known.forget(assigned.in(block));
    poll();
    values.cutTo(head.height);
    push(head);
  }

  // Volatile: nobody may move it out of the loop. Compared with a register that is there, as a
  // word in memory and a constant are two instructions for the processor.
  private void poll() {
    Value at = text.give("ptr", "getelementptr i8, ptr %t, i64 " + ThreadLayout.STOP);
    Value stop = text.give("ptr", "load volatile ptr, ptr " + at.name() + FunctionText.HOST);
    Value isSet = text.give("i1", "icmp ult ptr %t, " + stop.name());
    String ask = text.freshLabel();
    String next = text.freshLabel();
    text.line(
        "br i1 " + isSet.name() + ", label %" + ask + ", label %" + next + FunctionText.RARELY);
    text.begin(ask);
    text.ask("poll", "");
    text.line("br label %" + next);
    text.begin(next);
  }

  private void when(Block block) {
    String condition = condition(values.pop());
    OpenBlock open = open(block);
    open.elseLabel = text.freshLabel();
    open.operands = values.top(block.type().params().length);
    String then = text.freshLabel();
    text.line("br i1 " + condition + ", label %" + then + ", label %" + open.elseLabel);
    text.begin(then);
  }

  private void otherwise(Block block) {
    OpenBlock open = ends.get(block);
    if (open == null) {
      return;
    }
    leave(open);
    beginElse(open);
  }

  private void beginElse(OpenBlock open) {
    text.begin(open.elseLabel);
    open.elseLabel = null;
    known.become(open.before);
    values.cutTo(open.height);
    open.operands.forEach(values::push);
    isDead = false;
  }

  /** Ends a block; of a try, behind its handler. */
  void end(Block block) {
    if (block == body.whole()) {
      if (!isDead) {
        giveBack();
      }
      return;
    }
    OpenBlock open = ends.get(block);
    if (open == null) {
      return;
    }
    leave(open);
    if (open.elseLabel != null) {
      beginElse(open);
      leave(open);
    }
    handler = open.outerHandler;
    isDead = !open.isReached;
    values.cutTo(open.height);
    if (open.isReached) {
      text.begin(open.label);
      known.become(open.after);
      push(open);
    }
  }

  /** Goes to the end of a block, if anything gets here. */
  void leave(OpenBlock open) {
    if (!isDead) {
      carry(open);
    }
  }

  private void push(OpenBlock open) {
    for (Value slot : open.slots) {
      values.push(text.give(slot.type(), "load " + slot.type() + ", ptr " + slot.name()));
    }
  }

  private void carry(OpenBlock to) {
    List<Value> carried = values.top(to.slots.size());
    for (int i = 0; i < carried.size(); i++) {
      text.line("store " + carried.get(i) + ", ptr " + to.slots.get(i).name());
    }
    leaveHandlers(to.outerHandler);
    to.reach(known);
    text.line("br label %" + to.label);
  }

  /** Branches to a block's label. */
  void branch(Block block) {
    branchLive(block);
    die();
  }

  /** Branches to a block's label from a block of its own, behind which the function goes on. */
  void branchHere(Block block) {
    branchLive(block);
  }

  private void branchLive(Block block) {
    if (block == body.whole()) {
      writeReturn();
    } else {
      carry(labels.get(block));
    }
  }

  private String condition(Value value) {
    return text.give("i1", "icmp ne " + value + ", 0").name();
  }

  private void branchIf(Block block) {
    String condition = condition(values.pop());
    String taken = text.freshLabel();
    String next = text.freshLabel();
    text.line("br i1 " + condition + ", label %" + taken + ", label %" + next);
    text.begin(taken);
    branchLive(block);
    text.begin(next);
  }

  private void branchTable(Block[] targets) {
    Value index = values.pop();
    Map<Block, String> stops = new LinkedHashMap<>();
    for (Block target : targets) {
      stops.computeIfAbsent(target, each -> text.freshLabel());
    }
    StringBuilder cases = new StringBuilder();
    for (int i = 0; i < targets.length - 1; i++) {
      cases.append("i32 ").append(i).append(", label %").append(stops.get(targets[i])).append(' ');
    }
    String otherwise = stops.get(targets[targets.length - 1]);
    text.line("switch " + index + ", label %" + otherwise + " [" + cases + "]");
    stops.forEach(
        (target, stop) -> {
          text.begin(stop);
          branchLive(target);
        });
    die();
  }

  private void giveBack() {
    writeReturn();
    die();
  }

  private void writeReturn() {
    FunctionType type = body.type();
    List<Value> results = values.top(type.results().size());
    leaveAllHandlers();
    Results.give(text, type, results);
  }
}
