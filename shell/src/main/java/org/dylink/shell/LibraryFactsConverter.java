package org.dylink.shell;

import java.util.List;
import org.apache.felix.service.command.Converter;
import org.osgi.service.component.annotations.Component;

/** Prints what is known of a library as {@link LibraryPortrait}. */
@Component(
    service = Converter.class,
    property = Converter.CONVERTER_CLASSES + "=org.dylink.shell.LibraryFacts")
public final class LibraryFactsConverter extends TableConverter<LibraryFacts> {
  private final LibraryConverter libraries = new LibraryConverter();

  /** Makes the converter; it has no state. */
  public LibraryFactsConverter() {
    super(LibraryFacts.class);
  }

  @Override
  TextTable table(List<LibraryFacts> facts) {
    return libraries.table(facts.stream().map(LibraryFacts::library).toList());
  }

  @Override
  String details(LibraryFacts facts, Screen screen) {
    return new LibraryPortrait(facts).table().text(screen);
  }

  @Override
  String name(LibraryFacts facts) {
    return Names.of(facts.library());
  }
}
