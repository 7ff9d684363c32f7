package org.dylink.bindgen.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dylink.bindgen.c.RecordLayout;

/** What clang prints for {@code -fdump-record-layouts-complete}, of what has a name. */
final class RecordedLayouts {
  private static final Pattern HEAD = Pattern.compile(" +0 \\| ((?:struct|union) \\w+)");
  private static final Pattern MEMBER = Pattern.compile(" *(\\d+)(?::(\\d*)-\\d*)? \\|   \\S.*");
  private static final Pattern END = Pattern.compile(" +\\| \\[sizeof=(\\d+), align=(\\d+)\\]");

  private RecordedLayouts() {}

  static Map<String, RecordLayout> read(Path file) throws IOException {
    Map<String, RecordLayout> layouts = new LinkedHashMap<>();
    List<Long> offsets = new ArrayList<>();
    String name = "";
    for (String line : Files.readAllLines(file)) {
      Matcher head = HEAD.matcher(line);
      Matcher member = MEMBER.matcher(line);
      Matcher end = END.matcher(line);
      if (line.startsWith("***")) {
        offsets.clear();
        name = "";
      } else if (head.matches()) {
        name = head.group(1);
      } else if (member.matches()) {
        String bit = member.group(2);
        long inside = bit == null || bit.isEmpty() ? 0 : Long.parseLong(bit);
        offsets.add(8 * Long.parseLong(member.group(1)) + inside);
      } else if (end.matches() && !name.isEmpty()) {
        int alignment = Integer.parseInt(end.group(2));
        layouts.put(name, new RecordLayout(offsets, Long.parseLong(end.group(1)), alignment));
      }
    }
    return layouts;
  }
}
