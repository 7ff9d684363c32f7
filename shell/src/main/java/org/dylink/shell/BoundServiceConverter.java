package org.dylink.shell;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.apache.felix.service.command.Converter;
import org.dylink.binding.runtime.BindingRuntime;
import org.dylink.binding.runtime.BoundServiceDTO;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Prints interfaces that are bound to libraries, or are not yet. */
@Component(
    service = Converter.class,
    property = Converter.CONVERTER_CLASSES + "=org.dylink.binding.runtime.BoundServiceDTO",
    reference = @Reference(name = "binding", service = BindingRuntime.class))
public final class BoundServiceConverter extends TableConverter<BoundServiceDTO> {
  private static final String NOTHING = "-";

  /** Makes the converter; it comes with the bundle whose class it prints. */
  public BoundServiceConverter() {
    super(BoundServiceDTO.class);
  }

  @Override
  TextTable table(List<BoundServiceDTO> services) {
    TextTable table =
        new TextTable("INTERFACE", "ID", "STATE", "LIBRARY", "VERSION", "PROGRAMS", "FAILURE");
    for (BoundServiceDTO service : services) {
      table.row(
          service.type,
          service.bundle,
          state(service),
          service.library,
          service.version == null ? NOTHING : service.version,
          service.programs.isEmpty()
              ? NOTHING
              : service.programs.stream().map(String::valueOf).collect(joining(", ")),
          service.failure == null ? NOTHING : service.failure);
    }
    return table;
  }

  private static Tone.Word state(BoundServiceDTO service) {
    if (service.registered) {
      return new Tone.Word("registered", Tone.GOOD);
    }
    return service.failure == null
        ? new Tone.Word("waiting", Tone.PENDING)
        : new Tone.Word("failed", Tone.BAD);
  }

  @Override
  String name(BoundServiceDTO service) {
    return service.type;
  }
}
