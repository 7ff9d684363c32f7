package org.dylink.bindgen.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the source of an interface. For one thread. */
final class InterfaceWriter {
  private static final String BINDING = "org.dylink.binding.";
  private static final Pattern NAMES =
      Pattern.compile(
          "\\b(Binding|ByAddress|Callback|In|InOut|Length|OrNull|Out|Pointer|SizedBy|SymbolName"
              + "|Unsigned|WasmLibrary)\\b");
  // What never gives back needs no stack, however long a string is.
  private static final Pattern COMMENT =
      Pattern.compile("(?s)/\\*\\*.*?\\*/|//[^\n]*|\"(?:\\\\.|[^\"\\\\\n])*+\"");
  private static final int WIDTH = 100;

  private final StringBuilder body = new StringBuilder();

  void constants(List<ConstantPlan> constants) {
    for (ConstantPlan each : constants) {
      line("  %s %s = %s;".formatted(each.type(), each.name(), each.value()));
    }
    separate(constants.isEmpty());
  }

  void struct(RecordPlan plan) {
    List<String> notes =
        plan.components().stream()
            .filter(each -> !each.note().isEmpty())
            .map(each -> "@param " + each.name() + " " + Comments.escape(each.note()))
            .toList();
    String last = "{@code " + plan.text() + "}.";
    body.append(Comments.of(new Comments.Text(plan.comment(), last, notes), "  "));
    List<String> components = plan.components().stream().map(Component::text).toList();
    if (components.stream().anyMatch(each -> each.contains("[]"))) {
      line("  @SuppressWarnings(\"ArrayRecordComponent\") // what C has");
    }
    declaration("  record " + plan.name(), components, plan.bitFields().isEmpty() ? " {}" : " {");
    if (!plan.bitFields().isEmpty()) {
      body.append(
          plan.bitFields().stream().map(InterfaceWriter::method).collect(Collectors.joining("\n")));
      line("  }");
    }
    separate(false);
  }

  private static String method(BitField field) {
    return """
            /** A bit-field of %d %s. */
            public %s %s() {
              return %s;
            }
        """
        .formatted(
            field.bits(),
            field.bits() == 1 ? "bit" : "bits",
            field.type(),
            field.name(),
            field.expression());
  }

  void callback(CallbackPlan plan) {
    line("  /** {@code " + plan.text() + "}. */");
    line("  @FunctionalInterface");
    line("  interface " + plan.name() + " {");
    line("    /** What C calls. */");
    List<String> parameters = new ArrayList<>();
    plan.parameters().forEach(each -> parameters.add(each.text("arg" + parameters.size())));
    declaration("    " + plan.result().text("call"), parameters, ";");
    line("  }");
    separate(false);
  }

  void method(MethodPlan plan) {
    boolean returns = !plan.result().type().equals("void");
    String prototype = "{@code " + plan.function().prototype() + "}.";
    body.append(
        Comments.of(
            Comments.Text.of(plan.function().comment(), prototype, plan.names(), returns), "  "));
    if (!plan.name().equals(plan.function().symbol())) {
      line("  @SymbolName(\"" + plan.function().symbol() + "\")");
    }
    declaration("  " + plan.result().text(plan.name()), plan.parameters(), ";");
    separate(false);
  }

  /** What each interface has. */
  void end() {
    line("  /** The program that the library runs in: its memory, its function pointers. */");
    line("  Binding binding();");
    separate(false);
    line("  @Override");
    line("  void close();");
  }

  void leftOut(List<String> reasons) {
    if (!reasons.isEmpty()) {
      separate(false);
      line("  // Left out:");
      reasons.forEach(each -> line("  //   " + each.replaceAll("[\\r\\n\\\\]", " ")));
    }
  }

  /** The whole source. */
  String source(String packageName, String name, String library, String comment) {
    String head = packageName.isEmpty() ? "" : "package " + packageName + ";\n\n";
    String declaration =
        comment
            + "@WasmLibrary(\""
            + library
            + "\")\n"
            + "public interface "
            + name
            + " extends AutoCloseable {\n";
    String imports =
        names(declaration + body).stream()
            .map(each -> "import " + BINDING + each + ";\n")
            .collect(Collectors.joining());
    return head + imports + "\n" + declaration + body + "}\n";
  }

  private static Set<String> names(String source) {
    Matcher matcher = NAMES.matcher(COMMENT.matcher(source).replaceAll(""));
    return matcher
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void declaration(String head, List<String> parts, String tail) {
    String all = head + "(" + String.join(", ", parts) + ")" + tail;
    if (all.length() <= WIDTH) {
      line(all);
      return;
    }
    String indent = head.substring(0, head.length() - head.stripLeading().length()) + "    ";
    line(head + "(");
    line(indent + String.join(",\n" + indent, parts) + ")" + tail);
  }

  private void separate(boolean nothing) {
    if (!nothing) {
      body.append('\n');
    }
  }

  private void line(String text) {
    body.append(text).append('\n');
  }
}
