package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.dylink.linker.Library;
import org.dylink.linker.Linker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/**
 * C++ programs, each with its libraries in a bundle that is wired to those of libc++ and libc. Both
 * kinds of each are there, for programs with threads and without.
 */
@FrameworkTest
@Timeout(600)
class CxxProgramsIT {
  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;

  @BeforeEach
  void startLibraries() throws Exception {
    for (String bundle : new String[] {"libc-threads", "libcxx-threads", "libcxx", "emscripten"}) {
      Examples.start(context, bundle);
    }
  }

  @Test
  void programsPrintWhatTheyPrintNatively() throws Exception {
    new NativePrograms(context, linker, Path.of(context.getProperty("dylink.cxx"))).assertAll();
  }

  @Test
  void eachKindOfProgramHasALibraryOfItsOwn() throws Exception {
    for (String library : new String[] {"libc++.so", "libc++abi.so"}) {
      Set<String> kinds = new HashSet<>();
      String filter = "(" + Library.NAMESPACE + "=" + library + ")";
      for (ServiceReference<?> each : context.getServiceReferences(Library.class, filter)) {
        kinds.add(each.getProperty("threads") + " " + each.getProperty("version"));
      }
      assertEquals(Set.of("true 22.1.8", "false 22.1.8"), kinds, library);
    }
  }
}
