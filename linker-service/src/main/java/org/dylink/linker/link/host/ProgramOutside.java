package org.dylink.linker.link.host;

import java.util.Optional;
import org.dylink.engine.host.HostFunction;
import org.dylink.format.Import;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.resolve.Bound;
import org.dylink.linker.link.resolve.Outside;
import org.dylink.linker.link.resolve.PlainModules;

/** The host functions and the plain modules of one program. */
public final class ProgramOutside implements Outside {
  private final HostModules hosts;
  private final PlainModules plain;

  public ProgramOutside(HostModules hosts, PlainModules plain) {
    this.hosts = hosts;
    this.plain = plain;
  }

  @Override
  public boolean has(String module) {
    return plain.has(module) || hosts.has(module);
  }

  // What a host library's module imports is the library itself.
  @Override
  public Optional<Bound> find(Place user, Import entry) {
    Optional<Bound> plainly =
        user.library().host().isPresent()
            ? Optional.empty()
            : plain.find(entry.module(), entry.name());
    return plainly.or(() -> hosts.find(user, entry).map(found -> host(entry.module(), found)));
  }

  @Override
  public Optional<Bound> inEnv(String symbol) {
    return hosts.find(AbiNames.ENV, symbol).map(found -> host(AbiNames.ENV, found));
  }

  @Override
  public Optional<Bound> givenEnv(String symbol) {
    return plain.find(AbiNames.ENV, symbol);
  }

  @Override
  public Optional<Bound> inEnvOfPlain(Place user, Import entry) {
    return hosts.findForPlain(user, entry).map(found -> host(AbiNames.ENV, found));
  }

  private static Bound host(String module, HostFunction function) {
    return new Bound.Host(module, function);
  }
}
