package org.dylink.engine.jvm.emit;

import org.dylink.engine.jvm.code.Block;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Opcode;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** The older encoding of handlers: try, catch, catch_all, delegate, rethrow. */
final class LegacyHandlerEmitter {
  private final Emission emission;
  private final Body body;
  private final Branches branches;
  private final HandlerEmitter handlers;
  private final Delegations delegations = new Delegations();

  LegacyHandlerEmitter(Emission emission, Branches branches, HandlerEmitter handlers) {
    this.emission = emission;
    this.body = emission.body();
    this.branches = branches;
    this.handlers = handlers;
  }

  private MethodUnit unit() {
    return emission.unit();
  }

  /** Opens a try: a catch goes on with all operands that lie below the block. */
  void open(int at) {
    Block block = body.block(at);
    BranchTarget target = new BranchTarget(unit());
    // Who delegates enters no clause, and needs no operands.
    int needed = block.delegate() == null ? block.height() : 0;
    target.handler = handlers.newHandler(body.operands(at), needed);
    target.handler.outer = outerHandler(block.outer(), at);
    emission.open(block, target);
  }

  void emitCatch(int at) {
    Block block = body.block(at);
    BranchTarget target = emission.target(block);
    if (target == null) {
      return;
    }
    Handler handler = target.handler;
    boolean falls = unit().isReachable();
    boolean first = !handler.bodyEnded;
    endBody(handler);
    if (falls) {
      branches.jump(block);
    }
    if (first) {
      enter(handler);
    } else if (handler.nextClause != null) {
      unit().place(handler.nextClause, new Object[0]);
    }
    if (unit().isReachable()) {
      emitClause(at, handler);
    }
  }

  private void emitClause(int at, Handler handler) {
    boolean hasTag = body.opcode(at) == Opcode.CATCH;
    handler.nextClause = hasTag ? new Label() : null;
    if (hasTag) {
      handlers.emitTagCheck(body.index(at), handler.exceptionSlot, handler.nextClause);
    }
    handlers.reload(body.block(at).height());
    if (hasTag) {
      handlers.pushPayload(body.index(at), handler.exceptionSlot);
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
    if (!handler.isEmpty()) {
      catchBody(handler);
      handler.exceptionSlot = handlers.catchException(handler);
    }
  }

  private void catchBody(Handler handler) {
    unit().handler(handler.start, handler.end, handler.label);
    handler.catches = true;
    handler.frameTypes = unit().slots().frameTypes();
  }

  void emitRethrow(int at) {
    int exception = emission.target(body.block(at)).handler.exceptionSlot;
    unit().code().visitVarInsn(Opcodes.ALOAD, exception);
    unit().leave(Opcodes.ATHROW);
  }

  void emitEnd(Block block) {
    BranchTarget target = emission.target(block);
    if (target == null) {
      return;
    }
    Handler handler = target.handler;
    endBody(handler);
    if (handler.nextClause != null) {
      if (unit().isReachable()) {
        branches.jump(block);
      }
      unit().place(handler.nextClause, new Object[0]);
      unit().code().visitVarInsn(Opcodes.ALOAD, handler.exceptionSlot);
      unit().leave(Opcodes.ATHROW);
    }
    handlers.release(handler);
  }

  /** Ends the body of a try whose exceptions go to the handler of a block further out. */
  void emitDelegate(int at) {
    Block block = body.block(at);
    BranchTarget target = emission.target(block);
    if (target == null) {
      return;
    }
    Handler handler = target.handler;
    endBody(handler);
    if (!handler.isEmpty()) {
      catchBody(handler);
      delegations.add(unit(), handler.label, outerHandler(block.delegate(), at));
    }
    handlers.release(handler);
  }

  /** The handler that gets what is thrown at a position of a block and is not caught there. */
  private Handler outerHandler(Block from, int at) {
    Block receiver = from.innermostTry(at);
    // What leaves a part goes by itself to the handlers around its call.
    return receiver != null && emission.isLocal(receiver)
        ? emission.target(receiver).handler
        : null;
  }

  /** Ends a method: see {@link Delegations}. */
  void finish() {
    delegations.finish(unit());
  }
}
