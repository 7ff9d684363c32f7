package org.dylink.linker.link.host;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dylink.engine.Extern;
import org.dylink.engine.Function;
import org.dylink.engine.Memory;
import org.dylink.engine.Table;
import org.dylink.engine.host.Guest;
import org.dylink.format.Export;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.parts.Place;

/**
 * A plain module with a memory of its own, as host functions see it: an address that it passes
 * means that memory, and not the program's. What it was granted is what the program was.
 */
final class PlainGuest implements Guest {
  private final Place place;
  private final Guest program;

  PlainGuest(Place place, Guest program) {
    this.place = place;
    this.program = program;
  }

  @Override
  public Memory memory() {
    return exported(AbiNames.MEMORY, Memory.class)
        .orElseThrow(() -> new IllegalStateException(place + ": exports no memory"));
  }

  @Override
  public Function function(int address) {
    Table table =
        exported(AbiNames.TABLE, Table.class)
            .orElseThrow(() -> new IllegalStateException(place + ": exports no function table"));
    return TableLookup.function(table, address);
  }

  @Override
  public Optional<Function> function(String symbol) {
    return place.occupant().exportsFunction(symbol)
        ? place.occupant().exports().function(symbol)
        : Optional.empty();
  }

  /** The export of that name and kind, else the first of that kind. */
  private <T extends Extern> Optional<T> exported(String name, Class<T> kind) {
    return Stream.concat(Stream.of(name), place.module().exports().stream().map(Export::name))
        .flatMap(each -> place.occupant().exports().own(each, kind).stream())
        .findFirst();
  }

  @Override
  public int thread() {
    return program.thread();
  }

  @Override
  public List<String> arguments() {
    return program.arguments();
  }

  @Override
  public Map<String, String> environment() {
    return program.environment();
  }

  @Override
  public Map<String, Path> folders() {
    return program.folders();
  }

  @Override
  public InputStream stdin() {
    return program.stdin();
  }

  @Override
  public OutputStream stdout() {
    return program.stdout();
  }

  @Override
  public OutputStream stderr() {
    return program.stderr();
  }
}
