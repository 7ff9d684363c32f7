package org.dylink.engine.jvm.emit;

import java.util.BitSet;
import java.util.List;
import org.dylink.engine.jvm.binary.Instruction;
import org.dylink.engine.jvm.binary.InstructionReader;
import org.dylink.engine.jvm.binary.Opcode;
import org.dylink.engine.jvm.validate.ControlFrame;
import org.dylink.engine.jvm.validate.Validator;
import org.dylink.format.ValueType;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Emits the method of one body: reads it from start to end, and hands each instruction on. */
final class BodyEmitter {
  private final BodyAnalysis analysis;
  private final Emission emission;
  private final Branches branches;
  private final ControlEmitter control;
  private final ValueEmitter values;
  private final CallEmitter calls;
  private final HandlerEmitter handlers;
  private final LegacyHandlerEmitter legacyHandlers;
  private final PartEmitter parts;
  private final BitSet copied;
  private final boolean hasFrame;

  BodyEmitter(BodyAnalysis analysis, FunctionNames names, ClassWriter to, List<Part> parts) {
    this.analysis = analysis;
    this.emission = new Emission(analysis, names, to);
    this.branches = new Branches(emission);
    this.control = new ControlEmitter(emission, branches);
    this.values = new ValueEmitter(emission);
    this.calls = new CallEmitter(emission, branches);
    this.handlers = new HandlerEmitter(emission, branches);
    this.legacyHandlers = new LegacyHandlerEmitter(emission, branches, handlers);
    this.parts = new PartEmitter(emission, branches, legacyHandlers, to, parts);
    this.copied = CopiedLocals.choose(analysis, this.parts.locals(), parts);
    this.hasFrame = !parts.isEmpty() || analysis.hasManyLocals();
  }

  /**
   * Writes the method, and those of its parts.
   *
   * @return whether HotSpot will compile them all
   */
  boolean emit(MethodVisitor method) {
    MethodUnit unit = new MethodUnit(method, 0);
    emission.setUnit(unit);
    begin(unit);
    Validator validator = emission.validator();
    InstructionReader reader = analysis.newReader();
    while (!reader.atEnd()) {
      Instruction each = reader.next();
      parts.pass(each.offset);
      emit(each, validator);
    }
    legacyHandlers.finish();
    unit.end(emission.operands().deepest());
    return !unit.isHuge() && !parts.hasHugePart();
  }

  /** Places parameters, state and locals, and sets the locals to zero. */
  private void begin(MethodUnit unit) {
    ValueType[] types = analysis.locals();
    int params = analysis.type().params().size();
    SlotLocals locals = new SlotLocals(types);
    for (int i = 0; i < params; i++) {
      locals.place(i, unit.slots().add(types[i]));
    }
    unit.setStateSlot(unit.slots().add(ClassNames.STATE, 1));
    unit.setLocals(locals);
    if (analysis.hasCalls()) {
      unit.callRun("Poll", "check", "()V");
    }
    if (hasFrame) {
      moveToFrame(unit, params);
      return;
    }
    BitSet used = analysis.usedLocals();
    for (int i = used.nextSetBit(params); i >= 0; i = used.nextSetBit(i + 1)) {
      unit.pushZero(types[i]);
      locals.place(i, unit.slots().add(types[i]));
      locals.set(unit, i);
    }
  }

  private void moveToFrame(MethodUnit unit, int params) {
    FrameLayout layout = new FrameLayout(analysis);
    layout.addTo(unit);
    layout.allocate(unit, analysis.hasReferences());
    for (int i = 0; i < params; i++) {
      unit.locals().get(unit, i);
      layout.put(unit, analysis.locals()[i], i);
    }
    SplitLocals locals = new SplitLocals(layout, analysis.locals());
    if (!analysis.hasManyLocals()) {
      locals.keepOwn(unit, analysis.usedLocals(), parts.locals().shared());
      locals.copy(unit, copied);
    }
    unit.setLocals(locals);
    parts.setLayout(layout);
  }

  private void emit(Instruction each, Validator validator) {
    if (emission.unit().isReachable()) {
      emitReachable(each, validator);
    } else if (isBoundary(each.opcode)) {
      emitBoundary(each, validator);
    } else {
      validator.step(each);
    }
  }

  /** Whether what follows may be reached, although the instruction itself is not. */
  private static boolean isBoundary(Opcode opcode) {
    return switch (opcode) {
      case ELSE, END, CATCH, CATCH_ALL, DELEGATE -> true;
      default -> false;
    };
  }

  private void emitReachable(Instruction each, Validator validator) {
    switch (each.opcode) {
      case BLOCK, LOOP, IF -> attach(control.open(each), each, validator);
      case TRY_TABLE -> {
        emission.flush();
        attach(handlers.open(each), each, validator);
      }
      case TRY -> {
        emission.flush();
        attach(legacyHandlers.open(each), each, validator);
      }
      case ELSE, END, CATCH, CATCH_ALL, DELEGATE -> {
        emission.flush();
        emitBoundary(each, validator);
      }
      default -> {
        emitPlain(each);
        validator.step(each);
      }
    }
  }

  private static void attach(Target target, Instruction each, Validator validator) {
    validator.step(each);
    validator.frame(0).attachment = target;
  }

  private void emitBoundary(Instruction each, Validator validator) {
    ControlFrame frame = validator.frame(0);
    switch (each.opcode) {
      case ELSE -> control.emitElse();
      case CATCH, CATCH_ALL -> legacyHandlers.emitCatch(each, frame);
      case DELEGATE -> legacyHandlers.emitDelegate(each, frame);
      default -> emitEnd(frame);
    }
    validator.step(each);
  }

  private void emitEnd(ControlFrame frame) {
    if (frame.opening() == null) {
      if (emission.unit().isReachable()) {
        branches.returnResults();
      }
      return;
    }
    switch (frame.opening()) {
      case TRY_TABLE -> handlers.emitEnd(frame);
      case TRY, CATCH, CATCH_ALL -> legacyHandlers.emitEnd(frame);
      default -> {}
    }
    control.emitEnd(frame);
  }

  private void emitPlain(Instruction each) {
    if (each.opcode.home() == Opcode.Home.COMPARISON) {
      emitComparison(each.opcode);
      return;
    }
    switch (each.opcode) {
      case BR_IF -> control.emitBranchIf(each);
      case SELECT, SELECT_TYPED -> values.emitSelect();
      default -> {
        emission.flush();
        emitOther(each);
      }
    }
  }

  private void emitComparison(Opcode comparison) {
    Condition before = emission.takePending();
    if (before != null && comparison == Opcode.I32_EQZ) {
      emission.setPending(before.negate());
      return;
    }
    if (before != null) {
      before.emitNumber(emission.unit());
    }
    emission.setPending(new Condition(comparison));
  }

  private void emitOther(Instruction each) {
    if (each.opcode.signature() != null) {
      emission.emitOperation(each);
      return;
    }
    switch (each.opcode) {
      case NOP -> {}
      case UNREACHABLE -> emitUnreachable();
      case BR -> branches.branch(emission.validator().frame(each.index));
      case BR_TABLE -> control.emitBranchTable(each);
      case RETURN -> branches.branch(emission.validator().frame(emission.validator().depth() - 1));
      case CALL -> calls.emitCall(each);
      case CALL_INDIRECT -> calls.emitCallIndirect(each);
      case RETURN_CALL, RETURN_CALL_INDIRECT -> calls.emitTailCall(each);
      case THROW -> handlers.emitThrow(each);
      case THROW_REF -> handlers.emitThrowReference();
      case RETHROW -> legacyHandlers.emitRethrow(emission.validator().frame(each.index));
      default -> values.emit(each);
    }
  }

  private void emitUnreachable() {
    emission.unit().callRun("Traps", "unreachable", "()Ljava/lang/RuntimeException;");
    emission.unit().leave(Opcodes.ATHROW);
  }
}
