package org.dylink.engine.endive;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dylink.engine.GuestEnd;
import org.dylink.engine.TrapException;
import run.endive.runtime.Instance;
import run.endive.runtime.WasmException;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.Export;
import run.endive.wasm.types.ExportSection;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.TagImport;

/** Carries guests' exceptions from one instance into another. */
final class GuestExceptions {
  private GuestExceptions() {}

  /**
   * The exception as an instance can catch it. Endive matches a tag that the catching instance
   * defines by its index only, and only if that instance threw.
   */
  static WasmException seenBy(Instance catcher, WasmException thrown) {
    if (thrown.instance() == catcher) {
      return thrown;
    }
    FunctionType tag = thrown.instance().tag(thrown.tagIdx()).type();
    int count = catcher.imports().tagCount() + catcher.tagCount();
    for (int i = 0; i < count; i++) {
      if (catcher.tag(i).type().equals(tag)) {
        return moved(catcher, i, thrown);
      }
    }
    return thrown;
  }

  private static WasmException moved(Instance catcher, int tag, WasmException thrown) {
    WasmException moved =
        WasmException.builder()
            .instance(catcher)
            .tagIdx(tag)
            .args(thrown.args())
            .refArgs(thrown.refArgs())
            .build();
    if (thrown.getCause() != null) {
      moved.initCause(thrown.getCause());
    }
    UnwoundFrames.continueWith(thrown, moved);
    return moved;
  }

  /**
   * What a guest sees of what a host function has thrown: an exception of Endive's, or something
   * that no handler of a guest's catches. Whatever comes out of the host when a program is to stop
   * ends the program.
   */
  static RuntimeException passed(Throwable thrown, String function) {
    if (GuestEnd.is(thrown) || InterruptControl.isStoppingCurrentThread()) {
      throw unpacked(unchecked(thrown, function));
    } else if (thrown instanceof WasmException exception) {
      return exception;
    }
    return thrown instanceof TrapException && thrown.getCause() instanceof UncaughtException own
        ? own.thrown()
        : CarriedException.of(unchecked(thrown, function));
  }

  /**
   * Throws what a host function has thrown, without what it was carried in.
   *
   * @return never: the result stands for those who must throw something
   */
  static RuntimeException unpacked(Throwable thrown) {
    boolean isCarrier = thrown instanceof WasmException && thrown.getCause() != null;
    Throwable own = isCarrier ? thrown.getCause() : thrown;
    if (own instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) own;
  }

  // Guests declare no exceptions: a checked one keeps its identity as the cause.
  private static Throwable unchecked(Throwable thrown, String function) {
    return thrown instanceof RuntimeException || thrown instanceof Error
        ? thrown
        : new IllegalStateException(function + ": " + thrown, thrown);
  }

  /** What the throwing module calls the tag, or its number. */
  static String tagName(WasmException thrown) {
    WasmModule module = thrown.instance().module();
    int index = thrown.tagIdx();
    Stream<String> imported =
        module.importSection().stream()
            .filter(TagImport.class::isInstance)
            .map(entry -> entry.name());
    ExportSection exports = module.exportSection();
    Stream<String> exported =
        IntStream.range(0, exports.exportCount())
            .mapToObj(exports::getExport)
            .filter(export -> export.exportType() == ExternalType.TAG && export.index() == index)
            .map(Export::name);
    return Stream.concat(
            index < thrown.instance().imports().tagCount() ? imported.skip(index) : exported,
            Stream.of(String.valueOf(index)))
        .findFirst()
        .orElseThrow();
  }
}
