package org.dylink.bnd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** Java sources of a test, compiled one after the other. */
final class Sources {
  private final Path folder;
  private final Path classes;

  Sources(Path folder) throws IOException {
    this.folder = folder.resolve("src");
    this.classes = Files.createDirectories(folder.resolve("classes"));
  }

  /** The annotation as java-binding has it, which is built after this plugin. */
  Sources addAnnotation() throws IOException {
    return add(
        "org.dylink.binding",
        "WasmLibrary",
        "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
            + " public @interface WasmLibrary { String value(); String version() default \"\"; }");
  }

  /** Compiles a type over those before and the class path of the test. */
  Sources add(String packageName, String name, String text) throws IOException {
    Path source = folder.resolve(packageName.replace('.', '/')).resolve(name + ".java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "package " + packageName + ";" + text);
    String path = classes + System.getProperty("path.separator") + classPath();
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "--release",
                "17",
                "-proc:none",
                "-cp",
                path,
                "-d",
                classes.toString(),
                source.toString());
    assertEquals(0, result);
    return this;
  }

  Path classes() {
    return classes;
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
