package org.dylink.engine.jvm;

import java.util.List;
import org.dylink.engine.control.ThreadStates;
import org.dylink.engine.jvm.run.call.BranchTables;
import org.dylink.engine.jvm.run.call.EntryFactory;
import org.dylink.engine.jvm.run.call.EntryPoint;
import org.dylink.engine.jvm.run.call.Frames;
import org.dylink.engine.jvm.run.call.FunctionCode;
import org.dylink.engine.jvm.run.call.Globals;
import org.dylink.engine.jvm.run.call.GuestException;
import org.dylink.engine.jvm.run.call.GuestFrames;
import org.dylink.engine.jvm.run.call.GuestFunction;
import org.dylink.engine.jvm.run.call.HostBorder;
import org.dylink.engine.jvm.run.call.InstanceState;
import org.dylink.engine.jvm.run.call.JavaFunction;
import org.dylink.engine.jvm.run.call.JvmFunction;
import org.dylink.engine.jvm.run.call.JvmGlobal;
import org.dylink.engine.jvm.run.call.JvmTable;
import org.dylink.engine.jvm.run.call.JvmTag;
import org.dylink.engine.jvm.run.call.LateArray;
import org.dylink.engine.jvm.run.call.LateImport;
import org.dylink.engine.jvm.run.call.Poll;
import org.dylink.engine.jvm.run.call.References;
import org.dylink.engine.jvm.run.call.Signature;
import org.dylink.engine.jvm.run.call.SlotFunction;
import org.dylink.engine.jvm.run.call.TableInstructions;
import org.dylink.engine.jvm.run.call.TablePlaces;
import org.dylink.engine.jvm.run.call.TailArguments;
import org.dylink.engine.jvm.run.call.TailCall;
import org.dylink.engine.jvm.run.call.ThreadControl;
import org.dylink.engine.jvm.run.call.Throws;
import org.dylink.engine.jvm.run.call.Traps;
import org.dylink.engine.jvm.run.memory.AccessTraps;
import org.dylink.engine.jvm.run.memory.DataSegments;
import org.dylink.engine.jvm.run.memory.HeapMemory;
import org.dylink.engine.jvm.run.memory.LinearMemory;
import org.dylink.engine.jvm.run.memory.Loads;
import org.dylink.engine.jvm.run.memory.MemoryCopies;
import org.dylink.engine.jvm.run.memory.MemoryInstructions;
import org.dylink.engine.jvm.run.memory.MemoryView;
import org.dylink.engine.jvm.run.memory.Stores;
import org.dylink.engine.jvm.run.number.Comparisons;
import org.dylink.engine.jvm.run.number.Conversions;
import org.dylink.engine.jvm.run.number.Floats;
import org.dylink.engine.jvm.run.number.Integers;
import org.dylink.engine.stack.StackReserve;
import org.dylink.format.FunctionType;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.TagType;
import org.dylink.format.ValueType;

/**
 * Uses once, where there is stack, what guests reach without passing a {@link HostBorder}: a class
 * that is initialized where the stack ends is broken for the whole JVM. Of the engine's classes
 * that is one list; of Java's it is what instructions use, and what traps are made of.
 */
final class FirstUse {
  private static final List<Class<?>> CLASSES =
      List.of(
          Comparisons.class,
          Conversions.class,
          EntryFactory.class,
          EntryPoint.class,
          Floats.class,
          Frames.class,
          FunctionCode.class,
          LateArray.class,
          LateImport.class,
          Globals.class,
          GuestException.class,
          GuestFrames.class,
          GuestFunction.class,
          HostBorder.class,
          InstanceState.class,
          Integers.class,
          JavaFunction.class,
          JvmFunction.class,
          JvmGlobal.class,
          HeapMemory.class,
          LinearMemory.class,
          MemoryView.class,
          AccessTraps.class,
          DataSegments.class,
          BranchTables.class,
          JvmTable.class,
          JvmTag.class,
          Loads.class,
          MemoryCopies.class,
          MemoryInstructions.class,
          Poll.class,
          References.class,
          Signature.class,
          SlotFunction.class,
          Stores.class,
          TableInstructions.class,
          TablePlaces.class,
          TailArguments.class,
          TailCall.class,
          ThreadControl.class,
          ThreadStates.class,
          Throws.class,
          Traps.class);

  private static final int WAYS_TO_TRAP = 13;
  private static final int PAGE = MemoryType.PAGE_SIZE;
  private static final FunctionType TYPE =
      new FunctionType(List.of(ValueType.I32, ValueType.I64), List.of());

  static {
    StackReserve.prepare();
    for (Class<?> each : CLASSES) {
      initialize(each);
    }
    InstanceState state = newState();
    access(state);
    compute();
    for (int way = 0; way < WAYS_TO_TRAP; way++) {
      trapAndTranslate(way, state);
    }
    initialize(TYPE.toString().getClass()); // what a type mismatch names
    Poll.check();
  }

  private FirstUse() {}

  /** Returns when all was used. */
  static void ensure() {
    // The class is initialized now.
  }

  /** What {@link #ensure} makes ready, of the engine's. */
  static List<Class<?>> classes() {
    return CLASSES;
  }

  static void initialize(Class<?> type) {
    try {
      Class.forName(type.getName(), true, type.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new LinkageError("BUG: no class of " + type, e);
    }
  }

  static InstanceState newState() {
    InstanceState state = new InstanceState(null, new LateArray<>(0));
    HeapMemory memory = new HeapMemory(new MemoryType(new Limits(1, 1), false), 1);
    HeapMemory other = new HeapMemory(new MemoryType(new Limits(1, 1), false), 1);
    state.setMemories(List.of(memory, other));
    state.tags = new JvmTag[] {new JvmTag(new TagType(TYPE))};
    JvmTable table = new JvmTable(new TableType(ValueType.FUNCREF, new Limits(1, 1)), 1);
    state.tables = new JvmTable[] {table};
    state.globals = new JvmGlobal[0];
    return state;
  }

  // The JVM links a VarHandle's method where it is called first, once for each type.
  private static void access(InstanceState state) {
    Stores.i32Store16(0, Loads.i32Load16U(0, state), state);
    Stores.i32Store(0, Loads.i32Load(0, state), state);
    Stores.i64Store(0, Loads.i64Load(0, state), state);
    Stores.f32Store(0, Loads.f32Load(0, state), state);
    Stores.f64Store(0, Loads.f64Load(0, state), state);
    MemoryInstructions.memoryFill(0, 0, 1, state);
    MemoryInstructions.memoryCopy(0, 1, 1, state);
    MemoryCopies.memoryCopy(0, 1, 1, state, state.memories[1]);
    TableInstructions.tableGrow(null, 1, 0, state);
    TableInstructions.tableFill(0, null, 1, 0, state);
  }

  private static void compute() {
    double number = Floats.f64Ceil(1.5) + Floats.f64Floor(1.5) + Floats.f64Nearest(1.5);
    number += Floats.f64Sqrt(2) + Floats.f64Min(1, 2) + Floats.f64Max(1, 2) + Floats.f32Min(1, 2);
    Object[] boxed = {1, 1L, (float) number, number};
    long count = Integers.i64DivU(-1, 3) + Integers.i64RemU(-1, 3) + boxed.length;
    count += Integers.i32DivU(-1, 3) + Integers.i32RemU(-1, 3) + Integers.i64Rotl(1, 2);
    Integers.i64Popcnt(count + Integers.i64Clz(count) + Integers.i64Ctz(count));
  }

  // No lambdas: each is a class, and engines are made while somebody waits for a program.
  private static void trap(int way, InstanceState state) {
    switch (way) {
      case 0 -> Loads.i32Load(PAGE, state);
      case 1 -> Stores.i64Store(-1, 0, 8, state);
      case 2 -> MemoryInstructions.memoryFill(0, 0, -1, state);
      case 3 -> TableInstructions.tableGet(1, 0, state);
      case 4 -> TableInstructions.tableFill(0, null, 2, 0, state);
      case 5 -> TableInstructions.callee(0, 0, state);
      case 6 -> Integers.i32DivS(1, 0);
      case 7 -> Integers.i64DivS(Long.MIN_VALUE, -1);
      case 8 -> Conversions.i32TruncF64S(Double.NaN);
      case 9 -> Conversions.i32TruncF64S(1e10);
      case 10 -> throw Traps.unreachable();
      case 11 -> throw new StackOverflowError();
      default -> throw GuestException.ofReference(Throws.exception(new Object[0], 0, state));
    }
  }

  private static void trapAndTranslate(int way, InstanceState state) {
    try {
      trap(way, state);
    } catch (GuestException e) {
      // Told as a trap it would need a module, where its tag has a name.
    } catch (RuntimeException | StackOverflowError e) {
      ignoreTranslated(e);
    }
  }

  private static void ignoreTranslated(Throwable thrown) {
    try {
      Traps.translate(thrown);
    } catch (RuntimeException e) {
      // All of it was used.
    }
  }
}
