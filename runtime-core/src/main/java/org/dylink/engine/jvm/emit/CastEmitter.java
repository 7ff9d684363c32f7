package org.dylink.engine.jvm.emit;

import org.dylink.engine.jvm.code.Block;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.run.call.InstanceState;
import org.dylink.engine.jvm.run.gc.Casts;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Casts of references (WebAssembly Core, Execution, Reference Instructions). */
final class CastEmitter {
  private static final RunMethod IS_OF =
      RunMethod.of(Casts.class, "isOf", Object.class, int.class, InstanceState.class);
  private static final RunMethod CAST =
      RunMethod.of(Casts.class, "cast", Object.class, int.class, InstanceState.class);

  private final Emission emission;
  private final Body body;
  private final Branches branches;

  CastEmitter(Emission emission, Branches branches) {
    this.emission = emission;
    this.body = emission.body();
    this.branches = branches;
  }

  private MethodUnit unit() {
    return emission.unit();
  }

  private void pushType(int at) {
    unit().pushInt(body.second(at));
    unit().loadState();
  }

  void emitTest(int at) {
    pushType(at);
    unit().call(IS_OF);
  }

  void emitCast(int at) {
    pushType(at);
    unit().call(CAST);
  }

  /** Branches with the reference if it is of the type, or if it is not; else leaves it. */
  void emitBranch(int at, boolean ifOfType) {
    Block to = body.block(at);
    Label over = new Label();
    Object[] after = emission.stackMap(body.operands(at));
    unit().op(Opcodes.DUP);
    emitTest(at);
    unit().jump(ifOfType ? Opcodes.IFEQ : Opcodes.IFNE, over);
    branches.branch(to, Branches.below(to, body.operands(at)));
    unit().place(over, after);
  }
}
