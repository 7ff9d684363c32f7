package org.dylink.shell;

import java.util.List;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.dylink.binding.runtime.BindingRuntime;
import org.dylink.binding.runtime.BoundServiceDTO;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code wasm:services}, which comes and goes with the binding. */
@Component(service = ListServices.class)
@GogoCommand(scope = "wasm", function = "services")
public final class ListServices extends WasmCommand {
  private final BindingRuntime runtime;

  /** Lists what the binding knows. */
  @Activate
  public ListServices(@Reference BindingRuntime runtime) {
    super("services");
    this.runtime = runtime;
  }

  /** The interfaces that bundles have bound to libraries, whether they are services or not. */
  @Descriptor("lists the Java interfaces that are bound to libraries, or wait for them")
  public List<BoundServiceDTO> services() {
    return new Listing<>(BoundServiceDTO.class, runtime.services());
  }
}
