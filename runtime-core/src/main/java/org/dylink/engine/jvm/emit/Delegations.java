package org.dylink.engine.jvm.emit;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Exceptions that a try of the legacy encoding delegates. They are caught, and thrown again behind
 * the code of the method, where no handler is but the one that is to get them.
 */
final class Delegations {
  private record Delegation(MethodUnit unit, Label label, Handler to) {}

  private static final Object[] NOTHING = {};

  private final List<Delegation> all = new ArrayList<>();

  /**
   * Notes one.
   *
   * @param label where the exception is caught
   * @param to whose it is as if it came from that one's body; null if the method's caller gets it
   */
  void add(MethodUnit unit, Label label, Handler to) {
    all.add(new Delegation(unit, label, to));
  }

  /** Writes those of a method, behind its code. */
  void finish(MethodUnit unit) {
    Object[] frame = unit.slots().frameTypes();
    for (Delegation each : all) {
      if (each.unit() == unit) {
        finish(each);
      }
    }
    unit.slots().restore(frame);
  }

  private static void finish(Delegation each) {
    Handler to = each.to();
    while (to != null && !to.catches) {
      to = to.outer; // a try without clauses
    }
    MethodUnit unit = each.unit();
    Label end = new Label();
    unit.slots().restore(to == null ? NOTHING : to.frameTypes);
    unit.place(each.label(), new Object[] {HandlerEmitter.EXCEPTION});
    unit.leave(Opcodes.ATHROW);
    unit.mark(end);
    if (to != null) {
      unit.handler(each.label(), end, to.label);
    }
  }
}
