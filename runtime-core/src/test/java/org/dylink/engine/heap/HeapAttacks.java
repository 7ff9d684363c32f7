package org.dylink.engine.heap;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.engine.EngineLimitException;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.Memory;
import org.dylink.engine.Table;
import org.dylink.engine.TrapException;
import org.dylink.engine.endive.CompilerEngine;
import org.dylink.engine.endive.InterpreterEngine;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.ValueType;
import org.dylink.testing.Code;
import org.dylink.testing.Code.Clause;
import org.dylink.testing.ModuleBuilder;

/**
 * A process of its own with a small heap, in which guests use it up. A line tells how each attack
 * ended, and how another program does meanwhile, whose host function needs memory all the time.
 */
final class HeapAttacks {
  private static final PrintStream OUT = System.out;
  private static final int LEAST = 150; // pages; a heap of 40 MiB has 640
  private static final int NEEDED_BY_OTHERS = 256 << 10;

  private final Engine engine;
  private final Bystander bystander;

  private HeapAttacks(Engine engine) {
    this.engine = engine;
    this.bystander = new Bystander(engine, NEEDED_BY_OTHERS);
  }

  /**
   * Runs attacks.
   *
   * @param arguments the engine's name, and whether with memories and tables, or with objects
   */
  public static void main(String[] arguments) throws Exception {
    for (Engine each : List.of(new JvmEngine(), new InterpreterEngine(), new CompilerEngine())) {
      if (each.name().equals(arguments[0])) {
        HeapAttacks attacks = new HeapAttacks(each);
        if (arguments[1].equals("memories")) {
          attacks.withMemories();
        } else {
          attacks.withObjects();
        }
      }
    }
  }

  private void withMemories() throws Exception {
    attack("memory by pages", this::growsMemoryByPages);
    attack("memory by megabytes", this::growsMemoryByMegabytes);
    attack("tables", this::growsTables);
    attack("a large memory", () -> engine.newMemory(new MemoryType(pages(16_384), false)));
    attack("large tables", this::makesTables);
    attack("many programs", this::makesPrograms);
  }

  private void withObjects() throws Exception {
    bystander.mayBeHarmed();
    attack("exceptions that hold each other", this::keepsExceptions);
    attack("references to exceptions", this::keepsReferences);
    attack("a large function", this::compilesLargeFunction);
  }

  private interface Attack {
    Object run() throws Exception;
  }

  private void attack(String name, Attack attack) throws Exception {
    bystander.begin();
    String ending = endOf(attack);
    bystander.end();
    OUT.println(name + ": " + ending + "; " + bystander.state());
  }

  private static String endOf(Attack attack) throws Exception {
    try {
      return String.valueOf(attack.run());
    } catch (TrapException e) {
      return "trap " + e.kind();
    } catch (EngineLimitException e) {
      return e.getMessage();
    }
  }

  private Object growsMemoryByPages() throws Exception {
    return isAnswered(call(growing(1), "f"));
  }

  private Object growsMemoryByMegabytes() throws Exception {
    return isAnswered(call(growing(16), "f"));
  }

  /** Minus one is an answer, if it comes late enough. */
  private static String isAnswered(Object size) {
    return (int) size > LEAST ? "-1" : "-1 already at " + size;
  }

  /** Grows a memory as long as that works, writes to its last page, and gives its size. */
  private static ModuleBuilder growing(int pages) {
    Code grown = code().i32Const(pages).memoryGrow().i32Const(-1).op(0x47); // i32.ne
    Code last = code().memorySize().i32Const(1).i32Sub().i32Const(65_536).i32Mul();
    return module("lib.so")
        .memory(1)
        .exportedFunction(
            "f",
            "() -> i32",
            code()
                .loop()
                .then(grown)
                .brIf(0)
                .end()
                .then(last)
                .i32Const(7)
                .i32Store(0)
                .memorySize());
  }

  private Object growsTables() throws Exception {
    Code grown = code().refNull(ValueType.FUNCREF).i32Const(50_000).tableGrow(0);
    return isAnswered(
        call(
            module("lib.so")
                .table(1)
                .exportedFunction(
                    "f",
                    "() -> i32",
                    code().loop().then(grown).i32Const(-1).op(0x47).brIf(0).end().tableSize(0)),
            "f"));
  }

  private Object makesTables() {
    TableType type = new TableType(ValueType.FUNCREF, new Limits(5_000_000, Limits.UNBOUNDED));
    List<Table> all = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      all.add(engine.newTable(type));
    }
    return all.size() + " tables";
  }

  private Object makesPrograms() {
    List<Memory> all = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      all.add(engine.newMemory(new MemoryType(pages(16), false)));
    }
    return all.size() + " programs";
  }

  /** Each has the one before it in it. */
  private Object keepsExceptions() throws Exception {
    Code thrown = code().localGet(0).throwTag("next");
    return call(
        module("lib.so")
            .tag("next", "(exnref) -> ()")
            .exportedFunction("f", "() -> ()", endless(thrown)),
        "f");
  }

  /** The same, with a large payload. */
  private Object keepsReferences() throws Exception {
    String payload = String.join(", ", Collections.nCopies(200, "i64"));
    Code thrown = code();
    for (int i = 0; i < 200; i++) {
      thrown.i64Const(1L << 40 | i);
    }
    thrown.localGet(0).throwTag("large");
    return call(
        module("lib.so")
            .tag("large", "(" + payload + ", exnref) -> ()")
            .exportedFunction("f", "() -> ()", endless(thrown)),
        "f");
  }

  private static Code endless(Code thrown) {
    return code()
        .locals(ValueType.EXNREF)
        .loop()
        .block(ValueType.EXNREF)
        .tryTable(null, Clause.onAllRef(0))
        .then(thrown)
        .end()
        .unreachable()
        .end()
        .localSet(0)
        .br(0)
        .end();
  }

  private Object compilesLargeFunction() throws Exception {
    int[] statements = new int[3_000_000];
    for (int i = 0; i < statements.length; i += 5) {
      // local.get 0, i32.clz, i32.ctz, local.set 0: few bytes here, many objects there
      System.arraycopy(new int[] {0x20, 0, 0x67, 0x21, 0}, 0, statements, i, 5);
    }
    Code code = code().locals(ValueType.I32).op(statements).localGet(0);
    return call(module("lib.so").exportedFunction("f", "() -> i32", code), "f");
  }

  private Object call(ModuleBuilder module, String name) throws Exception {
    Instance instance = engine.compile(module.build()).instantiate(List.of(), InstanceLimits.NONE);
    instance.start();
    return ((Function) instance.export(name).orElseThrow()).call();
  }

  private static Limits pages(long pages) {
    return new Limits(pages, Limits.UNBOUNDED);
  }
}
