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
import org.dylink.linker.ProgramProcess;

/** One run of a program, from link to close. */
final class ConfiguredRun {
  private final Linker linker;
  private final LinkRequest request;
  private final ProgramProcess process;
  private List<Library> used = List.of(); // used by the thread that runs it only

  ConfiguredRun(Linker linker, LinkRequest request) {
    this.linker = linker;
    this.request = request;
    this.process = ProgramProcess.of(linker, request).whenEnded(program -> used = loaded(program));
  }

  /** Links and runs the program to its end, whatever that is. */
  Ending run() {
    used = linker.dependencies(request.main()).libraries();
    try {
      return Ending.exited(process.run(), used);
    } catch (LinkException e) {
      return Ending.of(ExitStatus.of(e), used);
    } catch (TrapException e) {
      return Ending.of(ExitStatus.of(request.main().name(), e), used);
    } catch (RuntimeException | VirtualMachineError e) {
      // A host library's, or no _start, or no memory left: it is the program's end all the same.
      return Ending.failed(describe(e), used);
    }
  }

  /** Stops the program, also in the middle of linking it. */
  void stop(String reason) {
    process.destroy(reason);
  }

  private static List<Library> loaded(Program linked) {
    return linked.linkMap().libraries().stream().map(LoadedLibrary::library).toList();
  }

  private static String describe(Throwable e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
