package org.dylink.engine.jvm.emit;

import org.dylink.engine.jvm.code.Block;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Operands;
import org.dylink.engine.jvm.run.call.GuestException;
import org.dylink.engine.jvm.run.call.InstanceState;
import org.dylink.engine.jvm.run.call.JvmTag;
import org.dylink.engine.jvm.run.call.Throws;
import org.dylink.format.ValueType;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Throwing, and catching with {@code try_table} (exception handling, exnref). */
final class HandlerEmitter {
  static final String EXCEPTION = ClassNames.of(GuestException.class);

  private static final String TAG = "L" + ClassNames.of(JvmTag.class) + ";";
  private static final RunMethod NEW_EXCEPTION =
      RunMethod.of(Throws.class, "exception", Object[].class, int.class, InstanceState.class);
  private static final RunMethod OF_REFERENCE =
      RunMethod.of(GuestException.class, "ofReference", Object.class);

  private final Emission emission;
  private final Body body;
  private final Branches branches;

  HandlerEmitter(Emission emission, Branches branches) {
    this.emission = emission;
    this.body = emission.body();
    this.branches = branches;
  }

  private MethodUnit unit() {
    return emission.unit();
  }

  void emitThrow(int at) {
    branches.packResults(payload(body.index(at)));
    unit().pushInt(body.index(at));
    unit().loadState();
    unit().call(NEW_EXCEPTION);
    unit().leave(Opcodes.ATHROW);
  }

  void emitThrowReference() {
    unit().call(OF_REFERENCE);
    unit().leave(Opcodes.ATHROW);
  }

  private ValueType[] payload(int tag) {
    return body.spaces().tag(tag).payload().params().toArray(new ValueType[0]);
  }

  /** Opens a try_table. */
  void open(int at) {
    Block block = body.block(at);
    int needed = 0;
    for (Block.Catch each : block.catches()) {
      needed = emission.isLocal(each.to()) ? Math.max(needed, each.to().height()) : needed;
    }
    // If there is more to pin, then all that lies below: handlers in it may need one more each.
    boolean pins = needed > unit().baseHeight() + unit().pinned().count();
    BranchTarget target = new BranchTarget(unit());
    target.handler = newHandler(body.operands(at), pins ? block.height() : 0);
    emission.open(block, target);
  }

  /** Pins the operands below a height, and starts the body. */
  Handler newHandler(Operands stack, int height) {
    Handler handler = new Handler(unit().slots().mark(), unit().pinned().count());
    unit().pinned().extend(stack, height);
    unit().mark(handler.start);
    return handler;
  }

  /** Ends a handler's block. */
  void release(Handler handler) {
    unit().slots().release(handler.mark);
    unit().pinned().release(handler.pinned);
  }

  /** Puts pinned operands back on the stack, those below a height. */
  void reload(int height) {
    unit().pinned().reload(height);
  }

  /** Ends the body, and writes the handler behind it. */
  void emitEnd(Block block) {
    BranchTarget target = emission.target(block);
    if (target == null) {
      return;
    }
    Handler handler = target.handler;
    boolean falls = unit().isReachable();
    unit().mark(handler.end);
    if (!handler.isEmpty() && block.catches().length > 0) {
      if (falls) {
        branches.jump(block);
      }
      unit().handler(handler.start, handler.end, handler.label);
      emitClauses(handler, block.catches());
    }
    release(handler);
  }

  private void emitClauses(Handler handler, Block.Catch[] catches) {
    int exception = catchException(handler);
    for (Block.Catch each : catches) {
      emitClause(each, exception);
      if (each.catchesAll()) {
        return; // nothing is left for those behind it
      }
    }
    unit().code().visitVarInsn(Opcodes.ALOAD, exception);
    unit().leave(Opcodes.ATHROW);
  }

  /** Enters the handler; the exception is in the slot that is given back. */
  int catchException(Handler handler) {
    unit().place(handler.label, new Object[] {EXCEPTION});
    int exception = unit().slots().scratch(1);
    unit().code().visitVarInsn(Opcodes.ASTORE, exception);
    // Named in stack maps only now: where the handler begins, the slot holds nothing.
    return unit().slots().add(EXCEPTION, 1);
  }

  private void emitClause(Block.Catch clause, int exception) {
    Label next = new Label();
    if (!clause.catchesAll()) {
      emitTagCheck(clause.tag(), exception, next);
    }
    if (emission.isLocal(clause.to())) {
      reload(clause.to().height());
    }
    if (!clause.catchesAll()) {
      pushPayload(clause.tag(), exception);
    }
    if (clause.givesReference()) {
      unit().code().visitVarInsn(Opcodes.ALOAD, exception);
    }
    branches.jump(clause.to());
    if (!clause.catchesAll()) {
      unit().place(next, new Object[0]);
    }
  }

  void emitTagCheck(int tag, int exception, Label otherwise) {
    unit().code().visitVarInsn(Opcodes.ALOAD, exception);
    unit().code().visitFieldInsn(Opcodes.GETFIELD, EXCEPTION, "tag", TAG);
    unit().loadState();
    unit().code().visitFieldInsn(Opcodes.GETFIELD, ClassNames.STATE, "tags", "[" + TAG);
    unit().pushInt(tag);
    unit().op(Opcodes.AALOAD);
    unit().jump(Opcodes.IF_ACMPNE, otherwise);
  }

  void pushPayload(int tag, int exception) {
    ValueType[] types = payload(tag);
    for (int i = 0; i < types.length; i++) {
      unit().code().visitVarInsn(Opcodes.ALOAD, exception);
      unit().code().visitFieldInsn(Opcodes.GETFIELD, EXCEPTION, "values", "[Ljava/lang/Object;");
      unit().pushInt(i);
      unit().op(Opcodes.AALOAD);
      Boxing.unbox(unit(), types[i]);
    }
  }
}
