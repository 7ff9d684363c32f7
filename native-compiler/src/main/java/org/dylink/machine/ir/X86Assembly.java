package org.dylink.machine.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dylink.engine.machine.ThreadLayout;
import org.dylink.engine.machine.TrapCode;

/**
 * The way in from Java, and the way out of a trap: it goes back to the nearest way in, whatever
 * lies between. Neither the platform's unwinder nor its signals have a part in it.
 */
final class X86Assembly {
  // Registers that a callee keeps are pushed in this order; the frame's own lies above them.
  private static final List<String> KEPT = List.of("rbx", "r12", "r13", "r14", "r15");
  private static final List<String> KEPT_BY_WINDOWS =
      List.of("rbx", "r12", "r13", "r14", "r15", "rdi", "rsi");
  private static final int FIRST_KEPT_VECTOR = 6;
  private static final int KEPT_VECTORS = 10;
  private static final int VECTOR = 16;
  private static final int WORD = 8;

  private X86Assembly() {}

  /**
   * Called as Unix calls: {@code int dylink_enter(thread, in, context, code, buffer)} gives 0, or 1
   * after a trap; {@code dylink_trap(reason, first, second)} does not come back, nor does {@code
   * dylink_trap_4(end)}, for an access of 4 bytes that ends too far out.
   */
  static String unix() {
    return entry(KEPT, "", "") + trap(WORD * (KEPT.size() + 3)) + shared();
  }

  /**
   * Called as Windows calls: what is entered is called as by Unix, which keeps fewer registers, and
   * takes parameters in others.
   */
  static String windows() {
    StringBuilder save = new StringBuilder("sub rsp, " + VECTOR * KEPT_VECTORS + "\n");
    StringBuilder restore = new StringBuilder();
    for (int i = 0; i < KEPT_VECTORS; i++) {
      String place = "[rsp + " + VECTOR * i + "]";
      String register = "xmm" + (FIRST_KEPT_VECTOR + i);
      save.append("movups ").append(place).append(", ").append(register).append('\n');
      restore.append("movups ").append(register).append(", ").append(place).append('\n');
    }
    // The fifth parameter lies above the return address and room for four.
    save.append("mov rdi, rcx\nmov rsi, rdx\nmov rdx, r8\nmov rcx, r9\nmov r8, [rbp + 48]\n");
    restore.append("add rsp, ").append(VECTOR * KEPT_VECTORS).append('\n');
    return entry(KEPT_BY_WINDOWS, save.toString(), restore.toString())
        + trap(WORD * (KEPT_BY_WINDOWS.size() + 3) + VECTOR * KEPT_VECTORS)
        + shared();
  }

  private static String entry(List<String> kept, String save, String restore) {
    return String.join(
        "\n",
        ".intel_syntax noprefix",
        ".text",
        ".globl dylink_enter",
        ".hidden dylink_enter",
        ".p2align 4",
        "dylink_enter:",
        "push rbp",
        "mov rbp, rsp",
        "push " + String.join("\npush ", kept),
        save + "push qword ptr [rdi + " + ThreadLayout.HANDLER + "]",
        "push qword ptr [rdi + " + ThreadLayout.CALLING + "]",
        "push qword ptr [rdi + " + ThreadLayout.ENTRY + "]",
        "mov r13, rdi",
        "mov qword ptr [r13 + " + ThreadLayout.HANDLER + "], 0",
        "mov [r13 + " + ThreadLayout.ENTRY + "], rsp",
        "mov rax, rsi",
        "mov rdi, rdx",
        "mov rsi, rcx",
        "mov rdx, r8",
        "call rax",
        "xor eax, eax",
        ".Lleave:",
        "pop qword ptr [r13 + " + ThreadLayout.ENTRY + "]",
        "pop qword ptr [r13 + " + ThreadLayout.CALLING + "]",
        "pop qword ptr [r13 + " + ThreadLayout.HANDLER + "]",
        restore + "pop " + String.join("\npop ", reversed(kept)),
        "pop rbp",
        "ret",
        "");
  }

  private static List<String> reversed(List<String> registers) {
    List<String> reversed = new ArrayList<>(registers);
    Collections.reverse(reversed);
    return reversed;
  }

  // Above where an entry has noted the stack pointer lies the frame of who entered, so far.
  private static String trap(int above) {
    return String.join(
        "\n",
        ".globl dylink_trap",
        ".hidden dylink_trap",
        ".p2align 4",
        "dylink_trap:",
        "mov [r13 + " + ThreadLayout.TRAP + "], edi",
        "mov [r13 + " + ThreadLayout.FIRST_DETAIL + "], rsi",
        "mov [r13 + " + ThreadLayout.SECOND_DETAIL + "], rdx",
        "mov rcx, [r13 + " + ThreadLayout.ENTRY + "]",
        "lea rsi, [rcx + " + above + "]",
        "xor eax, eax",
        "mov rdx, [rsp]",
        ".Lframe:",
        "mov [r13 + " + ThreadLayout.FRAMES + " + 8 * rax], rdx",
        "inc eax",
        "cmp eax, " + ThreadLayout.MOST_FRAMES,
        "jae .Lfound",
        "cmp rbp, rsi",
        "je .Lfound",
        "mov rdx, [rbp + 8]",
        "mov rbp, [rbp]",
        "jmp .Lframe",
        ".Lfound:",
        "mov [r13 + " + ThreadLayout.FRAME_COUNT + "], eax",
        "mov rsp, rcx",
        "mov eax, 1",
        "jmp .Lleave",
        "");
  }

  private static String shared() {
    StringBuilder traps = new StringBuilder();
    for (int width = 1; width <= VECTOR; width *= 2) {
      traps.append(accessTrap(width));
    }
    return handlers() + traps + ".att_syntax\n";
  }

  // A link: the next one, the registers that a callee keeps, where to go on, and the stack there.
  private static String handlers() {
    return String.join(
        "\n",
        ".globl dylink_try",
        ".hidden dylink_try",
        ".p2align 4",
        "dylink_try:",
        "mov rax, [r13 + " + ThreadLayout.HANDLER + "]",
        "mov [rdi], rax",
        "mov [rdi + 8], rbx",
        "mov [rdi + 16], rbp",
        "mov [rdi + 24], r12",
        "mov [rdi + 32], r14",
        "mov [rdi + 40], r15",
        "mov rax, [rsp]",
        "mov [rdi + 48], rax",
        "lea rax, [rsp + 8]",
        "mov [rdi + 56], rax",
        "mov [r13 + " + ThreadLayout.HANDLER + "], rdi",
        "xor eax, eax",
        "ret",
        ".globl dylink_throw",
        ".hidden dylink_throw",
        ".p2align 4",
        "dylink_throw:",
        "mov rdi, [r13 + " + ThreadLayout.HANDLER + "]",
        "mov rax, [rdi]",
        "mov [r13 + " + ThreadLayout.HANDLER + "], rax",
        "mov rbx, [rdi + 8]",
        "mov rbp, [rdi + 16]",
        "mov r12, [rdi + 24]",
        "mov r14, [rdi + 32]",
        "mov r15, [rdi + 40]",
        "mov rsp, [rdi + 56]",
        "mov eax, 1",
        "jmp [rdi + 48]",
        "");
  }

  private static String accessTrap(int width) {
    String name = "dylink_trap_" + width;
    return String.join(
        "\n",
        ".globl " + name,
        ".hidden " + name,
        name + ":",
        "mov rsi, rdi",
        "mov edi, " + TrapCode.MEMORY.number(),
        "mov edx, " + width,
        "jmp dylink_trap",
        "");
  }
}
