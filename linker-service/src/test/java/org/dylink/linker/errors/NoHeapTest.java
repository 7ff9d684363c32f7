package org.dylink.linker.errors;

import static org.dylink.linker.testing.Shapes.shared;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Engine;
import org.dylink.engine.Extern;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.Memory;
import org.dylink.engine.MemoryImage;
import org.dylink.engine.Table;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.WasmModule;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkMap;
import org.dylink.linker.testing.DlProgram;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.DelegatingEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The JVM's heap is used up at some step of a link: that is an error of this link alone. */
@EachEngine
class NoHeapTest {
  /** Where it is used up. */
  enum Step {
    COMPILE,
    MEMORY,
    TABLE,
    INSTANTIATE
  }

  private final Engine engine;

  NoHeapTest(Engine engine) {
    this.engine = engine;
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void aLinkThatRunsOutOfHeapLeavesNothing(Step step) {
    TestLink test = TestLink.with(new Exhausted(engine, step, "lib.so"));
    test.libraries(shared("lib.so"));

    LinkException refused = test.refuse(shared("main.wasm", "lib.so"));
    assertEquals(
        "main.wasm: cannot be linked: out of memory: Java heap space", refused.getMessage());
    assertEquals(Reason.NO_SPACE, refused.reason());
  }

  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      names = {"COMPILE", "INSTANTIATE"})
  void aLibraryThatIsOpenedThenIsNotOpen(Step step) throws LinkException {
    DlProgram starting = DlProgram.prepare(new Exhausted(engine, step, "lib.so"));
    starting.libraries(shared("lib.so"), shared("other.so"));
    try (DlProgram program = starting.run("dlmain.wasm")) {
      LinkMap before = program.map();

      assertEquals(
          "lib.so: cannot be linked: out of memory: Java heap space",
          program.refused("lib.so", DlProgram.NOW));
      assertEquals(before, program.map());
      assertNotEquals(0, program.opened("other.so", DlProgram.NOW), "the program goes on");
    }
  }

  /** Has no heap left for one step, with one library. */
  private static final class Exhausted extends DelegatingEngine {
    private final Step step;
    private final String library;

    Exhausted(Engine engine, Step step, String library) {
      super(engine);
      this.step = step;
      this.library = library;
    }

    private void at(Step reached, String name) {
      if (reached == step && name.equals(library)) {
        throw new OutOfMemoryError("Java heap space");
      }
    }

    @Override
    public CompiledModule compile(WasmModule module) throws InvalidModuleException {
      at(Step.COMPILE, module.name());
      CompiledModule compiled = super.compile(module);
      return new CompiledModule() {
        @Override
        public WasmModule module() {
          return module;
        }

        @Override
        public Instance instantiate(List<? extends Extern> imports, InstanceLimits limits) {
          at(Step.INSTANTIATE, module.name());
          return compiled.instantiate(imports, limits);
        }

        @Override
        public Instance instantiate(
            List<? extends Extern> others, LateFunctions functions, InstanceLimits limits) {
          at(Step.INSTANTIATE, module.name());
          return compiled.instantiate(others, functions, limits);
        }
      };
    }

    @Override
    public Memory newMemory(MemoryType type) {
      at(Step.MEMORY, library);
      return super.newMemory(type);
    }

    @Override
    public Memory newMemory(MemoryType type, MemoryImage image) {
      at(Step.MEMORY, library);
      return super.newMemory(type, image);
    }

    @Override
    public Table newTable(TableType type) {
      at(Step.TABLE, library);
      return super.newTable(type);
    }
  }
}
