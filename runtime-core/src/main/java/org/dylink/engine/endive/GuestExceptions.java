package org.dylink.engine.endive;

import run.endive.runtime.Instance;
import run.endive.runtime.WasmException;
import run.endive.wasm.types.FunctionType;

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
    UnwoundFrames.continueWith(thrown, moved);
    return moved;
  }
}
