package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.itest.bound.Tour;
import org.dylink.itest.bound.Unfit;
import org.dylink.linker.Library;
import org.dylink.linker.LinkPolicy;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.ServiceRegistration;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** What is wrong with a bound service is told at once, and where. */
@FrameworkTest
class BoundFailureIT {
  private static final String EXTENDER = "org.dylink.binding.osgi.ServiceExtender";
  private static final String SERVICE = "org.dylink.binding.osgi.BoundService";
  private static final String PROGRAMS = "org.dylink.binding.osgi.BoundPrograms";

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;

  @Test
  void allThatDoesNotFitIsLoggedOnceAndThereIsNoService() throws Exception {
    BoundJar.library("1.0.0").start(context);
    try (LogLines log = new LogLines(SERVICE)) {
      Bundle offering = BoundJar.of(Unfit.class, "libtour.so").start(context);
      assertNull(context.getServiceReference(Unfit.class));
      assertEquals(
          List.of(
              "SEVERE bundle "
                  + offering
                  + ": Wasm-Service: libtour.so: cannot bind org.dylink.itest.bound.Unfit: scale:"
                  + " signature mismatch: expected (i32, i64) -> i64, the library has (f64, i32) ->"
                  + " f64; subtract: undefined function subtract: searched libtour.so, libc.so:"
                  + " no service"),
          log.linesWithLevels());
      // Whatever else comes and goes, it is not said again.
      LibraryJar.named("other").library(Counter.MODULE, "1.0.0").start(context);
      assertEquals(1, log.lines().size());
    }
  }

  @Test
  void aClassThatIsNotThereIsNoService() throws Exception {
    BoundJar.library("1.0.0").start(context);
    assertLogged(
        SERVICE,
        "org.dylink.itest.bound.Nothing;library=libtour.so",
        "org.dylink.itest.bound.Nothing: no such class");
  }

  @Test
  void aClassIsNoService() throws Exception {
    BoundJar.library("1.0.0").start(context);
    assertLogged(
        SERVICE,
        "org.dylink.itest.bound.Packer;library=libtour.so",
        "org.dylink.itest.bound.Packer: not an interface");
  }

  @Test
  void aHeaderThatCannotBeReadIsNoService() throws Exception {
    assertLogged(
        EXTENDER, "org.dylink.itest.bound.Tour", "org.dylink.itest.bound.Tour: names no library");
    assertLogged(
        EXTENDER,
        "org.dylink.itest.bound.Tour;libtour.so",
        "org.dylink.itest.bound.Tour: expected name=value, found libtour.so");
    assertLogged(
        EXTENDER,
        "org.dylink.itest.bound.Tour;library=libtour.so;version=new",
        "org.dylink.itest.bound.Tour: version: expected a range such as [1.2,2), found new");
    assertLogged(
        EXTENDER,
        "org.dylink.itest.bound.Tour;library=libtour.so;size:Integer=big",
        "size:Integer: found big");
    assertLogged(
        EXTENDER,
        "org.dylink.itest.bound.Tour;library=libtour.so;size:Float=1",
        "size:Float: expected one of [Boolean, Double, Integer, List, List<String>, Long, String,"
            + " Version]");
    assertLogged(
        EXTENDER,
        "org.dylink.itest.bound.Tour;library=libtour.so;configuration-policy=sometimes",
        "org.dylink.itest.bound.Tour: configuration-policy: expected require or optional, found"
            + " sometimes");
  }

  @Test
  void whatCannotBeLinkedIsLoggedAndNobodyGetsIt() throws Exception {
    BoundJar.library("1.0.0").start(context);
    BoundJar.of(Tour.class, "libtour.so").start(context);
    LinkPolicy policy = new NoTour();
    ServiceRegistration<LinkPolicy> registration =
        context.registerService(LinkPolicy.class, policy, null);
    FrameworkListener ignored = (FrameworkEvent event) -> {};
    context.addFrameworkListener(ignored);
    try (LogLines log = new LogLines(PROGRAMS)) {
      assertNull(context.getService(context.getServiceReference(Tour.class)));
      assertEquals(
          List.of(
              "SEVERE org.dylink.itest.bound.Tour for bundle "
                  + context.getBundle()
                  + ": libtour.so: refused: today"),
          log.linesWithLevels());
    } finally {
      context.removeFrameworkListener(ignored);
      registration.unregister();
    }
    assertEquals(1, context.getService(context.getServiceReference(Tour.class)).count());
  }

  private static final class NoTour implements LinkPolicy {
    @Override
    public Optional<String> refuseLink(LinkRequest program, Library library) {
      return library.name().equals("libtour.so") ? Optional.of("today") : Optional.empty();
    }
  }

  @Test
  void aTrapShowsTheFunctionsOfCAboveTheMethodsOfJava() throws Exception {
    BoundJar.library("1.0.0").start(context);
    BoundJar.of(Tour.class, "libtour.so").start(context);
    Tour tour = context.getService(context.getServiceReference(Tour.class));
    TrapException trap = assertThrows(TrapException.class, () -> tour.trap(1));
    assertEquals(TrapKind.INTEGER_DIVIDE_BY_ZERO, trap.kind());
    List<String> top =
        Arrays.stream(trap.getStackTrace())
            .limit(3)
            .map(frame -> frame.getClassName() + "." + frame.getMethodName())
            .toList();
    assertEquals("libtour.so.divide", top.get(0));
    assertEquals("libtour.so.trap", top.get(1));
    assertEquals(BoundFailureIT.class.getName(), top.get(2).replaceAll("\\.[^.]*$", ""));
    assertEquals(5, tour.add(2, 3));
  }

  /** Starts a bundle with a header that is no good. */
  private void assertLogged(String logger, String header, String message) throws Exception {
    try (LogLines log = new LogLines(logger)) {
      Bundle bundle =
          LibraryJar.named("wrong")
              .header("Import-Package", "org.dylink.itest.bound")
              .header("Wasm-Service", header)
              .start(context);
      assertEquals(
          List.of("SEVERE bundle " + bundle + ": Wasm-Service: " + message + ": no service"),
          log.linesWithLevels());
      assertNull(bundle.getRegisteredServices());
      bundle.uninstall();
    }
  }
}
