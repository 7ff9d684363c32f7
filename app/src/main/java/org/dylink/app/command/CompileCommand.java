package org.dylink.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dylink.app.options.Arguments;
import org.dylink.app.options.Option;
import org.dylink.app.search.DependencySearch;
import org.dylink.app.search.Installed;
import org.dylink.app.search.LibraryFile;
import org.dylink.app.search.SearchException;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.host.HostNames;
import org.dylink.engine.machine.CompilerFailedException;
import org.dylink.engine.machine.MachineObject;
import org.dylink.engine.machine.MachineObjectFile;
import org.dylink.engine.machine.UnfitObjectException;
import org.dylink.engine.machine.make.ChildCompiler;
import org.dylink.engine.machine.make.CompilerFolder;
import org.dylink.engine.machine.make.CompilerLimits;
import org.dylink.engine.machine.make.ObjectFolder;
import org.dylink.engine.machine.make.Platform;
import org.dylink.format.WasmModule;
import org.dylink.linker.ExitStatus;

/**
 * {@code dylink compile}: makes machine code of a module and of what it needs, into the folder from
 * which {@code dylink run} takes it; or of the module alone, into a file.
 */
final class CompileCommand {
  private final MachineCodeFiles files;
  private final String target;
  private final CompilerFolder installed;
  private final ChildCompiler compiler;

  private CompileCommand(MachineCodeFiles files, String target, CompilerFolder installed) {
    this.files = files;
    this.target = target;
    this.installed = installed;
    this.compiler = new ChildCompiler(installed.jars(), target, CompilerLimits.USUAL);
  }

  /**
   * Runs the command.
   *
   * @param installed what need not be compiled
   * @return the exit code
   */
  static int run(Arguments arguments, Console console, Installed installed) {
    MachineCodeFiles files = console.machineCode();
    Optional<CompilerFolder> compiler = files.compiler();
    if (compiler.isEmpty()) {
      console.say("compile: no compiler: DYLINK_COMPILER names the folder with its jars");
      return ExitCode.NOT_MADE;
    }
    String target = arguments.value(Option.TARGET).orElse(Platform.NAME);
    return new CompileCommand(files, target, compiler.get()).make(arguments, console, installed);
  }

  private int make(Arguments arguments, Console console, Installed installed) {
    try {
      DependencySearch search = new DependencySearch(console.folders(arguments), installed);
      LibraryFile root = search.addRoot("module", arguments.operands().get(0));
      Optional<String> output = arguments.value(Option.OUTPUT);
      return output.isPresent()
          ? write(root.module(), HostNames.resolve(console.folder(), output.get()), console)
          : keep(search.search().checked(), console);
    } catch (SearchException e) {
      e.problems().forEach(console::say);
      return ExitStatus.NOT_LINKED;
    }
  }

  private int write(WasmModule module, Path file, Console console) {
    try {
      byte[] object = MachineObjectFile.write(compile(module));
      Files.write(file, object);
      console.outText().println(module.name() + ": " + object.length + " bytes in " + shown(file));
      return ExitCode.OK;
    } catch (UnfitObjectException e) {
      console.say(e.getMessage());
    } catch (IOException e) {
      console.say(shown(file) + ": cannot be written: " + e.getMessage());
    }
    return ExitCode.NOT_MADE;
  }

  private int keep(List<LibraryFile> modules, Console console) {
    if (files.folder().isEmpty()) {
      console.say("compile: no folder for the code: DYLINK_CACHE says none; -o names a file");
      return ExitCode.NOT_MADE;
    }
    int code = ExitCode.OK;
    for (LibraryFile each : modules) {
      try {
        String done = keep(each.module(), files.folder().get());
        console.outText().println(each.name() + ": " + done);
      } catch (UnfitObjectException e) {
        console.say(e.getMessage());
        code = ExitCode.NOT_MADE;
      }
    }
    return code;
  }

  private String keep(WasmModule module, ObjectFolder folder) throws UnfitObjectException {
    if (isKept(module, folder)) {
      return "is there for " + target;
    }
    MachineObject object = compile(module);
    folder.keep(module, object);
    return object.image().length + " bytes for " + target;
  }

  // One that is of no use, or that another compiler has made, is made anew.
  private boolean isKept(WasmModule module, ObjectFolder folder) {
    try {
      return folder
          .find(module, target)
          .filter(object -> installed.objection(object).isEmpty())
          .isPresent();
    } catch (UnfitObjectException e) {
      return false;
    }
  }

  /**
   * Compiles a module.
   *
   * @throws UnfitObjectException whatever the reason; the message has the module's name
   */
  private MachineObject compile(WasmModule module) throws UnfitObjectException {
    try {
      return compiler.compile(module);
    } catch (InvalidModuleException e) {
      throw new UnfitObjectException(e.getMessage(), e);
    } catch (CompilerFailedException e) {
      throw new UnfitObjectException(module.name() + ": the compiler " + e.getMessage(), e);
    }
  }

  private static String shown(Path file) {
    return HostNames.text(file);
  }
}
