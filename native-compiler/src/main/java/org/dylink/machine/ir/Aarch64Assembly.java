package org.dylink.machine.ir;

import org.dylink.engine.machine.ThreadLayout;
import org.dylink.engine.machine.TrapCode;

/**
 * What {@link X86Assembly} has, for 64-bit Arm as Unix calls there, macOS included. The thread is
 * pinned in x20.
 */
final class Aarch64Assembly {
  /** How many words a link has. */
  static final int LINK_WORDS = 21;

  private static final int VECTOR = 16;

  // Five pairs of registers, four of vectors' lower halves, and what the thread had.
  private static final int ABOVE = 16 * (5 + 4 + 2);

  private static final String ENTRY =
      """
      .text
      .globl dylink_enter
      .hidden dylink_enter
      .p2align 4
      dylink_enter:
      stp x29, x30, [sp, #-16]!
      mov x29, sp
      stp x19, x20, [sp, #-16]!
      stp x21, x22, [sp, #-16]!
      stp x23, x24, [sp, #-16]!
      stp x25, x26, [sp, #-16]!
      stp x27, x28, [sp, #-16]!
      stp d8, d9, [sp, #-16]!
      stp d10, d11, [sp, #-16]!
      stp d12, d13, [sp, #-16]!
      stp d14, d15, [sp, #-16]!
      ldr x9, [x0, #HANDLER]
      stp x9, xzr, [sp, #-16]!
      ldr x9, [x0, #ENTRY]
      ldr x10, [x0, #CALLING]
      stp x9, x10, [sp, #-16]!
      mov x20, x0
      str xzr, [x20, #HANDLER]
      mov x9, sp
      str x9, [x20, #ENTRY]
      mov x9, x1
      mov x0, x2
      mov x1, x3
      mov x2, x4
      blr x9
      mov w0, #0
      .Lleave:
      ldp x9, x10, [sp], #16
      str x9, [x20, #ENTRY]
      str x10, [x20, #CALLING]
      ldp x9, x10, [sp], #16
      str x9, [x20, #HANDLER]
      ldp d14, d15, [sp], #16
      ldp d12, d13, [sp], #16
      ldp d10, d11, [sp], #16
      ldp d8, d9, [sp], #16
      ldp x27, x28, [sp], #16
      ldp x25, x26, [sp], #16
      ldp x23, x24, [sp], #16
      ldp x21, x22, [sp], #16
      ldp x19, x20, [sp], #16
      ldp x29, x30, [sp], #16
      ret
      """;

  private static final String TRAP =
      """
      .globl dylink_trap
      .hidden dylink_trap
      .p2align 4
      dylink_trap:
      str w0, [x20, #TRAP]
      str x1, [x20, #FIRST]
      str x2, [x20, #SECOND]
      ldr x9, [x20, #ENTRY]
      add x10, x9, #ABOVE
      add x11, x20, #FRAMES
      mov w12, #0
      .Lframe:
      str x30, [x11, w12, uxtw #3]
      add w12, w12, #1
      cmp w12, #MOST
      b.hs .Lfound
      cmp x29, x10
      b.eq .Lfound
      ldp x29, x30, [x29]
      b .Lframe
      .Lfound:
      str w12, [x20, #COUNT]
      mov sp, x9
      mov w0, #1
      b .Lleave
      """;

  // A link: the next one, the registers that a callee keeps, where to go on, and the stack there.
  private static final String HANDLERS =
      """
      .globl dylink_try
      .hidden dylink_try
      .p2align 4
      dylink_try:
      ldr x9, [x20, #HANDLER]
      stp x9, x19, [x0]
      stp x21, x22, [x0, #16]
      stp x23, x24, [x0, #32]
      stp x25, x26, [x0, #48]
      stp x27, x28, [x0, #64]
      mov x9, sp
      stp x29, x9, [x0, #80]
      str x30, [x0, #96]
      stp d8, d9, [x0, #104]
      stp d10, d11, [x0, #120]
      stp d12, d13, [x0, #136]
      stp d14, d15, [x0, #152]
      str x0, [x20, #HANDLER]
      mov w0, #0
      ret
      .globl dylink_throw
      .hidden dylink_throw
      .p2align 4
      dylink_throw:
      ldr x0, [x20, #HANDLER]
      ldp x9, x19, [x0]
      str x9, [x20, #HANDLER]
      ldp x21, x22, [x0, #16]
      ldp x23, x24, [x0, #32]
      ldp x25, x26, [x0, #48]
      ldp x27, x28, [x0, #64]
      ldp x29, x9, [x0, #80]
      ldr x30, [x0, #96]
      ldp d8, d9, [x0, #104]
      ldp d10, d11, [x0, #120]
      ldp d12, d13, [x0, #136]
      ldp d14, d15, [x0, #152]
      mov sp, x9
      mov w0, #1
      ret
      """;

  private static final String ACCESS_TRAP =
      """
      .globl dylink_trap_WIDTH
      .hidden dylink_trap_WIDTH
      dylink_trap_WIDTH:
      mov x1, x0
      mov w0, #MEMORY
      mov w2, #WIDTH
      b dylink_trap
      """;

  private Aarch64Assembly() {}

  static String unix() {
    StringBuilder all = new StringBuilder(ENTRY + TRAP + HANDLERS);
    for (int width = 1; width <= VECTOR; width *= 2) {
      all.append(ACCESS_TRAP.replace("WIDTH", String.valueOf(width)));
    }
    return all.toString()
        .replace("#ABOVE", "#" + ABOVE)
        .replace("#HANDLER", "#" + ThreadLayout.HANDLER)
        .replace("#ENTRY", "#" + ThreadLayout.ENTRY)
        .replace("#CALLING", "#" + ThreadLayout.CALLING)
        .replace("#TRAP", "#" + ThreadLayout.TRAP)
        .replace("#FIRST", "#" + ThreadLayout.FIRST_DETAIL)
        .replace("#SECOND", "#" + ThreadLayout.SECOND_DETAIL)
        .replace("#FRAMES", "#" + ThreadLayout.FRAMES)
        .replace("#MOST", "#" + ThreadLayout.MOST_FRAMES)
        .replace("#COUNT", "#" + ThreadLayout.FRAME_COUNT)
        .replace("#MEMORY", "#" + TrapCode.MEMORY.number());
  }
}
