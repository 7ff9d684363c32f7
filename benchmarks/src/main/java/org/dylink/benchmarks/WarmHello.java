package org.dylink.benchmarks;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/**
 * Linking and running hello again and again in a framework in which it and libc.so are bundles.
 *
 * <p>{@code WarmHello ENGINE TIMES BUNDLE...}, with dylink.jar on the class path, prints {@code
 * first NANOSECONDS}, {@code warm NANOSECONDS}, the median of the last tenth, and {@code check
 * CODE}.
 *
 * <p>All goes by reflection: the linker's classes are those of its bundle.
 */
public final class WarmHello {
  private final Object linker;
  private final Object request;

  private WarmHello(Object linker, Object request) {
    this.linker = linker;
    this.request = request;
  }

  /** Prints three lines. */
  public static void main(String[] arguments) throws ReflectiveOperationException, BundleException {
    Class<?> type = Class.forName("org.dylink.app.launch.EmbeddedFramework");
    Object framework = type.getMethod("start").invoke(null);
    BundleContext context = (BundleContext) type.getMethod("context").invoke(framework);
    for (String bundle : Arrays.asList(arguments).subList(2, arguments.length)) {
      context.installBundle(Path.of(bundle).toUri().toString());
    }
    for (Bundle bundle : context.getBundles()) {
      bundle.start();
    }
    Object linker = context.getService(context.getServiceReference("org.dylink.linker.Linker"));
    new WarmHello(linker, request(linker, arguments[0])).measure(Integer.parseInt(arguments[1]));
    type.getMethod("close").invoke(framework);
  }

  private static Object request(Object linker, String engine) throws ReflectiveOperationException {
    ClassLoader loader = linker.getClass().getClassLoader();
    Class<?> library = loader.loadClass("org.dylink.linker.Library");
    Class<?> request = loader.loadClass("org.dylink.linker.LinkRequest");
    Object builder = request.getMethod("builder", library).invoke(null, hello(linker));
    invoke(builder, "engine", engine);
    return invoke(builder, "build");
  }

  /** Waits for it: libraries become available on a thread of the linker's. */
  private static Object hello(Object linker) throws ReflectiveOperationException {
    while (true) {
      Optional<?> library = (Optional<?>) invoke(linker, "library", "hello.wasm");
      if (library.isPresent()) {
        return library.orElseThrow();
      }
      Thread.onSpinWait();
    }
  }

  private void measure(int times) throws ReflectiveOperationException {
    long[] took = new long[times];
    Object code = null;
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      Object program = invoke(linker, "link", request);
      code = invoke(program, "run");
      invoke(program, "close");
      took[i] = System.nanoTime() - start;
    }
    long[] last = Arrays.copyOfRange(took, times - Math.max(1, times / 10), times);
    Arrays.sort(last);
    System.out.println("first " + took[0]);
    System.out.println("warm " + last[last.length / 2]);
    System.out.println("check " + code);
  }

  private static Object invoke(Object target, String name, Object... arguments)
      throws ReflectiveOperationException {
    for (Method method : target.getClass().getMethods()) {
      if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
        method.setAccessible(true);
        return method.invoke(target, arguments);
      }
    }
    throw new NoSuchMethodException(name);
  }
}
