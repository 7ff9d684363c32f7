package org.dylink.shell;

import java.util.List;
import org.apache.felix.service.command.Converter;
import org.dylink.linker.Library;
import org.osgi.service.component.annotations.Component;

/** Prints libraries: a list as a table, a single one as {@link LibraryPortrait}. */
@Component(
    service = Converter.class,
    property = Converter.CONVERTER_CLASSES + "=org.dylink.linker.Library")
public final class LibraryConverter extends TableConverter<Library> {
  /** Makes the converter; it has no state. */
  public LibraryConverter() {
    super(Library.class);
  }

  @Override
  Table table(List<Library> libraries) {
    Table table = new Table("NAME", "VERSION", "SYMBOLS", "BUNDLE", "NEEDED");
    for (Library library : libraries) {
      table.row(
          library.name(),
          library.version(),
          library.symbols().size(),
          bundleName(library),
          String.join(", ", library.needed()));
    }
    return table;
  }

  // Without the bundle's version, which wasm:info shows: lines are long enough.
  private static String bundleName(Library library) {
    return library.origin().split(" ", 2)[0];
  }

  @Override
  String details(Library library) {
    return new LibraryPortrait(library).toString();
  }

  @Override
  String name(Library library) {
    return Names.of(library);
  }
}
