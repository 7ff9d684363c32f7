package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever users of an exported package can name says in a comment what it is. */
class ExportedCommentsTest {
  // From the module's folder, where Surefire starts.
  private static final Path PROJECT = Path.of("../..");

  @TempDir private Path folder;

  @Test
  void whateverIsExportedHasOne() throws IOException {
    List<Path> sources = exportedSources();
    assertFalse(sources.isEmpty(), "no sources of exported packages");

    assertEquals(List.of(), uncommented(sources));
  }

  @Test
  void whatLacksOneIsNamed() throws IOException {
    Path source = folder.resolve("Shop.java");
    Files.writeString(
        source,
        """
        public class Shop {
          public Shop() {}
          /** Told. */ public static final int TOLD = 1;
          protected int stock;
          int inside;
          /***/ public void sell() {}
          @Override public String toString() { return ""; }
          private void count() {}
          /**
           * A cake.
           *
           * @param weight in grams
           * @param price
           */
          public record Cake(int weight, int price) {
            public Cake {}
            /** Cuts it. */ public Cake cut() { return this; }
          }
          /** When. */ public enum Day { /** Open. */ MONDAY, SUNDAY }
          public interface Guest { void pay(); /** Asks. */ int ask(); }
          interface Inside { void work(); }
        }
        """);

    assertEquals(
        List.of(
            "Shop",
            "Shop.<init>",
            "Shop.stock",
            "Shop.sell",
            "Shop.Cake.price",
            "Shop.Day.SUNDAY",
            "Shop.Guest",
            "Shop.Guest.pay"),
        uncommented(List.of(source)));
  }

  // What tests and examples export is nobody's API.
  private static List<Path> exportedSources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Path module : children(PROJECT)) {
      Path root = module.resolve("src/main/java");
      if (Files.isDirectory(root)) {
        for (Path folder : exportedPackages(root)) {
          sources.addAll(children(folder).stream().filter(Files::isRegularFile).toList());
        }
      }
    }
    return sources.stream().filter(file -> file.toString().endsWith(".java")).toList();
  }

  private static List<Path> exportedPackages(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.endsWith("package-info.java"))
          .filter(file -> read(file).contains("@Export"))
          .map(Path::getParent)
          .toList();
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> uncommented(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources));
      Comments comments = new Comments(DocTrees.instance(task));
      for (CompilationUnitTree each : task.parse()) {
        comments.scan(each, "");
      }
      return comments.missing;
    }
  }

  /** Goes through what can be named from outside; carries the name of the type that it is in. */
  private static final class Comments extends TreePathScanner<Void, String> {
    private final DocTrees trees;
    private final List<String> missing = new ArrayList<>();

    Comments(DocTrees trees) {
      this.trees = trees;
    }

    @Override
    public Void visitClass(ClassTree type, String outer) {
      if (isVisible(type.getModifiers())) {
        String name = outer + type.getSimpleName();
        check(name);
        super.visitClass(type, name + ".");
      }
      return null;
    }

    @Override
    public Void visitMethod(MethodTree method, String type) {
      if (isVisible(method.getModifiers()) && !overrides(method) && !isCanonical(method)) {
        check(type + method.getName());
      }
      return null;
    }

    @Override
    public Void visitVariable(VariableTree field, String type) {
      boolean isStatic = field.getModifiers().getFlags().contains(Modifier.STATIC);
      if (isIn(Tree.Kind.RECORD) && !isStatic) {
        checkComponent(field.getName().toString(), type);
      } else if (isVisible(field.getModifiers())) {
        check(type + field.getName());
      }
      return null;
    }

    private void check(String name) {
      DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
      if (comment == null
          || (comment.getFullBody().isEmpty() && comment.getBlockTags().isEmpty())) {
        missing.add(name);
      }
    }

    private void checkComponent(String name, String type) {
      DocCommentTree comment = trees.getDocCommentTree(getCurrentPath().getParentPath());
      boolean isTold =
          comment != null
              && comment.getBlockTags().stream()
                  .anyMatch(
                      tag ->
                          tag instanceof ParamTree component
                              && component.getName().toString().equals(name)
                              && !component.getDescription().isEmpty());
      if (!isTold) {
        missing.add(type + name);
      }
    }

    private boolean isVisible(ModifiersTree modifiers) {
      Set<Modifier> flags = modifiers.getFlags();
      return flags.contains(Modifier.PUBLIC)
          || flags.contains(Modifier.PROTECTED)
          || (isIn(Tree.Kind.INTERFACE, Tree.Kind.ANNOTATION_TYPE)
              && !flags.contains(Modifier.PRIVATE));
    }

    // The record's own comment tells its parameters.
    private boolean isCanonical(MethodTree method) {
      return isIn(Tree.Kind.RECORD)
          && method.getReturnType() == null
          && names(method.getParameters().stream()).equals(names(components()));
    }

    private Stream<VariableTree> components() {
      ClassTree record = (ClassTree) getCurrentPath().getParentPath().getLeaf();
      return record.getMembers().stream()
          .filter(VariableTree.class::isInstance)
          .map(VariableTree.class::cast)
          .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC));
    }

    private static List<String> names(Stream<? extends VariableTree> variables) {
      return variables.map(each -> each.getName().toString()).toList();
    }

    private static boolean overrides(MethodTree method) {
      return method.getModifiers().getAnnotations().stream()
          .anyMatch(each -> each.getAnnotationType().toString().equals("Override"));
    }

    private boolean isIn(Tree.Kind... kinds) {
      Tree.Kind parent = getCurrentPath().getParentPath().getLeaf().getKind();
      return List.of(kinds).contains(parent);
    }
  }
}
