package org.dylink.shell;

import java.util.List;
import java.util.stream.Stream;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code wasm:kill}. */
@Component(service = StopPrograms.class)
@GogoCommand(scope = "wasm", function = "kill")
public final class StopPrograms extends WasmCommand {
  private final Linker linker;

  /** Stops programs of one linker. */
  @Activate
  public StopPrograms(@Reference Linker linker) {
    super("kill PROGRAM...");
    this.linker = linker;
  }

  /** Stops the guest code of programs; whoever runs them closes them. */
  @Descriptor("stops programs, also in a loop without calls")
  public void kill(@Descriptor("ids or names of programs") String... programs) {
    if (programs.length == 0) {
      throw usage();
    }
    // All are looked up first: a mistyped id stops none of them.
    List<Program> meant = Stream.of(programs).map(p -> Names.program(linker, p)).toList();
    meant.forEach(program -> program.stop("killed by wasm:kill"));
  }
}
