package org.dylink.webconsole;

import org.dylink.linker.Linker;
import org.dylink.linker.Program;
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
   * @param action start or stop a bundle that has a library, or kill a program
   * @param id the bundle's, or the program's
   * @return a sentence
   */
  String act(String action, String id) {
    if (!id.matches("[0-9]{1,18}")) {
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
