package org.dylink.format;

/** Bytes that are no WebAssembly module, or one whose sections contradict themselves. */
public final class MalformedModuleException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String detail;

  /**
   * @param module the name under which the module was read, first in the message
   * @param detail what is wrong, with offset and sizes where they help
   */
  public MalformedModuleException(String module, String detail) {
    super(PrintableText.of(module + ": " + detail));
    this.detail = PrintableText.of(detail);
  }

  /** What is wrong, for callers that know the module by another name: its file's. */
  public String detail() {
    return detail;
  }
}
