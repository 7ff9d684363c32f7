package org.dylink.engine;

/**
 * An engine that somebody has allowed and that cannot work here. The bundle of the engine registers
 * it as a service in the engine's place, so that whoever watches the framework can tell.
 *
 * @param engine the engine's name
 * @param reason why it stays away, with the folder, the platform or the property
 */
public record EngineAbsence(String engine, String reason) {
  /** {@code engine native stays away: /var/lib/dylink: is no folder}. */
  @Override
  public String toString() {
    return "engine " + engine + " stays away: " + reason;
  }
}
