package org.dylink.shell;

import java.util.List;
import org.apache.felix.service.command.Converter;
import org.osgi.service.component.annotations.Component;

/** Prints the threads of programs: their numbers, and what is known of the threads of Java. */
@Component(
    service = Converter.class,
    property = Converter.CONVERTER_CLASSES + "=org.dylink.shell.ListedThread")
public final class ListedThreadConverter extends TableConverter<ListedThread> {
  private static final String NOTHING = "-";

  /** Makes the converter; it has no state. */
  public ListedThreadConverter() {
    super(ListedThread.class);
  }

  @Override
  TextTable table(List<ListedThread> threads) {
    TextTable table = new TextTable("ID", "NAME", "THREAD", "STATE", "JAVA THREAD");
    for (ListedThread each : threads) {
      table.row(
          each.program().id,
          each.program().name,
          each.thread().number,
          each.thread().state == null ? NOTHING : Words.lowerCase(each.thread().state),
          each.thread().name == null ? NOTHING : each.thread().name);
    }
    return table;
  }

  /** The program's: no command takes a thread. */
  @Override
  String name(ListedThread thread) {
    return Long.toString(thread.program().id);
  }
}
