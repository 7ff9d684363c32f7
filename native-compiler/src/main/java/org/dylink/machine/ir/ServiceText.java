package org.dylink.machine.ir;

import org.dylink.engine.machine.Service;
import org.dylink.engine.machine.ThreadLayout;
import org.dylink.engine.machine.TrapCode;

/** The code by which a module calls Java. */
final class ServiceText {
  // Keeps all registers: who asks once in a million times has the others free for his own.
  private static final String POLL =
      """
      define internal preserve_allcc void @dylink_ask_poll(ptr swiftself %t) #3 {
        %frame = call ptr @llvm.frameaddress.p0(i32 1)
        call void @dylink_service(i64 POLL, ptr %frame, ptr swiftself %t) #2
        ret void
      }
      """
          .replace("POLL", String.valueOf(Service.POLL.number(0)));

  private ServiceText() {}

  static String of(Machine machine) {
    return service(machine) + POLL + StackCheck.ASKING;
  }

  private static String service(Machine machine) {
    return """
    define internal void @dylink_service(i64 %number, ptr %words, ptr swiftself %t) #3 {
      %at = getelementptr i8, ptr %t, i64 SERVICE
      %java = load ptr, ptr %at
      %last = getelementptr i8, ptr %t, i64 WORDS
      store ptr %words, ptr %last
      %frame = call ptr @llvm.frameaddress.p0(i32 0)
      %calling = getelementptr i8, ptr %t, i64 CALLING
      store ptr %frame, ptr %calling
      %status = call CONVENTIONi32 %java(ptr %t, i64 %number, ptr %words)
      %bad = icmp ne i32 %status, 0
      br i1 %bad, label %thrown, label %done
    thrown:
      %isCaught = icmp eq i32 %status, CAUGHT
      br i1 %isCaught, label %caught, label %uncaught
    caught:
      call void @dylink_throw(ptr swiftself %t) #1
      unreachable
    uncaught:
      call void @dylink_trap(i32 THROWN, i64 0, i64 0, ptr swiftself %t) #1
      unreachable
    done:
      ret void
    }
    """
        .replace("CONVENTION", machine.convention())
        .replace("WORDS", String.valueOf(ThreadLayout.WORDS))
        .replace("CALLING", String.valueOf(ThreadLayout.CALLING))
        .replace("SERVICE", String.valueOf(ThreadLayout.SERVICE))
        .replace("CAUGHT", String.valueOf(ThreadLayout.CAUGHT))
        .replace("THROWN", String.valueOf(TrapCode.THROWN.number()));
  }
}
