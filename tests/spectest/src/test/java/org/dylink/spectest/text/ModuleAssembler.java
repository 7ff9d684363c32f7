package org.dylink.spectest.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dylink.testing.Bytes;

/** Assembles the fields of a module (WebAssembly Core, Text Format, Modules). */
final class ModuleAssembler {
  private static final List<String> KINDS = List.of("func", "table", "memory", "global", "tag");
  private static final Set<String> DEFINED = Set.copyOf(KINDS);

  private final Spaces spaces = new Spaces();
  private final Sections sections = new Sections();
  private final DefinitionAssembler definitions = new DefinitionAssembler(spaces, sections);
  private final SegmentAssembler segments = new SegmentAssembler(spaces, sections);
  private final int[] numbers = new int[KINDS.size()];
  private Bytes start;

  private ModuleAssembler() {}

  /** The file of a module with these fields. */
  static byte[] assemble(List<Expression> fields) {
    ModuleAssembler assembler = new ModuleAssembler();
    // What is defined later may be named before.
    fields.forEach(assembler::collect);
    assembler.spaces.types().define();
    fields.forEach(assembler::add);
    return assembler.sections.write(assembler.spaces.types().section(), assembler.start);
  }

  private void collect(Expression field) {
    switch (field.head()) {
      case "type", "rec" -> spaces.types().collect(field);
      case "import" -> spaces.of(field.item(3)).add(field.item(3));
      case "elem" -> spaces.elements().add(field);
      case "data" -> spaces.data().add(field);
      case "start", "export" -> {}
      default -> {
        spaces.of(field).add(field);
        collectInline(field);
      }
    }
  }

  /** Tables and memories may come with a segment. */
  private void collectInline(Expression field) {
    for (Expression each : field.items()) {
      if (each.is("elem") && field.is("table")) {
        spaces.elements().add("");
      } else if (each.is("data") && field.is("memory")) {
        spaces.data().add("");
      }
    }
  }

  private void add(Expression field) {
    switch (field.head()) {
      case "type", "rec" -> {}
      case "import" -> {
        number(field.item(3));
        addImport(field.item(1), field.item(2), field.item(3), Names.behindName(field.item(3)));
      }
      case "export" -> {
        Expression what = field.item(2);
        addExport(field.item(1), what, spaces.of(what).of(what.item(1)));
      }
      case "start" -> start = new Bytes().u32(spaces.functions().of(field.item(1)));
      case "elem" -> segments.addElements(field);
      case "data" -> segments.addData(field);
      default -> addDefinition(field);
    }
  }

  /** The number of the next of its kind. */
  private int number(Expression field) {
    return numbers[KINDS.indexOf(field.head())]++;
  }

  private void addDefinition(Expression field) {
    if (!DEFINED.contains(field.head())) {
      throw field.unknown();
    }
    int number = number(field);
    List<Expression> rest = new ArrayList<>(Names.behindName(field));
    while (!rest.isEmpty() && rest.get(0).is("export")) {
      addExport(rest.remove(0).item(1), field, number);
    }
    if (!rest.isEmpty() && rest.get(0).is("import")) {
      Expression from = rest.remove(0);
      addImport(from.item(1), from.item(2), field, rest);
    } else {
      definitions.add(field, rest, number, segments);
    }
  }

  private void addImport(
      Expression module, Expression name, Expression kind, List<Expression> type) {
    Bytes to = sections.next(Sections.IMPORT).sized(module.bytes()).sized(name.bytes());
    to.u8(KINDS.indexOf(kind.head()));
    definitions.writeType(kind, type, to);
  }

  private void addExport(Expression name, Expression kind, int number) {
    sections.next(Sections.EXPORT).sized(name.bytes()).u8(KINDS.indexOf(kind.head())).u32(number);
  }
}
