package org.dylink.linker.link.parts;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Engine;
import org.dylink.engine.Global;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.InvalidModuleException;
import org.dylink.format.ValueType;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.TestLibrary;
import org.junit.jupiter.api.Test;

/** Two threads of one program, though the linker gives it one. */
@EachEngine
class GuestThreadTest {
  private final Engine engine;
  private final GuestThread first;
  private final GuestThread second;
  private final Place place =
      new Place(
          TestLibrary.of(
              module("lib.so")
                  .global("counter", ValueType.I32, true, code().i32Const(1))
                  .exportGlobal("counter", "counter")
                  .exportedFunction("get", "() -> i32", code().globalGet("counter"))),
          null);

  GuestThreadTest(Engine engine) {
    this.engine = engine;
    this.first = new GuestThread(engine.newExecutionControl());
    this.second = new GuestThread(engine.newExecutionControl());
  }

  @Test
  void eachHasAnInstanceOfItsOwn() throws InvalidModuleException {
    instantiate(first);
    instantiate(second);

    Global counter = first.exports(place).global("counter").orElseThrow();
    counter.set(5);

    assertEquals(5, call(first));
    assertEquals(1, call(second));
  }

  @Test
  void aThreadWithoutAnInstanceSaysSo() throws InvalidModuleException {
    instantiate(first);

    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> second.exports(place));

    assertEquals("BUG: lib.so has no instance: it is COMPILED", thrown.getMessage());
  }

  @Test
  void eachHasItsOwnErrorAndItsOwnCaller() {
    first.setDlError("not found");
    first.setDlCaller(place);

    assertEquals(Optional.empty(), second.takeDlError());
    assertEquals(Optional.empty(), second.dlCaller());
    assertEquals(Optional.of(place), first.dlCaller());
    assertEquals(Optional.of("not found"), first.takeDlError());
    assertEquals(Optional.empty(), first.takeDlError(), "it is told once");
  }

  private void instantiate(GuestThread thread) throws InvalidModuleException {
    Occupant occupant = place.occupant();
    if (!occupant.isAtLeast(LinkState.COMPILED)) {
      occupant.setCompiled(engine.compile(place.module()));
    }
    CompiledModule compiled = occupant.compiled();
    occupant.add(thread, compiled.instantiate(List.of(), InstanceLimits.NONE));
    thread.exports(place).instance().start();
  }

  private Object call(GuestThread thread) {
    return thread.exports(place).function("get").orElseThrow().call();
  }
}
