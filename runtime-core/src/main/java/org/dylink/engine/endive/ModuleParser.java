package org.dylink.engine.endive;

import java.io.ByteArrayInputStream;
import java.util.Map;
import org.dylink.format.WasmModule;
import run.endive.wasm.Parser;
import run.endive.wasm.types.NameCustomSection;

/** Endive's parser, which a JVM loads when one of its engines compiles first: not at each start. */
final class ModuleParser {
  // The name section decides nothing and may hold anything; ours is read elsewhere. Endive's
  // compiler wants one that it knows, though, and gets an empty one.
  private static final Parser PARSER =
      Parser.builder()
          .withCustomParsers(Map.of("name", bytes -> NameCustomSection.parse(new byte[0])))
          .build();

  private ModuleParser() {}

  // Endive calls a start function right behind the segments, with no step between; parsed whole
  // all the same, as its checks belong to the module's.
  static run.endive.wasm.WasmModule parse(WasmModule module) {
    byte[] bytes = module.bytes().toArray();
    run.endive.wasm.WasmModule whole = PARSER.parse(() -> new ByteArrayInputStream(bytes));
    return whole.startSection().isEmpty()
        ? whole
        : PARSER.parse(() -> new ByteArrayInputStream(StartSection.without(module)));
  }
}
