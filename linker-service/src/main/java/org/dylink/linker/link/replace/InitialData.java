package org.dylink.linker.link.replace;

import java.util.List;
import org.dylink.format.DataSegment;
import org.dylink.format.WasmModule;

/**
 * The part of a library's region that has first values in the file: in front, as wasm-ld does it.
 */
final class InitialData {
  private InitialData() {}

  /** Where it ends, from the start of the region; beyond all regions if the file does not tell. */
  static int end(WasmModule module) {
    List<DataSegment> segments = module.data();
    if (segments.isEmpty()) {
      return 0;
    }
    // One segment stands for all, at the memory base; in programs with threads there are several.
    boolean isKnown = segments.size() == 1 && segments.get(0).isActive();
    return isKnown ? segments.get(0).size() : Integer.MAX_VALUE;
  }
}
