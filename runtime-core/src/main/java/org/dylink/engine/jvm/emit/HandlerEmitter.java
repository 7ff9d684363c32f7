package org.dylink.engine.jvm.emit;

import org.dylink.engine.jvm.binary.CatchClause;
import org.dylink.engine.jvm.binary.Instruction;
import org.dylink.engine.jvm.validate.ControlFrame;
import org.dylink.format.ValueType;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Throwing, and catching with {@code try_table} (exception handling, exnref). */
final class HandlerEmitter {
  static final String EXCEPTION = ClassNames.RUN + "GuestException";

  private static final String STATE = "L" + ClassNames.STATE + ";";
  private static final String TAG = "L" + ClassNames.RUN + "JvmTag;";

  private final Emission emission;
  private final Branches branches;

  HandlerEmitter(Emission emission, Branches branches) {
    this.emission = emission;
    this.branches = branches;
  }

  private MethodUnit unit() {
    return emission.unit();
  }

  void emitThrow(Instruction each) {
    branches.packResults(payload(each.index));
    unit().pushInt(each.index);
    unit().loadState();
    unit()
        .code()
        .visitMethodInsn(
            Opcodes.INVOKESTATIC,
            EXCEPTION,
            "of",
            "([Ljava/lang/Object;I" + STATE + ")L" + EXCEPTION + ";",
            false);
    unit().leave(Opcodes.ATHROW);
  }

  void emitThrowReference() {
    unit()
        .code()
        .visitMethodInsn(
            Opcodes.INVOKESTATIC,
            EXCEPTION,
            "ofReference",
            "(Ljava/lang/Object;)Ljava/lang/RuntimeException;",
            false);
    unit().leave(Opcodes.ATHROW);
  }

  ValueType[] payload(int tag) {
    return emission.spaces().tag(tag).payload().params().toArray(new ValueType[0]);
  }

  /** Opens a try_table: keeps the operands that one of its labels has below it. */
  Target open(Instruction each) {
    int needed = 0;
    for (CatchClause clause : each.catches) {
      ControlFrame to = emission.validator().frame(clause.label());
      boolean local = to.attachment != null && Emission.target(to).unit == unit();
      needed = local ? Math.max(needed, to.height()) : needed;
    }
    Target target = new Target(unit());
    target.handler = newHandler(needed);
    target.clauses = each.catches;
    return target;
  }

  /** Pins the operands below a height, and starts the body. */
  Handler newHandler(int height) {
    int base = unit().baseHeight();
    int mark = unit().slots().mark();
    ValueType[] kept = emission.types(base, Math.max(0, height - base));
    int[] places = new int[kept.length];
    if (kept.length > 0) {
      keep(kept, places);
    }
    Handler handler = new Handler(kept, places, unit().slots().frameTypes(), mark);
    unit().mark(handler.start);
    return handler;
  }

  private void keep(ValueType[] kept, int[] places) {
    int count = emission.operands().size() - unit().baseHeight();
    ValueType[] all = emission.types(unit().baseHeight(), count);
    int[] spilled = unit().spill(all);
    // Pinned slots take the room of scratch ones: first the values that stay, in place.
    for (int i = 0; i < kept.length; i++) {
      places[i] = unit().slots().add(kept[i]);
    }
    unit().reload(all, spilled);
  }

  /** Ends the body, and writes the handler behind it. */
  void emitEnd(ControlFrame frame) {
    Target target = Emission.target(frame);
    if (target == null) {
      return;
    }
    Handler handler = target.handler;
    boolean falls = unit().isReachable();
    unit().mark(handler.end);
    if (handler.end.getOffset() > handler.start.getOffset() && target.clauses.length > 0) {
      if (falls) {
        branches.jump(frame);
      }
      unit().handler(handler.start, handler.end, handler.label);
      emitClauses(handler, target.clauses);
    }
    unit().slots().release(handler.mark);
  }

  private void emitClauses(Handler handler, CatchClause[] clauses) {
    int exception = catchException(handler);
    boolean caughtAll = false;
    for (CatchClause clause : clauses) {
      if (!caughtAll) {
        emitClause(handler, clause, exception);
        caughtAll = clause.catchesAll();
      }
    }
    if (!caughtAll) {
      unit().code().visitVarInsn(Opcodes.ALOAD, exception);
      unit().leave(Opcodes.ATHROW);
    }
  }

  /** Enters the handler; the exception is in the slot that is given back. */
  int catchException(Handler handler) {
    unit().place(handler.label, new Object[] {EXCEPTION});
    int exception = unit().slots().scratch(1);
    unit().code().visitVarInsn(Opcodes.ASTORE, exception);
    // Named in stack maps only now: where the handler begins, the slot holds nothing.
    return unit().slots().add(EXCEPTION, 1);
  }

  private void emitClause(Handler handler, CatchClause clause, int exception) {
    Label next = new Label();
    if (!clause.catchesAll()) {
      emitTagCheck(clause.tag(), exception, next);
    }
    // The clause's labels are counted from outside of the block, which is still open here.
    ControlFrame to = emission.validator().frame(clause.label() + 1);
    boolean local = to.attachment != null && Emission.target(to).unit == unit();
    if (local) {
      reloadKept(handler, to.height() - unit().baseHeight());
    }
    if (!clause.catchesAll()) {
      pushPayload(clause.tag(), exception);
    }
    if (clause.givesReference()) {
      unit().code().visitVarInsn(Opcodes.ALOAD, exception);
    }
    branches.jump(to);
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

  void reloadKept(Handler handler, int count) {
    for (int i = 0; i < count; i++) {
      unit().load(handler.kept[i], handler.places[i]);
    }
  }

  void pushPayload(int tag, int exception) {
    ValueType[] types = payload(tag);
    for (int i = 0; i < types.length; i++) {
      unit().code().visitVarInsn(Opcodes.ALOAD, exception);
      unit().code().visitFieldInsn(Opcodes.GETFIELD, EXCEPTION, "values", "[Ljava/lang/Object;");
      unit().pushInt(i);
      unit().op(Opcodes.AALOAD);
      Boxing.unbox(unit().code(), types[i]);
    }
  }
}
