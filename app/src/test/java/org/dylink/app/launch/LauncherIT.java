package org.dylink.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LauncherIT {
  @TempDir private Path folder;

  @Test
  void leavesNoThreadBehindAndCanBeCalledAgain() throws Exception {
    Files.write(folder.resolve("lib.so"), ModuleBuilder.module("lib.so").toArray());
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    for (int i = 0; i < 2; i++) {
      RecordedCall call = RecordedCall.of(folder, "ldd", "lib.so");
      assertEquals(0, Launcher.run(call.launch()), call.err());
      assertEquals("lib.so => lib.so\n", call.out());
    }
    Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
    left.removeAll(before);
    // The JVM's own come and go.
    List<String> names =
        left.stream()
            .filter(thread -> !thread.getThreadGroup().getName().equals("system"))
            .map(Thread::getName)
            .toList();
    assertEquals(List.of(), names);
  }
}
