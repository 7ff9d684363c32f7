package org.dylink.launcher.osgi;

import java.util.Comparator;
import java.util.List;
import org.dylink.launcher.ConfiguredProgram;
import org.dylink.launcher.ConfiguredProgramDTO;
import org.dylink.launcher.LauncherRuntime;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** All configured programs, whether there are any or not. */
@Component
public final class Overview implements LauncherRuntime {
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  private volatile List<ConfiguredProgram> all = List.of();

  @Override
  public List<ConfiguredProgramDTO> programs() {
    return all.stream()
        .map(ConfiguredProgram::describe)
        .sorted(
            Comparator.comparing((ConfiguredProgramDTO program) -> program.name)
                .thenComparing(program -> program.pid))
        .toList();
  }
}
