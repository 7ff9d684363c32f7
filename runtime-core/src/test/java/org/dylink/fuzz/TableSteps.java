package org.dylink.fuzz;

import static org.dylink.format.ValueType.I32;

import org.dylink.format.ValueType;

/** The instructions on tables. Most indexes are in the table. */
final class TableSteps {
  private final Body body;
  private final Choices choices;

  TableSteps(Body body) {
    this.body = body;
    this.choices = body.choices();
  }

  void addTo(Steps steps) {
    steps.add(2, this::get);
    steps.add(2, this::set);
    steps.add(1, this::size);
    steps.add(1, this::grow);
    steps.add(1, this::fill);
    steps.add(1, this::copy);
    steps.add(1, this::init);
    steps.add(1, () -> body.code().elementDrop(Declarations.ELEMENTS));
  }

  private int table() {
    return choices.below(Declarations.TABLES);
  }

  private void get() {
    int table = table();
    index();
    body.need(I32);
    body.code().tableGet(table);
    body.push(Declarations.elementOf(table));
  }

  private void set() {
    int table = table();
    ValueType element = Declarations.elementOf(table);
    index();
    body.produce(element);
    body.need(I32, element);
    body.code().tableSet(table);
  }

  private void size() {
    body.code().tableSize(table());
    body.push(I32);
  }

  private void grow() {
    int table = table();
    ValueType element = Declarations.elementOf(table);
    body.produce(element);
    index();
    body.need(element, I32);
    body.code().tableGrow(table);
    body.push(I32);
  }

  private void fill() {
    int table = table();
    ValueType element = Declarations.elementOf(table);
    indexOfFill();
    body.produce(element);
    indexOfFill();
    body.need(I32, element, I32);
    body.code().tableFill(table);
  }

  private void indexOfFill() {
    index();
    if (!body.module().features().largeFills()) {
      body.code().i32Const(0x3fffffff).op(0x71); // and
    }
  }

  private void copy() {
    int target = table();
    int source =
        target == Declarations.EXTERN_TABLE ? target : choices.below(Declarations.EXTERN_TABLE);
    threeIndexes();
    body.code().tableCopy(target, source);
  }

  private void init() {
    threeIndexes();
    body.code().tableInit(choices.below(Declarations.EXTERN_TABLE), Declarations.ELEMENTS);
  }

  private void threeIndexes() {
    index();
    index();
    index();
    body.need(I32, I32, I32);
  }

  private void index() {
    body.produce(I32);
    if (!choices.oneIn(16)) {
      body.code().i32Const(3).op(0x71); // and
    }
  }
}
