package org.dylink.binding.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.dylink.binding.BindingException;
import org.dylink.binding.code.InterfaceBinder;
import org.dylink.binding.shape.RemoteMethods;
import org.dylink.linker.Linker;
import org.osgi.framework.Bundle;

/** Holds an interface against the libraries that come for it; one thread at a time does so. */
final class Fitting {
  private static final Logger LOG = System.getLogger(BoundService.class.getName());

  /** An interface, and what its program needs. */
  record Fit(Class<?> type, Needs needs) {}

  private final Bundle bundle;
  private final ServiceClause clause;
  private final Linker linker;
  private Offer refused;
  private volatile String failure; // why; null if the interface fits, or nothing was offered

  Fitting(Bundle bundle, ServiceClause clause, Linker linker) {
    this.bundle = bundle;
    this.clause = clause;
    this.linker = linker;
  }

  /** Why the last library does not fit, from any thread; null if it does. */
  String failure() {
    return failure;
  }

  /**
   * The interface with a library, if all that this needs is there and the interface fits it. If it
   * does not, that is logged once.
   *
   * @param otherwise what follows if it does not fit, for the log
   */
  Optional<Fit> of(Offer offer, ServedModules hosts, String otherwise) {
    Needs needs = Needs.of(linker.dependencies(offer.library()));
    if (offer.equals(refused) || !needs.areMet(hosts)) {
      return Optional.empty();
    }
    try {
      Class<?> type = bundle.loadClass(clause.type());
      InterfaceBinder.check(type, needs.libraries());
      if (clause.isExported()) {
        RemoteMethods.check(type, clause.library());
      }
      refused = null;
      failure = null;
      return Optional.of(new Fit(type, needs));
    } catch (ClassNotFoundException e) {
      refuse(offer, clause.type() + ": no such class", otherwise);
    } catch (BindingException e) {
      refuse(offer, e.getMessage(), otherwise);
    } catch (IllegalArgumentException | LinkageError e) {
      refuse(offer, String.valueOf(e.getMessage()), otherwise);
    }
    return Optional.empty();
  }

  private void refuse(Offer offer, String why, String otherwise) {
    refused = offer;
    failure = why;
    LOG.log(Level.ERROR, "bundle {0}: {1}: {2}: {3}", bundle, ServiceHeader.NAME, why, otherwise);
  }
}
