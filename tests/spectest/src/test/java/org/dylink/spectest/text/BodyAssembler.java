package org.dylink.spectest.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dylink.testing.Code;
import org.dylink.testing.Code.Clause;
import org.dylink.testing.Signature;

/** Assembles folded instructions (WebAssembly Core, Text Format, Folded Instructions). */
final class BodyAssembler {
  /** Instructions without immediates. */
  private static final Map<String, Integer> PLAIN =
      Map.of(
          "unreachable", 0x00,
          "throw_ref", 0x0a,
          "return", 0x0f,
          "drop", 0x1a,
          "i32.eqz", 0x45,
          "i32.eq", 0x46,
          "i32.ne", 0x47,
          "i32.div_u", 0x6e);

  private static final int THROW = 0x08;

  private final Code code = Code.code();
  private final Ids functions;
  private final Ids tags;
  private final Map<String, Integer> locals;
  private final Labels labels = new Labels();

  BodyAssembler(Ids functions, Ids tags, TypeUse function) {
    this.functions = functions;
    this.tags = tags;
    this.locals = function.locals();
    function.localTypes().forEach(type -> code.locals(Signature.value(type)));
  }

  /** The code of the function. */
  Code assemble(List<Expression> instructions) {
    addAll(instructions);
    return code;
  }

  private void addAll(List<Expression> instructions) {
    instructions.forEach(this::add);
  }

  private void add(Expression each) {
    switch (each.head()) {
      case "block" -> addBlock(each, TypeUse.of(each.from(start(each))));
      case "try_table" -> addTryTable(each, TypeUse.of(each.from(start(each))));
      case "if" -> addIf(each, TypeUse.of(each.from(start(each))));
      default -> addFolded(each);
    }
  }

  /** Where what follows the label's name begins. */
  private static int start(Expression each) {
    return Ids.isNamed(each) ? 2 : 1;
  }

  private void open(Expression each) {
    labels.open(Ids.isNamed(each) ? each.item(1).text() : "");
  }

  private void close() {
    code.end();
    labels.close();
  }

  private void addBlock(Expression each, TypeUse type) {
    open(each);
    code.block(type.signature());
    addAll(each.from(start(each) + type.size()));
    close();
  }

  private void addTryTable(Expression each, TypeUse type) {
    List<Clause> clauses = new ArrayList<>();
    int body = start(each) + type.size();
    while (body < each.items().size() && each.item(body).head().startsWith("catch")) {
      clauses.add(clause(each.item(body)));
      body++;
    }
    // The labels of the clauses are those outside of the block.
    open(each);
    code.tryTableOf(type.signature(), clauses.toArray(new Clause[0]));
    addAll(each.from(body));
    close();
  }

  private Clause clause(Expression each) {
    return switch (each.head()) {
      case "catch" -> Clause.on(tags.of(each.item(1)), labels.depth(each.item(2)));
      case "catch_ref" -> Clause.onRef(tags.of(each.item(1)), labels.depth(each.item(2)));
      case "catch_all" -> Clause.onAll(labels.depth(each.item(1)));
      case "catch_all_ref" -> Clause.onAllRef(labels.depth(each.item(1)));
      default -> throw each.unknown();
    };
  }

  private void addIf(Expression each, TypeUse type) {
    List<Expression> rest = each.from(start(each) + type.size());
    rest.stream().filter(e -> !isBranch(e)).forEach(this::add);
    open(each);
    code.ifThen(type.signature());
    for (Expression branch : rest.stream().filter(BodyAssembler::isBranch).toList()) {
      if (branch.is("else")) {
        code.orElse();
      }
      addAll(branch.from(1));
    }
    close();
  }

  private static boolean isBranch(Expression each) {
    return each.is("then") || each.is("else");
  }

  private void addFolded(Expression each) {
    List<Expression> immediates =
        each.from(1).stream().takeWhile(operand -> !operand.isList()).toList();
    addAll(each.from(1 + immediates.size()));
    switch (immediates.size()) {
      case 0 -> addPlain(each);
      case 1 -> addWithImmediate(each, immediates.get(0));
      default -> throw each.unknown();
    }
  }

  private void addPlain(Expression each) {
    if (each.is("return_call_indirect")) {
      code.returnCallIndirect("() -> ()");
    } else if (PLAIN.containsKey(each.head())) {
      code.op(PLAIN.get(each.head()));
    } else {
      throw each.unknown();
    }
  }

  private void addWithImmediate(Expression each, Expression immediate) {
    switch (each.head()) {
      case "br" -> code.br(labels.depth(immediate));
      case "throw" -> addThrow(immediate);
      case "call" -> code.call(functions.of(immediate));
      case "return_call" -> code.returnCall(functions.of(immediate));
      case "local.get" -> code.localGet(local(immediate));
      case "local.set" -> code.localSet(local(immediate));
      case "i32.const" -> code.i32Const(Literal.i32(immediate));
      case "i64.const" -> code.i64Const(Literal.i64(immediate));
      case "f32.const" -> code.f32Const(Literal.f32(immediate));
      case "f64.const" -> code.f64Const(Literal.f64(immediate));
      case "ref.null" -> code.refNull(TypeUse.reference(immediate));
      default -> throw each.unknown();
    }
  }

  /** Also of a number that no tag has: a script wants such a module refused. */
  private void addThrow(Expression tag) {
    tags.find(tag).ifPresentOrElse(code::throwTag, () -> code.op(THROW, Literal.i32(tag)));
  }

  private int local(Expression reference) {
    if (!reference.isName()) {
      return Literal.i32(reference);
    }
    Integer number = locals.get(reference.text());
    if (number == null) {
      throw reference.unknown();
    }
    return number;
  }
}
