package org.dylink.linker.link.program;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dylink.engine.Function;
import org.dylink.engine.host.CheckedHostException;
import org.dylink.engine.host.ProgramExit;
import org.dylink.linker.Entrance;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkMap;
import org.dylink.linker.OpenFlag;
import org.dylink.linker.OpenLibrary;
import org.dylink.linker.Program;
import org.dylink.linker.ReplacementPlan;
import org.dylink.linker.Snapshot;
import org.dylink.linker.SymbolBinding;
import org.dylink.linker.link.dl.DlMode;
import org.dylink.linker.link.dl.DynamicLoader;
import org.dylink.linker.link.image.ProgramBindings;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.parts.HostThrow;
import org.dylink.linker.link.replace.ReplaceSession;
import org.dylink.linker.link.snapshot.Prelinking;
import org.dylink.linker.link.snapshot.SnapshotSession;
import org.dylink.linker.link.spawn.Visitors;
import org.dylink.linker.link.thread.GuestThread;
import org.dylink.linker.link.thread.ProgramEnd;
import org.dylink.linker.link.thread.Watchdog;

/** A program whose libraries are bound and constructed. */
public final class LinkedProgram implements Program {
  private final long id;
  private final ProgramImage image;
  private final DynamicLoader loader;
  private final Watchdog watchdog;
  private final Runnable rehearsal;
  private final ProgramLife life = new ProgramLife();
  private final ProgramTurns turns;
  private final MainRun run;
  private final ProgramEntrance entrance;

  /**
   * @param visitors lets threads of Java in
   * @param rehearsal is run before a library is replaced
   */
  public LinkedProgram(
      long id,
      ProgramImage image,
      DynamicLoader loader,
      Visitors visitors,
      Watchdog watchdog,
      Runnable rehearsal) {
    this.id = id;
    this.image = image;
    this.loader = loader;
    this.watchdog = watchdog;
    this.rehearsal = rehearsal;
    this.turns = new ProgramTurns(id, image, visitors, watchdog, life);
    this.run = new MainRun(image, turns, life);
    this.entrance = new ProgramEntrance(turns, image, watchdog);
    image.threads().tell(this::end, turns::oneIsGone);
  }

  private void end(ProgramEnd end) {
    life.end(end);
    image.tellTrap(end.thrown());
  }

  /**
   * What to do once when the program is closed.
   *
   * @param action is called in the thread that closes
   */
  public void onClose(Runnable action) {
    turns.onClose(action);
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public String name() {
    return image.request().main().name();
  }

  @Override
  public State state() {
    return turns.state();
  }

  @Override
  public Optional<String> failure() {
    return life.failure();
  }

  @Override
  public Optional<Integer> exitCode() {
    return life.exitCode();
  }

  @Override
  public LinkMap linkMap() {
    return image.map();
  }

  /** Its threads by their numbers, the first one in front. */
  public List<Integer> threads() {
    return image.threads().all().stream().map(GuestThread::number).toList();
  }

  /** The thread of Java that one of them is; empty if that is not known, or it has ended. */
  public Optional<Thread> javaThread(int number) {
    return image.threads().all().stream()
        .filter(thread -> thread.number() == number)
        .findFirst()
        .flatMap(image.threads()::javaThread);
  }

  @Override
  public List<SymbolBinding> bindings() {
    return new ProgramBindings(image).list();
  }

  @Override
  public int run() {
    return run.run();
  }

  @Override
  public Object call(String symbol, Object... arguments) {
    return turns.guarded(() -> function(symbol).call(arguments));
  }

  @Override
  public Entrance entrance() {
    return entrance;
  }

  @Override
  public OpenLibrary open(String library, OpenFlag... flags) throws LinkException {
    Set<OpenFlag> set = EnumSet.noneOf(OpenFlag.class);
    set.addAll(List.of(flags));
    turns.enter();
    try {
      int handle = watchdog.call(() -> loader.open(library, DlMode.of(set), image.main()));
      return new OpenedLibrary(turns, image.symbols(), loader, loader.place(handle).orElseThrow());
    } catch (ProgramExit e) {
      String detail = "a constructor ended the program: " + e.getMessage();
      throw LinkException.of(Reason.INIT_FAILED, library, detail, e);
    } catch (CheckedHostException e) {
      throw HostThrow.unchanged(e);
    } finally {
      turns.leave();
    }
  }

  @Override
  public Snapshot snapshot() throws LinkException {
    checkAtRest();
    return turns.alone(
        () -> {
          checkAtRest();
          return new SnapshotSession(image).take();
        });
  }

  /**
   * Makes an image of a program that was linked in full, and in which nothing has been called.
   *
   * @throws LinkException UNSUPPORTED if there can be none
   */
  public byte[] prelinked() throws LinkException {
    turns.enter();
    try {
      return new Prelinking(image).write();
    } finally {
      turns.leave();
    }
  }

  // Frames cannot be copied, and who has run has begun what a copy would not have.
  private void checkAtRest() throws LinkException {
    State state = state();
    if (state != State.READY && state != State.CLOSED) {
      String detail = "no snapshot: it is " + state + ", expected READY";
      throw LinkException.of(Reason.UNSUPPORTED, name(), detail, null);
    }
  }

  @Override
  public ReplacementPlan replace(Library library, Duration timeout) throws LinkException {
    rehearsal.run();
    ReplaceSession session = new ReplaceSession(image, loader, library);
    return turns.fromOutside(() -> session.replace(timeout), timeout);
  }

  @Override
  public ReplacementPlan planReplacement(Library library) throws LinkException {
    turns.checkNotClosed();
    return new ReplaceSession(image, loader, library).plan();
  }

  @Override
  public void stop(String reason) {
    life.fail(reason);
    watchdog.stop(reason);
  }

  @Override
  public void close() {
    turns.close();
  }

  private Function function(String symbol) {
    return image
        .symbols()
        .function(symbol)
        .orElseThrow(() -> new IllegalArgumentException(name() + ": undefined function " + symbol));
  }
}
