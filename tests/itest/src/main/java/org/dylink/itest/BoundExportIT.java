package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.dylink.itest.bound.Sums;
import org.dylink.itest.bound.Tour;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.test.common.annotation.InjectBundleContext;

/** What Remote Service Admin is asked to offer on other machines consists of values. */
@FrameworkTest
class BoundExportIT {
  private static final String EXPORTED = "service.exported.interfaces";

  @InjectBundleContext BundleContext context;

  @Test
  void whatCannotBeCalledFromAnotherMachineIsNoServiceAndSaysOnceWhy() throws Exception {
    BoundJar.library("1.0.0").start(context);
    try (LogLines log = new LogLines("org.dylink.binding.osgi.BoundService")) {
      Bundle offering = BoundJar.of(Tour.class, "libtour.so;" + EXPORTED + "=\"*\"").start(context);
      assertNull(context.getServiceReference(Tour.class));
      assertEquals(
          List.of(
              "SEVERE bundle "
                  + offering
                  + ": Wasm-Service: libtour.so: org.dylink.itest.bound.Tour cannot be called from"
                  + " another machine: apply: parameter 0 (Binary) is no value; fill: parameter 0"
                  + " (byte[]) is written to: @Out; keep: parameter 0 (Callback) is no value;"
                  + " numberAt: result (Pointer) is no value: no service"),
          log.linesWithLevels());
      LibraryJar.named("other").library(Counter.MODULE, "1.0.0").start(context);
      assertEquals(1, log.lines().size());
    }
  }

  @Test
  void valuesAreExportedAndNoCallerClosesThem() throws Exception {
    BoundJar.library("1.0.0").start(context);
    BoundJar.of(Sums.class, "libtour.so;" + EXPORTED + "=" + Sums.class.getName()).start(context);
    ServiceReference<Sums> reference = context.getServiceReference(Sums.class);
    assertEquals(Sums.class.getName(), reference.getProperty(EXPORTED));
    assertEquals("1.0.0", reference.getProperty("wasm.library.version.text"));
    Sums sums = context.getService(reference);
    sums.close();
    assertEquals(6, sums.sum(new byte[] {1, 2, 3}, 3));
  }
}
