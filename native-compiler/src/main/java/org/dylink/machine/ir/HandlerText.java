package org.dylink.machine.ir;

import java.util.List;
import org.dylink.engine.jvm.code.Block;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.engine.machine.ContextLayout;
import org.dylink.engine.machine.Service;
import org.dylink.engine.machine.ThreadLayout;
import org.dylink.format.ValueType;
import org.dylink.machine.ir.FunctionText.Value;

/**
 * Throwing and catching, in both encodings. What is to go on after a throw is noted when a try is
 * entered, as by {@code setjmp}, in a chain that belongs to the thread; at each place of a function
 * it is known which link is the first.
 */
final class HandlerText {
  private final FunctionText text;
  private final Values values;
  private final Body body;
  private final ContextLayout layout;
  private final ControlText control;
  private final CallText calls;

  HandlerText(
      FunctionText text,
      Values values,
      Body body,
      ContextLayout layout,
      ControlText control,
      CallText calls) {
    this.text = text;
    this.values = values;
    this.body = body;
    this.layout = layout;
    this.control = control;
    this.calls = calls;
  }

  /**
   * Whether an instruction ends or continues a block, so that what follows may be reached again.
   */
  static boolean isClause(Opcode opcode) {
    return opcode == Opcode.CATCH || opcode == Opcode.CATCH_ALL || opcode == Opcode.DELEGATE;
  }

  /** Writes an instruction if it is one of these. */
  boolean write(int at) {
    switch (body.opcode(at)) {
      case TRY_TABLE -> enter(body.block(at));
      case TRY -> enterLegacy(body.block(at));
      case CATCH -> clause(at, true);
      case CATCH_ALL -> clause(at, false);
      case DELEGATE -> control.end(body.block(at));
      case END -> {
        return end(body.block(at));
      }
      case THROW -> throwTag(body.index(at));
      case THROW_REF -> throwReference(calls.service(Service.THROW_REF, values.pop()));
      case RETHROW -> rethrow(control.openOf(body.block(at)));
      default -> {
        return false;
      }
    }
    return true;
  }

  private void enterLegacy(Block block) {
    if (block.delegate() == null) {
      enter(block);
      return;
    }
    OpenBlock open = control.open(block);
    String handler = control.handlerIn(block.delegate());
    control.enterHandler(open, handler);
    control.storeHandler(handler);
  }

  private void enter(Block block) {
    OpenBlock open = control.open(block);
    String link = text.fresh();
    text.first(link + " = alloca [" + text.machine().linkWords() + " x i64], align 8");
    Value thrown = text.give("i32", "call i32 @dylink_try(ptr " + link + ", ptr swiftself %t) #4");
    Value isThrown = text.give("i1", "icmp ne " + thrown + ", 0");
    open.next = text.freshLabel();
    String next = text.freshLabel();
    text.line("br " + isThrown + ", label %" + open.next + ", label %" + next);
    text.begin(next);
    control.enterHandler(open, link);
  }

  // What is caught, where a try's body has been left.
  private void beginHandler(OpenBlock open) {
    text.begin(open.next);
    control.leaveHandler(open);
    open.exception = text.load("ptr", "%t", ThreadLayout.EXCEPTION);
    open.tag = text.load("i64", "%t", ThreadLayout.EXCEPTION_TAG);
  }

  private void clause(int at, boolean hasTag) {
    OpenBlock open = control.openOf(body.block(at));
    if (open == null) {
      return;
    }
    control.leave(open);
    if (open.exception == null) {
      beginHandler(open);
    } else {
      text.begin(open.next);
    }
    open.next = null;
    if (hasTag) {
      open.next = unless(open, body.index(at));
    }
    control.goOn(open);
    if (hasTag) {
      pushPayload(open, body.index(at));
    }
  }

  /** Goes on where the tag is this one; gives the label where it is not. */
  private String unless(OpenBlock open, int tag) {
    Value expected = text.word("%i", layout.tag(tag), "i64");
    Value isIt = text.give("i1", "icmp eq " + open.tag + ", " + expected.name());
    String caught = text.freshLabel();
    String next = text.freshLabel();
    text.line("br " + isIt + ", label %" + caught + ", label %" + next);
    text.begin(caught);
    return next;
  }

  private List<ValueType> payload(int tag) {
    return body.spaces().tag(tag).payload().params();
  }

  private void pushPayload(OpenBlock open, int tag) {
    if (!payload(tag).isEmpty()) {
      calls.services(Service.CAUGHT, payload(tag), List.of(open.exception)).forEach(values::push);
    }
  }

  private boolean end(Block block) {
    OpenBlock open = control.openOf(block);
    boolean isTry = block.opening() == Opcode.TRY || block.opening() == Opcode.TRY_TABLE;
    if (!isTry || open == null) {
      return false;
    }
    control.leave(open);
    if (open.exception == null) {
      beginHandler(open);
      catches(open, block.catches());
    } else if (open.next != null) {
      text.begin(open.next);
      rethrow(open);
    }
    control.end(block);
    return true;
  }

  private void catches(OpenBlock open, Block.Catch[] catches) {
    for (Block.Catch each : catches) {
      String next = each.catchesAll() ? null : unless(open, each.tag());
      control.goOn(open);
      if (!each.catchesAll()) {
        pushPayload(open, each.tag());
      }
      if (each.givesReference()) {
        values.push(open.exception);
      }
      control.branch(each.to());
      if (next == null) {
        return; // nothing is left for those behind it
      }
      text.begin(next);
    }
    rethrow(open);
  }

  // To the next handler of this thread's; Java throws it further where there is none.
  private void rethrow(OpenBlock open) {
    text.store(open.exception, "%t", ThreadLayout.EXCEPTION);
    text.store(open.tag, "%t", ThreadLayout.EXCEPTION_TAG);
    Value handler = text.load("ptr", "%t", ThreadLayout.HANDLER);
    Value isThere = text.give("i1", "icmp ne " + handler + ", null");
    String inner = text.freshLabel();
    String outer = text.freshLabel();
    text.line("br " + isThere + ", label %" + inner + ", label %" + outer);
    text.begin(inner);
    text.line("call void @dylink_throw(ptr swiftself %t) #1");
    text.line("unreachable");
    text.begin(outer);
    throwReference(calls.service(Service.THROW_REF, open.exception));
  }

  private void throwTag(int tag) {
    calls.serve(Service.THROW, List.of(tag), values.pop(payload(tag).size()));
    text.line("unreachable");
    control.die();
  }

  // The service does not come back.
  private void throwReference(Value ignored) {
    text.line("unreachable");
    control.die();
  }
}
