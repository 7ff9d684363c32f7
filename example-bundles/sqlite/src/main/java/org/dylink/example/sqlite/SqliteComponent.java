package org.dylink.example.sqlite;

import java.nio.file.Path;
import org.dylink.binding.Binding;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes a program for each database. A reference to {@link Sqlite} itself would do for databases in
 * memory; here each program is granted a folder of its own.
 */
@Component
public final class SqliteComponent implements Databases {
  private static final String FOLDER = "/data";

  private final Linker linker;
  private final Library library;

  /**
   * Made by Declarative Services.
   *
   * @param library the component is there while the library is
   */
  @Activate
  public SqliteComponent(
      @Reference Linker linker,
      @Reference(target = "(wasm.library=libsqlite3.so)") Library library) {
    this.linker = linker;
    this.library = library;
  }

  @Override
  public Database open(Path file) {
    Path whole = file.toAbsolutePath();
    LinkRequest.Builder request = LinkRequest.builder(library).folder(FOLDER, whole.getParent());
    return open(request, FOLDER + "/" + whole.getFileName());
  }

  @Override
  public Database openInMemory() {
    return open(LinkRequest.builder(library), ":memory:");
  }

  private Database open(LinkRequest.Builder request, String name) {
    Sqlite sqlite = bind(request.build());
    boolean opened = false;
    try {
      Database database = new Database(sqlite, name);
      opened = true;
      return database;
    } finally {
      if (!opened) {
        Binding.of(sqlite).close();
      }
    }
  }

  private Sqlite bind(LinkRequest request) {
    try {
      return WasmBinder.bind(Sqlite.class, linker, request);
    } catch (LinkException e) {
      throw new SqliteException(e.getMessage(), e);
    }
  }
}
