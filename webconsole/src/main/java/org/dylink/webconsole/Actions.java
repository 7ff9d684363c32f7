package org.dylink.webconsole;

import org.dylink.linker.LinkException;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.dylink.linker.ReplacementPlan;
import org.dylink.linker.runtime.LinkerRuntime;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** Does what a button asks for, and tells what came of it. */
final class Actions {
  private final BundleContext context;
  private final Linker linker;
  private final LinkerRuntime runtime;
  private final long linkerBundle;

  /**
   * @param linkerBundle the id of the linker's own bundle, which is not stopped from here
   */
  Actions(BundleContext context, Linker linker, LinkerRuntime runtime, long linkerBundle) {
    this.context = context;
    this.linker = linker;
    this.runtime = runtime;
    this.linkerBundle = linkerBundle;
  }

  /**
   * Does something.
   *
   * @param action start or stop a bundle that has a library, kill a program, or replace a library
   * @param id the bundle's, the program's, or {@link Replacement#key}
   * @return a sentence
   */
  String act(String action, String id) {
    if (action.equals("replace")) {
      return replace(id);
    } else if (!id.matches("[0-9]{1,18}")) {
      return "not done: no id was sent";
    }
    long number = Long.parseLong(id);
    return switch (action) {
      case "start", "stop" -> change(action, number);
      case "kill" -> kill(number);
      default -> "not done: no such action";
    };
  }

  // Of bundles with libraries only: the console has a page for all others.
  private String change(String action, long id) {
    Bundle bundle = context.getBundle(id);
    if (bundle != null && id == linkerBundle) {
      return "not done: bundle " + id + " is part of Dylink itself";
    } else if (bundle == null
        || runtime.libraries().stream().noneMatch(each -> each.bundle == id)) {
      return "not done: bundle " + id + " has no library";
    }
    try {
      if (action.equals("start")) {
        bundle.start();
        return "bundle " + id + " was started";
      }
      bundle.stop();
      return "bundle " + id + " was stopped";
    } catch (BundleException e) {
      return "bundle " + id + ": not done: " + e.getMessage();
    }
  }

  private String replace(String key) {
    for (Program program : linker.programs()) {
      for (Replacement each : Replacement.of(program, linker.libraries())) {
        if (each.key().equals(key)) {
          return replace(program, each);
        }
      }
    }
    return "not done: program or library is not there any more";
  }

  private static String replace(Program program, Replacement replacement) {
    try {
      ReplacementPlan plan = program.replace(replacement.after());
      String data = plan.layout() == ReplacementPlan.Layout.SAME ? "stays" : "was carried over";
      return "program %d: %s %s is %s now, its data %s"
          .formatted(
              program.id(),
              plan.before().name(),
              plan.before().version(),
              plan.after().version(),
              data);
    } catch (LinkException | IllegalStateException e) {
      return "program " + program.id() + ": not replaced: " + e.getMessage();
    }
  }

  private String kill(long id) {
    for (Program program : linker.programs()) {
      if (program.id() == id) {
        program.stop("stopped from the Web Console");
        return "program " + id + " was stopped";
      }
    }
    return "not done: no program has the id " + id;
  }
}
