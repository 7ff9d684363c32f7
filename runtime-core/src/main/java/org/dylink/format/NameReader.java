package org.dylink.format;

import java.util.HashMap;
import java.util.Map;

/**
 * Reads names from the {@code name} section (WebAssembly Core, Appendix, Name Section, and its
 * extension by names of globals and of data segments). No module needs them, so a section that
 * makes no sense costs the names, not the module.
 */
final class NameReader {
  static final String SECTION = "name";

  private static final int FUNCTION_NAMES = 1;
  private static final int GLOBAL_NAMES = 7;
  private static final int DATA_NAMES = 9;

  private NameReader() {}

  static ModuleNames read(SectionCursor section) {
    ModuleNames names = new ModuleNames(new HashMap<>(), new HashMap<>(), new HashMap<>());
    try {
      while (!section.atEnd()) {
        int id = section.u8("sub-section id");
        SectionCursor body = section.slice("sub-section", section.u32("size"));
        if (id == FUNCTION_NAMES) {
          readNames(body, names.functions());
        } else if (id == GLOBAL_NAMES) {
          readNames(body, names.globals());
        } else if (id == DATA_NAMES) {
          readNames(body, names.data());
        }
      }
    } catch (MalformedModuleException e) {
      return ModuleNames.none();
    }
    return names;
  }

  private static void readNames(SectionCursor body, Map<Integer, String> names)
      throws MalformedModuleException {
    for (int left = body.count("count"); left > 0; left--) {
      int index = (int) body.u32("index");
      names.put(index, body.name("name"));
    }
  }
}
