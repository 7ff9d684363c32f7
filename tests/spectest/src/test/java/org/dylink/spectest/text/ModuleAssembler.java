package org.dylink.spectest.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;

/**
 * Assembles the fields of a module: functions, tags, globals of null references, a table of
 * functions.
 */
final class ModuleAssembler {
  private final ModuleBuilder module = ModuleBuilder.module("script");
  private final Ids functions = new Ids();
  private final Ids tags = new Ids();
  private final List<Expression> fields;

  private ModuleAssembler(List<Expression> fields) {
    this.fields = fields;
  }

  /** The file of a module. */
  static byte[] assemble(Expression module) {
    return new ModuleAssembler(module.from(1)).assemble();
  }

  private byte[] assemble() {
    // What is defined later may be named before.
    fields.stream().filter(each -> each.is("func")).forEach(functions::add);
    fields.stream().filter(each -> each.is("tag")).forEach(tags::add);
    for (int i = 0; i < fields.size(); i++) {
      add(fields.get(i), i);
    }
    return module.toArray();
  }

  private void add(Expression field, int number) {
    switch (field.head()) {
      case "func" -> addFunction(functions.next(), rest(field));
      case "tag" -> addTag(tags.next(), rest(field));
      case "global" -> addGlobal("global " + number, field);
      case "table" -> addTable(field);
      default -> throw field.unknown();
    }
  }

  /** What follows the name. */
  private static List<Expression> rest(Expression field) {
    return new ArrayList<>(field.from(Ids.isNamed(field) ? 2 : 1));
  }

  private void addFunction(String id, List<Expression> rest) {
    takeExports(rest).forEach(name -> module.exportFunction(name, id));
    Optional<Expression> imported = takeImport(rest);
    if (imported.isPresent()) {
      String from = imported.get().item(1).string();
      String symbol = imported.get().item(2).string();
      module.importFunction(from, symbol, TypeUse.ofAll(rest).signature());
    } else {
      TypeUse type = TypeUse.of(rest);
      List<Expression> body = rest.subList(type.size(), rest.size());
      Code code = new BodyAssembler(functions, tags, type).assemble(body);
      module.function(id, type.signature(), code);
    }
  }

  private void addTag(String id, List<Expression> rest) {
    takeExports(rest).forEach(name -> module.exportTag(name, id));
    Optional<Expression> imported = takeImport(rest);
    String signature = TypeUse.ofAll(rest).signature();
    if (imported.isPresent()) {
      String from = imported.get().item(1).string();
      module.importTag(from, imported.get().item(2).string(), signature);
    } else {
      module.tag(id, signature);
    }
  }

  private static List<String> takeExports(List<Expression> rest) {
    List<String> names = new ArrayList<>();
    while (!rest.isEmpty() && rest.get(0).is("export")) {
      names.add(rest.remove(0).item(1).string());
    }
    return names;
  }

  private static Optional<Expression> takeImport(List<Expression> rest) {
    boolean isImport = !rest.isEmpty() && rest.get(0).is("import");
    return isImport ? Optional.of(rest.remove(0)) : Optional.empty();
  }

  /** Such as {@code (global exnref (ref.null exn))}. */
  private void addGlobal(String id, Expression field) {
    List<Expression> rest = rest(field);
    if (rest.size() != 2 || !rest.get(1).is("ref.null")) {
      throw field.unknown();
    }
    Code value = Code.code().refNull(TypeUse.reference(rest.get(1).item(1)));
    module.global(id, TypeUse.value(rest.get(0)), false, value);
  }

  /** Such as {@code (table funcref (elem $f $g))}. */
  private void addTable(Expression field) {
    List<Expression> rest = rest(field);
    if (rest.size() != 2 || !rest.get(0).word().equals("funcref") || !rest.get(1).is("elem")) {
      throw field.unknown();
    }
    String[] elements = rest.get(1).from(1).stream().map(functions::of).toArray(String[]::new);
    module.table(elements.length, elements.length).elements(Code.code().i32Const(0), elements);
  }
}
