package org.dylink.engine.jvm.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Exceptions that a try of the legacy encoding delegates. They are caught, and thrown again behind
 * the code of the method, where no handler is but the one that is to get them.
 */
final class Delegations {
  private record Delegation(Label label, Handler to) {}

  private static final Object[] NOTHING = {};

  private final Map<MethodUnit, List<Delegation>> open = new HashMap<>();

  /**
   * Notes one.
   *
   * @param label where the exception is caught
   * @param to whose it is as if it came from that one's body; null if the method's caller gets it
   */
  void add(MethodUnit unit, Label label, Handler to) {
    open.computeIfAbsent(unit, key -> new ArrayList<>()).add(new Delegation(label, to));
  }

  /** Writes those of a method, behind its code. */
  void finish(MethodUnit unit) {
    Object[] frame = unit.slots().frameTypes();
    List<Delegation> own = open.remove(unit);
    if (own != null) {
      own.forEach(each -> finish(unit, each.label(), catching(each.to())));
    }
    unit.slots().restore(frame);
  }

  private static void finish(MethodUnit unit, Label label, Handler to) {
    Label end = new Label();
    unit.slots().restore(to == null ? NOTHING : to.frameTypes);
    unit.place(label, new Object[] {HandlerEmitter.EXCEPTION});
    unit.leave(Opcodes.ATHROW);
    unit.mark(end);
    if (to != null) {
      unit.handler(label, end, to.label);
    }
  }

  /** The handler, or the next one around it if it is that of a try without clauses. */
  private static Handler catching(Handler to) {
    Handler found = to;
    while (found != null && !found.catches) {
      found = found.outer;
    }
    Handler passed = to;
    while (passed != found) {
      Handler next = passed.outer;
      passed.outer = found; // the next search is a short one
      passed = next;
    }
    return found;
  }
}
