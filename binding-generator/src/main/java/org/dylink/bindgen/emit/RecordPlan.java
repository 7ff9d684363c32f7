package org.dylink.bindgen.emit;

import java.util.List;

/**
 * A record that stands for a struct or union.
 *
 * @param name in Java
 * @param text as C names it
 * @param irregular whether C passes it by an address where the record's components do not tell so
 * @param comment what the header says of it
 */
record RecordPlan(
    String name,
    String text,
    List<Component> components,
    List<BitField> bitFields,
    boolean irregular,
    String comment) {}
