package org.dylink.fuzz;

import static org.dylink.format.ValueType.I32;

import java.util.List;
import org.dylink.format.FunctionType;
import org.dylink.fuzz.Declarations.Callable;

/** Calls of all kinds. Most indirect ones find a function of their type. */
final class CallSteps {
  private final Body body;
  private final Choices choices;

  CallSteps(Body body) {
    this.body = body;
    this.choices = body.choices();
  }

  void addTo(Steps steps) {
    steps.add(3, this::call);
    steps.add(3, this::callIndirect);
    steps.add(1, this::returnCall);
    steps.add(1, this::returnCallIndirect);
  }

  private void call() {
    Callable callee = choices.of(body.module().functions());
    body.need(callee.type().params());
    body.code().call(callee.id());
    body.push(callee.type().results());
  }

  private void callIndirect() {
    Callable callee = choices.of(body.module().functions());
    int table = choices.below(Declarations.EXTERN_TABLE);
    arguments(callee, table);
    body.code().callIndirect(table, callee.type().toString());
    body.push(callee.type().results());
  }

  private void returnCall() {
    List<Callable> fitting = tailCallees();
    if (!fitting.isEmpty()) {
      Callable callee = choices.of(fitting);
      body.need(callee.type().params());
      body.code().returnCall(callee.id());
      body.die();
    }
  }

  private void returnCallIndirect() {
    List<Callable> fitting = tailCallees();
    if (!fitting.isEmpty()) {
      Callable callee = choices.of(fitting);
      // Not all engines have a tail call of another module's function; only some of these are own.
      int table = choices.oneIn(8) ? Declarations.SHARED_TABLE : Declarations.OWN_TABLE;
      arguments(callee, table);
      body.code().returnCallIndirect(table, callee.type().toString());
      body.die();
    }
  }

  private List<Callable> tailCallees() {
    boolean itself = body.module().features().tailCallsOfItself();
    return body.module().giving(body.type().results()).stream()
        .filter(callee -> itself || !callee.equals(body.function()))
        .toList();
  }

  /** The arguments, and an index at which the table had such a function in the beginning. */
  private void arguments(Callable callee, int table) {
    FunctionType type = callee.type();
    body.need(type.params());
    body.push(type.params());
    if (choices.oneIn(8)) {
      body.produce(I32);
    } else {
      int first = table == Declarations.OWN_TABLE ? Declarations.FIRST_SLOT : body.module().base();
      body.code().i32Const(first + body.module().functions().indexOf(callee));
      body.push(I32);
    }
    body.need(Types.with(type.params(), I32));
  }
}
