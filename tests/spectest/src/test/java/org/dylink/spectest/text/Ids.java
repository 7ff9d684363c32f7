package org.dylink.spectest.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the module builder calls things that a script calls by name or number. */
final class Ids {
  private final List<String> byNumber = new ArrayList<>();
  private final Map<String, String> byName = new HashMap<>();
  private int next;

  static boolean isNamed(Expression field) {
    return field.items().size() > 1 && field.item(1).isName();
  }

  /** Adds a definition or an import. */
  void add(Expression field) {
    String id =
        field.items().stream()
            .filter(each -> each.is("import"))
            .map(each -> each.item(1).string() + "." + each.item(2).string())
            .findFirst()
            .orElse("number " + byNumber.size());
    byNumber.add(id);
    if (isNamed(field)) {
      byName.put(field.item(1).text(), id);
    }
  }

  /** The id of each in turn. */
  String next() {
    return byNumber.get(next++);
  }

  /** The id of what a script refers to. */
  String of(Expression reference) {
    return find(reference).orElseThrow(reference::unknown);
  }

  /** The id of what a script refers to; empty for what does not exist. */
  Optional<String> find(Expression reference) {
    if (reference.isName()) {
      return Optional.ofNullable(byName.get(reference.text()));
    }
    int number = Literal.i32(reference);
    return number < byNumber.size() ? Optional.of(byNumber.get(number)) : Optional.empty();
  }
}
