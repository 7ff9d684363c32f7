package org.dylink.bindgen.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dylink.bindgen.c.CHeader;
import org.dylink.bindgen.c.Layouts;
import org.dylink.bindgen.c.RecordLayout;
import org.junit.jupiter.api.Test;

/** Where members and bit-fields are: as clang says it, of 27 structs and unions. */
class LayoutsTest {
  private static final Path NATIVE = Path.of("src/test/native");

  @Test
  void membersAreWhereClangHasThem() throws Exception {
    CHeader header = header("layouts");
    Layouts layouts = new Layouts(header);
    Map<String, RecordLayout> expected = RecordedLayouts.read(NATIVE.resolve("layouts.txt"));
    expected.remove("struct __NSConstantString_tag"); // clang's own

    expected.forEach(
        (name, layout) ->
            assertEquals(Optional.of(layout), layouts.of(header.records().get(name)), name));
    assertEquals(27, expected.size());
  }

  @Test
  void packedAndAlignedStructsHaveNone() throws Exception {
    CHeader header = header("shapes");

    assertEquals(Optional.empty(), new Layouts(header).of(header.records().get("struct packed")));
  }

  private static CHeader header(String name) throws Exception {
    try (Reader tree = Files.newBufferedReader(NATIVE.resolve(name + ".json"))) {
      return HeaderReader.read(tree, new HeaderFiles(name + ".h", file -> Optional.empty()));
    }
  }
}
