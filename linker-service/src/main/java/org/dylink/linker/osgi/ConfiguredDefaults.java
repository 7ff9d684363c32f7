package org.dylink.linker.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.dylink.linker.LinkDefaults;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.OnWithdraw;
import org.dylink.linker.config.MalformedValueException;
import org.dylink.linker.config.Settings;

/** Reads what {@link LinkerConfiguration} describes. A value that is no good changes nothing. */
final class ConfiguredDefaults {
  private static final Logger LOG = System.getLogger(ConfiguredDefaults.class.getName());

  /** Reads one property. */
  @FunctionalInterface
  private interface Reading<T> {
    T read(String name) throws MalformedValueException;
  }

  private ConfiguredDefaults() {}

  /**
   * The defaults that a configuration asks for.
   *
   * @param before what stays where a value is malformed
   */
  static LinkDefaults read(Map<String, ?> properties, LinkDefaults before) {
    Settings settings = new Settings(LinkerConfiguration.PID, properties);
    LinkDefaults none = LinkDefaults.NONE;
    return new LinkDefaults(
        value(
                "maxMemory",
                name -> settings.amount(name, 1, LinkRequest.WHOLE_MEMORY, "bytes"),
                OptionalLong.of(before.maxMemory()))
            .orElse(none.maxMemory()),
        value(
                "maxSlots",
                name -> settings.amount(name, 1, LinkRequest.DEFAULT_MAX_SLOTS, "slots"),
                OptionalLong.of(before.maxSlots()))
            .orElse(none.maxSlots()),
        (int)
            value(
                    "maxThreads",
                    name -> settings.amount(name, 1, LinkRequest.MOST_THREADS, "threads"),
                    OptionalLong.of(before.maxThreads()))
                .orElse(none.maxThreads()),
        value("timeout", settings::seconds, before.timeout()),
        value(
                "stackSize",
                name -> settings.amount(name, 1, Integer.MAX_VALUE, "bytes"),
                OptionalLong.of(before.stackSize()))
            .orElse(none.stackSize()),
        value("engine", settings::text, before.engine()),
        value(
                "onWithdraw",
                name -> settings.choice(name, OnWithdraw.class),
                Optional.of(before.onWithdraw()))
            .orElse(none.onWithdraw()),
        value("folders", settings::folders, before.folders()));
  }

  private static <T> T value(String name, Reading<T> reading, T before) {
    try {
      return reading.read(name);
    } catch (MalformedValueException e) {
      LOG.log(Level.ERROR, e.getMessage() + ": stays as it was");
      return before;
    }
  }
}
