package org.dylink.karaf.subject;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * Lets Karaf 4.4.10 run on Java 24 and later, where {@code Subject.getSubject} throws: nobody could
 * log in, and its event admin would not start. It looks at Karaf's own classes and its event
 * admin's alone.
 */
public final class SubjectAgent implements ClassFileTransformer {
  private SubjectAgent() {}

  /** Writes the agent's jar, which takes its reader of classes from where this JVM has it. */
  public static void writeTo(Path file) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", SubjectAgent.class.getName());
    attributes.put(
        Attributes.Name.CLASS_PATH,
        ClassReader.class.getProtectionDomain().getCodeSource().getLocation().toString());
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      for (Class<?> each :
          new Class<?>[] {
            SubjectAgent.class, SubjectCalls.class, SubjectCalls.Body.class, CurrentSubject.class
          }) {
        String name = each.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new ZipEntry(name));
        try (InputStream bytes = each.getClassLoader().getResourceAsStream(name)) {
          bytes.transferTo(jar);
        }
      }
    }
  }

  /** Called by the JVM before Karaf. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    instrumentation.addTransformer(new SubjectAgent());
  }

  @Override
  public byte[] transform(
      ClassLoader loader, String name, Class<?> again, ProtectionDomain domain, byte[] bytes) {
    if (name == null
        || !(name.startsWith("org/apache/karaf/") || name.startsWith("org/apache/felix/event"))) {
      return null;
    }
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new SubjectCalls(writer), 0);
    return writer.toByteArray();
  }
}
