package org.dylink.linker.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.OnWithdraw;

/** What a configuration grants a program, and how far: the same properties wherever it does. */
public final class RequestTerms {
  private RequestTerms() {}

  /**
   * Reads {@code environment}, {@code folders}, {@code preloads}, {@code maxMemory}, {@code
   * maxSlots}, {@code maxThreads}, {@code stackSize}, {@code timeout}, {@code engine} and {@code
   * onWithdraw}.
   *
   * @return what each that is there does to a request
   * @throws MalformedValueException with the first value that is no good
   */
  public static List<Consumer<LinkRequest.Builder>> of(Settings settings)
      throws MalformedValueException {
    List<Consumer<LinkRequest.Builder>> terms = new ArrayList<>();
    List<String> preloads = settings.texts("preloads");
    terms.add(request -> request.preloads(preloads));
    for (Map.Entry<String, String> each : settings.variables("environment").entrySet()) {
      terms.add(request -> request.environment(each.getKey(), each.getValue()));
    }
    for (Map.Entry<String, Path> each : settings.folders("folders").entrySet()) {
      terms.add(request -> request.folder(each.getKey(), each.getValue()));
    }
    addLimits(settings, terms);
    return terms;
  }

  private static void addLimits(Settings settings, List<Consumer<LinkRequest.Builder>> terms)
      throws MalformedValueException {
    settings
        .amount("maxMemory", 1, LinkRequest.WHOLE_MEMORY, "bytes")
        .ifPresent(bytes -> terms.add(request -> request.maxMemory(bytes)));
    settings
        .amount("maxSlots", 1, LinkRequest.DEFAULT_MAX_SLOTS, "slots")
        .ifPresent(slots -> terms.add(request -> request.maxSlots(slots)));
    settings
        .amount("maxThreads", 1, LinkRequest.MOST_THREADS, "threads")
        .ifPresent(threads -> terms.add(request -> request.maxThreads((int) threads)));
    settings
        .amount("stackSize", 1, Integer.MAX_VALUE, "bytes")
        .ifPresent(bytes -> terms.add(request -> request.stackSize(bytes)));
    settings.seconds("timeout").ifPresent(time -> terms.add(request -> request.timeout(time)));
    settings.text("engine").ifPresent(name -> terms.add(request -> request.engine(name)));
    settings
        .choice("onWithdraw", OnWithdraw.class)
        .ifPresent(action -> terms.add(request -> request.onWithdraw(action)));
  }
}
