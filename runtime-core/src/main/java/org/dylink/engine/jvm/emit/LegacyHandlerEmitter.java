package org.dylink.engine.jvm.emit;

import org.dylink.engine.jvm.binary.Instruction;
import org.dylink.engine.jvm.binary.Opcode;
import org.dylink.engine.jvm.validate.ControlFrame;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** The older encoding of handlers: try, catch, catch_all, delegate, rethrow. */
final class LegacyHandlerEmitter {
  private final Emission emission;
  private final Branches branches;
  private final HandlerEmitter handlers;
  private final Delegations delegations = new Delegations();

  LegacyHandlerEmitter(Emission emission, Branches branches, HandlerEmitter handlers) {
    this.emission = emission;
    this.branches = branches;
    this.handlers = handlers;
  }

  private MethodUnit unit() {
    return emission.unit();
  }

  /** Opens a try: a catch goes on with all operands that lie below the block. */
  Target open(Instruction each) {
    Target target = new Target(unit());
    int height = emission.operands().size() - each.blockType.params().length;
    target.handler = handlers.newHandler(height);
    target.handler.outer = outerHandler(0);
    return target;
  }

  void emitCatch(Instruction each, ControlFrame frame) {
    Target target = Emission.target(frame);
    if (target == null) {
      return;
    }
    Handler handler = target.handler;
    boolean falls = unit().isReachable();
    boolean first = !handler.bodyEnded;
    endBody(handler);
    if (falls) {
      branches.jump(frame);
    }
    if (first) {
      enter(handler);
    } else if (handler.nextClause != null) {
      unit().place(handler.nextClause, new Object[0]);
    }
    if (!unit().isReachable()) {
      return;
    }
    handler.nextClause = null;
    if (each.opcode == Opcode.CATCH) {
      handler.nextClause = new Label();
      handlers.emitTagCheck(each.index, handler.exceptionSlot, handler.nextClause);
    }
    handlers.reloadKept(handler, handler.kept.length);
    if (each.opcode == Opcode.CATCH) {
      handlers.pushPayload(each.index, handler.exceptionSlot);
    }
  }

  private void endBody(Handler handler) {
    if (!handler.bodyEnded) {
      unit().mark(handler.end);
      handler.bodyEnded = true;
    }
  }

  /** Starts the handler, if the body holds anything that could throw. */
  private void enter(Handler handler) {
    if (handler.end.getOffset() > handler.start.getOffset()) {
      catchBody(handler);
      handler.exceptionSlot = handlers.catchException(handler);
    }
  }

  private void catchBody(Handler handler) {
    unit().handler(handler.start, handler.end, handler.label);
    handler.catches = true;
  }

  void emitRethrow(ControlFrame frame) {
    unit().code().visitVarInsn(Opcodes.ALOAD, Emission.target(frame).handler.exceptionSlot);
    unit().leave(Opcodes.ATHROW);
  }

  void emitEnd(ControlFrame frame) {
    Target target = Emission.target(frame);
    if (target == null) {
      return;
    }
    Handler handler = target.handler;
    endBody(handler);
    if (handler.nextClause != null) {
      if (unit().isReachable()) {
        branches.jump(frame);
      }
      unit().place(handler.nextClause, new Object[0]);
      unit().code().visitVarInsn(Opcodes.ALOAD, handler.exceptionSlot);
      unit().leave(Opcodes.ATHROW);
    }
    unit().slots().release(handler.mark);
  }

  /** Ends a try whose exceptions go to the handler of a block further out. */
  void emitDelegate(Instruction each, ControlFrame frame) {
    Target target = Emission.target(frame);
    if (target == null) {
      return;
    }
    Handler handler = target.handler;
    endBody(handler);
    if (handler.end.getOffset() > handler.start.getOffset()) {
      catchBody(handler);
      // The labels are counted from outside of the block, which is still open here.
      delegations.add(unit(), handler.label, outerHandler(each.index + 1));
    }
    unit().slots().release(handler.mark);
    new ControlEmitter(emission, branches).emitEnd(frame);
  }

  private Handler outerHandler(int label) {
    for (int i = label; i < emission.validator().depth(); i++) {
      ControlFrame frame = emission.validator().frame(i);
      if (frame.opening() == Opcode.TRY && frame.attachment != null) {
        Target target = Emission.target(frame);
        // What leaves a part goes by itself to the handlers around its call.
        return target.unit == unit() ? target.handler : null;
      }
    }
    return null;
  }

  /** Ends a method: see {@link Delegations}. */
  void finish() {
    delegations.finish(unit());
  }
}
