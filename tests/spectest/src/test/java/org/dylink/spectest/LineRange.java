package org.dylink.spectest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Lines of a script, both ends included; prints as {@code 12} or {@code 20-34}. */
record LineRange(int first, int last) {
  static LineRange of(String text) {
    int dash = text.indexOf('-');
    return dash < 0
        ? new LineRange(Integer.parseInt(text), Integer.parseInt(text))
        : new LineRange(
            Integer.parseInt(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
  }

  boolean contains(int line) {
    return first <= line && line <= last;
  }

  /** The runs of neighbouring outcomes that fit. */
  static List<LineRange> where(List<Outcome> outcomes, Predicate<Outcome> fits) {
    List<LineRange> ranges = new ArrayList<>();
    boolean open = false;
    for (Outcome outcome : outcomes) {
      if (!fits.test(outcome)) {
        open = false;
      } else if (open) {
        LineRange before = ranges.remove(ranges.size() - 1);
        ranges.add(new LineRange(before.first, outcome.line()));
      } else {
        ranges.add(new LineRange(outcome.line(), outcome.line()));
        open = true;
      }
    }
    return ranges;
  }

  @Override
  public String toString() {
    return first == last ? String.valueOf(first) : first + "-" + last;
  }
}
