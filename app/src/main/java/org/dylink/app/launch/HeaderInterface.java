package org.dylink.app.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dylink.app.options.Arguments;
import org.dylink.app.options.Option;
import org.dylink.bindgen.BindingsException;
import org.dylink.bindgen.BindingsRequest;
import org.dylink.bindgen.ClangCommand;
import org.dylink.bindgen.HeaderBindings;
import org.dylink.toolchain.Driver;
import org.dylink.toolchain.ToolchainException;

/**
 * {@code dylink bindings}: a Java interface of a header.
 *
 * @param printed for standard output: the source, unless it has gone to a file
 * @param notes what was made, and what is left out; a line each
 */
record HeaderInterface(String printed, List<String> notes) {
  /**
   * Makes it.
   *
   * @param folder what relative paths start from
   * @throws LaunchException if there is no clang that will do, or it does not understand the header
   * @throws IOException if a file cannot be written
   */
  static HeaderInterface of(Arguments arguments, Path folder) throws LaunchException, IOException {
    Driver driver = CompilerProcess.driver();
    try {
      ClangCommand clang = (line, output) -> print(driver, line, output);
      return of(HeaderBindings.of(request(arguments, folder, driver), clang), arguments, folder);
    } catch (BindingsException e) {
      throw new LaunchException(e.getMessage());
    }
  }

  private static void print(Driver driver, List<String> line, Path output)
      throws BindingsException, IOException {
    try {
      driver.clang().print(line, output);
    } catch (ToolchainException e) {
      throw new BindingsException(e.getMessage(), e);
    }
  }

  private static HeaderInterface of(HeaderBindings made, Arguments arguments, Path folder)
      throws IOException {
    List<String> notes = new ArrayList<>();
    Optional<String> output = arguments.value(Option.OUTPUT_FOLDER);
    if (output.isPresent()) {
      notes.add(made.write(folder.resolve(output.get())).toString());
    }
    notes.add(
        "%s: %d of %d functions".formatted(made.interfaceName(), made.methods(), made.functions()));
    made.leftOut().forEach(each -> notes.add("left out: " + each));
    return new HeaderInterface(output.isPresent() ? "" : made.source(), notes);
  }

  private static BindingsRequest request(Arguments arguments, Path folder, Driver driver)
      throws BindingsException, IOException {
    List<String> flags = new ArrayList<>(driver.sysroot().flags(false));
    arguments.all(Option.INCLUDE_FOLDER).forEach(each -> flags.add("-I" + folder.resolve(each)));
    arguments.all(Option.DEFINITION).forEach(each -> flags.add("-D" + each));
    BindingsRequest request =
        BindingsRequest.of(folder.resolve(arguments.operands().get(0)))
            .withFlags(flags)
            .withNames(
                arguments.value(Option.PACKAGE).orElse(""),
                arguments.value(Option.INTERFACE).orElse(""));
    String library = arguments.value(Option.LIBRARY).orElse("");
    Path file = folder.resolve(library);
    // A name alone will do, as long as nobody has built the library.
    return !library.isEmpty() && Files.isRegularFile(file)
        ? request.withLibrary(file)
        : request.withLibrary(library);
  }
}
