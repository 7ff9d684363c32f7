package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dylink.linker.Linker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** Grammars of tree-sitter, as they are published, come and go under a program that parses. */
class TreesIT {
  private static final String NO_JSON =
      "tree-sitter-json.wasm: cannot open: no started bundle provides it";

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;

  private Dialogue trees;

  @BeforeEach
  void startProgram() throws Exception {
    Examples.start(context, "catalogue/tree-sitter");
    Examples.start(context, "catalogue/trees");
    trees = Dialogue.with(linker, "trees.wasm");
  }

  @AfterEach
  void endProgram() throws Exception {
    trees.close();
  }

  @Test
  void aGrammarIsThereWhileItsBundleIsStarted() throws Exception {
    assertEquals(NO_JSON, trees.ask("json"));
    Bundle json = Examples.start(context, "catalogue/grammars/json");
    assertEquals("(document (array (number)))", parse("json", "[1]"));
    json.stop();
    assertEquals(NO_JSON, trees.ask("json"));
    json.start();
    assertEquals("(document (array (null)))", parse("json", "[null]"));
  }

  /** The parser waits for the next line of a text while others come and go. */
  @Test
  void othersComeAndGoInTheMiddleOfAText() throws Exception {
    Examples.start(context, "catalogue/grammars/javascript");
    Bundle json = Examples.start(context, "catalogue/grammars/json");
    assertEquals("(document (true))", parse("json", "true"));
    assertEquals("...", trees.ask("javascript"));
    assertEquals("...", trees.ask("f(x =>"));
    json.uninstall();
    Examples.start(context, "catalogue/grammars/c");
    assertEquals("...", trees.ask("x + 1)"));
    assertEquals(
        "(program (expression_statement (call_expression function: (identifier)"
            + " arguments: (arguments (arrow_function parameter: (identifier)"
            + " body: (binary_expression left: (identifier) right: (number)))))))",
        trees.ask("."));
    assertEquals(NO_JSON, trees.ask("json"));
    assertEquals(
        "(translation_unit (declaration type: (primitive_type) declarator: (identifier)))",
        parse("c", "int x;"));
  }

  private String parse(String grammar, String line) throws Exception {
    assertEquals("...", trees.ask(grammar));
    assertEquals("...", trees.ask(line));
    return trees.ask(".");
  }
}
