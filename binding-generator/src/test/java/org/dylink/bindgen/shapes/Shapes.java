package org.dylink.bindgen.shapes;

import org.dylink.binding.Binding;
import org.dylink.binding.ByAddress;
import org.dylink.binding.Callback;
import org.dylink.binding.In;
import org.dylink.binding.InOut;
import org.dylink.binding.Length;
import org.dylink.binding.OrNull;
import org.dylink.binding.Out;
import org.dylink.binding.Pointer;
import org.dylink.binding.SizedBy;
import org.dylink.binding.SymbolName;
import org.dylink.binding.Unsigned;
import org.dylink.binding.WasmLibrary;

/** The functions of {@code shapes.h}: 32 of 37. Written by {@code dylink bindings}. */
@WasmLibrary("libshapes.so")
public interface Shapes extends AutoCloseable {
  int SHAPES_DOT = 0;
  int SHAPES_LINE = 5;
  int SHAPES_CURVE = 6;
  int SHAPES_ROUND = -2;
  int SHAPES_RED = 0;
  int SHAPES_GREEN = 1;
  long SHAPES_FAR = 549755813887L;
  int SHAPES_BEHIND = -1;
  long SHAPES_TOP = 4294967295L;
  String SHAPES_VERSION = "1.2.3";
  String SHAPES_PATCH = "3";
  int SHAPES_FLAG_DEEP = 8;
  int SHAPES_ALL = -2;
  int SHAPES_MASK = 0xffffffff;
  long SHAPES_BIG = 1099511627776L;
  double SHAPES_HALF = 0.5;
  int SHAPES_LETTER = 65;
  int SHAPES_KEEP = -1;

  /**
   * A place.
   *
   * <p>{@code struct point}.
   */
  record Point(int x, double y) {}

  /**
   * {@code union number}.
   *
   * @param value one of int whole, double real, char[12] letters
   */
  @SuppressWarnings("ArrayRecordComponent") // what C has
  record Number_(@Length(2) long[] value) {}

  /** {@code union single}. */
  record Single(int alone) {}

  /** {@code struct flags}. */
  record Flags(long bits0, int bits1, short bits2, short tail) {
    /** A bit-field of 1 bit. */
    public int open() {
      return (int) (bits0 << 63 >>> 63);
    }

    /** A bit-field of 5 bits. */
    public int level() {
      return (int) ((bits0 >>> 1) << 59 >> 59);
    }

    /** A bit-field of 40 bits. */
    public long wide() {
      return ((bits1 & 0xffffffffL) | (bits2 & 0xffffL) << 32) << 24 >>> 24;
    }

    /** A bit-field of 1 bit. */
    public boolean last() {
      return (((bits2 & 0xffffL) >>> 8) << 63 >>> 63) != 0;
    }
  }

  /** {@code struct without a name}. */
  record DrawingInner(short depth) {}

  /**
   * {@code struct drawing}.
   *
   * @param colour shape_colour
   * @param corners struct point[2]
   * @param next struct drawing *
   * @param names const char *[2]
   */
  @SuppressWarnings("ArrayRecordComponent") // what C has
  record Drawing(
      @Length(8) String title,
      int colour,
      @Length(4) long[] corners,
      Number_ size,
      DrawingInner inner,
      Pointer next,
      @Length(6) byte[] grid,
      @Length(2) int[] names) {}

  /** {@code shape_visitor}. */
  @FunctionalInterface
  interface ShapeVisitor {
    /** What C calls. */
    int call(Pointer arg0, Pointer arg1, int arg2);
  }

  /** {@code shapes_apply_function}. */
  @FunctionalInterface
  interface ShapesApplyFunction {
    /** What C calls. */
    int call(@Unsigned(8) int arg0, Point arg1);
  }

  /**
   * Adds two numbers. The sum is wrapped.
   *
   * <p>missing is none
   *
   * <p>{@code int shapes_sum(int a, int b)}.
   *
   * @param a the first
   * @param b the second &amp; last, behind &#92;a a
   * @return their sum &lt;= INT_MAX
   */
  int shapes_sum(int a, int b);

  /** {@code shape_depth shapes_deeper(shape_depth depth)}. */
  long shapes_deeper(long depth);

  /** {@code shape_function shapes_typed(int, double)}. */
  int shapes_typed(int arg0, double arg1);

  /**
   * The comment stands behind, as zlib has it: a byte, two, four, eight and their sum.
   *
   * <p>{@code unsigned long long shapes_widen(uint8_t byte, uint16_t two, unsigned int four,
   * int64_t eight)}.
   */
  @Unsigned
  long shapes_widen(@Unsigned(8) int byte_, @Unsigned(16) int two, @Unsigned int four, long eight);

  /**
   * one more behind
   *
   * <p>{@code unsigned char shapes_invert(unsigned char byte)}.
   */
  @Unsigned(8)
  int shapes_invert(@Unsigned(8) int byte_);

  /** {@code _Bool shapes_not(_Bool truth)}. */
  boolean shapes_not(boolean truth);

  /** {@code double shapes_mean(const double *numbers, int count)}. */
  double shapes_mean(@OrNull @In double[] numbers, int count);

  /** {@code float shapes_half(float number)}. */
  float shapes_half(float number);

  /**
   * A greeting: "Hello, name". The caller has to free it.
   *
   * <p>{@code char *shapes_greet(const char *name)}.
   */
  Pointer shapes_greet(@OrNull String name);

  /** {@code int shapes_zeroes(const char *data, const char *name, int size)}. */
  int shapes_zeroes(@OrNull String data, @OrNull String name, int size);

  /** {@code int shapes_zeroes(const char *data, const char *name, int size)}. */
  int shapes_zeroes(@OrNull @In byte[] data, @OrNull @In byte[] name, int size);

  /** {@code int shapes_shift(void *to, size_t to_size, const void *from, size_t from_size)}. */
  int shapes_shift(
      @OrNull Pointer to, @Unsigned int to_size, @OrNull Pointer from, @Unsigned int from_size);

  /** {@code int shapes_shift(void *to, size_t to_size, const void *from, size_t from_size)}. */
  int shapes_shift(
      @OrNull @InOut @SizedBy(1) byte[] to,
      @Unsigned int to_size,
      @OrNull @In @SizedBy(3) byte[] from,
      @Unsigned int from_size);

  /** {@code const char *shapes_name(enum shape_kind kind)}. */
  String shapes_name(int kind);

  /** {@code size_t shapes_fill(unsigned char *buffer, size_t length, int value)}. */
  @Unsigned
  int shapes_fill(@OrNull @InOut @SizedBy(1) byte[] buffer, @Unsigned int length, int value);

  /** {@code void shapes_split(int number, int *tens, int *ones)}. */
  void shapes_split(int number, @OrNull @InOut int[] tens, @OrNull @InOut int[] ones);

  /** {@code int shapes_longest(const char *const *names, char *const *argv)}. */
  int shapes_longest(@OrNull @In String[] names, @OrNull @In String[] argv);

  /** {@code void shapes_out(const char **text, char **owned)}. */
  void shapes_out(@OrNull @InOut String[] text, @OrNull @InOut Pointer[] owned);

  /** {@code struct point shapes_move(struct point at, const struct point *by)}. */
  Point shapes_move(Point at, @OrNull Pointer by);

  /** {@code int shapes_is(union number number, int kind, single one)}. */
  int shapes_is(@ByAddress Number_ number, int kind, Single one);

  /** {@code union number shapes_number(int kind)}. */
  void shapes_number(@Out Number_[] result, int kind);

  /** {@code int shapes_flags(struct flags flags)}. */
  int shapes_flags(@ByAddress Flags flags);

  /** {@code struct flags *shapes_flags_at(void)}. */
  Pointer shapes_flags_at();

  /** {@code int shapes_inside(const drawing *drawing)}. */
  int shapes_inside(@OrNull Pointer drawing);

  /** {@code int shapes_visit(shape_visitor visitor, void *user, int count)}. */
  int shapes_visit(@OrNull Callback<ShapeVisitor> visitor, @OrNull Pointer user, int count);

  /** {@code int shapes_apply(int (*function)(unsigned char, struct point), int times)}. */
  int shapes_apply(@OrNull Callback<ShapesApplyFunction> function, int times);

  /** {@code shape_visitor shapes_kept(void)}. */
  Pointer shapes_kept();

  /** {@code int shapes_log(int (*log)(const char *, va_list))}. */
  int shapes_log(@OrNull Pointer log);

  /** {@code int shapes_format(char *out, size_t size, const char *format, ...)}. */
  int shapes_format(
      @OrNull @InOut @SizedBy(1) byte[] out,
      @Unsigned int size,
      @OrNull String format,
      Object... rest);

  /** {@code int shapes_vformat(char *out, size_t size, const char *format, va_list arguments)}. */
  int shapes_vformat(
      @OrNull @InOut @SizedBy(1) byte[] out,
      @Unsigned int size,
      @OrNull String format,
      Object... arguments);

  /** {@code void wait(void)}. */
  @SymbolName("wait")
  void wait_();

  /** {@code int shapes_class(int class, int)}. */
  int shapes_class(int class_, int arg1);

  /** {@code int shapes_old(void)}. */
  int shapes_old();

  /** {@code int shapes_label(void)}. */
  @SymbolName("shapes_renamed")
  int shapes_label();

  /** The program that the library runs in: its memory, its function pointers. */
  Binding binding();

  @Override
  void close();

  // Left out:
  //   struct packed: struct packed is packed
  //   shapes_long: long double has no type in Java
  //   shapes_hidden: struct hidden has no members that the header tells
  //   shapes_packed: parameter 0: struct packed is packed
  //   shapes_between: parameter 0: a va_list that is not the last one
  //   shapes_inline: its code is in the header, and not in the library
  //   shapes_count: a variable: binding().symbol("shapes_count")
  //   SHAPES_API: a macro that is no constant
  //   shapes_alias: a macro that is an address of the library's
}
