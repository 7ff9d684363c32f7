package org.dylink.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gogo's help prints what {@code @Descriptor} says of a command and of each parameter. */
class HelpTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        ListLibraries.class,
        ShowLibrary.class,
        ExplainWait.class,
        ListSymbols.class,
        ShowDependencies.class,
        LoadLibraries.class,
        UnloadLibraries.class,
        ReloadLibraries.class,
        ReplaceLibrary.class,
        RunProgram.class,
        ListPrograms.class,
        ShowMap.class,
        ListServices.class,
        ListConfigured.class,
        StopPrograms.class
      })
  void explainsCommandAndParameters(Class<?> command) {
    Method method =
        Stream.of(command.getDeclaredMethods())
            .filter(m -> m.isAnnotationPresent(Descriptor.class))
            .findFirst()
            .orElseThrow();
    for (Parameter parameter : method.getParameters()) {
      assertTrue(
          parameter.getType() == CommandSession.class
              || parameter.isAnnotationPresent(Descriptor.class),
          parameter.toString());
    }
  }
}
