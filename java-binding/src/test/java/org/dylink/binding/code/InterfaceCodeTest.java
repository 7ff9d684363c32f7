package org.dylink.binding.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.dylink.binding.Binding;
import org.dylink.binding.contract.Tour;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.binding.testing.TestLinker;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;
import org.junit.jupiter.api.Test;

/** What is generated once for an interface: who shares it, what it keeps, and when it goes. */
class InterfaceCodeTest {
  private static final TestLinker LINKER = new TestLinker();

  /** Has the interface, and nothing of ours. */
  private static final class Elsewhere extends ClassLoader {
    Elsewhere() {
      super(getPlatformClassLoader());
    }

    Class<?> adder() throws Exception {
      String file = "/" + Adder.class.getName().replace('.', '/') + ".class";
      try (InputStream in = Adder.class.getResourceAsStream(file)) {
        byte[] code = in.readAllBytes();
        return defineClass(Adder.class.getName(), code, 0, code.length);
      }
    }
  }

  @Test
  void objectsOfAnInterfaceAreOfOneClass() throws Exception {
    try (Tour one = WasmBinder.bind(Tour.class, LINKER);
        Tour other = WasmBinder.bind(Tour.class, LINKER)) {
      Tour same = WasmBinder.bind(Tour.class, Binding.of(one).program());

      assertSame(one.getClass(), other.getClass());
      assertSame(one.getClass(), same.getClass());
      assertNotSame(Binding.of(one).program(), Binding.of(other).program());
    }
  }

  @Test
  void interfacesOfOneNameInTwoLoadersHaveAClassEach() throws Exception {
    try (Program program = program()) {
      Object here = InterfaceBinder.bind(Adder.class, program);
      Object there = InterfaceBinder.bind(new Elsewhere().adder(), program);

      assertNotSame(here.getClass(), there.getClass());
      assertEquals(5, add(here, 2, 3));
      assertEquals(5, add(there, 2, 3));
    }
  }

  // More objects than can have a fast way, and each calls often enough to ask for one.
  @Test
  void eachObjectCallsItsOwnProgramHoweverOftenItCalls() throws Exception {
    List<Tour> tours = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      tours.add(WasmBinder.bind(Tour.class, LINKER));
    }
    for (int i = 1; i <= 3 * CallPath.OFTEN; i++) {
      for (Tour tour : tours) {
        assertEquals(i, tour.count());
      }
    }
    for (Tour tour : tours) {
      tour.close();
    }
  }

  @Test
  void anObjectThatCalledOftenIsAsClosedAsAnyOther() throws Exception {
    Tour tour = WasmBinder.bind(Tour.class, LINKER);
    String program = "program " + Binding.of(tour).program().id();
    callOften(tour);
    tour.close();

    IllegalStateException e = assertThrows(IllegalStateException.class, () -> tour.add(1, 2));
    assertEquals("libtour.so: " + program + " is closed", e.getMessage());
  }

  @Test
  void aProgramThatWasCalledOftenIsNotKeptBecauseOthersAreThere() throws Exception {
    try (Tour other = WasmBinder.bind(Tour.class, LINKER)) {
      WeakReference<Object> program = calledOften();

      assertGoes(program);
      assertEquals(3, other.add(1, 2));
    }
  }

  @Test
  void aProgramThatSomebodyElseClosedIsLetGo() throws Exception {
    try (Tour other = WasmBinder.bind(Tour.class, LINKER)) {
      WeakReference<Object> program = calledOftenAndClosedByProgram();

      InterfaceBinder.forgetClosed(Tour.class);
      assertGoes(program);
      assertEquals(3, other.add(1, 2));
    }
  }

  @Test
  void theClassesGoWithTheInterface() throws Exception {
    assertGoes(loaderOfABoundInterface());
  }

  private static WeakReference<Object> calledOften() throws Exception {
    try (Tour tour = WasmBinder.bind(Tour.class, LINKER)) {
      callOften(tour);
      return new WeakReference<>(Binding.of(tour).program());
    }
  }

  private static WeakReference<Object> calledOftenAndClosedByProgram() throws Exception {
    try (Program program = program()) {
      callOften(WasmBinder.bind(Tour.class, program));
      return new WeakReference<>(program);
    }
  }

  private static WeakReference<Object> loaderOfABoundInterface() throws Exception {
    Elsewhere loader = new Elsewhere();
    try (Program program = program()) {
      Object bound = InterfaceBinder.bind(loader.adder(), program);
      for (int i = 0; i <= 2 * CallPath.OFTEN; i++) {
        assertEquals(i + 1, add(bound, i, 1));
      }
    }
    return new WeakReference<>(loader);
  }

  private static void callOften(Tour tour) {
    for (int i = 0; i <= CallPath.OFTEN; i++) {
      assertEquals(i + 1, tour.add(i, 1));
    }
  }

  private static int add(Object bound, int a, int b) throws ReflectiveOperationException {
    return (int) bound.getClass().getMethod("add", int.class, int.class).invoke(bound, a, b);
  }

  private static Program program() throws LinkException {
    return LINKER.link(LinkRequest.builder(LINKER.library("libtour.so").get()).build());
  }

  private static void assertGoes(WeakReference<Object> reference) {
    for (int i = 0; i < 100 && reference.get() != null; i++) {
      System.gc();
    }
    assertNull(reference.get());
  }
}
