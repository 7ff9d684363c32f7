package org.dylink.spectest.text;

import java.util.List;
import org.dylink.spectest.text.Instructions.Immediate;
import org.dylink.spectest.text.Instructions.Row;
import org.dylink.testing.Bytes;

/** Assembles instructions, flat and folded (WebAssembly Core, Text Format, Instructions). */
final class BodyAssembler {
  private static final int BLOCK_WITHOUT_RESULT = 0x40;
  private static final int ELSE = 0x05;
  private static final int CATCH = 0x07;
  private static final int END = 0x0b;
  private static final int DELEGATE = 0x18;
  private static final int CATCH_ALL = 0x19;

  private final Spaces spaces;
  private final Labels labels = new Labels();
  private final Immediates immediates;
  private final Bytes code = new Bytes();

  BodyAssembler(Spaces spaces, Names locals) {
    this.spaces = spaces;
    this.immediates = new Immediates(spaces, locals, labels);
  }

  /** An expression: instructions and their end. */
  static byte[] expression(Spaces spaces, Names locals, Expression in, List<Expression> all) {
    BodyAssembler body = new BodyAssembler(spaces, locals);
    Tokens tokens = new Tokens(in, all);
    while (!tokens.isEmpty()) {
      body.add(tokens);
    }
    return body.code.u8(END).toArray();
  }

  private void add(Tokens from) {
    if (from.peek().isList()) {
      folded(from.next());
    } else {
      flat(from);
    }
  }

  private void addAll(Expression in, List<Expression> all) {
    Tokens tokens = new Tokens(in, all);
    while (!tokens.isEmpty()) {
      add(tokens);
    }
  }

  // Flat

  private void flat(Tokens from) {
    Expression name = from.next();
    Row row = Instructions.of(name);
    switch (row.name()) {
      case "block", "loop", "if", "try", "try_table" -> open(row, from);
      case "end", "delegate" -> {
        if (labels.depth() == 0) {
          throw name.unknown();
        }
        labels.close();
        immediates.write(row, from, code);
        skipName(from);
      }
      case "else", "catch_all" -> {
        immediates.write(row, from, code);
        skipName(from);
      }
      default -> immediates.write(row, from, code);
    }
  }

  /** A block may be called by its name once more where it goes on or ends. */
  private static void skipName(Tokens from) {
    if (from.nextIsName()) {
      from.next();
    }
  }

  /** The start of a block. */
  private void open(Row row, Tokens from) {
    String name = from.nextIsName() ? from.next().text() : "";
    row.writeCode(code);
    blockType(from.takeTypeUse());
    if (row.immediate() == Immediate.CLAUSES) {
      clauses(from);
    }
    labels.open(name);
  }

  private void blockType(TypeUse use) {
    boolean isShort = use.type() == null && use.params().isEmpty() && use.results().size() < 2;
    if (!isShort) {
      code.s64(spaces.types().of(use));
    } else if (use.results().isEmpty()) {
      code.u8(BLOCK_WITHOUT_RESULT);
    } else {
      spaces.types().writer().value(use.results().get(0), code);
    }
  }

  private void clauses(Tokens from) {
    Bytes written = new Bytes();
    int count = 0;
    while (!from.isEmpty() && from.peek().isList() && isClause(from.peek())) {
      clause(from.next(), written);
      count++;
    }
    code.u32(count).raw(written.toArray());
  }

  private static boolean isClause(Expression each) {
    return each.is("catch")
        || each.is("catch_ref")
        || each.is("catch_all")
        || each.is("catch_all_ref");
  }

  private void clause(Expression each, Bytes to) {
    boolean all = each.head().startsWith("catch_all");
    boolean givesReference = each.head().endsWith("_ref");
    to.u8((all ? 2 : 0) + (givesReference ? 1 : 0));
    if (!all) {
      to.u32(spaces.tags().of(each.item(1)));
    }
    to.u32(labels.depth(each.item(all ? 1 : 2)));
  }

  // Folded

  private void folded(Expression each) {
    Row row = Instructions.of(each.item(0));
    switch (row.name()) {
      case "block", "loop", "try_table" -> {
        Tokens tokens = new Tokens(each, each.from(1));
        open(row, tokens);
        addAll(each, tokens.rest());
        close();
      }
      case "if" -> foldedIf(row, each);
      case "try" -> foldedTry(row, each);
      default -> {
        Tokens tokens = new Tokens(each, each.from(1));
        Bytes written = new Bytes();
        immediates.write(row, tokens, written);
        tokens.rest().forEach(operand -> addOperand(operand));
        code.raw(written.toArray());
      }
    }
  }

  private void addOperand(Expression operand) {
    if (!operand.isList()) {
      throw operand.unknown();
    }
    folded(operand);
  }

  private void close() {
    code.u8(END);
    labels.close();
  }

  private void foldedIf(Row row, Expression each) {
    Tokens tokens = new Tokens(each, each.from(1));
    List<Expression> all = each.from(1);
    int before = 0;
    while (before < all.size() && !isPlainOperand(all.get(before))) {
      before++;
    }
    int then = before;
    while (then < all.size() && !all.get(then).is("then")) {
      addOperand(all.get(then++));
    }
    open(row, tokens);
    List<Expression> branches = all.subList(then, all.size());
    for (Expression branch : branches) {
      if (branch.is("else")) {
        code.u8(ELSE);
      } else if (!branch.is("then")) {
        throw branch.unknown();
      }
      addAll(branch, branch.from(1));
    }
    close();
  }

  /** Whether it is none of what belongs to the block's head. */
  private static boolean isPlainOperand(Expression each) {
    return each.isList() && !each.is("type") && !each.is("param") && !each.is("result");
  }

  private void foldedTry(Row row, Expression each) {
    Tokens tokens = new Tokens(each, each.from(1));
    open(row, tokens);
    for (Expression part : tokens.rest()) {
      switch (part.head()) {
        case "do" -> addAll(part, part.from(1));
        case "catch" -> {
          code.u8(CATCH).u32(spaces.tags().of(part.item(1)));
          addAll(part, part.from(2));
        }
        case "catch_all" -> {
          code.u8(CATCH_ALL);
          addAll(part, part.from(1));
        }
        case "delegate" -> {
          labels.close();
          code.u8(DELEGATE).u32(labels.depth(part.item(1)));
          return;
        }
        default -> throw part.unknown();
      }
    }
    close();
  }
}
