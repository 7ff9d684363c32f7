package org.dylink.bnd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aQute.bnd.osgi.Builder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of what is to be called from other machines, the build says what cannot be. */
class RemoteInterfaceTest {
  private static final String RETAINED =
      "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public"
          + " @interface ";

  @TempDir Path folder;

  private final Builder builder = new Builder();
  private Sources sources;

  @BeforeEach
  void configure() throws Exception {
    sources = new Sources(folder).addAnnotation();
    for (String name : List.of("In", "Out", "InOut")) {
      sources.add("org.dylink.binding", name, RETAINED + name + " {}");
    }
    builder.setProperty("-plugin.dylink", "org.dylink.bnd.LibraryAnalyzer");
    builder.setProperty("-includepackage", "com.acme");
    builder.setProperty("Bundle-SymbolicName", "test");
    builder.setProperty("-wasm-service", "*;service.exported.interfaces=\"*\"");
  }

  @AfterEach
  void close() throws Exception {
    builder.close();
  }

  @Test
  void valuesMayBeExported() throws Exception {
    above("int[] overridden(int[] a);");
    type(
        "Values",
        """
        extends org.other.Above, AutoCloseable {
          record Point(int x, double[] y) implements java.io.Serializable {}
          int crc32(int crc, @In byte[] data, long length, String name);
          Point largest(@In Point[] points);
          default int[] overridden(int[] a) { return a; }
          static Thread none() { return null; }
          String toString();
          void close();
        }
        """);
    assertEquals(List.of(), problems());
  }

  @Test
  void whatIsWrittenToOrIsNoValueFailsTheBuild() throws Exception {
    above("Thread above();");
    type(
        "Zlib",
        """
        extends org.other.Above {
          record Local(int x) {}
          record Outer(int x, Local local) implements java.io.Serializable {}
          int compress(@Out byte[] dest, @InOut int[] size, @In byte[] source, int[] other);
          int call(Runnable function, Object... rest);
          void structs(Local local, @In Outer[] list);
        }
        """);
    assertEquals(
        List.of(
            "Wasm-Service: com.acme.Zlib cannot be called from another machine: above: result"
                + " (Thread) is no value; call: parameter 0 (Runnable) is no value; call: parameter"
                + " 1 (Object) is no value; compress: parameter 0 (byte[]) is written to: @Out;"
                + " compress: parameter 1 (int[]) is written to: @InOut; compress: parameter 3"
                + " (int[]) is written to: not @In; structs: parameter 0 (Local) is not"
                + " Serializable; structs: parameter 1 Outer.local (Local) is not Serializable"),
        problems());
  }

  @Test
  void whatIsNotExportedMayBeAnything() throws Exception {
    type("Zlib", "{ Thread any(int[] a); }");
    builder.setProperty("-wasm-service", "*;service.exported.interfaces=com.acme.Other");
    assertEquals(List.of(), problems());
  }

  /** An interface of another bundle. */
  private void above(String method) throws Exception {
    sources.add("org.other", "Above", "public interface Above { " + method + " }");
  }

  private void type(String name, String text) throws Exception {
    sources.add(
        "com.acme",
        name,
        "import org.dylink.binding.*; @WasmLibrary(\"libz.so\") public interface "
            + name
            + " "
            + text);
  }

  private List<String> problems() throws Exception {
    builder.addClasspath(sources.classes().toFile());
    builder.build();
    return builder.getErrors();
  }
}
