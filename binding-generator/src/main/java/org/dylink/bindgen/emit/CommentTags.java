package org.dylink.bindgen.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tags of Doxygen in a comment that Java has, too. For one thread. */
final class CommentTags {
  // @param[in] name text, \return text
  private static final Pattern TAG =
      Pattern.compile("[@\\\\](param|returns?|result|brief|short)\\b(?:\\[[^\\]]*\\])?\\s*(.*)");

  private final List<String> parameters;
  private final boolean returns;
  private final List<String> params = new ArrayList<>();
  private final List<String> returned = new ArrayList<>();

  /**
   * @param parameters the names that {@code @param} may have
   * @param returns whether there is a result
   */
  CommentTags(List<String> parameters, boolean returns) {
    this.parameters = parameters;
    this.returns = returns;
  }

  /** The tags, as HTML: first those of parameters. */
  List<String> lines() {
    List<String> all = new ArrayList<>(params);
    all.addAll(returned);
    return all;
  }

  /** Takes the tags out of a comment, and gives what is left. */
  String takeFrom(List<String> lines) {
    StringBuilder left = new StringBuilder();
    List<String> tag = null; // what the lines go to, up to an empty one
    for (String line : lines) {
      Matcher matcher = TAG.matcher(line);
      boolean isTag = matcher.matches();
      if (isTag) {
        tag = target(matcher);
      } else if (line.isEmpty()) {
        tag = null;
      }
      if (tag == null) {
        left.append(isTag ? matcher.group(2) : line).append('\n');
      } else {
        tag.add(isTag ? start(matcher) : "    " + Comments.escape(line));
      }
    }
    return left.toString();
  }

  /** Null for a tag that is text in Java. */
  private List<String> target(Matcher tag) {
    String text = tag.group(2).strip();
    return switch (tag.group(1)) {
      case "param" ->
          parameters.stream().anyMatch(each -> text.startsWith(each + " ")) ? params : null;
      case "brief", "short" -> null;
      default -> returns && !text.isEmpty() && returned.isEmpty() ? returned : null;
    };
  }

  private static String start(Matcher tag) {
    String name = tag.group(1).equals("param") ? "@param " : "@return ";
    return name + Comments.escape(tag.group(2).strip());
  }
}
