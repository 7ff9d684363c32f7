package org.dylink.spectest.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.dylink.testing.Bytes;

/** The table of instructions, the resource {@code instructions.txt}. */
final class Instructions {
  /** What follows an instruction's code. */
  enum Immediate {
    NONE,
    BLOCK,
    CLAUSES,
    TAG,
    LABEL,
    LABELS,
    FUNCTION,
    INDIRECT,
    TYPE,
    SELECT,
    LOCAL,
    GLOBAL,
    TABLE,
    TWO_TABLES,
    ELEMENTS,
    ELEMENTS_AND_TABLE,
    MEMORY,
    TWO_MEMORIES,
    DATA,
    DATA_AND_MEMORY,
    MEMORY_ACCESS,
    LANE_ACCESS,
    LANE,
    LANES,
    VECTOR,
    I32,
    I64,
    F32,
    F64,
    HEAP_TYPE,
    REFERENCE,
    TWO_REFERENCES,
    FIELD,
    TYPE_AND_NUMBER,
    TYPE_AND_DATA,
    TYPE_AND_ELEMENTS,
    TWO_TYPES,
    RESERVED
  }

  /**
   * A row.
   *
   * @param prefix the first byte; 0 for none
   * @param code the byte, or the number behind the prefix
   */
  record Row(String name, Immediate immediate, int prefix, int code) {
    void writeCode(Bytes to) {
      writeCode(to, 0);
    }

    /** Of another instruction that many codes behind. */
    void writeCode(Bytes to, int behind) {
      if (prefix == 0) {
        to.u8(code + behind);
      } else {
        to.u8(prefix).u32(code + behind);
      }
    }
  }

  private static final Map<String, Row> ROWS = read();

  private Instructions() {}

  static Row of(Expression name) {
    Row row = ROWS.get(name.word());
    if (row == null) {
      throw name.unknown();
    }
    return row;
  }

  private static Map<String, Row> read() {
    Map<String, Row> rows = new HashMap<>();
    try (InputStream in = Instructions.class.getResourceAsStream("instructions.txt");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> add(rows, line.split(" ")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static void add(Map<String, Row> rows, String[] words) {
    Immediate immediate = Immediate.valueOf(words[0].replace('-', '_').toUpperCase(Locale.ROOT));
    String[] code = words[1].split(":", -1);
    int prefix = code.length > 1 ? Integer.parseInt(code[0], 16) : 0;
    int first = code.length > 1 ? Integer.parseInt(code[1]) : Integer.parseInt(code[0], 16);
    for (int i = 2; i < words.length; i++) {
      if (!words[i].equals("-")) {
        rows.put(words[i], new Row(words[i], immediate, prefix, first + i - 2));
      }
    }
  }
}
