package org.dylink.format;

import java.util.HashMap;
import java.util.Map;

/**
 * Reads function names from the {@code name} section (WebAssembly Core, Appendix, Name Section).
 * The names serve messages only, so a section that makes no sense costs the names, not the module.
 */
final class NameReader {
  static final String SECTION = "name";

  private static final int FUNCTION_NAMES = 1;

  private NameReader() {}

  /** The function names by index. */
  static Map<Integer, String> read(ByteCursor section) {
    Map<Integer, String> functionNames = new HashMap<>();
    try {
      while (!section.atEnd()) {
        int id = section.u8("sub-section id");
        ByteCursor body = section.slice("sub-section", section.u32("size"));
        if (id == FUNCTION_NAMES) {
          readFunctionNames(body, functionNames);
        }
      }
    } catch (MalformedModuleException e) {
      functionNames.clear();
    }
    return functionNames;
  }

  private static void readFunctionNames(ByteCursor body, Map<Integer, String> names)
      throws MalformedModuleException {
    for (int left = body.count("count"); left > 0; left--) {
      int index = (int) body.u32("function index");
      names.put(index, body.name("name"));
    }
  }
}
