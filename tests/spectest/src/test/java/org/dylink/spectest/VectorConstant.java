package org.dylink.spectest;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.StreamSupport;
import org.dylink.format.Vector;
import org.dylink.testing.Signature;

/**
 * A vector of a script.
 *
 * @param shape the type of a lane, such as i8
 * @param lanes the lowest first
 */
record VectorConstant(String shape, List<String> lanes) implements Constant {
  static VectorConstant of(JsonObject json) {
    return new VectorConstant(
        json.get("lane_type").getAsString(),
        StreamSupport.stream(json.getAsJsonArray("value").spliterator(), false)
            .map(each -> each.getAsString())
            .toList());
  }

  private int width() {
    return 128 / lanes.size();
  }

  @Override
  public Object value() {
    return new Vector(half(0), half(lanes.size() / 2));
  }

  private long half(int first) {
    long bits = 0;
    for (int i = 0; i < lanes.size() / 2; i++) {
      long lane = Long.parseUnsignedLong(lanes.get(first + i));
      bits |= lane << (i * width());
    }
    return bits;
  }

  @Override
  public boolean matches(Object found) {
    if (!(found instanceof Vector vector)) {
      return false;
    }
    for (int i = 0; i < lanes.size(); i++) {
      int bit = i * width();
      long half = bit < 64 ? vector.low() : vector.high();
      if (!isLane(lanes.get(i), half >>> bit)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the lower bits are a lane; a float may be one of several numbers that are none. */
  private boolean isLane(String lane, long found) {
    return switch (shape) {
      case "f32" -> scalar(lane).matches(Float.intBitsToFloat((int) found));
      case "f64" -> scalar(lane).matches(Double.longBitsToDouble(found));
      default -> ((Long.parseUnsignedLong(lane) ^ found) << (64 - width())) == 0;
    };
  }

  private Scalar scalar(String lane) {
    return new Scalar(Signature.value(shape), lane);
  }
}
