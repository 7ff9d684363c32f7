package org.dylink.bindgen.emit;

import java.util.List;

/**
 * A functional interface that stands for a function pointer.
 *
 * @param text what C names it by
 */
record CallbackPlan(String name, String text, JavaValue result, List<JavaValue> parameters) {}
