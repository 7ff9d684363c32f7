package org.dylink.machine.ir;

import org.dylink.engine.machine.ThreadLayout;
import org.dylink.engine.machine.TrapCode;

/**
 * The way in from Java, and the way out of a trap: it goes back to the nearest way in, whatever
 * lies between. Neither the platform's unwinder nor its signals have a part in it.
 */
final class EntryAssembly {
  // Registers that a callee keeps are pushed in this order; the frame's own lies above them.
  private static final String[] KEPT = {"rbx", "r12", "r13", "r14", "r15"};
  private static final int WORD = 8;

  private EntryAssembly() {}

  /**
   * For x86-64 as Unix calls: {@code int dylink_enter(thread, in, context, code, buffer)} gives 0,
   * or 1 after a trap; {@code dylink_trap(reason, first, second)} does not come back, nor does
   * {@code dylink_trap_4(end)}, for an access of 4 bytes that ends too far out.
   */
  static String x86() {
    int above = WORD * (KEPT.length + 1);
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
        "push " + String.join("\npush ", KEPT),
        "push qword ptr [rdi + " + ThreadLayout.ENTRY + "]",
        "mov r13, rdi",
        "mov [r13 + " + ThreadLayout.ENTRY + "], rsp",
        "mov rax, rsi",
        "mov rdi, rdx",
        "mov rsi, rcx",
        "mov rdx, r8",
        "call rax",
        "xor eax, eax",
        ".Lleave:",
        "pop qword ptr [r13 + " + ThreadLayout.ENTRY + "]",
        "pop r15",
        "pop r14",
        "pop r13",
        "pop r12",
        "pop rbx",
        "pop rbp",
        "ret",
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
        accessTrap(1) + accessTrap(2) + accessTrap(4) + accessTrap(8) + accessTrap(16),
        ".att_syntax",
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
