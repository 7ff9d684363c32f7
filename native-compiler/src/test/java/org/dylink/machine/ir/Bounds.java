package org.dylink.machine.ir;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dylink.engine.machine.ContextLayout;

/** Whether what did not hold on all ways to an access says that it lies where it may. */
final class Bounds {
  private static final Pattern BEHIND = Pattern.compile("icmp ugt i64 (\\S+), (\\S+)");
  private static final Pattern SUM = Pattern.compile("add (nuw nsw )?i64 (\\S+), (\\S+)");
  private static final Pattern BEYOND = Pattern.compile("icmp uge i64 (\\S+), (\\S+)");
  private static final Pattern SIZE =
      Pattern.compile("load (?:atomic )?i64, ptr ([^, ]+)(?: unordered, align 8)?, !tbaa !3");
  private static final long MOST_OFFSET = (1L << 32) + 15;

  private final IrFunction function;
  private final ContextLayout layout;

  Bounds(IrFunction function, ContextLayout layout) {
    this.function = function;
    this.layout = layout;
  }

  /** Whether an access of a constant width lies in its memory. */
  boolean hold(Place place, int width, Set<String> refuted) {
    long extent = place.offset() + width;
    boolean isSmall = extent >= width && extent <= MOST_OFFSET;
    boolean cannotWrap = Long.compareUnsigned(extent, place.offset()) >= 0;
    String length = String.valueOf(extent);
    return cannotWrap
        && refuted.stream().anyMatch(each -> ends(each, place, length, isSmall, refuted));
  }

  /** Whether a range of a size that is a value lies in its memory. */
  boolean hold(Place place, String length, Set<String> refuted) {
    return place.offset() == 0
        && refuted.stream().anyMatch(each -> ends(each, place, length, isNarrow(length), refuted));
  }

  // Whether a comparison that did not hold is that of the access' end with the memory's size.
  private boolean ends(
      String comparison, Place place, String length, boolean isSmall, Set<String> refuted) {
    Matcher behind = BEHIND.matcher(comparison);
    if (!behind.matches() || !isSize(behind.group(2), place.key())) {
      return false;
    }
    Matcher sum = SUM.matcher(function.definition(behind.group(1)));
    if (!sum.matches() || !sum.group(2).equals(place.index()) || !reaches(sum.group(3), length)) {
      return false;
    }
    boolean isSumSmall = isSmall && isNarrow(place.index()) && isSmall(sum.group(3), length);
    boolean isTold = sum.group(1) != null; // told to LLVM that it does not wrap
    String around = "icmp ult i64 " + behind.group(1) + ", " + place.index();
    return isSumSmall || (!isTold && refuted.contains(around));
  }

  // What lies in a memory stays there, and so does what lies before it behind the same address.
  private static boolean reaches(String checked, String length) {
    return checked.equals(length)
        || (isNumber(checked)
            && isNumber(length)
            && Long.compareUnsigned(Long.parseLong(checked), Long.parseLong(length)) > 0);
  }

  private static boolean isSmall(String checked, String length) {
    return checked.equals(length)
        || Long.compareUnsigned(Long.parseLong(checked), MOST_OFFSET) <= 0;
  }

  private static boolean isNumber(String value) {
    return value.matches("-?\\d+");
  }

  private boolean isNarrow(String value) {
    return function.definition(value).startsWith("zext i32 ");
  }

  private boolean isSize(String value, String memory) {
    Matcher size = SIZE.matcher(function.definition(value));
    return size.matches()
        && function
            .definition(size.group(1))
            .equals("getelementptr i8, ptr " + memory + ", i64 " + ContextLayout.MEMORY_SIZE);
  }

  /** Whether an element lies in its table. */
  boolean hold(Place element, Set<String> refuted) {
    return element.offset() == 0
        && refuted.stream()
            .map(BEYOND::matcher)
            .filter(Matcher::matches)
            .anyMatch(
                each ->
                    each.group(1).equals(element.index()) && isTableSize(each.group(2), element));
  }

  private boolean isTableSize(String value, Place element) {
    Matcher size = SIZE.matcher(function.definition(value));
    if (!size.matches()) {
      return false;
    }
    Place from = Place.of(size.group(1), function, layout);
    return from.isTableSize() && from.key().equals(element.key());
  }
}
