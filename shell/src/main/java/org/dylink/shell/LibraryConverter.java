package org.dylink.shell;

import java.util.List;
import org.apache.felix.service.command.Converter;
import org.dylink.linker.runtime.LibraryDTO;
import org.osgi.service.component.annotations.Component;

/** Prints libraries: name, version, state, and the bundle that has each. */
@Component(
    service = Converter.class,
    property = Converter.CONVERTER_CLASSES + "=org.dylink.linker.runtime.LibraryDTO")
public final class LibraryConverter extends TableConverter<LibraryDTO> {
  /** Makes the converter; it has no state. */
  public LibraryConverter() {
    super(LibraryDTO.class);
  }

  @Override
  TextTable table(List<LibraryDTO> libraries) {
    TextTable table = new TextTable("NAME", "VERSION", "STATE", "ID", "BUNDLE");
    for (LibraryDTO library : libraries) {
      table.row(
          library.name, library.version, Tone.of(library.state), library.bundle, library.origin);
    }
    return table;
  }

  @Override
  String name(LibraryDTO library) {
    return Names.of(library);
  }
}
