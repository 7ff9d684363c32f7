package org.dylink.shell;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.LibraryState;
import org.dylink.linker.runtime.LinkerRuntime;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code wasm:list}. */
@Component(service = ListLibraries.class)
@GogoCommand(scope = "wasm", function = "list")
public final class ListLibraries extends WasmCommand {
  private static final String ANY = "";

  private final LinkerRuntime runtime;

  /** Lists the libraries of one linker. */
  @Activate
  public ListLibraries(@Reference LinkerRuntime runtime) {
    super("list [-s STATE]");
    this.runtime = runtime;
  }

  /** All libraries, by name, then highest version first. */
  @Descriptor("lists the libraries of all bundles, whether they can be linked or not")
  public List<LibraryDTO> list(
      @Descriptor("only those that are discovered, waiting, available, withdrawn or failed")
          @Parameter(
              names = {"-s", "--state"},
              absentValue = ANY)
          String state) {
    Predicate<LibraryDTO> wanted =
        state.equals(ANY) ? library -> true : library -> library.state == meant(state);
    return new Listing<>(LibraryDTO.class, runtime.libraries().stream().filter(wanted).toList());
  }

  private static LibraryState meant(String word) {
    return Stream.of(LibraryState.values())
        .filter(state -> state.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() -> new CommandException("no state " + word + "; there are " + states()));
  }

  private static String states() {
    return Stream.of(LibraryState.values()).map(Words::lowerCase).collect(joining(", "));
  }
}
