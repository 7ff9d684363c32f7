package org.dylink.shell;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import org.dylink.engine.TrapException;
import org.dylink.format.GlobalType;
import org.dylink.format.SymbolFlags;
import org.dylink.format.ValueType;
import org.dylink.linker.DataRegion;
import org.dylink.linker.Definer;
import org.dylink.linker.Entrance;
import org.dylink.linker.Library;
import org.dylink.linker.LinkMap;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.LoadedLibrary;
import org.dylink.linker.OpenFlag;
import org.dylink.linker.OpenLibrary;
import org.dylink.linker.Program;
import org.dylink.linker.ReplacementPlan;
import org.dylink.linker.Snapshot;
import org.dylink.linker.Symbol;
import org.dylink.linker.SymbolBinding;
import org.dylink.linker.TableRegion;
import org.dylink.linker.ThreadArea;

/** A program whose guest code is a Java function. */
final class FakeProgram implements Program {
  private final long id;
  private final LinkRequest request;
  private final ToIntFunction<FakeProgram> code;
  private State state = State.READY;
  private Integer exitCode;
  private String stopReason;
  private String failure;

  /**
   * @param code what {@link #run} does; its result is the exit code
   */
  FakeProgram(long id, LinkRequest request, ToIntFunction<FakeProgram> code) {
    this.id = id;
    this.request = request;
    this.code = code;
  }

  LinkRequest request() {
    return request;
  }

  /** Waits for {@link #stop}. */
  synchronized String awaitStop() {
    while (stopReason == null) {
      try {
        wait();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return stopReason;
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public String name() {
    return request.main().name();
  }

  @Override
  public synchronized State state() {
    return state;
  }

  @Override
  public LinkMap linkMap() {
    LoadedLibrary main =
        new LoadedLibrary(request.main(), new DataRegion(0x100400, 32), new TableRegion(1, 2));
    return new LinkMap(
        List.of(main),
        new DataRegion(0x400, 0x100000),
        0x100420,
        17,
        65536,
        3,
        List.of(new DataRegion(0x100800, 0x40)),
        List.of(new TableRegion(2, 1)),
        threads());
  }

  // The second thread is a visitor of a program without a libc.
  private List<ThreadArea> threads() {
    return List.of(
        new ThreadArea(0, Optional.of(request.main()), new DataRegion(0x100410, 8)),
        new ThreadArea(1, Optional.empty(), new DataRegion(0x110000, 0x8000)),
        new ThreadArea(1, Optional.of(request.main()), new DataRegion(0x110840, 8)));
  }

  @Override
  public List<SymbolBinding> bindings() {
    return List.of(
        new SymbolBinding(
            "puts",
            Symbol.Kind.FUNCTION,
            Optional.empty(),
            SymbolFlags.NONE,
            Definer.host("env"),
            OptionalInt.of(3),
            List.of(request.main())),
        new SymbolBinding(
            "errno",
            Symbol.Kind.DATA,
            Optional.of(new GlobalType(ValueType.I32, false)),
            SymbolFlags.NONE,
            Definer.library(request.main()),
            OptionalInt.of(0x100408),
            List.of(request.main(), request.main())));
  }

  @Override
  public int run() {
    become(State.RUNNING);
    try {
      exitCode = code.applyAsInt(this);
    } catch (TrapException e) {
      failure = e.getMessage();
      become(State.FAILED);
      throw e;
    }
    become(State.EXITED);
    return exitCode;
  }

  private synchronized void become(State next) {
    state = next;
    notifyAll();
  }

  /** Waits until the program is in a state. */
  synchronized void await(State wanted) throws InterruptedException {
    while (state != wanted) {
      wait();
    }
  }

  @Override
  public Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public Optional<Integer> exitCode() {
    return Optional.ofNullable(exitCode);
  }

  @Override
  public Object call(String symbol, Object... arguments) {
    throw new IllegalArgumentException("undefined function " + symbol);
  }

  @Override
  public synchronized void stop(String reason) {
    stopReason = reason;
    notifyAll();
  }

  @Override
  public void close() {
    become(State.CLOSED);
  }

  @Override
  public Entrance entrance() {
    throw new UnsupportedOperationException();
  }

  @Override
  public OpenLibrary open(String library, OpenFlag... flags) {
    throw new UnsupportedOperationException("no shell command opens libraries");
  }

  @Override
  public Snapshot snapshot() {
    throw new UnsupportedOperationException();
  }

  @Override
  public ReplacementPlan replace(Library library, Duration timeout) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ReplacementPlan planReplacement(Library library) {
    throw new UnsupportedOperationException();
  }
}
