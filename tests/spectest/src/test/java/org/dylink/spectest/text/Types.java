package org.dylink.spectest.text;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.dylink.testing.Bytes;

/** The types of a module: those that it defines, then those that functions use undeclared. */
final class Types {
  private static final int GROUP = 0x4e;
  private static final int FINAL_SUBTYPE = 0x4f;
  private static final int OPEN_SUBTYPE = 0x50;
  private static final int ARRAY = 0x5e;
  private static final int STRUCT = 0x5f;
  private static final int FUNCTION = 0x60;

  private final Names names = new Names();
  private final TypeWriter writer = new TypeWriter(names);
  private final List<Expression> definitions = new ArrayList<>();
  private final List<Names> fields = new ArrayList<>(); // by type
  private final List<TypeUse> uses = new ArrayList<>(); // by type; null of what is no function
  private final List<String> plain = new ArrayList<>(); // signatures of plain functions, by type
  private final Bytes section = new Bytes();
  private int entries;

  Names names() {
    return names;
  }

  TypeWriter writer() {
    return writer;
  }

  /** Notes the names of a definition: others may refer to it before. */
  void collect(Expression definition) {
    definitions.add(definition);
    List<Expression> types = definition.is("rec") ? definition.from(1) : List.of(definition);
    types.forEach(names::add);
  }

  /** Writes all definitions. */
  void define() {
    for (Expression each : definitions) {
      entries++;
      if (each.is("rec")) {
        section.u8(GROUP).u32(each.from(1).size());
        each.from(1).forEach(type -> define(type, each.items().size() == 2));
      } else {
        define(each, true);
      }
    }
  }

  private void define(Expression definition, boolean isAlone) {
    Expression type = Names.behindName(definition).get(0);
    boolean isSub = type.is("sub");
    if (isSub) {
      subtype(type);
    }
    Expression composite = isSub ? type.item(type.items().size() - 1) : type;
    fields.add(new Names());
    uses.add(composite.is("func") ? TypeUse.ofAll(composite.from(1)) : null);
    String signature = composite(composite);
    plain.add(isAlone && !isSub ? signature : "");
  }

  private void subtype(Expression type) {
    boolean isFinal = type.item(1).isWord("final");
    List<Expression> above =
        type.from(isFinal ? 2 : 1).stream().takeWhile(each -> !each.isList()).toList();
    section.u8(isFinal ? FINAL_SUBTYPE : OPEN_SUBTYPE).u32(above.size());
    above.forEach(each -> section.u32(names.of(each)));
  }

  /** Writes what a type is made of; a function's signature, or nothing. */
  private String composite(Expression type) {
    switch (type.head()) {
      case "func" -> {
        byte[] signature = signature(TypeUse.ofAll(type.from(1)));
        section.u8(FUNCTION).raw(signature);
        return HexFormat.of().formatHex(signature);
      }
      case "array" -> {
        section.u8(ARRAY);
        writer.field(type.item(1), section);
      }
      case "struct" -> struct(type);
      default -> throw type.unknown();
    }
    return "";
  }

  private void struct(Expression type) {
    Names own = fields.get(fields.size() - 1);
    Bytes written = new Bytes();
    for (Expression field : type.from(1)) {
      if (Names.isNamed(field)) {
        own.add(field);
        writer.field(field.item(2), written);
      } else {
        for (Expression each : field.from(1)) {
          own.add("");
          writer.field(each, written);
        }
      }
    }
    section.u8(STRUCT).u32(own.size()).raw(written.toArray());
  }

  private byte[] signature(TypeUse use) {
    Bytes signature = new Bytes();
    writer.values(use.params(), signature);
    writer.values(use.results(), signature);
    return signature.toArray();
  }

  /** The number of a field of a type. */
  int field(Expression type, Expression field) {
    return field.isName() ? fields.get(names.of(type)).of(field) : (int) Literal.unsigned(field);
  }

  /** The type of a function, which is added where it is not given and none is the same. */
  int of(TypeUse use) {
    if (use.type() != null) {
      return names.of(use.type());
    }
    byte[] signature = signature(use);
    String key = HexFormat.of().formatHex(signature);
    if (!plain.contains(key)) {
      names.add("");
      plain.add(key);
      fields.add(new Names());
      uses.add(use);
      entries++;
      section.u8(FUNCTION).raw(signature);
    }
    return plain.indexOf(key);
  }

  /**
   * What a use stands for, where it only gives a type: that type's parameters, to number locals.
   */
  int paramCount(TypeUse use) {
    if (use.type() == null || !use.isBare()) {
      return use.params().size();
    }
    int type = names.of(use.type());
    TypeUse named = type < uses.size() ? uses.get(type) : null;
    return named == null ? 0 : named.params().size();
  }

  /** The contents of the type section. */
  Bytes section() {
    return new Bytes().u32(entries).raw(section.toArray());
  }
}
