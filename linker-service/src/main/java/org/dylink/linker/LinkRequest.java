package org.dylink.linker;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What to link, and what the program is granted: nothing that is not named here. Immutable. */
public final class LinkRequest {
  /** Bytes of stack where none are asked for: 1 MiB. */
  public static final long DEFAULT_STACK_SIZE = 1L << 20;

  /** Slots that a function table may have where no limit is asked for: 10 million. */
  public static final long DEFAULT_MAX_SLOTS = 10_000_000;

  /** Threads that a program may have at once where no limit is asked for: 1,000. */
  public static final int DEFAULT_MAX_THREADS = 1_000;

  /** The most threads that a program can be allowed: 100,000. */
  public static final int MOST_THREADS = 100_000;

  /** The largest memory that WebAssembly has: 4 GiB. */
  public static final long WHOLE_MEMORY = 1L << 32;

  private final Builder values;
  private final LinkDefaults defaults;
  private final Pipes pipes; // null unless a process has made them

  private LinkRequest(Builder values, LinkDefaults defaults, Pipes pipes) {
    this.values = values; // nobody else has it
    this.defaults = defaults;
    this.pipes = pipes;
  }

  /** Starts a request to link one program. */
  public static Builder builder(Library main) {
    return new Builder(main);
  }

  /**
   * The same request where other defaults hold: what it asks for is cut to their ceilings, what it
   * leaves open is theirs.
   *
   * @param others they replace those that held before
   */
  public LinkRequest with(LinkDefaults others) {
    return new LinkRequest(values, others, pipes);
  }

  /** The same request where the streams that are to be pipes are such. */
  LinkRequest with(Pipes made) {
    return new LinkRequest(values, defaults, made);
  }

  private boolean isPiped(StandardStream stream) {
    return pipes != null && values.pipes.contains(stream);
  }

  /** The main module: PIE, non-PIE or a plain WASI command. */
  public Library main() {
    return values.main;
  }

  /** Names of libraries that come right after main in the search order, as LD_PRELOAD's do. */
  public List<String> preloads() {
    return values.preloads;
  }

  /** Plain modules by the import module name that they serve, in the order of instantiation. */
  public Map<String, Library> modules() {
    return values.modules;
  }

  /** The arguments, the program's name first. */
  public List<String> arguments() {
    return values.arguments;
  }

  /** The environment. */
  public Map<String, String> environment() {
    return values.environment;
  }

  /** The granted folders: name in the guest to folder of the host. */
  public Map<String, Path> folders() {
    Map<String, Path> all = new LinkedHashMap<>(defaults.folders());
    all.putAll(values.folders);
    return Collections.unmodifiableMap(all);
  }

  /** Standard input; empty unless set. */
  public InputStream stdin() {
    return isPiped(StandardStream.STDIN) ? pipes.reader(StandardStream.STDIN) : values.stdin;
  }

  /** Standard output; dropped unless set. */
  public OutputStream stdout() {
    return isPiped(StandardStream.STDOUT) ? pipes.writer(StandardStream.STDOUT) : values.stdout;
  }

  /** Standard error; dropped unless set. */
  public OutputStream stderr() {
    return isPiped(StandardStream.STDERR) ? pipes.writer(StandardStream.STDERR) : values.stderr;
  }

  /** The standard streams that a {@link ProgramProcess} makes pipes of, to and from Java. */
  public Set<StandardStream> pipes() {
    return values.pipes;
  }

  /** Bytes of stack; a non-PIE main brings its own. */
  public long stackSize() {
    return values.stackSize.orElse(defaults.stackSize());
  }

  /** Bytes that the memory may grow to. */
  public long maxMemory() {
    return Math.min(values.maxMemory.orElse(WHOLE_MEMORY), defaults.maxMemory());
  }

  /**
   * Whether the request says how far the memory may grow. For a program of which neither the
   * request nor a module says so, 2 GiB are enough, which engines may serve in another way.
   */
  public boolean asksForMemory() {
    return values.maxMemory.isPresent();
  }

  /** Slots that the function table may grow to. */
  public long maxSlots() {
    return Math.min(values.maxSlots, defaults.maxSlots());
  }

  /**
   * Threads that the program may have at once, the first one counted. One that asks for more is
   * told so, as C's {@code pthread_create} tells it: EAGAIN.
   */
  public int maxThreads() {
    return Math.min(values.maxThreads, defaults.maxThreads());
  }

  /** How long guest code may run, constructors included; empty for as long as it likes. */
  public Optional<Duration> timeout() {
    return Stream.concat(Stream.ofNullable(values.timeout), defaults.timeout().stream())
        .min(Comparator.naturalOrder());
  }

  /** The engine's name; empty for the highest-ranked engine. */
  public Optional<String> engine() {
    return Optional.ofNullable(values.engine).or(defaults::engine);
  }

  /** Whether an undefined function is an error at once, called or not. */
  public boolean bindNow() {
    return values.bindNow;
  }

  /**
   * Who is asked for a library that the program opens by name and that neither a wire nor the
   * registry has; nobody unless set.
   */
  public LibraryFinder finder() {
    return values.finder;
  }

  /** What becomes of the program when something that it has loaded is withdrawn. */
  public OnWithdraw onWithdraw() {
    return values.onWithdraw.orElse(defaults.onWithdraw());
  }

  /**
   * Which libraries may come in the place of what the program has, with {@link OnWithdraw#REPLACE}:
   * any of the name unless set. It is asked in the linker's thread, and not for {@link
   * Program#replace}.
   */
  public Predicate<Library> successors() {
    return values.successors;
  }

  /**
   * An image of the program that {@link Linker#prelink} has made, in which it may begin. One that
   * is of another program is ignored. Empty for the one that stands beside main, if any.
   */
  public Optional<Path> image() {
    return Optional.ofNullable(values.image);
  }

  /** Who is told of each step. */
  public LinkTrace trace() {
    return values.trace;
  }

  /** Collects a request; each method returns the builder. */
  public static final class Builder {
    private final Library main;
    private List<String> preloads = List.of();
    private final Map<String, Library> modules;
    private List<String> arguments;
    private final Map<String, String> environment;
    private final Map<String, Path> folders;
    private InputStream stdin = InputStream.nullInputStream();
    private OutputStream stdout = OutputStream.nullOutputStream();
    private OutputStream stderr = OutputStream.nullOutputStream();
    private final Set<StandardStream> pipes;
    private OptionalLong stackSize = OptionalLong.empty();
    private OptionalLong maxMemory = OptionalLong.empty();
    private long maxSlots = DEFAULT_MAX_SLOTS;
    private int maxThreads = DEFAULT_MAX_THREADS;
    private Duration timeout;
    private String engine;
    private boolean bindNow;
    private LibraryFinder finder = (name, caller) -> Optional.empty();
    private Optional<OnWithdraw> onWithdraw = Optional.empty();
    private Predicate<Library> successors = library -> true;
    private Path image; // null for the one beside main
    private LinkTrace trace = LinkTrace.NONE;

    private Builder(Library main) {
      this.main = Objects.requireNonNull(main);
      this.arguments = List.of(main.name());
      this.modules = new LinkedHashMap<>();
      this.environment = new LinkedHashMap<>();
      this.folders = new LinkedHashMap<>();
      this.pipes = EnumSet.noneOf(StandardStream.class);
    }

    /** What another one has collected by now; nothing can be added. */
    private Builder(Builder collected) {
      this.main = collected.main;
      this.preloads = collected.preloads;
      this.modules = fixed(collected.modules);
      this.arguments = collected.arguments;
      this.environment = fixed(collected.environment);
      this.folders = fixed(collected.folders);
      this.stdin = collected.stdin;
      this.stdout = collected.stdout;
      this.stderr = collected.stderr;
      this.pipes = Set.copyOf(collected.pipes);
      this.stackSize = collected.stackSize;
      this.maxMemory = collected.maxMemory;
      this.maxSlots = collected.maxSlots;
      this.maxThreads = collected.maxThreads;
      this.timeout = collected.timeout;
      this.engine = collected.engine;
      this.bindNow = collected.bindNow;
      this.finder = collected.finder;
      this.onWithdraw = collected.onWithdraw;
      this.successors = collected.successors;
      this.image = collected.image;
      this.trace = collected.trace;
    }

    // In the order in which it was added: that of instantiation.
    private static <T> Map<String, T> fixed(Map<String, T> collected) {
      return Collections.unmodifiableMap(new LinkedHashMap<>(collected));
    }

    /** See {@link LinkRequest#preloads()}. */
    public Builder preloads(List<String> names) {
      preloads = List.copyOf(names);
      return this;
    }

    /** Adds a plain module; see {@link LinkRequest#modules()}. */
    public Builder module(String name, Library library) {
      modules.put(name, library);
      return this;
    }

    /**
     * The arguments after the program's name.
     *
     * @param afterName they follow the main library's name
     */
    public Builder arguments(List<String> afterName) {
      List<String> all = new ArrayList<>(List.of(main.name()));
      all.addAll(afterName);
      arguments = List.copyOf(all);
      return this;
    }

    /** Adds an environment variable. */
    public Builder environment(String name, String value) {
      environment.put(name, value);
      return this;
    }

    /** Grants a folder under a name. */
    public Builder folder(String guestName, Path folder) {
      folders.put(guestName, folder);
      return this;
    }

    /** See {@link LinkRequest#stdin()}; the program does not close it. */
    public Builder stdin(InputStream stream) {
      stdin = stream;
      return this;
    }

    /** See {@link LinkRequest#stdout()}; the program does not close it. */
    public Builder stdout(OutputStream stream) {
      stdout = stream;
      return this;
    }

    /** See {@link LinkRequest#stderr()}; the program does not close it. */
    public Builder stderr(OutputStream stream) {
      stderr = stream;
      return this;
    }

    /** Makes pipes of standard streams; see {@link LinkRequest#pipes()}. */
    public Builder pipe(StandardStream... streams) {
      pipes.addAll(List.of(streams));
      return this;
    }

    /**
     * Bytes of stack.
     *
     * @throws IllegalArgumentException unless it is 1 to 2^31-1
     */
    public Builder stackSize(long bytes) {
      stackSize = OptionalLong.of(LinkDefaults.checkStack(bytes));
      return this;
    }

    /**
     * Bytes that the memory may grow to.
     *
     * @throws IllegalArgumentException unless it is 1 to 2^32
     */
    public Builder maxMemory(long bytes) {
      maxMemory = OptionalLong.of(LinkDefaults.checkMemory(bytes));
      return this;
    }

    /**
     * Slots that the function table may grow to.
     *
     * @throws IllegalArgumentException unless it is 1 to 10 million
     */
    public Builder maxSlots(long slots) {
      maxSlots = LinkDefaults.checkSlots(slots);
      return this;
    }

    /**
     * Threads that the program may have at once; 1 for none but the first.
     *
     * @throws IllegalArgumentException unless it is 1 to 100,000
     */
    public Builder maxThreads(int threads) {
      maxThreads = LinkDefaults.checkThreads(threads);
      return this;
    }

    /** See {@link LinkRequest#timeout()}. */
    public Builder timeout(Duration duration) {
      timeout = duration;
      return this;
    }

    /** See {@link LinkRequest#engine()}. */
    public Builder engine(String name) {
      engine = name;
      return this;
    }

    /** See {@link LinkRequest#bindNow()}. */
    public Builder bindNow(boolean now) {
      bindNow = now;
      return this;
    }

    /** See {@link LinkRequest#finder()}. */
    public Builder finder(LibraryFinder libraryFinder) {
      finder = libraryFinder;
      return this;
    }

    /** See {@link LinkRequest#onWithdraw()}. */
    public Builder onWithdraw(OnWithdraw action) {
      onWithdraw = Optional.of(action);
      return this;
    }

    /** See {@link LinkRequest#successors()}. */
    public Builder successors(Predicate<Library> which) {
      successors = Objects.requireNonNull(which);
      return this;
    }

    /** See {@link LinkRequest#image()}. */
    public Builder image(Path file) {
      image = file;
      return this;
    }

    /** See {@link LinkRequest#trace()}. */
    public Builder trace(LinkTrace listener) {
      trace = listener;
      return this;
    }

    /** The request as it is now; what is added to the builder later is not in it. */
    public LinkRequest build() {
      return new LinkRequest(new Builder(this), LinkDefaults.NONE, null);
    }
  }
}
