package org.dylink.bnd;

import aQute.bnd.osgi.Analyzer;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dylink.format.DylinkSection;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.ProgramKind;
import org.dylink.format.WasmModule;
import org.dylink.headers.LibraryFileName;
import org.dylink.headers.LibraryHeaders;

/** The libraries of the bundle that is being built, and what is wrong with them. */
final class BundleLibraries {
  private final Analyzer analyzer;
  private final LibraryInstruction instruction;
  private final WrittenClauses written;
  private final Collection<ProvidedLibrary> buildPath;
  private final LibraryHeaders headers = new LibraryHeaders();
  private final Map<String, WasmModule> byPath = new LinkedHashMap<>();

  BundleLibraries(Analyzer analyzer) throws IOException {
    this.analyzer = analyzer;
    this.instruction = new LibraryInstruction(analyzer);
    this.written = new WrittenClauses(analyzer);
    this.buildPath = BuildPath.libraries(analyzer);
    buildPath.forEach(each -> headers.builtWith(each.name(), each.version(), each.kind()));
  }

  /** Takes a file in, or says why not: messages begin with the file's path, which people know. */
  void add(String path, byte[] contents) {
    LibrarySettings settings = written.settingsOf(path, instruction.settingsOf(path));
    try {
      WasmModule library = WasmModule.read(settings.name(), contents);
      headers.add(library, settings.version(), path);
      byPath.put(path, library);
      LinkMistakes.find(path, library).ifPresent(mistake -> error(path, mistake));
      LinkMistakes.inThreads(library).ifPresent(doubt -> analyzer.warning("%s: %s", path, doubt));
    } catch (MalformedModuleException e) {
      error(path, e.detail());
    } catch (IllegalArgumentException e) {
      error(path, e.getMessage());
    }
  }

  /** Ends the analysis; called once. */
  void finish() throws IOException {
    CompileInstruction compile = new CompileInstruction(analyzer);
    MachineCodeClause machineCode = new MachineCodeClause(analyzer);
    for (Map.Entry<String, WasmModule> library : byPath.entrySet()) {
      compile.apply(library.getKey(), library.getValue());
      List<String> kinds = machineCode.apply(library.getKey(), library.getValue());
      headers.compiled(library.getKey(), kinds);
    }
    compile.reportUnused();
    prelink();
    writeHeaders();
  }

  private void prelink() throws IOException {
    PrelinkInstruction prelink = new PrelinkInstruction(analyzer, byPath.values());
    for (Map.Entry<String, WasmModule> main : byPath.entrySet()) {
      prelink.apply(main.getKey(), main.getValue());
    }
    prelink.reportUnused();
  }

  private void writeHeaders() {
    ServiceInstruction services = new ServiceInstruction(analyzer, byPath.values());
    services.write(headers);
    instruction.reportUnused();
    written.reportUnused();
    byPath.forEach(this::warnOfVersionedNames);
    byPath.forEach(this::warnOfOtherKind);
    written.provide(headers.capabilities());
    written.provide(services.capabilities());
    written.require(headers.requirements());
  }

  // wasm-ld writes the file name it was given, and nothing like ELF's soname: a library that is
  // linked to by way of libz.so.1 cannot be found as libz.so, which is what its bundle calls it.
  private void warnOfVersionedNames(String path, WasmModule library) {
    List<String> needed = library.dylink().map(DylinkSection::needed).orElse(List.of());
    needed.stream()
        .filter(name -> LibraryFileName.of(name).version().isPresent())
        .filter(name -> onBuildPath(name).findAny().isEmpty() && !isOurs(name))
        .forEach(
            name ->
                analyzer.warning(
                    "%s: needs %s, but the file of that name provides %s: link it with the latter",
                    path, name, LibraryFileName.of(name).library()));
  }

  // The requirement has no version then, and the resolver will not take what the build had.
  private void warnOfOtherKind(String path, WasmModule library) {
    for (String name : library.dylink().map(DylinkSection::needed).orElse(List.of())) {
      List<ProgramKind> built = onBuildPath(name).map(ProvidedLibrary::kind).toList();
      if (!built.isEmpty()
          && !isOurs(name)
          && built.stream().noneMatch(library.programKind()::fits)) {
        analyzer.warning(
            "%s: is %s, and needs %s, which on the build path is %s",
            path,
            library.programKind().unlike(built.get(0)),
            name,
            built.get(0).unlike(library.programKind()));
      }
    }
  }

  private Stream<ProvidedLibrary> onBuildPath(String name) {
    return buildPath.stream().filter(each -> each.name().equals(name));
  }

  private boolean isOurs(String name) {
    return byPath.values().stream().anyMatch(library -> library.name().equals(name));
  }

  private void error(String path, String detail) {
    analyzer.error("%s: %s", path, detail);
  }
}
