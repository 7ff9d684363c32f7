package org.dylink.linker.link.host;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.host.Guest;
import org.dylink.engine.host.HostLibrary;
import org.dylink.engine.host.HostSymbol;

/**
 * What modules of well-known toolchains take for granted: AssemblyScript's {@code env} (its
 * bindings for JavaScript say what each function does), Emscripten's note that a memory has grown,
 * and the clock of TinyGo. All of it a program can do by WASI, too; nothing of it is a grant.
 */
final class Toolchains {
  // What is larger or smaller than 10 to these JavaScript writes with an exponent.
  private static final int LARGE = 21;
  private static final int SMALL = 6;
  private static final int MOST_BYTES = 1 << 20;

  /** For modules that nobody gives another {@code env}. */
  static final HostLibrary ENV =
      HostLibrary.perProgram("env", Toolchains.class, guest -> new Toolchains(guest));

  private static final HostLibrary GO =
      HostLibrary.perProgram("gojs", GoClock.class, guest -> new GoClock());

  private final Guest guest;
  private final long start = System.nanoTime();

  private Toolchains(Guest guest) {
    this.guest = guest;
  }

  /** What serves an import module's name where no service does. */
  static Optional<HostLibrary> named(String module) {
    return module.equals(GO.moduleName()) ? Optional.of(GO) : Optional.empty();
  }

  @HostSymbol
  void abort(int message, int file, int line, int column) {
    String place = string(file) + ":" + line + ":" + column;
    throw new TrapException(TrapKind.UNREACHABLE, string(message) + " in " + place);
  }

  @HostSymbol
  double seed() {
    return System.currentTimeMillis() * Math.random();
  }

  @HostSymbol
  void trace(int message, int count, double a, double b, double c, double d, double e) {
    StringBuilder text = new StringBuilder(string(message));
    List.of(a, b, c, d, e)
        .subList(0, Math.min(5, Math.max(0, count)))
        .forEach(value -> text.append(' ').append(number(value)));
    print(guest.stdout(), text.toString());
  }

  @HostSymbol("console.log")
  void log(int text) {
    print(guest.stdout(), string(text));
  }

  @HostSymbol("console.info")
  void info(int text) {
    print(guest.stdout(), string(text));
  }

  @HostSymbol("console.debug")
  void debug(int text) {
    print(guest.stdout(), string(text));
  }

  @HostSymbol("console.warn")
  void warn(int text) {
    print(guest.stderr(), string(text));
  }

  @HostSymbol("console.error")
  void error(int text) {
    print(guest.stderr(), string(text));
  }

  @HostSymbol("Date.now")
  double dateNow() {
    return System.currentTimeMillis();
  }

  @HostSymbol("performance.now")
  double performanceNow() {
    return (System.nanoTime() - start) / 1e6;
  }

  @HostSymbol("emscripten_notify_memory_growth")
  void memoryGrown(int memory) {
    // Whoever looks at the memory sees its size.
  }

  // UTF-16; the size in bytes stands in front.
  private String string(int address) {
    if (address == 0) {
      return "null";
    }
    int size = guest.memory().readInt(address - 4);
    byte[] bytes = new byte[Math.max(0, Math.min(size, MOST_BYTES))];
    guest.memory().read(address, bytes, 0, bytes.length);
    return StandardCharsets.UTF_16LE.decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static void print(OutputStream to, String line) {
    try {
      to.write(line.concat("\n").getBytes(StandardCharsets.UTF_8));
      to.flush();
    } catch (IOException e) {
      throw new TrapException(TrapKind.OTHER, "console: " + e.getMessage(), List.of(), e);
    }
  }

  /** As JavaScript writes numbers: {@code 1}, {@code 2.5}, {@code 1e+21}. */
  static String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value) || value == 0) {
      return value == 0 ? "0" : String.valueOf(value);
    }
    BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent >= -SMALL && exponent < LARGE) {
      return digits.toPlainString();
    }
    BigDecimal mantissa = digits.movePointLeft(exponent).stripTrailingZeros();
    return mantissa.toPlainString() + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
  }

  /** The clock of TinyGo's programs for browsers: milliseconds. */
  static final class GoClock {
    @HostSymbol("runtime.ticks")
    double ticks() {
      return System.nanoTime() / 1e6;
    }
  }
}
