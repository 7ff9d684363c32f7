package org.dylink.machine.ir;

import org.dylink.engine.machine.Service;
import org.dylink.engine.machine.ThreadLayout;
import org.dylink.machine.ir.FunctionText.Value;

/**
 * Whether the stack has room for a function's frame. Of most functions it is the frame's beginning
 * that is compared with the thread's limit, behind which there is room for {@link
 * ThreadLayout#UNCHECKED_FRAME}; of those that take more, its end. What LLVM writes into a frame
 * before the comparison lies in that room, too: whoever takes more does it behind the comparison
 * ({@link LargeFunction}).
 */
final class StackCheck {
  /** Asks Java where there seems to be none. It keeps all registers but what the size comes in. */
  static final String ASKING =
      """
      define internal preserve_allcc void @dylink_ask_room(ptr swiftself %t) #3 {
        %frame = call ptr @llvm.frameaddress.p0(i32 1)
        call void @dylink_service(i64 ENTER, ptr %frame, ptr swiftself %t) #2
        ret void
      }
      define internal preserve_allcc void @dylink_ask_large(i64 %down, ptr swiftself %t) #3 {
        %frame = call ptr @llvm.frameaddress.p0(i32 1)
        %end = getelementptr i8, ptr %frame, i64 %down
        call void @dylink_service(i64 ENTER, ptr %end, ptr swiftself %t) #2
        ret void
      }
      """
          .replace("ENTER", String.valueOf(Service.ENTER.number(0)));

  private StackCheck() {}

  /**
   * Writes it.
   *
   * @param size how many bytes the function takes at most; 0 if that is room enough
   */
  static void write(FunctionText text, long size) {
    Value end = text.give("ptr", "call ptr @llvm.frameaddress.p0(i32 0)");
    if (size > 0) {
      end = text.give("ptr", "getelementptr i8, " + end + ", i64 -" + size);
    }
    Value limit = text.load("ptr", "%t", ThreadLayout.STACK_LIMIT);
    Value isPast = text.give("i1", "icmp ult " + end + ", " + limit.name());
    String ask = text.freshLabel();
    String next = text.freshLabel();
    text.line(
        "br i1 " + isPast.name() + ", label %" + ask + ", label %" + next + FunctionText.RARELY);
    text.begin(ask);
    if (size > 0) {
      text.ask("large", "i64 -" + size + ", ");
    } else {
      text.ask("room", "");
    }
    text.line("br label %" + next);
    text.begin(next);
  }
}
