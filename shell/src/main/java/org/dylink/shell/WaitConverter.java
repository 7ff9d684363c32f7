package org.dylink.shell;

import java.util.List;
import org.apache.felix.service.command.Converter;
import org.osgi.service.component.annotations.Component;

/** Prints why libraries wait: who is waited for stands below who waits, indented. */
@Component(
    service = Converter.class,
    property = Converter.CONVERTER_CLASSES + "=org.dylink.shell.Wait")
public final class WaitConverter extends TableConverter<Wait> {
  private static final String INDENT = "  ";

  /** Makes the converter; it has no state. */
  public WaitConverter() {
    super(Wait.class);
  }

  @Override
  TextTable table(List<Wait> waits) {
    TextTable table = new TextTable("NAME", "VERSION", "STATE", "ID", "REASON");
    for (Wait wait : waits) {
      table.row(
          INDENT.repeat(wait.depth()) + wait.library().name,
          wait.library().version,
          Tone.of(wait.library().state),
          wait.library().bundle,
          wait.reason());
    }
    return table;
  }

  @Override
  String name(Wait wait) {
    return Names.of(wait.library());
  }
}
