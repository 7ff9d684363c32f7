package org.dylink.bindgen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.SourceVersion;
import org.dylink.bindgen.c.CHeader;
import org.dylink.bindgen.emit.InterfaceSource;
import org.dylink.bindgen.macro.Macros;
import org.dylink.bindgen.tree.HeaderFiles;
import org.dylink.bindgen.tree.SourceFile;

/**
 * An interface that was made of a header.
 *
 * @param packageName empty for none
 * @param interfaceName without the package
 * @param source the whole file
 * @param functions how many the header declares
 * @param methods how many of them are methods of the interface, some of them two
 * @param leftOut what is not in it, each with the reason; they stand in the source, too
 */
public record HeaderBindings(
    String packageName,
    String interfaceName,
    String source,
    int functions,
    int methods,
    List<String> leftOut) {
  public HeaderBindings {
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Makes an interface. Clang runs for the macros, for their values, which takes two or more
   * attempts where some are no constants, and for all else.
   *
   * @throws BindingsException if clang does not understand the header, or a name is none of Java's
   * @throws IOException if a file cannot be read or written, or clang cannot be run
   */
  public static HeaderBindings of(BindingsRequest request, ClangCommand clang)
      throws BindingsException, IOException {
    String name = interfaceName(request);
    check(request, name);
    HeaderFiles files = new HeaderFiles(request.header().toString(), HeaderBindings::open);
    HeaderCompiler compiler = new HeaderCompiler(request, clang, files);
    Macros macros = compiler.macros();
    CHeader header = compiler.declarations();
    InterfaceSource source =
        InterfaceSource.of(
            new InterfaceSource.Plan(
                request.packageName(),
                name,
                library(request),
                fileName(request),
                exported(request)),
            header,
            compiler.constants(macros, header.statics()));
    return new HeaderBindings(
        request.packageName(),
        name,
        source.text(),
        source.functions(),
        source.methods(),
        source.leftOut());
  }

  /**
   * Writes the source into the folder of its package, which is made if it is not there.
   *
   * @param root the folder of all sources
   * @return the file
   */
  public Path write(Path root) throws IOException {
    Path file = file(root);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, source);
  }

  /** Whether the file is there already, with this source. */
  public boolean isWritten(Path root) throws IOException {
    Path file = file(root);
    return Files.isRegularFile(file) && Files.readString(file).equals(source);
  }

  private Path file(Path root) {
    return root.resolve(packageName.replace('.', '/')).resolve(interfaceName + ".java");
  }

  private static Predicate<String> exported(BindingsRequest request) {
    return request.exports().<Predicate<String>>map(names -> names::contains).orElse(name -> true);
  }

  private static String interfaceName(BindingsRequest request) {
    return request.interfaceName().isEmpty()
        ? InterfaceSource.name(base(request))
        : request.interfaceName();
  }

  private static String library(BindingsRequest request) {
    return request.library().isEmpty() ? "lib" + base(request) + ".so" : request.library();
  }

  private static String base(BindingsRequest request) {
    return fileName(request).replaceFirst("\\.[^.]*$", "");
  }

  private static String fileName(BindingsRequest request) {
    return request.header().getFileName().toString();
  }

  private static void check(BindingsRequest request, String name) throws BindingsException {
    if (!Files.isRegularFile(request.header())) {
      throw new BindingsException(request.header() + ": no such file");
    }
    boolean isPackage =
        request.packageName().isEmpty() || SourceVersion.isName(request.packageName());
    if (!isPackage || !SourceVersion.isName(name) || name.indexOf('.') >= 0) {
      String wrong = isPackage ? "interface " + name : "package " + request.packageName();
      throw new BindingsException(fileName(request) + ": no name of Java's: " + wrong);
    }
  }

  private static Optional<SourceFile> open(String file) {
    try {
      return Optional.of(new SourceFile(Files.readAllBytes(Path.of(file))));
    } catch (IOException e) {
      return Optional.empty(); // its declarations count no less
    }
  }
}
