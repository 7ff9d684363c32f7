package org.dylink.shell;

import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.dylink.linker.LinkMap;
import org.dylink.linker.Linker;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code wasm:map}. */
@Component(service = ShowMap.class)
@GogoCommand(scope = "wasm", function = "map")
public final class ShowMap extends WasmCommand {
  private final Linker linker;

  /** Shows the programs of one linker. */
  @Activate
  public ShowMap(@Reference Linker linker) {
    super("map ID");
    this.linker = linker;
  }

  /** What a program has loaded where. */
  @Descriptor("draws a program's address space: data, stack, heap and slots of each library")
  public LinkMap map(@Descriptor("id or name of a program") String... program) {
    return Names.program(linker, one(program)).linkMap();
  }
}
