package org.dylink.machine.ir;

import java.util.BitSet;
import java.util.Map;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.IndexSpaces;
import org.dylink.engine.jvm.code.ModuleCode;
import org.dylink.engine.jvm.validate.Validator;
import org.dylink.engine.machine.ContextLayout;
import org.dylink.engine.machine.ThreadLayout;

/** A whole module as text: its functions {@code @f7}, and for each type {@code @in0} and out. */
public final class ModuleText {
  // The compiler is told how much of the stack functions take if it is more than that.
  private static final String FRAME =
      "\"frame-pointer\"=\"all\" \"no-builtins\" \"warn-stack-size\"=\"%d\""
          .formatted(ThreadLayout.UNCHECKED_FRAME);

  private ModuleText() {}

  /** Writes a module of which no function takes much of the stack. */
  public static String of(ModuleCode code, Machine machine) {
    return of(code, machine, Map.of());
  }

  /**
   * Writes a module.
   *
   * @param machine what it is to run on
   * @param largeFrames how many bytes of the stack functions take at most, of those that take more
   *     than {@link ThreadLayout#UNCHECKED_FRAME}
   * @throws org.dylink.engine.jvm.code.InvalidCodeException if a function is not valid
   */
  public static String of(ModuleCode code, Machine machine, Map<Integer, Long> largeFrames) {
    IndexSpaces spaces = code.spaces();
    ContextLayout layout = ContextLayout.of(spaces.module());
    BitSet called = seen(code);
    StringBuilder text = new StringBuilder(head(machine));
    for (int i = spaces.importedFunctionCount(); i < spaces.functionCount(); i++) {
      Body body = Validator.validate(code, i);
      FunctionWriter writer = new FunctionWriter(body, layout, machine);
      Long frame = largeFrames.get(i);
      boolean isHidden = !called.get(i);
      text.append(frame == null ? writer.write(isHidden) : writer.writeLarge(isHidden, frame));
      text.append('\n');
    }
    for (int i = 0; i < spaces.typeCount(); i++) {
      text.append(CrossingText.in(i, spaces.type(i), machine));
      text.append(CrossingText.out(i, spaces.type(i), machine));
      text.append(CrossingText.own(i, spaces.type(i), machine));
    }
    return text.toString();
  }

  // Of functions of the guest's.
  private static String attributes(int group, String inlining, Machine machine) {
    return "attributes #%d = { nounwind %s \"disable-tail-calls\"=\"true\" %s%s }\n"
        .formatted(group, inlining, machine.attributes(), FRAME);
  }

  // What has a reference or is exported can be called by others; the rest LLVM may change.
  private static BitSet seen(ModuleCode code) {
    IndexSpaces spaces = code.spaces();
    BitSet seen = new BitSet();
    for (int i = 0; i < spaces.functionCount(); i++) {
      seen.set(i, spaces.isReferable(i));
    }
    spaces.module().startFunction().ifPresent(seen::set);
    return seen;
  }

  private static String head(Machine machine) {
    StringBuilder head = new StringBuilder();
    for (String line : machine.assembly().split("\n", -1)) {
      head.append("module asm \"").append(line).append("\"\n");
    }
    return head.append(
            """
            declare hidden void @dylink_trap(i32, i64, i64, ptr swiftself) #1
            declare hidden void @dylink_throw(ptr swiftself) #1
            declare hidden i32 @dylink_try(ptr, ptr swiftself) #4
            declare hidden void @dylink_trap_1(i64, ptr swiftself) #1
            declare hidden void @dylink_trap_2(i64, ptr swiftself) #1
            declare hidden void @dylink_trap_4(i64, ptr swiftself) #1
            declare hidden void @dylink_trap_8(i64, ptr swiftself) #1
            declare hidden void @dylink_trap_16(i64, ptr swiftself) #1
            declare hidden i32 @dylink_enter(ptr, ptr, ptr, ptr, ptr)
            declare ptr @llvm.frameaddress.p0(i32)
            """)
        .append(ServiceText.of(machine))
        .append(OwnContext.ARRIVE)
        .append(attributes(0, "noinline", machine))
        .append(attributes(6, "alwaysinline", machine))
        .append(
            """
            attributes #1 = { cold noreturn nounwind }
            attributes #2 = { nounwind }
            attributes #3 = { cold nounwind noinline "disable-tail-calls"="true" "frame-pointer"="all" alignstack=16 }
            attributes #4 = { nounwind returns_twice }
            attributes #5 = { cold nounwind memory(inaccessiblemem: readwrite) }
            !0 = !{!"dylink"}
            !1 = !{!"host", !0}
            !2 = !{!"guest", !0}
            !3 = !{!1, !1, i64 0}
            !4 = !{!2, !2, i64 0}
            !5 = !{!"branch_weights", i32 1, i32 1000000}
            !6 = !{}
            """)
        .append(machine.flags())
        .toString();
  }
}
