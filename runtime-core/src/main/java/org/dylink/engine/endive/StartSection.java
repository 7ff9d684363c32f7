package org.dylink.engine.endive;

import java.io.ByteArrayOutputStream;
import org.dylink.format.ModuleBytes;
import org.dylink.format.Section;
import org.dylink.format.WasmModule;

/** Takes the start section out of a module. */
final class StartSection {
  private StartSection() {}

  static byte[] without(WasmModule module) {
    ModuleBytes whole = module.bytes();
    ByteArrayOutputStream rest = new ByteArrayOutputStream(whole.size());
    int from = 0;
    for (Section each : module.sections()) {
      if (each.id() == Section.START) {
        rest.writeBytes(whole.toArray(from, each.start()));
        from = each.end();
      }
    }
    rest.writeBytes(whole.toArray(from, whole.size()));
    return rest.toByteArray();
  }
}
