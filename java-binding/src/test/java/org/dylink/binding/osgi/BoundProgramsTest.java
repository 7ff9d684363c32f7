package org.dylink.binding.osgi;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.dylink.binding.testing.TestLinker;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.dylink.testing.Fake;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceException;

/** The programs behind a service, when that is taken back. */
class BoundProgramsTest {
  /** What the library is for. */
  interface Work {
    void run();
  }

  private final TestLinker linker = new TestLinker();
  private final LinkRequest.Builder request =
      LinkRequest.builder(
          linker.add(
              ModuleBuilder.module("librun.so")
                  .exportedFunction("run", "() -> ()", code())
                  .build()));
  private final Bundle user = Fake.of(Bundle.class, (method, arguments) -> "user [7]");
  private final List<Program> linked = new ArrayList<>();

  @Test
  void allThatIsLeftEnds() {
    BoundPrograms programs = programs(() -> {});
    programs.getService(user, null);
    programs.getService(user, null);
    assertTrue(programs.areUsed());

    programs.close();
    assertEquals(List.of(Program.State.CLOSED, Program.State.CLOSED), states());
    assertFalse(programs.areUsed());
  }

  @Test
  void whatIsBeingLinkedMeanwhileIsClosed() {
    List<BoundPrograms> closing = new ArrayList<>();
    BoundPrograms programs = programs(() -> closing.forEach(BoundPrograms::close));
    closing.add(programs);

    ServiceException failure =
        assertThrows(ServiceException.class, () -> programs.getService(user, null));
    assertEquals(
        Work.class.getName() + " for bundle user [7]: the service was taken back",
        failure.getMessage());
    assertEquals(List.of(Program.State.CLOSED), states());
    assertFalse(programs.areUsed());
  }

  private List<Program.State> states() {
    return linked.stream().map(Program::state).toList();
  }

  /**
   * @param meanwhile happens while a program is being linked
   */
  private BoundPrograms programs(Runnable meanwhile) {
    Linker slow =
        Fake.of(
            Linker.class,
            (method, arguments) -> {
              Program program = link();
              meanwhile.run();
              return program;
            });
    return new BoundPrograms(Work.class, slow, request, false);
  }

  private Program link() throws LinkException {
    Program program = linker.link(request.build());
    linked.add(program);
    return program;
  }
}
