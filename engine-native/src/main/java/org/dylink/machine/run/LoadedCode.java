package org.dylink.machine.run;

import java.lang.foreign.MemorySegment;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.dylink.engine.EngineLimitException;
import org.dylink.engine.GuestFrame;
import org.dylink.engine.machine.MachineObject;
import org.dylink.format.WasmModule;

/** An object's image in memory: written first, then executable and never written again. */
final class LoadedCode {
  // Where code lies, by its first address, for the names of frames.
  private static final NavigableMap<Long, Frames> ALL = new ConcurrentSkipListMap<>();

  private record Frames(
      long end,
      WasmModule module,
      NavigableMap<Integer, Integer> functions,
      MachineObject object) {}

  private final MachineObject object;
  private final long address;

  LoadedCode(WasmModule module, MachineObject object) {
    this.object = object;
    byte[] image = object.image();
    long size = (image.length + (long) Pages.SIZE - 1) / Pages.SIZE * Pages.SIZE;
    long at = Pages.reserve(size);
    if (at == 0 || !Pages.makeWritable(at, size)) {
      throw new EngineLimitException(module + ": no room for " + size + " bytes of code");
    }
    this.address = at;
    MemorySegment.copy(
        image, 0, Raw.ALL, java.lang.foreign.ValueLayout.JAVA_BYTE, at, image.length);
    if (!Pages.makeExecutable(at, size)) {
      Pages.free(at, size);
      throw new EngineLimitException(module + ": the system lets no code be made");
    }
    PerfMap.note(at, module, object);
    ALL.put(at, new Frames(at + image.length, module, byOffset(module, object), object));
    Pages.CLEANER.register(
        this,
        () -> {
          ALL.remove(at);
          Pages.free(at, size);
        });
  }

  private static NavigableMap<Integer, Integer> byOffset(WasmModule module, MachineObject object) {
    NavigableMap<Integer, Integer> functions = new java.util.TreeMap<>();
    int first = module.functionCount() - object.functions().size();
    for (int i = 0; i < object.functions().size(); i++) {
      functions.put(object.functions().get(i).from(), first + i);
    }
    return functions;
  }

  long enter() {
    return address + object.enter();
  }

  /** The address of a function of the module, imports not counted. */
  long function(int index) {
    return address + object.functions().get(index).from();
  }

  long in(int type) {
    return address + object.types().get(type).in();
  }

  long out(int type) {
    return address + object.types().get(type).out();
  }

  long own(int type) {
    return address + object.types().get(type).own();
  }

  /** The module whose code a return address lies in, or null. */
  static WasmModule module(long returnAddress) {
    var found = ALL.floorEntry(returnAddress - 1);
    return found == null || returnAddress > found.getValue().end()
        ? null
        : found.getValue().module();
  }

  /** The function that a return address lies in, or null: it may be in code between functions. */
  static GuestFrame frame(long returnAddress) {
    // A call that does not come back may be the last instruction of its function.
    long at = returnAddress - 1;
    var found = ALL.floorEntry(at);
    if (found == null || at >= found.getValue().end()) {
      return null;
    }
    Frames frames = found.getValue();
    int offset = (int) (at - found.getKey());
    var function = frames.functions().floorEntry(offset);
    if (function == null) {
      return null;
    }
    WasmModule module = frames.module();
    int first = module.functionCount() - frames.object().functions().size();
    var range = frames.object().functions().get(function.getValue() - first);
    return offset < range.from() + range.size()
        ? new GuestFrame(module.name(), module.functionName(function.getValue()))
        : null;
  }
}
