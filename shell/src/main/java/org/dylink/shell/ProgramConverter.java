package org.dylink.shell;

import java.util.List;
import org.apache.felix.service.command.Converter;
import org.dylink.format.MemoryType;
import org.dylink.linker.LinkMap;
import org.dylink.linker.Program;
import org.osgi.service.component.annotations.Component;

/** Prints programs: id, name, state, exit code, and how much they have loaded. */
@Component(
    service = Converter.class,
    property = Converter.CONVERTER_CLASSES + "=org.dylink.linker.Program")
public final class ProgramConverter extends TableConverter<Program> {
  private static final int PAGE_KIB = MemoryType.PAGE_SIZE / 1024;

  /** Makes the converter; it has no state. */
  public ProgramConverter() {
    super(Program.class);
  }

  @Override
  Table table(List<Program> programs) {
    Table table = new Table("ID", "NAME", "STATE", "EXIT CODE", "LIBRARIES", "MEMORY (KiB)");
    for (Program program : programs) {
      LinkMap map = program.linkMap();
      table.row(
          program.id(),
          program.name(),
          Words.lowerCase(program.state()),
          program.exitCode().map(String::valueOf).orElse("-"),
          map.libraries().size(),
          map.memoryPages() * (long) PAGE_KIB);
    }
    return table;
  }

  @Override
  String name(Program program) {
    return Long.toString(program.id());
  }
}
