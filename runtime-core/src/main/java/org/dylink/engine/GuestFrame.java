package org.dylink.engine;

import org.dylink.format.PrintableText;

/**
 * One function on a guest's call stack.
 *
 * @param module the library's name
 * @param function the function's name: from the name section, else from an export, else its index
 */
public record GuestFrame(String module, String function) {
  @Override
  public String toString() {
    return PrintableText.of(function + " (" + module + ")");
  }
}
