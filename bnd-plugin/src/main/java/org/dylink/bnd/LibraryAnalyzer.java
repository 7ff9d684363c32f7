package org.dylink.bnd;

import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.Constants;
import aQute.bnd.osgi.Resource;
import aQute.bnd.service.AnalyzerPlugin;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dylink.format.LibraryFile;
import org.dylink.format.LibraryHeaders;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.WasmModule;

/**
 * Describes every {@code .so} and {@code .wasm} file of a bundle in its manifest: a capability
 * each, and a requirement for what they need and the bundle does not have. It adds to what the bnd
 * file says of capabilities.
 *
 * <p>A library's version is the one after {@code .so} in its file's name, else the bundle's. The
 * instruction {@code -wasm-library} sets it: {@code -wasm-library: libz.so;version=1.2.13}. The
 * build fails if a file is no module, and if a {@code .so} could not be used by any program.
 */
public final class LibraryAnalyzer implements AnalyzerPlugin {
  /** bnd makes the plugin by its name. */
  public LibraryAnalyzer() {}

  /**
   * Adds clauses to {@code Provide-Capability} and {@code Require-Capability}. What is wrong with a
   * library is reported to the analyzer as an error.
   *
   * @return false: the classes of the bundle stay as they are
   * @throws IOException if a file of the bundle or a manifest on the build path cannot be read
   */
  @Override
  public boolean analyzeJar(Analyzer analyzer) throws IOException {
    LibraryHeaders headers = new LibraryHeaders();
    BuildPath.providedVersions(analyzer).forEach(headers::builtWith);
    LibraryInstruction instruction = new LibraryInstruction(analyzer);
    for (Map.Entry<String, Resource> file : analyzer.getJar().getResources().entrySet()) {
      if (LibraryFile.isLibrary(file.getKey())) {
        add(file.getKey(), file.getValue(), instruction, headers, analyzer);
      }
    }
    instruction.reportUnused();
    append(analyzer, Constants.PROVIDE_CAPABILITY, headers.capabilities());
    append(analyzer, Constants.REQUIRE_CAPABILITY, headers.requirements());
    return false;
  }

  private static void add(
      String path,
      Resource file,
      LibraryInstruction instruction,
      LibraryHeaders headers,
      Analyzer analyzer)
      throws IOException {
    LibrarySettings settings = instruction.settingsOf(path);
    try {
      WasmModule library = WasmModule.read(settings.name(), contents(file));
      headers.add(library, settings.version(), path);
      Optional<String> mistake = LinkMistakes.find(path, library);
      mistake.ifPresent(text -> analyzer.error("%s", text));
    } catch (MalformedModuleException e) {
      analyzer.error("%s", e.getMessage());
    } catch (IllegalArgumentException e) {
      analyzer.error("%s: %s", settings.name(), e.getMessage());
    }
  }

  private static byte[] contents(Resource file) throws IOException {
    try (InputStream in = file.openInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private static void append(Analyzer analyzer, String header, List<String> clauses) {
    if (!clauses.isEmpty()) {
      Stream<String> written = Stream.ofNullable(analyzer.getProperty(header));
      // bnd expands macros when it reads the property again: ${...} in a library's name is none.
      Stream<String> ours = clauses.stream().map(clause -> clause.replace("$", "\\$"));
      analyzer.setProperty(header, Stream.concat(written, ours).collect(Collectors.joining(",")));
    }
  }
}
