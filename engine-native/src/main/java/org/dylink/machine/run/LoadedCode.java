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
      long end, WasmModule module, NavigableMap<Integer, Integer> functions, MachineObject object) {
    /** The index of the function that a return address lies in; negative if it is in none. */
    int function(long returnOffset) {
      // A call that does not come back may be the last instruction of its function.
      int offset = (int) returnOffset - 1;
      var found = functions.floorEntry(offset);
      if (found == null) {
        return -1;
      }
      int first = module.functionCount() - object.functions().size();
      var range = object.functions().get(found.getValue() - first);
      return offset < range.from() + range.size() ? found.getValue() : -1;
    }
  }

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

  void addPlace(Addressed of, AddressRanges<Addressed> places) {
    places.add(address, object.image().length, of);
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

  /** Whether a return address lies in code of any module, or between its functions. */
  static boolean isCode(long returnAddress) {
    var found = ALL.floorEntry(returnAddress - 1);
    return found != null && returnAddress <= found.getValue().end();
  }

  /** The module in one of whose functions a return address lies, or null. */
  static WasmModule module(long returnAddress) {
    var found = isCode(returnAddress) ? ALL.floorEntry(returnAddress - 1) : null;
    return found != null && found.getValue().function(returnAddress - found.getKey()) >= 0
        ? found.getValue().module()
        : null;
  }

  /** The function that a return address lies in, or null: it may be in code between functions. */
  static GuestFrame frame(long returnAddress) {
    WasmModule module = module(returnAddress);
    if (module == null) {
      return null;
    }
    var found = ALL.floorEntry(returnAddress - 1);
    int function = found.getValue().function(returnAddress - found.getKey());
    return new GuestFrame(module.name(), module.functionName(function));
  }
}
