package org.dylink.engine;

import java.util.List;

/**
 * How far an engine is with a module before a program is linked.
 *
 * @param forms what there is of it in a compiled form, used or not
 * @param lacks what keeps the engine from running it; empty if it can
 */
public record Readiness(List<CompiledForm> forms, List<Lack> lacks) {
  public Readiness {
    forms = List.copyOf(forms);
    lacks = List.copyOf(lacks);
  }
}
