package org.dylink.linker.link.space;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dylink.engine.Engine;
import org.dylink.engine.EngineLimitException;
import org.dylink.engine.Global;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.Memory;
import org.dylink.engine.MemoryImage;
import org.dylink.engine.Table;
import org.dylink.format.AddressType;
import org.dylink.format.Export;
import org.dylink.format.ExternType;
import org.dylink.format.GlobalType;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.Threading;
import org.dylink.format.ValueType;
import org.dylink.linker.DataRegion;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.TableRegion;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.parts.Exports;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.parts.Pointers;

/** Places all libraries of a program and makes, or takes from main, what they are placed in. */
public final class AddressSpaceBuilder {
  private static final long UNASKED_PAGES = 32_768; // 2 GiB

  private final LinkRequest request;
  private final List<Place> modules;
  private final MemoryLimit limit;

  public AddressSpaceBuilder(LinkRequest request, List<Place> modules) {
    this.request = request;
    this.modules = modules;
    this.limit = MemoryLimit.of(modules, request.maxMemory());
  }

  /** What modules may make of memories and tables of their own. */
  public InstanceLimits instanceLimits() {
    return new InstanceLimits(limit.pages(), request.maxSlots(), request.asksForMemory());
  }

  /** Makes memory, table and stack for a PIE main: unused bytes, stack, data regions, heap. */
  public AddressSpace create(Engine engine) throws LinkException {
    return create(engine, MemoryImage.ZERO);
  }

  /** The same with a memory that begins with what another one held. */
  public AddressSpace create(Engine engine, MemoryImage image) throws LinkException {
    RegionPlacer placer = new RegionPlacer(RegionPlacer.UNUSED_BYTES, 1, limit);
    DataRegion stack = placer.placeStack(request.main().name(), request.stackSize());
    for (Place place : modules) {
      placer.place(place);
    }
    long pages = Math.max(placer.pages(modules), image.pages());
    try {
      return new AddressSpace(
          engine.newMemory(memoryType(pages), image),
          engine.newTable(tableType(slots(modules, placer))),
          newRegister(engine, stack.end()),
          stack,
          placer.heapBase());
    } catch (EngineLimitException e) {
      throw LinkException.of(Reason.NO_SPACE, request.main().name(), e.getMessage(), e);
    }
  }

  /**
   * Checks that a main with its own memory exports what libraries must share with it.
   *
   * @throws LinkException UNSUPPORTED, with the wasm-ld flag that was forgotten
   */
  public void checkExports(Place main) throws LinkException {
    if (modules.size() == 1) {
      return;
    }
    checkExport(main, AbiNames.MEMORY, MemoryType.class::isInstance, "--export-memory");
    checkExport(main, AbiNames.TABLE, AddressSpaceBuilder::isFunctionTable, "--export-table");
    checkExport(main, AbiNames.STACK_POINTER, Pointers::isVariable, "--export=__stack_pointer");
  }

  /**
   * Takes memory, table and stack of a main whose segments are copied, and grows them for the
   * libraries. What lies between main's data and its old end is left alone: a malloc linked into
   * main may own it.
   */
  public AddressSpace adopt(Place main, Exports exports, Engine engine) throws LinkException {
    // A program without a memory is legal; whoever wants to read it finds it empty.
    Memory memory =
        exports
            .own(AbiNames.MEMORY, Memory.class)
            .orElseGet(() -> engine.newMemory(new MemoryType(new Limits(0, 0), false)));
    Table table = exports.own(AbiNames.TABLE, Table.class).orElse(null);
    Global stackPointer = exports.own(AbiNames.STACK_POINTER, Global.class).orElse(null);
    long oldEnd = memory.pages() * MemoryType.PAGE_SIZE;
    int oldSlots = table == null ? 0 : table.size();
    main.put(new DataRegion(0, oldEnd), new TableRegion(0, oldSlots));
    RegionPlacer placer = new RegionPlacer(oldEnd, oldSlots, MemoryLimit.of(memory.maximumPages()));
    List<Place> libraries = modules.subList(1, modules.size());
    for (Place library : libraries) {
      placer.place(library);
    }
    growMemory(memory, placer.pages(libraries));
    if (!libraries.isEmpty()) {
      growTable(main, table, slots(libraries, placer));
    }
    AddressSpace space =
        new AddressSpace(memory, table, stackPointer, stackOf(exports), placer.heapBase());
    for (Place library : libraries) {
      space.checkMaximum(library);
    }
    return space;
  }

  /** Where wasm-ld has put a main's stack, if it was asked to tell. */
  private static DataRegion stackOf(Exports main) {
    long low = address(main, AbiNames.STACK_LOW);
    return new DataRegion(low, Math.max(0, address(main, AbiNames.STACK_HIGH) - low));
  }

  private static long address(Exports main, String name) {
    return main.own(name, Global.class).filter(Pointers::isIn).map(Pointers::get).orElse(0L);
  }

  private MemoryType memoryType(long pages) {
    boolean shared = request.main().module().threading() == Threading.THREADS;
    return new MemoryType(addresses(), new Limits(pages, maximum(pages)), shared);
  }

  // A memory of 32 bits that may pass 2 GiB is another one to an engine: not for who never asked.
  private long maximum(long pages) {
    boolean isAsked =
        request.asksForMemory()
            || addresses() == AddressType.I64
            || modules.stream()
                .flatMap(place -> place.occupant().importedMemory().stream())
                .anyMatch(type -> type.limits().isBounded());
    return isAsked ? limit.pages() : Math.max(pages, Math.min(limit.pages(), UNASKED_PAGES));
  }

  /** As main has them; of what others have, there is a rule. */
  private AddressType addresses() {
    return request.main().module().addressType().orElse(AddressType.I32);
  }

  private Global newRegister(Engine engine, long pointer) {
    GlobalType type = Pointers.variable(addresses());
    return engine.newGlobal(type, Pointers.value(type.value(), pointer));
  }

  private TableType tableType(long size) throws LinkException {
    long imported =
        importedTables(modules).mapToLong(Limits::maximum).min().orElse(Limits.UNBOUNDED);
    long maximum = Math.min(imported, request.maxSlots());
    if (size > maximum) {
      throw LinkException.of(
          Reason.NO_SPACE,
          request.main().name(),
          "function table does not fit: needs "
              + size
              + " slots, table limit "
              + maximum
              + " slots",
          null);
    }
    return new TableType(addresses(), ValueType.FUNCREF, new Limits(size, maximum));
  }

  /** The slots that hold everything placed and satisfy each library's declared minimum. */
  private static long slots(List<Place> modules, RegionPlacer placer) {
    long minimum = importedTables(modules).mapToLong(Limits::minimum).max().orElse(0);
    return Math.max(placer.tableEnd(), minimum);
  }

  private static Stream<Limits> importedTables(List<Place> modules) {
    return modules.stream()
        .flatMap(place -> place.module().imports().stream())
        .filter(i -> i.module().equals(AbiNames.ENV) && i.type() instanceof TableType)
        .map(i -> ((TableType) i.type()).limits());
  }

  private void growMemory(Memory memory, long pages) throws LinkException {
    long more = Math.max(0, pages - memory.pages());
    if (memory.grow(more) < 0) {
      throw LinkException.of(
          Reason.NO_SPACE,
          request.main().name(),
          "memory cannot grow from "
              + memory.pages()
              + " to "
              + pages
              + " pages, memory limit "
              + memory.maximumPages()
              + " pages",
          null);
    }
  }

  private void growTable(Place main, Table table, long size) throws LinkException {
    long more = Math.max(0, size - table.size());
    if (more > Integer.MAX_VALUE || table.grow((int) more) < 0) {
      boolean isFixed = declaredMaximum(main) < size;
      throw LinkException.of(
          Reason.NO_SPACE,
          main.name(),
          "function table cannot grow from "
              + table.size()
              + " to "
              + size
              + " slots"
              + (isFixed ? ": link it with wasm-ld --growable-table" : ""),
          null);
    }
  }

  private static long declaredMaximum(Place main) {
    return main.module()
        .export(AbiNames.TABLE)
        .map(table -> ((TableType) table.type()).limits().maximum())
        .orElse(Limits.UNBOUNDED);
  }

  private static boolean isFunctionTable(ExternType type) {
    return type instanceof TableType table && table.element() == ValueType.FUNCREF;
  }

  private static void checkExport(
      Place main, String name, Predicate<ExternType> isRight, String flag) throws LinkException {
    if (main.module().export(name).map(Export::type).filter(isRight).isEmpty()) {
      String detail = "does not export " + name + ": link it with wasm-ld " + flag;
      throw LinkException.of(Reason.UNSUPPORTED, main.name(), detail, null);
    }
  }
}
