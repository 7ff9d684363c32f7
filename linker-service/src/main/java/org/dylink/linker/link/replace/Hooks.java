package org.dylink.linker.link.replace;

import java.util.List;
import org.dylink.engine.Function;
import org.dylink.engine.TrapException;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.parts.Exports;

/**
 * What libraries hand on themselves when their data moves: {@code void *dylink_save(void)} of the
 * old one, {@code int dylink_restore(void *)} of the new one, as dylink.h declares them.
 */
final class Hooks {
  private static final FunctionType SAVE = new FunctionType(List.of(), List.of(ValueType.I32));
  private static final FunctionType RESTORE =
      new FunctionType(List.of(ValueType.I32), List.of(ValueType.I32));

  // What dylink_restore answers.
  private static final int DONE = 0;
  private static final int OLD_DATA_STAYS = 1;

  private final ProgramImage image;
  private final String library;

  Hooks(ProgramImage image, String library) {
    this.image = image;
    this.library = library;
  }

  /** Whether both libraries have theirs. */
  static boolean areIn(Candidate candidate) {
    return has(candidate.place().module(), AbiNames.SAVE, SAVE)
        && has(candidate.own().module(), AbiNames.RESTORE, RESTORE);
  }

  private static boolean has(WasmModule module, String name, FunctionType type) {
    return module.export(name).filter(export -> export.type().equals(type)).isPresent();
  }

  /** Lets the old library hand on what it has. */
  Object save(Exports old) throws LinkException {
    return call(AbiNames.SAVE, old);
  }

  /**
   * Lets the new library take that.
   *
   * @return whether the old one's data may be given to others
   * @throws LinkException INIT_FAILED if it cannot, or traps
   */
  boolean restore(Exports next, Object saved) throws LinkException {
    int answer = (int) call(AbiNames.RESTORE, next, saved);
    if (answer != DONE && answer != OLD_DATA_STAYS) {
      String detail = "cannot be replaced: " + AbiNames.RESTORE + " answers " + answer;
      throw LinkException.of(Reason.INIT_FAILED, library, detail, null);
    }
    return answer == DONE;
  }

  private Object call(String name, Exports exports, Object... arguments) throws LinkException {
    Function hook = exports.own(name, Function.class).orElseThrow();
    try {
      return image.threads().stack().call(() -> hook.call(arguments));
    } catch (TrapException e) {
      String detail = "cannot be replaced: " + name + " trapped: " + e.summary();
      throw LinkException.of(Reason.INIT_FAILED, library, detail, e);
    }
  }
}
