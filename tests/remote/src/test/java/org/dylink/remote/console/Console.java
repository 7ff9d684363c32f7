package org.dylink.remote.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;

/** Executes the lines of standard input; each is answered by a line that begins with {@code >}. */
public final class Console implements BundleActivator {
  private BundleContext context;

  @Override
  public void start(BundleContext bundleContext) {
    context = bundleContext;
    Thread thread = new Thread(this::readLines, "console");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void stop(BundleContext bundleContext) {
    // The thread is blocked in a read, and ends with the JVM.
  }

  private void readLines() {
    try {
      BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        System.out.println("> " + answer(line.split(" ")));
      }
    } catch (IOException e) {
      System.out.println("> " + e);
    }
  }

  private String answer(String[] words) {
    String[] arguments = Arrays.copyOfRange(words, 1, words.length);
    try {
      return switch (words[0]) {
        case "start", "stop" -> change(words[0], arguments[0]);
        case "state" -> String.valueOf(bundle(arguments[0]).getState());
        default -> command(words[0], arguments);
      };
    } catch (Throwable e) { // also the errors that a call may end with
      return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
          .map(Throwable::toString)
          .collect(joining(", by "));
    }
  }

  private String change(String how, String symbolicName) throws BundleException {
    Bundle bundle = bundle(symbolicName);
    if (how.equals("start")) {
      bundle.start();
    } else {
      bundle.stop();
    }
    return how + " " + symbolicName;
  }

  private Bundle bundle(String symbolicName) {
    return Arrays.stream(context.getBundles())
        .filter(each -> each.getSymbolicName().equals(symbolicName))
        .findFirst()
        .orElseThrow();
  }

  private String command(String name, String[] arguments) throws Exception {
    Collection<ServiceReference<Command>> found =
        context.getServiceReferences(Command.class, "(name=" + name + ")");
    if (found.isEmpty()) {
      return "no command " + name;
    }
    ServiceReference<Command> reference = found.iterator().next();
    try {
      return context.getService(reference).run(arguments);
    } finally {
      context.ungetService(reference);
    }
  }
}
