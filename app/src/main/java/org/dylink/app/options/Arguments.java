package org.dylink.app.options;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A command line that is understood.
 *
 * @param command what to do
 * @param values the values of each option that is given, in order
 * @param operands what follows the options
 */
public record Arguments(
    CommandName command, Map<Option, List<String>> values, List<String> operands) {

  public Arguments {
    values = values.isEmpty() ? Map.of() : new EnumMap<>(values);
    operands = List.copyOf(operands);
  }

  /** Whether an option is given. */
  public boolean has(Option option) {
    return values.containsKey(option);
  }

  /** All values of an option, in order. */
  public List<String> all(Option option) {
    return values.getOrDefault(option, List.of());
  }

  /** The value of an option that can be given once. */
  public Optional<String> value(Option option) {
    return all(option).stream().findFirst();
  }

  /**
   * The size that an option gives, in bytes.
   *
   * @throws UsageException never for a line that was parsed: values are checked there
   */
  public OptionalLong bytes(Option option) throws UsageException {
    Optional<String> text = value(option);
    return text.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(Amounts.bytes(option, text.get()));
  }

  /**
   * The number of threads that an option gives.
   *
   * @throws UsageException never for a line that was parsed
   */
  public OptionalInt threads(Option option) throws UsageException {
    Optional<String> text = value(option);
    return text.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(Amounts.threads(option, text.get()));
  }

  /**
   * The time that an option gives.
   *
   * @throws UsageException never for a line that was parsed
   */
  public Optional<Duration> time(Option option) throws UsageException {
    Optional<String> text = value(option);
    return text.isEmpty() ? Optional.empty() : Optional.of(Amounts.seconds(option, text.get()));
  }

  /**
   * The values of an option of the form {@code NAME=VALUE}, in order.
   *
   * @throws UsageException never for a line that was parsed
   */
  public List<Pair> pairs(Option option) throws UsageException {
    List<Pair> pairs = new ArrayList<>();
    for (String text : all(option)) {
      pairs.add(Pair.of(option, text));
    }
    return pairs;
  }

  /**
   * The folders that the program may use, in order.
   *
   * @param base the folder that relative paths start from
   * @throws UsageException if one of them is gone by now
   */
  public List<FolderGrant> folders(Path base) throws UsageException {
    List<FolderGrant> grants = new ArrayList<>();
    for (String text : all(Option.FOLDER)) {
      grants.add(FolderGrant.of(text, base));
    }
    return grants;
  }
}
