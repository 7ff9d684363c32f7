package org.dylink.bindgen.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trees as clang prints them: what is the same as in the place before is left out. */
class AstReaderTest {
  private static List<AstNode> read(String declarations) throws Exception {
    List<AstNode> nodes = new ArrayList<>();
    AstReader.read(
        new StringReader("{\"kind\": \"TranslationUnitDecl\", \"inner\": [" + declarations + "]}"),
        nodes::add);
    return nodes;
  }

  @Test
  void placesHaveTheFileAndLineOfThePlaceBefore() throws Exception {
    List<AstNode> nodes =
        read(
            """
            {"kind": "VarDecl", "name": "a",
             "loc": {"offset": 4, "file": "a.h", "line": 1, "col": 5, "tokLen": 1,
                     "includedFrom": {"file": "main.h"}},
             "range": {"begin": {"offset": 0, "col": 1, "tokLen": 3},
                       "end": {"offset": 4, "col": 5, "tokLen": 1}}},
            {"kind": "VarDecl", "name": "b", "loc": {"offset": 11, "line": 2, "col": 5, "tokLen": 1}}
            """);

    assertEquals(new SourcePlace("a.h", 1, 5, 4, 1), nodes.get(0).place());
    assertEquals(new SourcePlace("a.h", 1, 1, 0, 3), nodes.get(0).begin());
    assertEquals(new SourcePlace("a.h", 2, 5, 11, 1), nodes.get(1).place());
  }

  @Test
  void whatAMacroMadeStandsWhereTheMacroIsUsed() throws Exception {
    List<AstNode> nodes =
        read(
            """
            {"kind": "VarDecl",
             "loc": {"spellingLoc": {"offset": 90, "file": "m.h", "line": 7, "col": 1, "tokLen": 2},
                     "expansionLoc": {"offset": 3, "file": "a.h", "line": 2, "col": 4, "tokLen": 3}}},
            {"kind": "VarDecl", "loc": {"offset": 20, "line": 3, "col": 1, "tokLen": 1}}
            """);

    assertEquals(new SourcePlace("a.h", 2, 4, 3, 3), nodes.get(0).place());
    assertEquals("a.h:3:1", nodes.get(1).place().text());
  }

  @Test
  void placesCountInCodeThatIsSkipped() throws Exception {
    String deep =
        "{\"kind\": \"Expr\", \"inner\": [".repeat(400)
            + "{\"kind\": \"Expr\", \"loc\": {\"offset\": 1, \"file\": \"deep.h\", \"line\": 9}}"
            + "]}".repeat(400);

    List<AstNode> nodes =
        read(
            deep
                + ", {\"kind\": \"VarDecl\", \"loc\": {\"offset\": 2, \"col\": 3, \"tokLen\": 1}}");

    assertEquals(new SourcePlace("deep.h", 9, 3, 2, 1), nodes.get(1).place());
  }
}
