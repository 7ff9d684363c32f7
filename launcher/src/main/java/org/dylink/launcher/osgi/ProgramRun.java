package org.dylink.launcher.osgi;

import java.util.List;
import org.dylink.engine.TrapException;
import org.dylink.linker.ExitStatus;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.LoadedLibrary;
import org.dylink.linker.Program;

/** One run of a program, from link to close. */
final class ProgramRun {
  private final Linker linker;
  private final LinkRequest request;
  private Program program; // guarded by this; null until linked
  private String stopReason; // guarded by this; null until stopped

  ProgramRun(Linker linker, LinkRequest request) {
    this.linker = linker;
    this.request = request;
  }

  /** Links and runs the program to its end, whatever that is. */
  Ending run() {
    List<Library> needed = linker.dependencies(request.main()).libraries();
    try (Program linked = linker.link(request)) {
      admit(linked);
      return run(linked);
    } catch (LinkException e) {
      return Ending.of(ExitStatus.of(e), needed);
    } catch (TrapException e) {
      return Ending.of(ExitStatus.of(request.main().name(), e), needed);
    } catch (RuntimeException | VirtualMachineError e) {
      // A host library's, or no _start, or no memory left: it is the program's end all the same.
      return Ending.failed(describe(e), needed);
    }
  }

  /** Stops the program; one that is not linked yet, as soon as it is. */
  synchronized void stop(String reason) {
    stopReason = reason;
    if (program != null) {
      program.stop(reason);
    }
  }

  private Ending run(Program linked) {
    try {
      return Ending.exited(linked.run(), loaded(linked));
    } catch (TrapException e) {
      return Ending.of(ExitStatus.of(linked.name(), e), loaded(linked));
    } catch (RuntimeException | VirtualMachineError e) {
      return Ending.failed(describe(e), loaded(linked));
    }
  }

  private synchronized void admit(Program linked) {
    program = linked;
    if (stopReason != null) {
      linked.stop(stopReason);
    }
  }

  private static List<Library> loaded(Program linked) {
    return linked.linkMap().libraries().stream().map(LoadedLibrary::library).toList();
  }

  private static String describe(Throwable e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
