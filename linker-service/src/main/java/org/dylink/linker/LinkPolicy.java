package org.dylink.linker;

import java.util.Map;
import java.util.Optional;

/**
 * Decides who may link what. A whiteboard service: all that are registered are asked, and one
 * refusal is enough; without any, everything is allowed. A refusal becomes a {@link LinkException}
 * of reason FORBIDDEN with the policy's words. May be called from any thread.
 */
public interface LinkPolicy {
  /**
   * Whether a library may become part of a program: at its start, or when it is opened.
   *
   * @param program what the program was asked for; its main library says whose it is
   * @param library main itself, a preload, a needed or an opened library, or a plain module
   * @return why not; empty if it may
   */
  default Optional<String> refuseLink(LinkRequest program, Library library) {
    return Optional.empty();
  }

  /**
   * Whether a bundle that requires a library may be wired to one that provides it. Asked when the
   * framework resolves, and again whenever a program is linked along the wire.
   *
   * @param requirer the bundle with the requirement
   * @param provider the bundle with the library
   * @param attributes the library's capability: {@code wasm.library}, {@code version}, ...
   * @return why not; empty if it may
   */
  default Optional<String> refuseWire(
      Provenance requirer, Provenance provider, Map<String, Object> attributes) {
    return Optional.empty();
  }
}
