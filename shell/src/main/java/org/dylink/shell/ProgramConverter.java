package org.dylink.shell;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.felix.service.command.Converter;
import org.dylink.linker.Program.State;
import org.dylink.linker.runtime.ProgramDTO;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Prints programs: how far they are, how they ended, and how much they have loaded. */
@Component(
    service = Converter.class,
    property = Converter.CONVERTER_CLASSES + "=org.dylink.linker.runtime.ProgramDTO")
public final class ProgramConverter extends TableConverter<ProgramDTO> {
  private static final String NOTHING = "-";

  private final Clock clock;

  /** Makes the converter, which takes the time from the system. */
  @Activate
  public ProgramConverter() {
    this(Clock.systemUTC());
  }

  ProgramConverter(Clock clock) {
    super(ProgramDTO.class);
    this.clock = clock;
  }

  @Override
  TextTable table(List<ProgramDTO> programs) {
    TextTable table =
        new TextTable(
            "ID",
            "NAME",
            "STATE",
            "EXIT CODE",
            "ENGINE",
            "LIBRARIES",
            "MEMORY (KiB)",
            "UPTIME",
            "FAILURE");
    for (ProgramDTO program : programs) {
      table.row(
          program.id,
          program.name,
          Tone.of(program.state),
          program.exitCode == null ? NOTHING : program.exitCode.toString(),
          program.engine,
          program.libraries.size(),
          program.memory / 1024,
          uptime(program),
          program.failure == null ? NOTHING : program.failure);
    }
    return table;
  }

  private String uptime(ProgramDTO program) {
    boolean lives = program.state == State.READY || program.state == State.RUNNING;
    return lives ? Words.time(Duration.ofMillis(clock.millis() - program.begun)) : NOTHING;
  }

  @Override
  String name(ProgramDTO program) {
    return Long.toString(program.id);
  }
}
