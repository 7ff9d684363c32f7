package org.dylink.linker.config;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.dylink.engine.host.HostNames;

/**
 * The properties of one configuration. A value may be of its type or a string that says the same,
 * for files have only strings; a blank one is none, for forms leave blank what nobody fills in.
 */
public final class Settings {
  private static final String BETWEEN_FOLDERS = "::";
  // What is longer is a slip, and nanoseconds in a long end at 292 years.
  private static final BigDecimal MOST_SECONDS =
      BigDecimal.valueOf(Duration.ofDays(365).toSeconds());

  private final String pid;
  private final Map<String, ?> properties;

  /** Takes what Configuration Admin, or the component that was configured, gives. */
  public Settings(String pid, Map<String, ?> properties) {
    this.pid = pid;
    this.properties = properties;
  }

  /** The PID of the configuration. */
  public String pid() {
    return pid;
  }

  /** A string. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(properties.get(name))
        .map(Object::toString)
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  /** Strings: an array, a collection, or one alone. */
  public List<String> texts(String name) {
    Object value = properties.get(name);
    if (value instanceof Object[] array) {
      return notBlank(Arrays.stream(array));
    } else if (value instanceof Collection<?> collection) {
      return notBlank(collection.stream());
    }
    return text(name).map(List::of).orElse(List.of());
  }

  private static List<String> notBlank(Stream<?> values) {
    return values.map(String::valueOf).filter(text -> !text.isBlank()).toList();
  }

  /**
   * A whole number of something.
   *
   * @param unit in the plural
   */
  public OptionalLong amount(String name, long least, long most, String unit)
      throws MalformedValueException {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    String expected = "expected " + least + " to " + most + " " + unit;
    try {
      long amount = new BigDecimal(text.get()).longValueExact();
      if (amount < least || amount > most) {
        throw malformed(name, expected, text.get(), null);
      }
      return OptionalLong.of(amount);
    } catch (ArithmeticException | NumberFormatException e) {
      throw malformed(name, expected, text.get(), e);
    }
  }

  /** A time in seconds, also with decimals. */
  public Optional<Duration> seconds(String name) throws MalformedValueException {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String expected = "expected seconds, more than 0 and at most a year";
    try {
      BigDecimal seconds = new BigDecimal(text.get());
      if (seconds.signum() <= 0 || seconds.compareTo(MOST_SECONDS) > 0) {
        throw malformed(name, expected, text.get(), null);
      }
      return Optional.of(Duration.ofNanos(seconds.movePointRight(9).longValueExact()));
    } catch (ArithmeticException | NumberFormatException e) {
      throw malformed(name, expected, text.get(), e);
    }
  }

  /** One of an enum's constants, in small letters and with a hyphen too: {@code on-failure}. */
  public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type)
      throws MalformedValueException {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(text.get().replace('-', '_'))) {
        return Optional.of(constant);
      }
    }
    String all = Arrays.toString(type.getEnumConstants());
    throw malformed(name, "expected one of " + all, text.get(), null);
  }

  /** Strings by their names, written {@code NAME=VALUE}. */
  public Map<String, String> variables(String name) throws MalformedValueException {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String text : texts(name)) {
      int separator = text.indexOf('=');
      if (separator < 1) {
        throw malformed(name, "expected NAME=VALUE", text, null);
      }
      variables.put(text.substring(0, separator), text.substring(separator + 1));
    }
    return variables;
  }

  /**
   * Folders of the host, written {@code HOST::GUEST}, by their names in the guest. The host's names
   * need not be such as the locale has: see {@link HostNames}.
   */
  public Map<String, Path> folders(String name) throws MalformedValueException {
    Map<String, Path> folders = new LinkedHashMap<>();
    for (String text : texts(name)) {
      int separator = text.indexOf(BETWEEN_FOLDERS);
      int guest = separator + BETWEEN_FOLDERS.length();
      if (separator < 1 || guest == text.length()) {
        throw malformed(name, "expected HOST::GUEST", text, null);
      }
      folders.put(text.substring(guest), folder(name, text, text.substring(0, separator)));
    }
    return folders;
  }

  /**
   * What to throw where a value is no good.
   *
   * @param expected what would be
   * @param cause what found it out, or null
   */
  public MalformedValueException malformed(
      String name, String expected, String found, Throwable cause) {
    return new MalformedValueException(
        pid + ": " + name + ": " + expected + ", found " + found, cause);
  }

  private Path folder(String name, String text, String host) throws MalformedValueException {
    String expected = "expected a folder that is there";
    try {
      Path folder = HostNames.resolve(Path.of("").toAbsolutePath(), host);
      if (!Files.isDirectory(folder)) {
        throw malformed(name, expected, text, null);
      }
      return folder;
    } catch (InvalidPathException e) {
      throw malformed(name, expected, text, e);
    }
  }
}
