package org.dylink.spectest.text;

import java.util.List;
import org.dylink.testing.Bytes;

/** Assembles element and data segments. */
final class SegmentAssembler {
  private static final int I32_CONST = 0x41;
  private static final int I64_CONST = 0x42;
  private static final int END = 0x0b;
  private static final int PASSIVE = 1;
  private static final int EXPLICIT = 2; // a table or memory, or where passive: declared
  private static final int EXPRESSIONS = 4;

  private final Spaces spaces;
  private final Sections sections;

  SegmentAssembler(Spaces spaces, Sections sections) {
    this.spaces = spaces;
    this.sections = sections;
  }

  void addElements(Expression field) {
    Tokens tokens = new Tokens(field, Names.behindName(field));
    if (tokens.nextIsWord("declare")) {
      tokens.next();
      write(field, PASSIVE | EXPLICIT, new Bytes(), tokens);
      return;
    }
    boolean hasTable = tokens.nextIs("table") || tokens.nextIsReference();
    int table = hasTable ? target(tokens.next(), spaces.tables()) : 0;
    if (hasTable || isOffset(tokens)) {
      Bytes head = new Bytes();
      if (hasTable) {
        head.u32(table);
      }
      head.raw(offset(field, tokens.next()));
      write(field, hasTable ? EXPLICIT : 0, head, tokens);
    } else {
      write(field, PASSIVE, new Bytes(), tokens);
    }
  }

  /** Elements that come with their table; how many. */
  int addElements(Expression field, Expression type, int table, boolean is64) {
    Bytes to = sections.next(Sections.ELEMENT).u32(EXPLICIT | EXPRESSIONS).u32(table);
    to.u8(is64 ? I64_CONST : I32_CONST, 0, END);
    spaces.types().writer().value(type, to);
    List<Expression> items = field.from(1);
    to.u32(items.size());
    items.forEach(each -> to.raw(item(field, each)));
    return items.size();
  }

  private static int target(Expression named, Names space) {
    return space.of(named.isList() ? named.item(1) : named);
  }

  /** Whether an expression follows that is no element: a type comes before those. */
  private static boolean isOffset(Tokens tokens) {
    return !tokens.isEmpty() && tokens.peek().isList() && !TypeWriter.isReference(tokens.peek());
  }

  private byte[] offset(Expression field, Expression offset) {
    List<Expression> code = offset.is("offset") ? offset.from(1) : List.of(offset);
    return BodyAssembler.expression(spaces, new Names(), field, code);
  }

  private void write(Expression field, int kind, Bytes head, Tokens tokens) {
    Bytes to = sections.next(Sections.ELEMENT);
    boolean hasType = !tokens.isEmpty() && TypeWriter.isReference(tokens.peek());
    if (!hasType) {
      if (tokens.nextIsWord("func")) {
        tokens.next();
      }
      to.u32(kind).raw(head.toArray());
      if (kind != 0) {
        to.u8(0);
      }
      List<Expression> functions = tokens.rest();
      to.u32(functions.size());
      functions.forEach(each -> to.u32(spaces.functions().of(each)));
      return;
    }
    Expression type = tokens.next();
    boolean isPlain = kind == 0 && type.isWord("funcref");
    boolean needsTable = kind == 0 && !isPlain;
    to.u32((needsTable ? EXPLICIT : kind) | EXPRESSIONS);
    if (needsTable) {
      to.u32(0);
    }
    to.raw(head.toArray());
    if (!isPlain) {
      spaces.types().writer().value(type, to);
    }
    List<Expression> items = tokens.rest();
    to.u32(items.size());
    items.forEach(each -> to.raw(item(field, each)));
  }

  /** An element: an expression, or the function that it is. */
  private byte[] item(Expression field, Expression each) {
    if (!each.isList()) {
      Bytes function = new Bytes().u8(0xd2).u32(spaces.functions().of(each));
      return function.u8(END).toArray();
    }
    List<Expression> code = each.is("item") ? each.from(1) : List.of(each);
    return BodyAssembler.expression(spaces, new Names(), field, code);
  }

  void addData(Expression field) {
    Tokens tokens = new Tokens(field, Names.behindName(field));
    boolean hasMemory = tokens.nextIs("memory") || tokens.nextIsReference();
    int memory = hasMemory ? target(tokens.next(), spaces.memories()) : 0;
    Bytes to = sections.next(Sections.DATA);
    if (hasMemory || (!tokens.isEmpty() && tokens.peek().isList())) {
      to.u32(memory == 0 ? 0 : EXPLICIT);
      if (memory != 0) {
        to.u32(memory);
      }
      to.raw(offset(field, tokens.next()));
    } else {
      to.u32(PASSIVE);
    }
    to.sized(strings(tokens.rest()));
  }

  /** Data that comes with its memory; how many bytes. */
  int addData(Expression field, int memory, boolean is64) {
    byte[] data = strings(field.from(1));
    Bytes to = sections.next(Sections.DATA).u32(EXPLICIT).u32(memory);
    to.u8(is64 ? I64_CONST : I32_CONST, 0, END).sized(data);
    return data.length;
  }

  /** The bytes of several strings. */
  static byte[] strings(List<Expression> strings) {
    Bytes all = new Bytes();
    strings.forEach(each -> all.raw(each.bytes()));
    return all.toArray();
  }
}
