package org.dylink.bnd;

import aQute.bnd.header.Attrs;
import aQute.bnd.header.Parameters;
import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.EmbeddedResource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.machine.CompilerFailedException;
import org.dylink.engine.machine.MachineObject;
import org.dylink.engine.machine.MachineObjectFile;
import org.dylink.engine.machine.make.ChildCompiler;
import org.dylink.engine.machine.make.CompilerLimits;
import org.dylink.engine.machine.make.Platform;
import org.dylink.format.WasmModule;

/**
 * The clause {@code native;platforms="linux-x86_64"} of {@code -wasm-compile}: machine code of all
 * libraries of the bundle, a file a platform beside each. Without platforms it is for the one that
 * builds.
 */
final class MachineCodeClause {
  static final String WORD = "native";

  private static final String COMPILER = "-wasm-compiler";

  private final Analyzer analyzer;
  private final List<String> platforms;
  private final Optional<List<Path>> compiler;

  MachineCodeClause(Analyzer analyzer) {
    this.analyzer = analyzer;
    Attrs clause = new Parameters(analyzer.mergeProperties(CompileInstruction.NAME)).get(WORD);
    this.platforms = clause == null ? List.of() : platforms(clause);
    this.compiler =
        platforms.isEmpty()
            ? Optional.empty()
            : CompilerPath.find(Optional.ofNullable(analyzer.getProperty(COMPILER)));
    if (!platforms.isEmpty() && compiler.isEmpty()) {
      analyzer.error(
          "%s: native: no compiler: %s names a folder with its jars, or they are dependencies of the"
              + " plugin",
          CompileInstruction.NAME, COMPILER);
    }
  }

  private static List<String> platforms(Attrs clause) {
    return Stream.of(clause.getOrDefault("platforms", Platform.NAME).split(","))
        .map(String::strip)
        .toList();
  }

  /**
   * Makes machine code of a library.
   *
   * @return the kinds of files that stand beside it now: {@code native-linux-x86_64}
   */
  List<String> apply(String path, WasmModule library) {
    List<String> kinds = new ArrayList<>();
    for (String platform : compiler.isEmpty() ? List.<String>of() : platforms) {
      String kind = MachineObject.COMPANION + platform;
      try {
        byte[] file = MachineObjectFile.write(compiler(platform).compile(library));
        analyzer.getJar().putResource(path + "." + kind, new EmbeddedResource(file, 0));
        kinds.add(kind);
      } catch (InvalidModuleException e) {
        analyzer.error("%s: %s", path, e.getMessage().substring((library.name() + ": ").length()));
      } catch (CompilerFailedException e) {
        analyzer.error("%s: the compiler %s", path, e.getMessage());
      }
    }
    return kinds;
  }

  private ChildCompiler compiler(String platform) {
    return new ChildCompiler(compiler.orElseThrow(), platform, CompilerLimits.USUAL);
  }
}
