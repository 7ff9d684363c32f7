package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.function.IntBinaryOperator;
import org.dylink.binding.Binding;
import org.dylink.binding.Callback;
import org.dylink.binding.MemoryBlock;
import org.dylink.binding.Pointer;
import org.dylink.itest.bound.PageTour;
import org.dylink.itest.bound.PageTour.Named;
import org.dylink.itest.bound.PageTour.Point;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;

/** The code of docs/java.md, with a service of another bundle. */
@FrameworkTest
class JavaPageIT {
  @InjectBundleContext BundleContext context;
  private PageTour tour;

  @BeforeEach
  void bind() throws Exception {
    BoundJar.library("1.0.0").start(context);
    BoundJar.of(PageTour.class, "libtour.so").start(context);
    tour = context.getService(context.getServiceReference(PageTour.class));
  }

  @Test
  void memoryStaysUntilItsBlockIsClosed() {
    int sum;
    // docs/java.md: block
    Binding binding = Binding.of(tour);
    try (MemoryBlock block = binding.allocate(24)) {
      Pointer numbers = block.pointer();
      numbers.writeInt(0, 40);
      numbers.plus(4).writeInt(0, 2);
      sum = numbers.readInt(0) + numbers.readInt(4);
    }
    // docs/java.md: end
    assertEquals(42, sum);
  }

  @Test
  void aPointerOfCIsReadAndWritten() {
    // docs/java.md: pointer
    Pointer second = tour.numberAt(1).sized(4);
    int before = second.readInt(0);
    second.writeInt(0, before + 1);
    // docs/java.md: end
    assertEquals(20, before);
    assertEquals(21, tour.numberAt(1).readInt(0));
  }

  @Test
  void structsAreRecords() {
    short[] tail = {1, 2, 3};
    Named described = tour.describe(new Named("name", true, new Point(6, 0.5), "note", tail));
    assertEquals("name", described.name());
    assertEquals(true, described.flag());
    assertEquals(new Point(7, 0.5), described.at());
    assertEquals("noted", described.note());
    assertArrayEquals(new short[] {-1, -2, -3}, described.tail());
    Point[] points = {new Point(1, 10), new Point(2, 20)};
    tour.shift(points, 2, 5);
    assertArrayEquals(new Point[] {new Point(6, 5), new Point(7, 15)}, points);
  }

  @Test
  void aLambdaIsAFunctionPointer() {
    // docs/java.md: sort
    int[] numbers = {3, 1, 2};
    tour.sort(numbers, 3, (a, b) -> Integer.compare(a.readInt(0), b.readInt(0)));
    // docs/java.md: end
    assertArrayEquals(new int[] {1, 2, 3}, numbers);
  }

  @Test
  void aCallbackIsKept() {
    int kept;
    // docs/java.md: callback
    try (Callback<IntBinaryOperator> minus =
        Binding.of(tour).callback(IntBinaryOperator.class, (a, b) -> a - b)) {
      tour.keep(minus);
      kept = tour.callKept(5, 3);
    }
    // docs/java.md: end
    assertEquals(2, kept);
  }

  @Test
  void argumentsMayVary() {
    // docs/java.md: format
    byte[] out = new byte[30];
    int length = tour.format(out, out.length, "%s: %d of %.1f", "part", 17, 2.5);
    // docs/java.md: end
    assertEquals("part: 17 of 2.5", new String(out, 0, length, StandardCharsets.UTF_8));
  }
}
