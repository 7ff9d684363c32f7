package org.dylink.linker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dylink.engine.CompiledForm;
import org.dylink.engine.Lack;
import org.dylink.engine.Readiness;

/**
 * What an engine says of a program before it is linked.
 *
 * @param engine its name
 * @param modules what it says of each of the program's modules, main first
 */
public record EngineOutlook(String engine, List<Module> modules) {
  public EngineOutlook {
    modules = List.copyOf(modules);
  }

  /**
   * What an engine says of one module.
   *
   * @param library the module
   * @param readiness what there is of it, and what is lacking
   */
  public record Module(Library library, Readiness readiness) {}

  /**
   * A line of what there is to tell.
   *
   * @param library the module's name
   * @param engine who says it
   * @param compiled what the module was compiled for; empty if the line is about what is lacking
   * @param place where that is
   * @param remark what is known of it, why it is not used, or what the engine lacks
   */
  public record Line(String library, String engine, String compiled, String place, String remark) {}

  /** Whether the engine can run the program. */
  public boolean isReady() {
    return modules.stream().allMatch(each -> each.readiness().lacks().isEmpty());
  }

  /**
   * The engine that a program gets that asks for none.
   *
   * @param outlooks as {@link Linker#engines} returns them
   * @return empty if none can run it
   */
  public static Optional<String> chosen(List<EngineOutlook> outlooks) {
    return outlooks.stream().filter(EngineOutlook::isReady).map(EngineOutlook::engine).findFirst();
  }

  /** {@code app.wasm and what it needs run on engine jvm}, or that no engine runs them. */
  public static String headline(String main, List<EngineOutlook> outlooks) {
    return chosen(outlooks)
        .map(engine -> main + " and what it needs run on engine " + engine)
        .orElse("no engine runs " + main + " and what it needs");
  }

  /**
   * What there is to tell of a program: of the engine that it gets, and of those that are better.
   *
   * @param outlooks as {@link Linker#engines} returns them
   */
  public static List<Line> lines(List<EngineOutlook> outlooks) {
    List<Line> lines = new ArrayList<>();
    for (EngineOutlook each : outlooks) {
      each.modules.forEach(module -> each.tell(module, lines));
      if (each.isReady()) {
        break;
      }
    }
    return lines;
  }

  private void tell(Module module, List<Line> lines) {
    String name = module.library().name();
    for (CompiledForm form : module.readiness().forms()) {
      lines.add(new Line(name, engine, form.kind(), form.place(), form.remark()));
    }
    for (Lack lack : module.readiness().lacks()) {
      lines.add(new Line(name, engine, "", "", lack.message(List.of(engine))));
    }
  }
}
