package org.dylink.linker.link.replace;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Engine;
import org.dylink.engine.Extern;
import org.dylink.engine.Function;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.Global;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.Memory;
import org.dylink.engine.Table;
import org.dylink.engine.TrapException;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.Import;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.TagType;
import org.dylink.format.ValueType;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.parts.Pointers;
import org.dylink.linker.link.thread.Watchdog;

/**
 * What a library's region and slots hold once it is linked, and none of its constructors has run.
 * It is found out in a memory and a table of its own: so old and new can be compared, and what the
 * program has written since can be told from what was there, without anything of it being kept.
 */
final class InitialImage {
  // Code that wasm-ld makes, which writes some words; a file may have anything in its place.
  private static final Duration LIMIT = Duration.ofSeconds(5);

  /**
   * The value of an import: the address of a symbol that the library defines itself.
   *
   * @param symbol its offset in the region, the library tells when it is there
   */
  record OwnAddress(String symbol) {}

  private final Place place;
  private final Instance instance;
  private final byte[] placed;
  private final byte[] linked;
  private final byte[] entered; // once it has noted that its constructors run
  private final Map<Integer, Integer> functions = new HashMap<>(); // indexes by slots

  private InitialImage(
      Engine engine,
      Place place,
      Instance instance,
      Memory memory,
      Table table,
      IdentityHashMap<Global, OwnAddress> own,
      List<FunctionSlot> slots) {
    this.place = place;
    this.instance = instance;
    instance.initialize();
    own.forEach(
        (global, address) ->
            Pointers.set(global, place.data().address() + number(address.symbol())));
    instance.start();
    this.placed = bytes(memory);
    relocate(AbiNames.APPLY_DATA_RELOCS);
    relocate(AbiNames.APPLY_RELOCS);
    this.linked = bytes(memory);
    slots.forEach(slot -> slot.bind(nothing(engine, slot)));
    runReactor();
    this.entered = bytes(memory);
    for (long slot = place.slots().first(); slot < place.slots().end(); slot++) {
      noteFunction((int) slot, table.get((int) slot));
    }
  }

  /**
   * Makes the image of a library.
   *
   * @param place has the library, and its parts of memory and table
   * @param values what each global has that it imports, in their order; or an {@link OwnAddress}
   * @throws LinkException INIT_FAILED if what fills its region traps
   */
  static InitialImage of(Engine engine, Place place, CompiledModule module, List<Object> values)
      throws LinkException {
    Watchdog watchdog = new Watchdog(engine.newExecutionControl(), Optional.of(LIMIT), 0);
    try (watchdog) {
      return watchdog.call(() -> make(engine, place, module, values));
    } catch (TrapException e) {
      String detail = "data relocations trapped: " + e.summary();
      throw LinkException.of(Reason.INIT_FAILED, place.name(), detail, e);
    }
  }

  private static InitialImage make(
      Engine engine, Place place, CompiledModule module, List<Object> values) {
    Memory memory = engine.newMemory(memoryType(place));
    Table table = engine.newTable(tableType(place));
    List<Extern> imports = new ArrayList<>();
    IdentityHashMap<Global, OwnAddress> own = new IdentityHashMap<>();
    int globals = 0;
    for (Import entry : place.module().imports()) {
      if (entry.type() instanceof GlobalType type) {
        imports.add(global(engine, type, values.get(globals++), own));
      } else {
        imports.add(standIn(engine, entry, memory, table));
      }
    }
    Instance instance = module.instantiate(imports, InstanceLimits.NONE);
    List<FunctionSlot> slots =
        imports.stream()
            .filter(FunctionSlot.class::isInstance)
            .map(FunctionSlot.class::cast)
            .toList();
    return new InitialImage(engine, place, instance, memory, table, own, slots);
  }

  private static Global global(
      Engine engine, GlobalType type, Object value, IdentityHashMap<Global, OwnAddress> own) {
    if (!(value instanceof OwnAddress address)) {
      return engine.newGlobal(type, value);
    }
    Global late = engine.newGlobal(type, Pointers.value(type.value(), 0));
    own.put(late, address);
    return late;
  }

  private static MemoryType memoryType(Place place) {
    MemoryType type = place.occupant().importedMemory().orElseThrow();
    long pages = (place.data().end() + MemoryType.PAGE_SIZE - 1) / MemoryType.PAGE_SIZE;
    return type.withLimits(larger(type.limits(), pages));
  }

  private static TableType tableType(Place place) {
    Limits none = new Limits(0, Limits.UNBOUNDED);
    TableType type =
        place.occupant().importedTable().orElse(new TableType(ValueType.FUNCREF, none));
    return type.withLimits(larger(type.limits(), place.slots().end()));
  }

  private static Limits larger(Limits limits, long least) {
    return new Limits(Math.max(limits.minimum(), least), limits.maximum());
  }

  private static Extern standIn(Engine engine, Import entry, Memory memory, Table table) {
    if (entry.type() instanceof FunctionType type) {
      return engine.newSlot(entry.name(), type); // bound to nothing: nobody is to call it
    } else if (entry.type() instanceof MemoryType) {
      return memory;
    }
    return entry.type() instanceof TagType type ? engine.newTag(type) : table;
  }

  private byte[] bytes(Memory memory) {
    byte[] bytes = new byte[(int) place.data().size()];
    memory.read(place.data().address(), bytes, 0, bytes.length);
    return bytes;
  }

  private void relocate(String name) {
    instance
        .export(name)
        .filter(Function.class::isInstance)
        .ifPresent(function -> ((Function) function).call());
  }

  private static Function nothing(Engine engine, FunctionSlot slot) {
    MethodHandle handle = MethodHandles.empty(Function.methodType(slot.type()));
    return engine.newFunction(slot.name(), slot.type(), handle);
  }

  // crt1-reactor of wasi-libc notes in a variable of its own that it has run. What constructors do
  // beyond that is the program's.
  private void runReactor() {
    try {
      relocate(AbiNames.INITIALIZE);
    } catch (TrapException e) {
      // It was called over nothing: how far it came is seen in its memory.
    }
  }

  private void noteFunction(int slot, Function function) {
    if (function != null) {
      function.origin().ifPresent(origin -> functions.put(slot, origin.index()));
    }
  }

  /** What the region holds. */
  byte[] bytes() {
    return linked;
  }

  /** Whether a word holds an address, which linking has written. */
  boolean isAddress(int offset) {
    return !RegionWords.areEqual(placed, linked, offset);
  }

  /** Whether a word is where a library notes that its constructors have run, and has. */
  boolean isGuard(int offset, int now) {
    return now == 1 && RegionWords.at(linked, offset) == 0 && RegionWords.at(entered, offset) == 1;
  }

  /** Its data symbols. */
  DataSymbols symbols() {
    return new DataSymbols(place.module(), instance, linked);
  }

  /** The index of the function in a slot of the library's; empty if it is none of its own. */
  Optional<Integer> function(int slot) {
    return Optional.ofNullable(functions.get(slot));
  }

  /** Gives an instance of the module the values that its globals have once they are linked. */
  void copyGlobals(Instance to) {
    int index = 0;
    for (Import entry : place.module().imports()) {
      index += entry.type() instanceof GlobalType ? 1 : 0;
    }
    for (Optional<Global> own = instance.globalAt(index);
        own.isPresent();
        own = instance.globalAt(index)) {
      if (own.get().type().mutable()) {
        to.globalAt(index).orElseThrow().set(own.get().get());
      }
      index++;
    }
  }

  /** The number that an export has, as the size of thread-local data; 0 if there is none. */
  long number(String name) {
    return instance
        .export(name)
        .filter(Global.class::isInstance)
        .map(global -> Pointers.get((Global) global))
        .orElse(0L);
  }
}
