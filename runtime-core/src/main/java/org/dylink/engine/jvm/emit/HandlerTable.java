package org.dylink.engine.jvm.emit;

import java.util.ArrayDeque;
import java.util.Deque;
import org.dylink.engine.jvm.run.call.GuestException;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/**
 * The exception table of a method. A handler further out gets nothing of what is thrown where a
 * handler further in is, so each place is in the range of one alone. HotSpot's verifier looks, at
 * each instruction, through the stack maps for each handler around it: with ranges in each other
 * that would be seconds for a method, in which it stops all threads of the JVM.
 */
final class HandlerTable {
  /** What handlers have already. */
  private record Range(Label from, Label to) {}

  private final MethodVisitor method;
  private final Deque<Range> taken = new ArrayDeque<>();

  HandlerTable(MethodVisitor method) {
    this.method = method;
  }

  /** Adds the handler of a range, whose labels are set; what is in it must be added before. */
  void add(Label from, Label to, Label handler) {
    Label end = to;
    while (!taken.isEmpty() && taken.peek().from().getOffset() >= from.getOffset()) {
      Range inner = taken.pop();
      addRange(inner.to(), end, handler);
      end = inner.from();
    }
    addRange(from, end, handler);
    taken.push(new Range(from, to));
  }

  private void addRange(Label from, Label to, Label handler) {
    if (from.getOffset() < to.getOffset()) {
      method.visitTryCatchBlock(from, to, handler, ClassNames.of(GuestException.class));
    }
  }
}
