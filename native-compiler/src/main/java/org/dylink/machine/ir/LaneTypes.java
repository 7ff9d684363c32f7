package org.dylink.machine.ir;

/**
 * The lanes of one shape.
 *
 * @param name as instructions have it: {@code I8X16}
 * @param element the type of one
 */
record LaneTypes(String name, String element, int count) {
  static final LaneTypes FLOATS = new LaneTypes("F32X4", "float", 4);
  static final LaneTypes DOUBLES = new LaneTypes("F64X2", "double", 2);

  static LaneTypes integers(int bits) {
    return new LaneTypes("I" + bits + "X" + 128 / bits, "i" + bits, 128 / bits);
  }

  /** All of them. */
  String type() {
    return "<" + count + " x " + element + ">";
  }

  /** As names of intrinsics have it: {@code v16i8}. */
  String suffix() {
    return "v" + count + element.replace("float", "f32").replace("double", "f64");
  }

  /** How many bits one has. */
  int bits() {
    return 128 / count;
  }

  LaneTypes halfAsMany() {
    return integers(2 * bits());
  }

  /** What a comparison gives. */
  String truth() {
    return "<" + count + " x i1>";
  }
}
