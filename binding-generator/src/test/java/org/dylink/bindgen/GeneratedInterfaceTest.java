package org.dylink.bindgen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.dylink.bindgen.shapes.Shapes;
import org.dylink.binding.Binding;
import org.dylink.binding.Callback;
import org.dylink.binding.MemoryBlock;
import org.dylink.binding.Pointer;
import org.dylink.binding.StructLayout;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.linker.embed.Dylink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@link Shapes}, which was made of shapes.h, called: each function is C's, {@code
 * src/test/native/shapes.c}, and does what its types say.
 */
class GeneratedInterfaceTest {
  private static Shapes shapes;

  @BeforeAll
  static void bind() throws Exception {
    Path libc = Path.of("../example-bundles/libc/src/main/resources/lib");
    shapes = WasmBinder.bind(Shapes.class, Dylink.create(RecordedClang.NATIVE, libc));
  }

  @AfterAll
  static void close() {
    shapes.close();
  }

  @Test
  void numbersOfAllKinds() {
    assertEquals(5, shapes.shapes_sum(2, 3));
    assertEquals(200 + 40_000 + (1L << 40), shapes.shapes_widen(200, 40_000, 0, 1L << 40));
    assertEquals(0xffff_ffffL, shapes.shapes_widen(0, 0, -1, 0));
    assertEquals(255, shapes.shapes_invert(0));
    assertTrue(shapes.shapes_not(false));
    assertEquals(0.75f, shapes.shapes_half(1.5f));
    assertEquals(7, shapes.shapes_class(3, 4));
    assertEquals(Shapes.SHAPES_TOP, shapes.shapes_deeper(Shapes.SHAPES_BEHIND));
    assertEquals(Shapes.SHAPES_BEHIND, shapes.shapes_deeper(Shapes.SHAPES_TOP));
    assertEquals(5, shapes.shapes_typed(2, 2.5));
    assertEquals(12, shapes.shapes_old());
    assertEquals(13, shapes.shapes_label());
  }

  @Test
  void constantsAreWhatCompilersSay() {
    assertEquals("1.2.3", Shapes.SHAPES_VERSION);
    assertEquals(8, Shapes.SHAPES_FLAG_DEEP);
    assertEquals(-2, Shapes.SHAPES_ALL);
    assertEquals(-1, Shapes.SHAPES_MASK);
    assertEquals(1L << 40, Shapes.SHAPES_BIG);
    assertEquals(0.5, Shapes.SHAPES_HALF);
    assertEquals('A', Shapes.SHAPES_LETTER);
    assertEquals(-1, Shapes.SHAPES_KEEP);
    assertEquals(6, Shapes.SHAPES_CURVE);
    assertEquals(0x7f_ffff_ffffL, Shapes.SHAPES_FAR);
    assertEquals(0xffff_ffffL, Shapes.SHAPES_TOP);
  }

  @Test
  void stringsAndArrays() {
    assertEquals("Hello, you", shapes.shapes_greet("you").readString(0));
    assertNull(shapes.shapes_greet(null));
    assertEquals("round", shapes.shapes_name(Shapes.SHAPES_ROUND));
    assertNull(shapes.shapes_name(Shapes.SHAPES_DOT));
    assertEquals(1, shapes.shapes_zeroes("text", "name", 5));
    assertEquals(2, shapes.shapes_zeroes(new byte[] {0, 1, 0}, null, 3));
    byte[] to = {1, 2, 3};
    assertEquals(2, shapes.shapes_shift(to, 3, new byte[] {10, 20}, 2));
    assertArrayEquals(new byte[] {11, 22, 3}, to);
    assertEquals(2, shapes.shapes_mean(new double[] {1, 2, 3}, 3));
    byte[] buffer = new byte[4];
    assertEquals(3, shapes.shapes_fill(buffer, 3, 7));
    assertArrayEquals(new byte[] {7, 7, 7, 0}, buffer);
    int[] tens = new int[1];
    int[] ones = new int[1];
    shapes.shapes_split(42, tens, ones);
    assertEquals("4 2", tens[0] + " " + ones[0]);
    assertEquals(5, shapes.shapes_longest(new String[] {"one", "three"}, new String[] {"four"}));
    String[] text = new String[1];
    Pointer[] owned = new Pointer[1];
    shapes.shapes_out(text, owned);
    assertEquals("text Hello, you", text[0] + " " + owned[0].readString(0));
  }

  @Test
  void structsByValueAndByAddress() {
    try (MemoryBlock block =
        shapes.binding().allocate(StructLayout.of(Shapes.Point.class).size())) {
      block.pointer().write(0, new Shapes.Point(10, 0.5));

      assertEquals(
          new Shapes.Point(11, 2.5), shapes.shapes_move(new Shapes.Point(1, 2), block.pointer()));
    }
  }

  @Test
  void unionsAreTheirBytes() {
    Shapes.Single one = new Shapes.Single(3);
    assertEquals(8, shapes.shapes_is(new Shapes.Number_(new long[] {5, 0}), 0, one));
    long real = Double.doubleToRawLongBits(4.0);
    assertEquals(7, shapes.shapes_is(new Shapes.Number_(new long[] {real, 0}), 1, one));
    Shapes.Number_[] result = new Shapes.Number_[1];
    shapes.shapes_number(result, 1);
    assertEquals(1.5, Double.longBitsToDouble(result[0].value()[0]));
  }

  @Test
  void bitFieldsAreMethods() {
    Shapes.Flags flags = shapes.shapes_flags_at().read(0, Shapes.Flags.class);

    assertEquals(1, flags.open());
    assertEquals(-9, flags.level());
    assertEquals(0x81_2345_6789L, flags.wide());
    assertTrue(flags.last());
    assertEquals(-3, flags.tail());
    assertEquals(1 - 900 + 10 - 30_000, shapes.shapes_flags(flags));
  }

  @Test
  void aStructWithAllKindsOfMembersIsLaidOutAsInC() {
    Binding binding = shapes.binding();
    StructLayout layout = StructLayout.of(Shapes.Drawing.class);
    try (MemoryBlock block = binding.allocate(layout.size());
        MemoryBlock name = binding.allocate(2)) {
      name.pointer().writeString(0, "!");
      block.pointer().write(0, drawing(name.pointer().address()));

      assertEquals('t' + 1000 + 50 + 60 + 7 + 9 + '!', shapes.shapes_inside(block.pointer()));
    }
  }

  private static Shapes.Drawing drawing(int name) {
    return new Shapes.Drawing(
        "title",
        Shapes.SHAPES_GREEN,
        new long[] {0, 0, 50, 0},
        new Shapes.Number_(new long[] {60, 0}),
        new Shapes.DrawingInner((short) 7),
        null,
        new byte[] {0, 0, 0, 0, 0, 9},
        new int[] {0, name});
  }

  @Test
  void callbacks() {
    Binding binding = shapes.binding();
    try (Callback<Shapes.ShapeVisitor> visitor =
            binding.callback(
                Shapes.ShapeVisitor.class,
                (user, name, kind) -> name.readString(0).length() * 100 + kind);
        Callback<Shapes.ShapesApplyFunction> function =
            binding.callback(
                Shapes.ShapesApplyFunction.class,
                (letter, at) -> letter + at.x() + (int) (at.y() * 4))) {
      assertEquals(505 + 406, shapes.shapes_visit(visitor, null, 2));
      assertEquals(visitor.slot(), shapes.shapes_kept().address());
      assertEquals(200 + 3 + 2, shapes.shapes_apply(function, 3));
    }
    // What stands for something is no function, and passes all the same.
    assertEquals(0, shapes.shapes_visit(binding.callback(Shapes.SHAPES_KEEP), null, 0));
    assertEquals(-1, shapes.shapes_kept().address());
  }

  @Test
  void variableArguments() {
    byte[] out = new byte[20];
    int length = shapes.shapes_format(out, out.length, "%d of %s", 3, "five");
    assertEquals("3 of five", text(out, length));
    length = shapes.shapes_vformat(out, out.length, "%s %.1f", "a", 2.5);
    assertEquals("a 2.5", text(out, length));
  }

  private static String text(byte[] bytes, int length) {
    return new String(Arrays.copyOf(bytes, length), StandardCharsets.UTF_8);
  }

  @Test
  void namesThatJavaHasForItselfAreOthers() {
    Pointer count = shapes.binding().symbol("shapes_count").orElseThrow();
    int before = count.readInt(0);

    shapes.wait_();

    assertEquals(before + 1, count.readInt(0));
  }
}
