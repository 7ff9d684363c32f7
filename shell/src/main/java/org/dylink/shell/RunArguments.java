package org.dylink.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dylink.engine.host.HostNames;
import org.dylink.linker.Library;
import org.dylink.linker.LinkRequest;

/**
 * The words after {@code wasm:run}: options, a library's name, the program's arguments.
 *
 * @param name the library to run
 * @param options what asks for its value comes with it, in the order of the line
 * @param arguments what the program gets
 */
record RunArguments(String name, List<Option> options, List<String> arguments) {
  /** What {@code help wasm:run} says of the words; the first line continues Gogo's own. */
  static final String USAGE =
      """
      [OPTION]... NAME|ID [ARG]...
         options:
            -e, --env K=V             sets an environment variable
            -d, --dir HOST[::GUEST]   grants a folder, under another name if one is given
            --timeout SECONDS         ends the program after that time
            --engine NAME             the engine to use, not the one that ranks highest
            --stack-size BYTES        the stack, with K, M or G; 1M if not given
            --max-memory BYTES        what the memory may grow to; 2G if not given
            --max-threads NUMBER      the threads that it may have at once; 1000 if not given
            --preload LIBRARY         a library that comes right after NAME in the search order
            --module NAME=LIBRARY     a plain module that serves the import module NAME
            --trace                   prints each step of the link
            --bind-now                fails if a function is undefined, called or not
            --raw                     the program gets each key as it is pressed, and echoes it
         $exitCode has the exit code afterwards; Ctrl-C ends the program; with & it runs in the
         background, where wasm:ps, wasm:map and wasm:kill find it; wasm:ps -a has its exit code""";

  private static final Pattern OPTION = Pattern.compile(" +(-.*?) {2,}(.*)");
  private static final String LAST_WORDS = "$exitCode";

  static final String BIND_NOW = "--bind-now";
  static final String TRACE = "--trace";
  static final String RAW = "--raw";
  private static final String PRELOAD = "--preload";

  private static final String FOLDER_MARK = "::";

  /**
   * An option of the line.
   *
   * @param name as it was typed, {@code --env}
   * @param value what follows it; empty where none is asked for
   */
  record Option(String name, String value) {}

  /** What {@code --help} says of the words, as of other commands' and as wide as the screen is. */
  static String help(Screen screen) {
    TextTable options = new TextTable();
    OPTION
        .matcher(USAGE)
        .results()
        .forEach(option -> options.row("  " + option.group(1), option.group(2)));
    options.row("  " + String.join(", ", WasmCommand.HELP), "prints this");
    TextTable end = new TextTable();
    end.row(USAGE.substring(USAGE.indexOf(LAST_WORDS)).replaceAll("\\s+", " "));
    return options.text(screen) + "\n" + end.text(screen);
  }

  /** Whether the program wants single keys, not lines. */
  boolean raw() {
    return options.stream().anyMatch(option -> option.name().equals(RAW));
  }

  /**
   * The request that these words stand for; the caller adds the streams.
   *
   * @param main the library that {@link #name} stands for
   * @param folder relative folders are seen from here
   * @param libraries finds what a name of the line stands for
   * @throws CommandException if a value is not what its option needs
   */
  LinkRequest.Builder request(Library main, Path folder, Function<String, Library> libraries) {
    LinkRequest.Builder request = LinkRequest.builder(main).arguments(arguments);
    request.preloads(preloads().map(libraries).map(Library::name).toList());
    options.forEach(option -> apply(option, request, folder, libraries));
    return request;
  }

  private Stream<String> preloads() {
    return options.stream().filter(each -> each.name().equals(PRELOAD)).map(Option::value);
  }

  /** Whether each step of the link is to be printed. */
  boolean isTraced() {
    return options.stream().anyMatch(option -> option.name().equals(TRACE));
  }

  private static void apply(
      Option option,
      LinkRequest.Builder request,
      Path folder,
      Function<String, Library> libraries) {
    String value = option.value();
    try {
      switch (option.name()) {
        case "-e", "--env" -> addVariable(request, value);
        case "-d", "--dir" -> addFolder(request, value, folder);
        case "--timeout" -> request.timeout(Quantities.seconds(value));
        case "--engine" -> request.engine(value);
        case "--stack-size" -> request.stackSize(Quantities.bytes(value));
        case "--max-threads" -> request.maxThreads(Quantities.threads(value));
        case "--max-memory" -> request.maxMemory(Quantities.bytes(value));
        case "--module" -> addModule(request, value, libraries);
        case BIND_NOW -> request.bindNow(true);
        case PRELOAD -> {} // there is one list of them all
        case TRACE, RAW -> {} // of what is printed and read, whoever has the streams knows more
        default -> throw new IllegalStateException("BUG: " + option.name());
      }
    } catch (IllegalArgumentException e) {
      throw new CommandException(option.name() + ": " + e.getMessage());
    }
  }

  private static void addVariable(LinkRequest.Builder request, String value) {
    int mark = value.indexOf('=');
    if (mark < 1) {
      throw new IllegalArgumentException("expected NAME=VALUE, found " + value);
    }
    request.environment(value.substring(0, mark), value.substring(mark + 1));
  }

  private static void addModule(
      LinkRequest.Builder request, String value, Function<String, Library> libraries) {
    int mark = value.indexOf('=');
    if (mark < 1) {
      throw new IllegalArgumentException("expected NAME=LIBRARY, found " + value);
    }
    request.module(value.substring(0, mark), libraries.apply(value.substring(mark + 1)));
  }

  private static void addFolder(LinkRequest.Builder request, String value, Path folder) {
    int mark = value.indexOf(FOLDER_MARK);
    String host = mark < 0 ? value : value.substring(0, mark);
    String guest = mark < 0 ? value : value.substring(mark + FOLDER_MARK.length());
    Path granted = HostNames.resolve(folder, host);
    if (!Files.isDirectory(granted)) {
      throw new IllegalArgumentException("no such folder: " + host);
    }
    request.folder(guest, granted);
  }
}
