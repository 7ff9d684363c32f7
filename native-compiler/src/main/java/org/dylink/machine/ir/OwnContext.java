package org.dylink.machine.ir;

import org.dylink.engine.machine.ContextLayout;
import org.dylink.engine.machine.Service;
import org.dylink.engine.machine.ThreadLayout;
import org.dylink.machine.ir.FunctionText.Value;

/**
 * Finds the context that the thread has of an instance, given the one that was made first: it is
 * that, or stands under the thread's number. Java is asked where there is none yet, or a thread's
 * that had the number before.
 */
final class OwnContext {
  /** Asks Java for it. */
  static final String ARRIVE =
      """
      define internal ptr @dylink_arrive(ptr %i, ptr swiftself %t) #3 {
        %words = alloca [1 x i64], align 8
        %instance = load i64, ptr %i
        store i64 %instance, ptr %words
        call void @dylink_service(i64 ARRIVE, ptr %words, ptr swiftself %t)
        %answer = load i64, ptr %words
        %own = inttoptr i64 %answer to ptr
        ret ptr %own
      }
      """
          .replace("ARRIVE", String.valueOf(Service.ARRIVE.number(0)));

  private OwnContext() {}

  /** Writes that, and gives the context. */
  static Value find(FunctionText text, Value first) {
    String before = text.label();
    String other = text.freshLabel();
    String known = text.freshLabel();
    String absent = text.freshLabel();
    String own = text.freshLabel();
    Value guest = text.load("i64", "%t", ThreadLayout.GUEST);
    branchIfOf(text, guest, first, own, other);
    text.begin(other);
    Value all = text.load("ptr", first.name(), ContextLayout.CONTEXTS);
    Value number = text.load("i64", "%t", ThreadLayout.NUMBER);
    Value count = text.load("i64", all.name(), 0);
    Value isThere = text.give("i1", "icmp ult " + number + ", " + count.name());
    text.line("br " + isThere + ", label %" + known + ", label %" + absent);
    text.begin(known);
    Value at = text.give("ptr", "getelementptr ptr, " + all + ", " + number);
    Value there = text.load("ptr", at.name(), Long.BYTES);
    branchIfOf(text, guest, there, own, absent);
    text.begin(absent);
    Value made = text.give("ptr", "call ptr @dylink_arrive(" + first + ", ptr swiftself %t)");
    text.line("br label %" + own);
    text.begin(own);
    return text.give(
        "ptr",
        String.format(
            "phi ptr [ %s, %%%s ], [ %s, %%%s ], [ %s, %%%s ]",
            first.name(), before, there.name(), known, made.name(), absent));
  }

  private static void branchIfOf(
      FunctionText text, Value guest, Value context, String isOf, String isNot) {
    Value has = text.load("i64", context.name(), ContextLayout.GUEST);
    Value isSame = text.give("i1", "icmp eq " + has + ", " + guest.name());
    text.line("br " + isSame + ", label %" + isOf + ", label %" + isNot);
  }
}
