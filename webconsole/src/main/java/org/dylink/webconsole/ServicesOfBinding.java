package org.dylink.webconsole;

import java.util.List;
import java.util.Objects;
import org.dylink.binding.runtime.BindingRuntime;
import org.dylink.binding.runtime.BoundServiceDTO;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Comes with the binding: nothing else here needs its classes. */
@Component(service = ServiceSource.class)
public final class ServicesOfBinding implements ServiceSource {
  private final BindingRuntime runtime;

  /** Tells of one binding. */
  @Activate
  public ServicesOfBinding(@Reference BindingRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public List<ListedService> all() {
    return runtime.services().stream().map(ServicesOfBinding::describe).toList();
  }

  private static ListedService describe(BoundServiceDTO service) {
    return new ListedService(
        service.type,
        service.bundle,
        service.library,
        Objects.toString(service.version, ""),
        Objects.toString(service.failure, ""),
        List.copyOf(service.programs));
  }
}
