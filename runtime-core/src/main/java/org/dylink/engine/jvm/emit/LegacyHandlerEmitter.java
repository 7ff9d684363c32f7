package org.dylink.engine.jvm.emit;

import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.jvm.binary.Instruction;
import org.dylink.engine.jvm.binary.Opcode;
import org.dylink.engine.jvm.validate.ControlFrame;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** The older encoding of handlers: try, catch, catch_all, delegate, rethrow. */
final class LegacyHandlerEmitter {
  /** Where a delegated exception is thrown again: as if it came from the body of another block. */
  private record Delegation(Label label, Handler to) {}

  private final Emission emission;
  private final Branches branches;
  private final HandlerEmitter handlers;
  private final List<Delegation> delegations = new ArrayList<>();

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
      unit().handler(handler.start, handler.end, handler.label);
      handler.exceptionSlot = handlers.catchException(handler);
    }
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
      unit().handler(handler.start, handler.end, handler.label);
      // The labels are counted from outside of the block, which is still open here.
      delegations.add(new Delegation(handler.label, outerHandler(each.index + 1)));
    }
    unit().slots().release(handler.mark);
    new ControlEmitter(emission, branches).emitEnd(frame);
  }

  private Handler outerHandler(int label) {
    for (int i = label; i < emission.validator().depth(); i++) {
      ControlFrame frame = emission.validator().frame(i);
      if (frame.opening() == Opcode.TRY && frame.attachment != null) {
        return Emission.target(frame).handler;
      }
    }
    return null;
  }

  /** Writes, at the end of the method, what throws delegated exceptions again. */
  void finish() {
    for (Delegation each : delegations) {
      unit().slots().release(0);
      restoreFrame(each.to());
      Label end = new Label();
      unit().place(each.label(), new Object[] {HandlerEmitter.EXCEPTION});
      unit().leave(Opcodes.ATHROW);
      unit().mark(end);
      if (each.to() != null) {
        unit().handler(each.label(), end, each.to().label);
      }
    }
  }

  private void restoreFrame(Handler handler) {
    Object[] types = handler == null ? new Object[0] : handler.frameTypes;
    for (Object type : types) {
      boolean wide = type == Opcodes.LONG || type == Opcodes.DOUBLE;
      unit().slots().add(type, wide ? 2 : 1);
    }
  }
}
