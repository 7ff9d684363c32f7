package org.dylink.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.dylink.binding.Pointer;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.example.treesitter.TreeSitter;
import org.dylink.linker.OpenLibrary;
import org.dylink.linker.embed.Dylink;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grammars as they are published, in a program that has tree-sitter; the trees are those of V8. */
class TreeSitterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "json | [1, {\"a\": null}] | (document (array (number) (object (pair"
            + " key: (string (string_content)) value: (null)))))",
        "json | {\"a\": [1, } | (document (object (ERROR (string (string_content)) (number))))",
        "c | int main(void) { return 0; } | (translation_unit (function_definition type:"
            + " (primitive_type) declarator: (function_declarator declarator: (identifier)"
            + " parameters: (parameter_list (parameter_declaration type: (primitive_type))))"
            + " body: (compound_statement (return_statement (number_literal)))))",
        "javascript | const f = (a) => `x${a}`; | (program (lexical_declaration"
            + " (variable_declarator name: (identifier) value: (arrow_function parameters:"
            + " (formal_parameters (identifier)) body: (template_string (string_fragment)"
            + " (template_substitution (identifier)))))))"
      })
  void parsesAsInV8(String grammar, String text, String tree) throws Exception {
    try (Dylink linker = Libraries.open();
        TreeSitter sitter = WasmBinder.bind(TreeSitter.class, linker);
        OpenLibrary library = sitter.binding().program().open("tree-sitter-" + grammar + ".wasm")) {
      int address = (int) library.call("tree_sitter_" + grammar);
      assertEquals(tree, parse(sitter, sitter.binding().pointer(address), text));
    }
  }

  private static String parse(TreeSitter sitter, Pointer language, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Pointer parser = sitter.ts_parser_new();
    assertTrue(sitter.ts_parser_set_language(parser, language));
    Pointer tree = sitter.ts_parser_parse_string(parser, null, bytes, bytes.length);
    String nodes = sitter.ts_node_string(sitter.ts_tree_root_node(tree)).readString(0);
    sitter.ts_tree_delete(tree);
    sitter.ts_parser_delete(parser);
    return nodes;
  }
}
