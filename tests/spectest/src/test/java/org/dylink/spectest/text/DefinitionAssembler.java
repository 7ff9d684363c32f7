package org.dylink.spectest.text;

import java.util.List;
import org.dylink.testing.Bytes;

/** Assembles functions, tables, memories, globals and tags. */
final class DefinitionAssembler {
  private static final int PAGE = 65_536;
  private static final int TABLE_WITH_INITIALIZER = 0x40;
  private static final int HAS_MAXIMUM = 1;
  private static final int SHARED = 2;
  private static final int IS_64_BIT = 4;

  private final Spaces spaces;
  private final Sections sections;

  DefinitionAssembler(Spaces spaces, Sections sections) {
    this.spaces = spaces;
    this.sections = sections;
  }

  /**
   * Adds what a module defines.
   *
   * @param rest what follows name and exports
   * @param number among those of its kind
   * @param segments gets those that come with it
   */
  void add(Expression field, List<Expression> rest, int number, SegmentAssembler segments) {
    switch (field.head()) {
      case "func" -> addFunction(field, rest);
      case "table" -> addTable(field, rest, number, segments);
      case "memory" -> addMemory(field, rest, number, segments);
      case "global" -> addGlobal(field, rest);
      default -> writeTag(rest, sections.next(Sections.TAG));
    }
  }

  /** Writes the type of what is imported. */
  void writeType(Expression kind, List<Expression> type, Bytes to) {
    switch (kind.head()) {
      case "func" -> to.u32(spaces.types().of(TypeUse.ofAll(type)));
      case "table" -> writeTable(new Tokens(kind, type), to);
      case "memory" -> writeLimits(new Tokens(kind, type), to);
      case "global" -> spaces.types().writer().field(type.get(0), to);
      default -> writeTag(type, to);
    }
  }

  private void writeTag(List<Expression> type, Bytes to) {
    to.u8(0).u32(spaces.types().of(TypeUse.ofAll(type)));
  }

  private void addFunction(Expression field, List<Expression> rest) {
    TypeUse type = TypeUse.of(rest);
    sections.next(Sections.FUNCTION).u32(spaces.types().of(type));
    Bytes body = new Bytes().u32(type.localTypes().size());
    for (Expression local : type.localTypes()) {
      body.u32(1);
      spaces.types().writer().value(local, body);
    }
    List<Expression> code = rest.subList(type.size(), rest.size());
    body.raw(BodyAssembler.expression(spaces, locals(type), field, code));
    sections.next(Sections.CODE).sized(body.toArray());
  }

  /** Where parameters are only said to be a type's, they have numbers before the locals. */
  private Names locals(TypeUse type) {
    int unnamed = spaces.types().paramCount(type) - type.params().size();
    return unnamed <= 0 ? type.locals() : type.locals().behind(unnamed);
  }

  private void addTable(
      Expression field, List<Expression> rest, int number, SegmentAssembler segments) {
    Tokens tokens = new Tokens(field, rest);
    boolean is64 = takeAddressType(tokens);
    if (!tokens.isEmpty() && TypeWriter.isReference(tokens.peek())) {
      Expression type = tokens.next();
      Expression elements = tokens.next();
      int size = segments.addElements(elements, type, number, is64);
      Bytes to = sections.next(Sections.TABLE);
      spaces.types().writer().value(type, to);
      to.u8(HAS_MAXIMUM | (is64 ? IS_64_BIT : 0)).u32(size).u32(size);
      return;
    }
    Bytes written = new Bytes();
    writeTable(new Tokens(field, rest), written);
    Tokens behind = new Tokens(field, rest);
    skipTable(behind);
    Bytes to = sections.next(Sections.TABLE);
    if (behind.isEmpty()) {
      to.raw(written.toArray());
    } else {
      byte[] first = BodyAssembler.expression(spaces, new Names(), field, behind.rest());
      to.u8(TABLE_WITH_INITIALIZER, 0).raw(written.toArray()).raw(first);
    }
  }

  private void writeTable(Tokens tokens, Bytes to) {
    Bytes limits = new Bytes();
    writeLimits(tokens, limits);
    spaces.types().writer().value(tokens.next(), to);
    to.raw(limits.toArray());
  }

  private void skipTable(Tokens tokens) {
    writeTable(tokens, new Bytes());
  }

  private void addMemory(
      Expression field, List<Expression> rest, int number, SegmentAssembler segments) {
    Tokens tokens = new Tokens(field, rest);
    boolean is64 = takeAddressType(tokens);
    if (tokens.nextIs("data")) {
      int size = segments.addData(tokens.next(), number, is64);
      int pages = (size + PAGE - 1) / PAGE;
      int flags = HAS_MAXIMUM | (is64 ? IS_64_BIT : 0);
      sections.next(Sections.MEMORY).u8(flags).u32(pages).u32(pages);
    } else {
      writeLimits(new Tokens(field, rest), sections.next(Sections.MEMORY));
    }
  }

  private static boolean takeAddressType(Tokens tokens) {
    if (tokens.nextIsWord("i64")) {
      tokens.next();
      return true;
    } else if (tokens.nextIsWord("i32")) {
      tokens.next();
    }
    return false;
  }

  private static void writeLimits(Tokens tokens, Bytes to) {
    boolean is64 = takeAddressType(tokens);
    long minimum = Literal.unsigned(tokens.next());
    boolean hasMaximum = tokens.nextIsReference();
    long maximum = hasMaximum ? Literal.unsigned(tokens.next()) : 0;
    boolean isShared = tokens.nextIsWord("shared");
    if (isShared) {
      tokens.next();
    }
    to.u8((hasMaximum ? HAS_MAXIMUM : 0) | (isShared ? SHARED : 0) | (is64 ? IS_64_BIT : 0));
    to.u32(minimum);
    if (hasMaximum) {
      to.u32(maximum);
    }
  }

  private void addGlobal(Expression field, List<Expression> rest) {
    Bytes to = sections.next(Sections.GLOBAL);
    spaces.types().writer().field(rest.get(0), to);
    to.raw(BodyAssembler.expression(spaces, new Names(), field, rest.subList(1, rest.size())));
  }
}
