package org.dylink.engine.endive;

import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    UnwoundFrames.continueWith(thrown, moved);
    return moved;
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
