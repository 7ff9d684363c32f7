package org.dylink.engine.jvm.emit;

import org.dylink.engine.jvm.code.Block;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.engine.jvm.run.call.Traps;
import org.dylink.format.ValueType;
import org.objectweb.asm.Opcodes;

/** What writes the instructions of one body; rows of {@link LoweringTable} choose among it. */
final class Emitters {
  private static final RunMethod UNREACHABLE = RunMethod.of(Traps.class, "unreachable");

  private final Emission emission;
  private final Branches branches;
  private final ControlEmitter control;
  private final ValueEmitter values;
  private final CallEmitter calls;
  private final TailCallEmitter tailCalls;
  private final CollectedEmitter collected;
  private final CastEmitter casts;
  private final HandlerEmitter handlers;
  private final LegacyHandlerEmitter legacyHandlers;

  Emitters(Emission emission) {
    this.emission = emission;
    this.branches = new Branches(emission);
    this.control = new ControlEmitter(emission, branches);
    this.values = new ValueEmitter(emission);
    this.calls = new CallEmitter(emission, branches);
    this.tailCalls = new TailCallEmitter(emission, branches, calls);
    this.collected = new CollectedEmitter(emission);
    this.casts = new CastEmitter(emission, branches);
    this.handlers = new HandlerEmitter(emission, branches);
    this.legacyHandlers = new LegacyHandlerEmitter(emission, branches, handlers);
  }

  Body body() {
    return emission.body();
  }

  /** How code accesses one of the module's memories. */
  MemoryAccesses memory(int index) {
    return emission.memories().get(index);
  }

  /** Whether several threads may use one of them at once. */
  boolean hasSharedMemory() {
    return emission.memories().stream().anyMatch(MemoryAccesses::isShared);
  }

  /** Vectors that are operands and not on the stack. */
  PostponedVectors vectors() {
    return emission.vectors();
  }

  /** Where an instruction's operands are in variables, after they were taken off the stack. */
  int[] take(ValueType[] operands) {
    return vectors().take(unit(), operands);
  }

  /** See {@link Emission#hasFewVectorAccesses}. */
  boolean hasFewVectorAccesses() {
    return emission.hasFewVectorAccesses();
  }

  /** Whether there are too many constants for the class. */
  boolean hasManyConstants() {
    return emission.facts().hasManyConstants();
  }

  Branches branches() {
    return branches;
  }

  MethodUnit unit() {
    return emission.unit();
  }

  ControlEmitter control() {
    return control;
  }

  ValueEmitter values() {
    return values;
  }

  CallEmitter calls() {
    return calls;
  }

  TailCallEmitter tailCalls() {
    return tailCalls;
  }

  CollectedEmitter collected() {
    return collected;
  }

  CastEmitter casts() {
    return casts;
  }

  HandlerEmitter handlers() {
    return handlers;
  }

  LegacyHandlerEmitter legacyHandlers() {
    return legacyHandlers;
  }

  void emitEnd(int at) {
    Block block = body().block(at);
    if (block == body().whole()) {
      if (unit().isReachable()) {
        branches.returnResults();
      }
      return;
    }
    switch (block.opening()) {
      case TRY_TABLE -> handlers.emitEnd(block);
      case TRY -> legacyHandlers.emitEnd(block);
      default -> {}
    }
    control.emitEnd(block);
  }

  void emitDelegate(int at) {
    legacyHandlers.emitDelegate(at);
    control.emitEnd(body().block(at));
  }

  void emitComparison(int at) {
    Opcode comparison = body().opcode(at);
    Condition before = emission.takePending();
    if (before != null && comparison == Opcode.I32_EQZ) {
      emission.setPending(before.negate());
      return;
    }
    if (before != null) {
      before.emitNumber(unit());
    }
    emission.setPending(new Condition(comparison));
  }

  void emitUnreachable(int at) {
    unit().call(UNREACHABLE);
    unit().leave(Opcodes.ATHROW);
  }
}
