package org.dylink.app.stack;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.host.Guest;
import org.dylink.engine.host.HostLibrary;
import org.dylink.engine.host.HostSymbol;
import org.dylink.engine.host.ProgramExit;
import org.dylink.linker.Library;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;
import org.dylink.linker.embed.Dylink;

/**
 * A JVM of its own, whose programs recurse to the end of the stack and make each call there for the
 * first time: a class whose initializer overflows would stay broken, for them and for all others.
 */
public final class DeepProgram {
  private static final int SUCCESSES = 3;
  private static final int STEPS = Integer.getInteger("dylink.deep.steps", 30);

  private final Dylink dylink;
  private final Library main;
  private final List<DeepCalls> calls = DeepCalls.all();
  private final String engine;
  private final Path folder;
  private int exhausted;

  private DeepProgram(String engine, Path folder) throws Exception {
    this.engine = engine;
    this.folder = folder;
    this.dylink =
        Dylink.builder()
            .library("deep.wasm", DeepModule.main(calls))
            .library("libplug.so", DeepModule.plugin())
            .host(HostLibrary.perProgram("host", Host.class, Host::new))
            .build();
    this.main = dylink.library("deep.wasm").orElseThrow();
  }

  /** What guests call in Java. */
  public static final class Host {
    private final Guest guest;

    Host(Guest guest) {
      this.guest = guest;
    }

    /** Logs, and needs time zones and formats for it. */
    @HostSymbol("log")
    public int log() {
      int hour = ZonedDateTime.of(2026, 1, 1, 3, 0, 0, 0, ZoneId.of("Europe/Berlin")).getHour();
      Logger.getLogger("deep").log(Level.FINE, String.format(Locale.ROOT, "%02d", hour));
      return hour;
    }

    /** Calls the guest back. */
    @HostSymbol("back")
    public int back() {
      return (int) guest.function("seven").orElseThrow().call();
    }

    /** Recurses through the guest, and logs at the end. */
    @HostSymbol("again")
    public int again(int more) {
      return more == 0 ? log() : (int) guest.function("between").orElseThrow().call(more - 1);
    }
  }

  /**
   * Runs programs and prints what came of it.
   *
   * @param arguments the engine's name, bytes of stack, a folder
   */
  public static void main(String[] arguments) throws Exception {
    DeepProgram deep = new DeepProgram(arguments[0], Path.of(arguments[2]));
    Thread thread = new Thread(null, deep::run, "guest", Integer.parseInt(arguments[1]));
    thread.start();
    thread.join();
    try (Program program = deep.link()) {
      System.out.println("afterwards: " + deep.wrong(program));
    }
  }

  private Program link() throws Exception {
    Files.writeString(folder.resolve("file"), "content\n");
    LinkRequest.Builder request = LinkRequest.builder(main).engine(engine).folder("/", folder);
    return dylink.link(request.stdout(new ByteArrayOutputStream()).build());
  }

  private void run() {
    try (Program program = link()) {
      for (int way = 0; way < calls.size(); way++) {
        int number = way;
        descend(deepest(program), depth -> check(number, program.call("down", depth, number)));
      }
      // As deep as there is room for the host, and as much again.
      int between = 2 * deepest(depth -> program.call("between", depth));
      descend(between, depth -> checkResult(3, program.call("between", depth)));
      descend(deepest(program), this::leave);
      System.out.println(exhausted > 0 ? "exhausted" : "there was room everywhere");
    } catch (Exception | LinkageError e) {
      e.printStackTrace(System.out);
    }
  }

  private interface Attempt {
    void at(int depth) throws Exception;
  }

  /** From where there is no stack to where there is enough. */
  private void descend(int deepest, Attempt attempt) throws Exception {
    int good = 0;
    for (int depth = deepest; depth > 0 && good < SUCCESSES; depth -= 1 + deepest / STEPS) {
      try {
        attempt.at(depth);
        good++;
      } catch (TrapException e) {
        requireExhausted(e);
        exhausted++;
      }
    }
  }

  private static void requireExhausted(TrapException trap) {
    if (trap.kind() != TrapKind.STACK_OVERFLOW) {
      throw trap;
    }
  }

  private void leave(int depth) throws Exception {
    try (Program program = link()) {
      program.call("leave", depth);
      throw new IllegalStateException("proc_exit returned");
    } catch (ProgramExit e) {
      checkResult(3, e.code());
    }
  }

  private void check(int way, Object result) {
    checkResult(calls.get(way).result(), result);
  }

  private static void checkResult(int expected, Object result) {
    if (!result.equals(expected)) {
      throw new IllegalStateException("expected " + expected + ", found " + result);
    }
  }

  /** Measured again each time: code that HotSpot has compiled meanwhile needs less. */
  private int deepest(Program program) throws Exception {
    return deepest(depth -> program.call("down", depth, calls.size()));
  }

  private static int deepest(Attempt attempt) throws Exception {
    int deepest = 0;
    for (int step = 1 << 17; step > 0; step /= 2) {
      try {
        attempt.at(deepest + step);
        deepest += step;
      } catch (TrapException e) {
        requireExhausted(e);
      }
    }
    return deepest;
  }

  /** The calls that do not give what they should, at a depth where there is stack. */
  private List<String> wrong(Program program) {
    List<String> wrong = new ArrayList<>();
    for (int way = 0; way < calls.size(); way++) {
      try {
        check(way, program.call("down", 0, way));
      } catch (RuntimeException | LinkageError e) {
        wrong.add(calls.get(way).name() + ": " + e);
      }
    }
    return wrong;
  }
}
