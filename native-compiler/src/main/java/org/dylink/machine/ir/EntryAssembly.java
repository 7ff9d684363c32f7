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
    int above = WORD * (KEPT.length + 3);
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
        // Twice, so that the stack stays aligned.
        "push qword ptr [rdi + " + ThreadLayout.HANDLER + "]",
        "push qword ptr [rdi + " + ThreadLayout.HANDLER + "]",
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
        "pop qword ptr [r13 + " + ThreadLayout.HANDLER + "]",
        "pop qword ptr [r13 + " + ThreadLayout.HANDLER + "]",
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
        handlers(),
        accessTrap(1) + accessTrap(2) + accessTrap(4) + accessTrap(8) + accessTrap(16),
        ".att_syntax",
        "");
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
