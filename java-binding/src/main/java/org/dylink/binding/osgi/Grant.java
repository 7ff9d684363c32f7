package org.dylink.binding.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.OnWithdraw;
import org.dylink.linker.config.MalformedValueException;
import org.dylink.linker.config.RequestTerms;
import org.dylink.linker.config.Settings;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * A configuration: what the programs behind one interface are granted. A change makes a new one.
 */
@Component(
    service = Grant.class,
    configurationPid = GrantConfiguration.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = GrantConfiguration.class, factory = true)
public final class Grant {
  private static final Logger LOG = System.getLogger(Grant.class.getName());

  private final String type;
  private final List<Consumer<LinkRequest.Builder>> terms; // null if a value is no good
  private final boolean isReplacing;

  /** Made by Declarative Services. */
  @Activate
  public Grant(Map<String, Object> properties) {
    Settings settings =
        new Settings(String.valueOf(properties.get(Constants.SERVICE_PID)), properties);
    this.type = settings.text("service").orElse("");
    this.terms = terms(settings).orElse(null);
    this.isReplacing =
        settings.text("onWithdraw").filter(OnWithdraw.REPLACE.name()::equalsIgnoreCase).isPresent();
  }

  private static Optional<List<Consumer<LinkRequest.Builder>>> terms(Settings settings) {
    try {
      if (settings.text("service").isEmpty()) {
        throw settings.malformed("service", "expected an interface's name", "nothing", null);
      }
      return Optional.of(RequestTerms.of(settings));
    } catch (MalformedValueException e) {
      LOG.log(Level.ERROR, "{0}: no service", e.getMessage());
      return Optional.empty();
    }
  }

  /** The interface's name. */
  String type() {
    return type;
  }

  /** Whether all values are good: nothing runs with other limits than it was meant to. */
  boolean isGood() {
    return terms != null;
  }

  /** Whether libraries that come take the places of those that programs have. */
  boolean isReplacing() {
    return isReplacing;
  }

  /** Says what is granted. */
  void apply(LinkRequest.Builder request) {
    terms.forEach(term -> term.accept(request));
  }
}
