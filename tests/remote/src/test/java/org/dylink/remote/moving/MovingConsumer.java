package org.dylink.remote.moving;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.dylink.remote.checksums.Checksums;
import org.dylink.remote.console.Command;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Calls without a pause, wherever the library is: the service that came last. So who moves it lets
 * it come in the new place before it goes in the old one.
 */
@Component(immediate = true, property = "name=moving")
public final class MovingConsumer implements Command {
  private static final byte[] DATA = "hello".getBytes(UTF_8);
  private static final int CRC = 0x3610a686;

  private static final long LIMIT_NANOS = 10_000_000_000L;
  private static final long LOOK_NANOS = 1_000_000;

  private final ConcurrentSkipListMap<Long, Checksums> known = new ConcurrentSkipListMap<>();
  private final AtomicInteger calls = new AtomicInteger();
  private final Map<String, Integer> failures = new TreeMap<>(); // of the thread that calls
  private volatile boolean running;
  private Thread caller;

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void add(Checksums checksums, Map<String, ?> properties) {
    known.put((Long) properties.get(Constants.SERVICE_ID), checksums);
    System.out.println("moving: in " + known.size() + " places");
  }

  void remove(Checksums checksums, Map<String, ?> properties) {
    known.remove(properties.get(Constants.SERVICE_ID));
    System.out.println("moving: in " + known.size() + " places");
  }

  @Override
  public String run(String[] arguments) throws InterruptedException {
    return switch (arguments[0]) {
      case "begin" -> begin();
      case "calls" -> String.valueOf(calls.get());
      case "place" -> newest().place(DATA);
      case "end" -> end();
      default -> "no function " + arguments[0];
    };
  }

  /** Waits for a place where there is none at the moment. */
  private Checksums newest() {
    long end = System.nanoTime() + LIMIT_NANOS;
    Map.Entry<Long, Checksums> newest = known.lastEntry();
    while (newest == null && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK_NANOS);
      newest = known.lastEntry();
    }
    return newest.getValue();
  }

  private String begin() {
    running = true;
    caller = new Thread(this::call, "caller");
    caller.start();
    return "begun";
  }

  private void call() {
    while (running) {
      try {
        int crc = newest().crc32(0, DATA, DATA.length);
        if (crc != CRC) {
          failures.merge("another result: " + Integer.toHexString(crc), 1, Integer::sum);
        }
      } catch (RuntimeException e) {
        failures.merge(String.valueOf(e), 1, Integer::sum);
      }
      calls.incrementAndGet();
    }
  }

  private String end() throws InterruptedException {
    running = false;
    caller.join();
    return "failed: " + failures;
  }

  @Deactivate
  void deactivate() {
    running = false;
  }
}
