package org.dylink.shell;

import java.util.List;
import org.apache.felix.service.command.Converter;
import org.dylink.launcher.ConfiguredProgram;
import org.dylink.launcher.ConfiguredProgramDTO;
import org.dylink.launcher.LauncherRuntime;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Prints programs that configurations run. */
@Component(
    service = Converter.class,
    property = Converter.CONVERTER_CLASSES + "=org.dylink.launcher.ConfiguredProgramDTO",
    reference = @Reference(name = "launcher", service = LauncherRuntime.class))
public final class ConfiguredProgramConverter extends TableConverter<ConfiguredProgramDTO> {
  private static final String NOTHING = "-";

  /** Makes the converter; it comes with the bundle whose class it prints. */
  public ConfiguredProgramConverter() {
    super(ConfiguredProgramDTO.class);
  }

  @Override
  TextTable table(List<ConfiguredProgramDTO> programs) {
    TextTable table = new TextTable("NAME", "STATE", "EXIT CODE", "RESTARTS", "PID", "FAILURE");
    for (ConfiguredProgramDTO program : programs) {
      table.row(
          program.name,
          new Tone.Word(Words.lowerCase(program.state), tone(program.state)),
          program.exitCode == null ? NOTHING : program.exitCode.toString(),
          program.restarts,
          program.pid,
          program.failure == null ? NOTHING : program.failure);
    }
    return table;
  }

  private static Tone tone(ConfiguredProgram.State state) {
    return switch (state) {
      case RUNNING -> Tone.GOOD;
      case WAITING, BACKING_OFF -> Tone.PENDING;
      case FAILED -> Tone.BAD;
      case EXITED -> Tone.PLAIN;
    };
  }

  @Override
  String name(ConfiguredProgramDTO program) {
    return program.name;
  }
}
