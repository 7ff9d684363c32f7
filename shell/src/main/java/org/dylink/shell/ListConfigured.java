package org.dylink.shell;

import java.util.List;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.dylink.launcher.ConfiguredProgramDTO;
import org.dylink.launcher.LauncherRuntime;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code wasm:configured}, which comes and goes with the launcher. */
@Component(service = ListConfigured.class)
@GogoCommand(scope = "wasm", function = "configured")
public final class ListConfigured extends WasmCommand {
  private final LauncherRuntime runtime;

  /** Lists what the launcher runs. */
  @Activate
  public ListConfigured(@Reference LauncherRuntime runtime) {
    super("configured");
    this.runtime = runtime;
  }

  /** The programs that configurations run, by name. */
  @Descriptor("lists the programs that configurations run, how they ended and started again")
  public List<ConfiguredProgramDTO> configured() {
    return new Listing<>(ConfiguredProgramDTO.class, runtime.programs());
  }
}
