package org.dylink.webconsole;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.felix.webconsole.servlet.AbstractServlet;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.dylink.linker.Library;
import org.dylink.linker.LinkMap;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.dylink.linker.runtime.LinkerRuntime;
import org.dylink.monitor.Monitor;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The page {@code dylink} of the console, which asks who somebody is before it shows it. */
@Component(
    service = Servlet.class,
    property = {
      ServletConstants.PLUGIN_LABEL + "=" + DylinkPlugin.LABEL,
      ServletConstants.PLUGIN_TITLE + "=Dylink",
      ServletConstants.PLUGIN_CATEGORY + "=OSGi"
    })
public final class DylinkPlugin extends AbstractServlet {
  static final String LABEL = "dylink";
  private static final long serialVersionUID = 1L;
  private static final int TOKEN_BYTES = 16;

  private final transient Linker linker;
  private final transient LinkerRuntime runtime;
  private final transient Monitor monitor;
  private final transient Actions actions;
  private final long linkerBundle;
  private final String token = newToken();
  private final transient AtomicReference<ServiceSource> services = new AtomicReference<>();
  private final transient AtomicReference<String> said = new AtomicReference<>("");

  /** Shows one linker. */
  @Activate
  public DylinkPlugin(
      BundleContext context,
      @Reference Linker linker,
      @Reference ServiceReference<Linker> reference,
      @Reference LinkerRuntime runtime,
      @Reference Monitor monitor) {
    this.linker = linker;
    this.runtime = runtime;
    this.monitor = monitor;
    this.linkerBundle = reference.getBundle().getBundleId();
    this.actions = new Actions(context, linker, runtime, linkerBundle);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void setServices(ServiceSource bound) {
    services.set(bound);
  }

  void unsetServices(ServiceSource bound) {
    services.compareAndSet(bound, null);
  }

  // A page of somebody else's in the same browser can send a form, but has not read this.
  private static String newToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public void renderContent(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String bundles = request.getAttribute(ServletConstants.ATTR_APP_ROOT) + "/bundles/";
    String page = Page.of(scene(), token, bundles, said.getAndSet(""), Clock.systemUTC());
    response.getWriter().write(page);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    said.set(
        isOurs(request.getParameter("token"))
            ? actions.act(text(request, "action"), text(request, "id"))
            : "not done: the page was not read from here, or before a restart; try again");
    // So that reading the page again does not do it again.
    String page = String.valueOf(request.getAttribute(ServletConstants.ATTR_PLUGIN_ROOT));
    response.sendRedirect(page);
  }

  private boolean isOurs(String sent) {
    return sent != null
        && MessageDigest.isEqual(
            sent.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  private Scene scene() {
    Map<Long, LinkMap> maps = new HashMap<>();
    List<Replacement> replacements = new ArrayList<>();
    ServiceSource bound = services.get();
    List<Library> available = linker.libraries();
    for (Program program : linker.programs()) {
      maps.put(program.id(), program.linkMap());
      replacements.addAll(Replacement.of(program, available));
    }
    return new Scene(
        runtime.libraries(),
        runtime.programs(),
        bound == null ? List.of() : bound.all(),
        maps,
        List.copyOf(monitor.events()),
        replacements,
        linkerBundle);
  }
}
