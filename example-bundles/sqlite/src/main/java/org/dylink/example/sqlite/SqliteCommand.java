package org.dylink.example.sqlite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** In Gogo's shell: {@code sqlite:run FILE SQL}. Without Gogo it is a service that nobody uses. */
@Component(
    service = SqliteCommand.class,
    property = {"osgi.command.scope=sqlite", "osgi.command.function=run"})
public final class SqliteCommand {
  private final Databases databases;

  /** Made by Declarative Services. */
  @Activate
  public SqliteCommand(@Reference Databases databases) {
    this.databases = databases;
  }

  /**
   * Opens a database, runs a script and closes it.
   *
   * @return the rows, with bars between the columns
   */
  public List<String> run(String file, String script) {
    List<String> lines = new ArrayList<>();
    try (Database database = databases.open(Path.of(file))) {
      database.execute(
          script,
          row -> {
            lines.add(String.join("|", row));
            return true;
          });
    }
    return lines;
  }
}
