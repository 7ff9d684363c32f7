package org.dylink.engine.jvm.validate;

import static org.dylink.format.ValueType.I32;

import org.dylink.engine.jvm.code.Block;
import org.dylink.engine.jvm.code.BlockType;
import org.dylink.engine.jvm.code.CatchClause;
import org.dylink.engine.jvm.code.Instruction;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.format.FunctionType;
import org.dylink.format.HeapType;
import org.dylink.format.ValueType;

/** What opens, continues and ends blocks. */
final class BlockRules {
  private static final ValueType EXCEPTION = HeapType.Abstract.EXN.notNull();

  private BlockRules() {}

  static void open(Typing to, Instruction each) {
    to.open(each.opcode, each.blockType);
  }

  static void openIf(Typing to, Instruction each) {
    to.pop(I32);
    open(to, each);
  }

  static void openElse(Typing to, Instruction each) {
    if (to.innermost().opening() != Opcode.IF) {
      throw to.error("else without if");
    }
    ControlFrame closed = to.close();
    to.reopen(each.opcode, closed, closed.block().type().params());
  }

  static void openCatch(Typing to, Instruction each) {
    FunctionType payload = to.spaces().tag(each.index).payload();
    reopenTry(to, each, BlockType.of(payload).params());
  }

  static void openCatchAll(Typing to, Instruction each) {
    reopenTry(to, each, Typing.nothing());
  }

  private static void reopenTry(Typing to, Instruction each, ValueType[] caught) {
    Opcode opening = to.innermost().opening();
    if (opening != Opcode.TRY && opening != Opcode.CATCH) {
      throw to.error(each.opcode + " without try");
    }
    to.reopen(each.opcode, to.close(), caught);
  }

  static void delegate(Typing to, Instruction each) {
    if (to.innermost().opening() != Opcode.TRY) {
      throw to.error("delegate without try");
    }
    Block closed = to.close().block();
    closed.setDelegate(to.label(each.index).block());
    to.push(closed.type().results());
  }

  static void openTryTable(Typing to, Instruction each) {
    // The labels of the clauses are counted from outside of the block.
    Block.Catch[] catches = new Block.Catch[each.catches.length];
    for (int i = 0; i < catches.length; i++) {
      catches[i] = resolve(to, each.catches[i]);
    }
    to.open(each.opcode, each.blockType).setCatches(catches);
  }

  private static Block.Catch resolve(Typing to, CatchClause clause) {
    BlockType given =
        clause.catchesAll()
            ? BlockType.EMPTY
            : BlockType.of(to.spaces().tag(clause.tag()).payload());
    Block target = to.label(clause.label()).block();
    requireClause(to, target.labelTypes(), given.params(), clause.givesReference());
    return new Block.Catch(clause.tag(), clause.givesReference(), target);
  }

  private static void requireClause(
      Typing to, ValueType[] expected, ValueType[] given, boolean reference) {
    int count = given.length + (reference ? 1 : 0);
    BranchRules.requireArity(to, expected.length, count);
    for (int i = 0; i < count; i++) {
      to.requireSubtype(expected[i], i < given.length ? given[i] : EXCEPTION);
    }
  }
}
