package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.dylink.binding.Binding;
import org.dylink.itest.bound.Tour;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.test.common.annotation.InjectBundleContext;

/** A configuration says what the programs behind an interface are granted. */
@FrameworkTest
class BoundGrantIT {
  private static final String PID = "org.dylink.service~test";
  private static final Map<String, ?> SMALL_STACK =
      Map.of("service", Tour.class.getName(), "stackSize", 300_000);

  @InjectBundleContext BundleContext context;
  private Configurations configurations;

  @BeforeEach
  void configure() throws Exception {
    configurations = new Configurations(context);
    BoundJar.library("1.0.0").start(context);
  }

  @AfterEach
  void unconfigure() throws Exception {
    configurations.deleteAll();
  }

  @Test
  void aChangeMakesTheServiceAnew() throws Exception {
    BoundJar.of(Tour.class, "libtour.so").start(context);
    assertEquals(1 << 20, stack());
    configurations.set(PID, SMALL_STACK);
    assertEquals(300_000, stack());
    configurations.set(PID, Map.of("service", Tour.class.getName(), "stackSize", 400_000));
    assertEquals(400_000, stack());
    configurations.delete(PID);
    assertEquals(1 << 20, stack());
  }

  @Test
  void aServiceThatHasToBeConfiguredWaitsForIt() throws Exception {
    BoundJar.of(Tour.class, "libtour.so;configuration-policy=require").start(context);
    assertNull(reference());
    configurations.set(PID, SMALL_STACK);
    assertEquals(300_000, stack());
    assertNull(reference().getProperty("configuration-policy"));
    configurations.delete(PID);
    assertNull(reference());
  }

  @Test
  void aValueThatIsNoGoodIsNoService() throws Exception {
    BoundJar.of(Tour.class, "libtour.so").start(context);
    assertNotNull(reference());
    try (LogLines log = new LogLines("org.dylink.binding.osgi.Grant")) {
      configurations.set(PID, Map.of("service", Tour.class.getName(), "stackSize", "much"));
      assertNull(reference());
      assertEquals(
          List.of(
              "SEVERE "
                  + PID
                  + ": stackSize: expected 1 to 2147483647 bytes, found much:"
                  + " no service"),
          log.linesWithLevels());
    }
    configurations.set(PID, SMALL_STACK);
    assertEquals(300_000, stack());
  }

  private long stack() {
    Tour tour = context.getService(reference());
    try {
      return Binding.of(tour).program().linkMap().stack().size();
    } finally {
      context.ungetService(reference());
    }
  }

  private ServiceReference<Tour> reference() {
    return context.getServiceReference(Tour.class);
  }
}
