package org.dylink.shell;

import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.dylink.linker.LinkMap;
import org.dylink.linker.Linker;
import org.dylink.linker.draw.AddressSpaceDrawing;
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
    super("map [--svg] PROGRAM");
    this.linker = linker;
  }

  /** What a program has loaded where; as a picture, a text. */
  @Descriptor("draws a program's address space: data, stack, heap and slots of each library")
  public Object map(
      @Descriptor("as a picture to scale: wasm:map --svg 1 | tac map.svg")
          @Parameter(names = "--svg", presentValue = "true", absentValue = "false")
          boolean svg,
      @Descriptor("id or name of a program") String... program) {
    LinkMap map = Names.program(linker, one(program)).linkMap();
    return svg ? AddressSpaceDrawing.svg(map) : map;
  }
}
