package org.dylink.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.fuzz.Declarations.Callable;
import org.dylink.fuzz.Label.Kind;
import org.dylink.testing.Code;

/**
 * A function's body in the making, with the types on its operand stack and its open blocks, by the
 * rules of validation: behind a branch, a block's stack has whatever is asked of it.
 */
final class Body {
  private final Choices choices;
  private final Declarations module;
  private final Callable function;
  private final Code code = Code.code();
  private final Locals locals;
  private final List<ValueType> stack = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();

  Body(Choices choices, Declarations module, Callable function, List<ValueType> more) {
    this.choices = choices;
    this.module = module;
    this.function = function;
    this.locals = new Locals(choices, code, function.type().params(), more);
    labels.add(new Label(Kind.BLOCK, List.of(), function.type().results(), List.of(), 0));
  }

  Choices choices() {
    return choices;
  }

  Declarations module() {
    return module;
  }

  Code code() {
    return code;
  }

  Locals locals() {
    return locals;
  }

  Callable function() {
    return function;
  }

  FunctionType type() {
    return function.type();
  }

  // Labels

  int depth() {
    return labels.size();
  }

  /** The block that a branch of this depth leaves. */
  Label label(int depth) {
    return labels.get(labels.size() - 1 - depth);
  }

  /** Behind the instruction that begins a block, which has found its parameters on the stack. */
  void open(Kind kind, List<ValueType> params, List<ValueType> results) {
    open(kind, params, results, List.of());
  }

  /** The same for a block whose type has no parameters, because locals have them. */
  void open(Kind kind, List<ValueType> params, List<ValueType> results, List<Integer> setAside) {
    pop(params.size());
    labels.add(new Label(kind, params, results, setAside, stack.size()));
    enter();
  }

  private void enter() {
    label(0).setAside().forEach(code::localGet);
    stack.addAll(label(0).params());
  }

  /** Writes {@code end}, and the {@code else} if there must be one. */
  void close() {
    if (label(0).lacksElse()) {
      orElse();
    }
    settle();
    code.end();
    Label closed = labels.remove(labels.size() - 1);
    stack.addAll(closed.results());
  }

  /** Writes {@code else}. */
  void orElse() {
    settle();
    code.orElse();
    label(0).orElse();
    enter();
  }

  /** Begins a handler of a block of the legacy encoding, which finds these on the stack. */
  void handle(List<ValueType> payload) {
    label(0).orElse();
    push(payload);
  }

  /** Makes the stack what the block's end wants, and empties it. */
  void settle() {
    Label label = label(0);
    if (!fits(label.results()) || height() > label.results().size()) {
      if (height() > 0 && !label.isLoop() && choices.oneIn(3)) {
        need(label.results());
        code.br(0); // drops what is below
      } else {
        empty();
        label.results().forEach(this::produce);
      }
    }
    truncate();
  }

  /** What follows in this block cannot run. */
  void die() {
    truncate();
    label(0).die();
  }

  // Operands

  /** How many operands of this block's own are there. */
  int height() {
    return stack.size() - label(0).height();
  }

  List<ValueType> top(int count) {
    return List.copyOf(stack.subList(stack.size() - Math.min(count, height()), stack.size()));
  }

  boolean endsIn(ValueType last) {
    return height() > 0 && stack.get(stack.size() - 1) == last;
  }

  void push(List<ValueType> types) {
    stack.addAll(types);
  }

  void push(ValueType pushed) {
    stack.add(pushed);
  }

  void need(ValueType... types) {
    need(List.of(types));
  }

  /** Makes sure that these are on top, uses what fits already, and takes them. */
  void need(List<ValueType> types) {
    int found = types.size();
    while (!fits(types.subList(0, found))) {
      found--;
    }
    types.subList(found, types.size()).forEach(this::produce);
    pop(types.size());
  }

  void produce(ValueType wanted) {
    new Values(this).produce(wanted);
    push(wanted);
  }

  /** Takes the topmost operand, into a local if there is one for it. */
  void sink() {
    locals.sink(stack.remove(stack.size() - 1));
  }

  private void empty() {
    while (height() > 0) {
      sink();
    }
  }

  private boolean fits(List<ValueType> types) {
    int there = Math.min(height(), types.size());
    return (there == types.size() || label(0).isDead())
        && top(there).equals(types.subList(types.size() - there, types.size()));
  }

  private void pop(int count) {
    for (int i = Math.min(count, height()); i > 0; i--) {
      stack.remove(stack.size() - 1);
    }
  }

  private void truncate() {
    pop(height());
  }
}
