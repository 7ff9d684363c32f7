package org.dylink.fuzz;

import static org.dylink.format.ValueType.EXNREF;

import java.util.ArrayList;
import java.util.List;
import org.dylink.format.ValueType;
import org.dylink.fuzz.Declarations.Thrown;
import org.dylink.fuzz.Label.Kind;
import org.dylink.testing.Code;
import org.dylink.testing.Code.Clause;

/** Throws, and handlers around further steps. */
final class ExceptionSteps {
  private static final int STEPS = 6;
  private static final int DEEPEST = 6;

  /** A clause in the making; no tag for all. */
  private record Handler(Thrown tag, boolean byReference) {
    List<ValueType> gets() {
      List<ValueType> payload = tag == null ? List.of() : tag.payload();
      return byReference ? Types.with(payload, EXNREF) : payload;
    }
  }

  private final Body body;
  private final Steps steps;
  private final Choices choices;
  private final Code code;

  ExceptionSteps(Body body, Steps steps) {
    this.body = body;
    this.steps = steps;
    this.choices = body.choices();
    this.code = body.code();
  }

  void addTo(Steps table) {
    table.add(2, this::throwTag);
    table.add(4, this::tryTable);
    if (body.module().features().keptReferences()) {
      table.add(2, this::throwKept);
    }
  }

  private void throwTag() {
    Thrown tag = choices.of(body.module().tags());
    body.need(tag.payload());
    code.throwTag(tag.id());
    body.die();
  }

  /** Throws a reference that a local has, if it has one. */
  private void throwKept() {
    int local = choices.of(body.locals().of(EXNREF));
    code.localGet(local).refIsNull().op(0x45).ifThen(); // eqz
    body.open(Kind.IF, List.of(), List.of());
    code.localGet(local).throwRef();
    body.die();
    body.close();
  }

  /** A block a handler around it, and one that all go on behind. */
  private void tryTable() {
    if (body.depth() > DEEPEST) {
      return;
    }
    List<ValueType> results = Types.some(choices, body.module().features(), 2);
    List<Handler> handlers = handlers();
    open(results);
    handlers.forEach(handler -> open(handler.gets()));
    code.tryTableOf(Types.signature(List.of(), results), clauses(handlers));
    body.open(Kind.BLOCK, List.of(), results);
    steps.some(STEPS);
    body.close();
    leave(results, handlers.size());
    for (int left = handlers.size() - 1; left >= 0; left--) {
      body.close();
      handle(handlers.get(left));
      leave(results, left);
    }
    body.close();
  }

  private List<Handler> handlers() {
    List<Handler> handlers = new ArrayList<>();
    for (int i = choices.below(3); i >= 0; i--) {
      Thrown tag = choices.oneIn(4) ? null : choices.of(body.module().tags());
      handlers.add(new Handler(tag, choices.oneIn(3)));
    }
    return handlers;
  }

  /** The last handler's block is the innermost one. */
  private static Clause[] clauses(List<Handler> handlers) {
    Clause[] clauses = new Clause[handlers.size()];
    for (int i = 0; i < clauses.length; i++) {
      Handler handler = handlers.get(i);
      String tag = handler.tag == null ? null : handler.tag.id();
      clauses[i] = new Clause(tag, handler.byReference, clauses.length - 1 - i);
    }
    return clauses;
  }

  private void open(List<ValueType> results) {
    code.block(Types.signature(List.of(), results));
    body.open(Kind.BLOCK, List.of(), results);
  }

  private void leave(List<ValueType> results, int depth) {
    body.need(results);
    code.br(depth);
    body.die();
  }

  private void handle(Handler handler) {
    if (handler.byReference) {
      if (choices.oneIn(4)) {
        body.need(EXNREF);
        code.throwRef();
        body.die();
        return;
      }
      body.sink();
    }
    steps.some(STEPS);
  }
}
