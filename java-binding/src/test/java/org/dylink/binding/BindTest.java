package org.dylink.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import org.dylink.binding.code.InterfaceBinder;
import org.dylink.binding.contract.Tour;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.binding.testing.TestLinker;
import org.dylink.engine.TrapException;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;
import org.junit.jupiter.api.Test;

/** What is checked when an interface is bound, and what a trap shows. */
@SuppressWarnings("try") // interfaces that leave close() as it is: it might throw anything
class BindTest {
  private static final TestLinker LINKER = new TestLinker();

  @WasmLibrary("libtour.so")
  interface Wrong extends AutoCloseable {
    int add(int a, long b);

    int addition(int a, int b);

    @SymbolName("nothing")
    void something();

    double scale(List<Integer> a, int b);

    @SymbolName("apply")
    int compare(Comparator<Pointer> comparator, int a, int b);

    @SymbolName("sum_bytes")
    int sum(@SizedBy(0) byte[] bytes, int count);

    Thread greeting(int which);

    int right();

    default int alsoRight() {
      return 0;
    }
  }

  /** Structs that have no layout, or another one than C gives back. */
  @WasmLibrary("libtour.so")
  @SuppressWarnings("ArrayRecordComponent")
  interface WrongStructs {
    record One(int only) {}

    record Unsized(int[] all) {}

    record Sized(@Length(3) int three) {}

    record Threaded(Thread thread) {}

    One swapped(int a);

    @SymbolName("point_sum")
    double unsized(Unsized struct);

    @SymbolName("point_sum")
    double sized(Sized struct);

    @SymbolName("point_sum")
    double threaded(Threaded struct);
  }

  /** An interface that has its binding itself. */
  @WasmLibrary("libtour.so")
  interface WithBinding {
    int add(int a, int b);

    Binding binding();
  }

  @WasmLibrary("libnone.so")
  interface Missing {}

  interface Plain {}

  /** A package-private interface, with a default method and one more name for {@code close}. */
  @WasmLibrary("libtour.so")
  interface Small extends AutoCloseable {
    int add(int a, int b);

    default int addThree(int a, int b, int c) {
      return add(add(a, b), c);
    }
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    BindingException e =
        assertThrows(BindingException.class, () -> WasmBinder.bind(Wrong.class, LINKER));

    assertEquals(
        """
        add: signature mismatch: expected (i32, i64) -> i32, the library has (i32, i32) -> i32
        addition: undefined function addition: searched libtour.so, libc.so
        compare: parameter 0 (Comparator): java.util.Comparator.compare: java.lang.Object cannot be\
         the parameter of a callback
        greeting: result: java.lang.Thread is no type of C's
        right: undefined function right: searched libtour.so, libc.so
        scale: parameter 0 (List): java.util.List: not a functional interface
        something: undefined function nothing: searched libtour.so, libc.so
        sum: parameter 0: @SizedBy(0) is for an array and its count\
        """,
        String.join("\n", e.problems()));
    assertEquals(
        "libtour.so: cannot bind " + Wrong.class.getName() + ": " + String.join("; ", e.problems()),
        e.getMessage());
  }

  @Test
  void structsThatCDoesNotHaveAreTold() {
    BindingException e =
        assertThrows(BindingException.class, () -> WasmBinder.bind(WrongStructs.class, LINKER));

    assertEquals(
        """
        sized: parameter 0 (Sized): Sized.three (int): @Length(3) is for arrays of numbers
        swapped: signature mismatch: expected (i32) -> i32, the library has (i32, i32) -> ()
        threaded: parameter 0 (Threaded): Threaded.thread (Thread) has no place in a struct
        unsized: parameter 0 (Unsized): Unsized.all (int[]) has no place in a struct: give its\
         @Length\
        """,
        String.join("\n", e.problems()));
  }

  @Test
  void anInterfaceMayHaveItsBindingItself() throws LinkException {
    WithBinding bound = WasmBinder.bind(WithBinding.class, LINKER);
    try (Program program = bound.binding().program()) {
      assertEquals(5, bound.add(2, 3));
      assertEquals("libtour.so", program.name());
    }
  }

  @Test
  void aLibraryThatIsNotThereIsNamed() {
    LinkException e =
        assertThrows(LinkException.class, () -> WasmBinder.bind(Missing.class, LINKER));

    assertEquals("libnone.so: not found for " + Missing.class.getName(), e.getMessage());
  }

  @Test
  void theAnnotationIsAskedFor() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> WasmBinder.bind(Plain.class, LINKER));

    assertEquals(Plain.class.getName() + ": has no @WasmLibrary", e.getMessage());
  }

  @Test
  void aClassIsNoInterface() throws LinkException {
    try (Tour tour = WasmBinder.bind(Tour.class, LINKER)) {
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class,
              () -> WasmBinder.bind(String.class, Binding.of(tour).program()));

      assertEquals("java.lang.String: not an interface", e.getMessage());
    }
  }

  @Test
  void interfacesMayBePrivateAndHaveDefaultMethods() throws Exception {
    try (Small small = WasmBinder.bind(Small.class, LINKER)) {
      assertEquals(6, small.addThree(1, 2, 3));
      String program = "program " + Binding.of(small).program().id();
      assertEquals(Small.class.getName() + " (libtour.so, " + program + ")", small.toString());
    }
  }

  @Test
  void anObjectIsCalledByReflectionFromAnywhere() throws Throwable {
    try (Tour tour = WasmBinder.bind(Tour.class, LINKER)) {
      Method add = tour.getClass().getMethod("add", int.class, int.class);
      // It sees what is public, in no package.
      assertEquals(5, MethodHandles.publicLookup().unreflect(add).invoke(tour, 2, 3));
    }
  }

  @Test
  void aSharedObjectIsNotClosedByOneOfItsCallers() throws Exception {
    Program program = LINKER.link(LinkRequest.builder(LINKER.library("libtour.so").get()).build());
    try (program) {
      Tour tour = InterfaceBinder.bindShared(Tour.class, program);
      tour.close();
      assertEquals(5, tour.add(2, 3));
    }
  }

  @Test
  void twoInterfacesShareAProgram() throws Exception {
    try (Tour tour = WasmBinder.bind(Tour.class, LINKER)) {
      Tour same = WasmBinder.bind(Tour.class, Binding.of(tour).program());
      assertEquals(1, tour.count());
      assertEquals(2, same.count());
    }
  }

  @Test
  void eachObjectHasAMemoryOfItsOwn() throws Exception {
    try (Tour one = WasmBinder.bind(Tour.class, LINKER);
        Tour other = WasmBinder.bind(Tour.class, LINKER)) {
      assertEquals(1, one.count());
      assertEquals(2, one.count());
      assertEquals(1, other.count());
    }
  }

  @Test
  void aTrapShowsTheFunctionsOfCAboveTheMethodsOfJava() throws Exception {
    try (Tour tour = WasmBinder.bind(Tour.class, LINKER)) {
      TrapException trap = assertThrows(TrapException.class, () -> tour.trap(1));

      StackTraceElement[] trace = trap.getStackTrace();
      assertEquals("libtour.so.divide(Unknown Source)", trace[0].toString());
      assertEquals("libtour.so.trap(Unknown Source)", trace[1].toString());
      assertEquals(BindTest.class.getName(), trace[2].getClassName());
      assertEquals("integer divide by zero", trap.summary());
    }
  }
}
