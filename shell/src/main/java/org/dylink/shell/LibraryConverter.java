package org.dylink.shell;

import java.util.ArrayList;
import java.util.List;
import org.apache.felix.service.command.Converter;
import org.dylink.linker.runtime.LibraryDTO;
import org.osgi.service.component.annotations.Component;

/**
 * Prints libraries: name, version, state, and the bundle that has each; where any has been compiled
 * for something, for what.
 */
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
    boolean isCompiled = libraries.stream().anyMatch(each -> !each.compiled.isEmpty());
    List<String> headings = new ArrayList<>(List.of("NAME", "VERSION", "STATE", "ID", "BUNDLE"));
    if (isCompiled) {
      headings.add("COMPILED");
    }
    TextTable table = new TextTable(headings.toArray(String[]::new));
    for (LibraryDTO library : libraries) {
      table.row(cells(library, isCompiled));
    }
    return table;
  }

  private static Object[] cells(LibraryDTO library, boolean isCompiled) {
    List<Object> cells = new ArrayList<>();
    cells.addAll(List.of(library.name, library.version, Tone.of(library.state)));
    cells.addAll(List.of(library.bundle, library.origin));
    if (isCompiled) {
      cells.add(LibraryPortrait.joined(library.compiled));
    }
    return cells.toArray();
  }

  @Override
  String name(LibraryDTO library) {
    return Names.of(library);
  }
}
