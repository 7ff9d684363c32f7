package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.dylink.binding.Binding;
import org.dylink.itest.bound.Tour;
import org.dylink.linker.Linker;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** A C library is a Java service by one header. */
@FrameworkTest
class BoundServiceIT {
  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;

  @Test
  void eachPrototypeHasAMemoryOfItsOwn() throws Exception {
    BoundJar.library("1.0.0").start(context);
    BoundJar.of(Tour.class, "libtour.so").start(context);
    ServiceObjects<Tour> tours = context.getServiceObjects(reference());
    Tour one = tours.getService();
    Tour other = tours.getService();
    assertEquals(1, one.count());
    assertEquals(2, one.count());
    assertEquals(1, other.count());
    assertEquals(2, linker.programs().size());
    tours.ungetService(one);
    assertEquals(1, linker.programs().size());
    tours.ungetService(other);
    assertEquals(0, linker.programs().size());
  }

  @Test
  void aBundleSharesOneInScopeBundle() throws Exception {
    BoundJar.library("1.0.0").start(context);
    Bundle offering = BoundJar.of(Tour.class, "libtour.so").start(context);
    ServiceReference<Tour> reference = reference();
    Tour tour = context.getService(reference);
    assertEquals(1, tour.count());
    assertEquals(2, context.getService(reference).count());
    Tour others = offering.getBundleContext().getService(reference);
    assertEquals(1, others.count());
    assertEquals(2, linker.programs().size());
    offering.getBundleContext().ungetService(reference);
    context.ungetService(reference);
    assertEquals(1, linker.programs().size());
    context.ungetService(reference);
    assertEquals(0, linker.programs().size());
  }

  @Test
  void itsPropertiesTellTheLibrary() throws Exception {
    BoundJar.library("1.2.3").start(context);
    BoundJar.of(Tour.class, "libtour.so;size:Integer=3;colour=\"light, blue\"").start(context);
    ServiceReference<Tour> reference = reference();
    assertEquals("libtour.so", reference.getProperty("wasm.library"));
    assertEquals(Version.valueOf("1.2.3"), reference.getProperty("wasm.library.version"));
    assertEquals("tour 1.0.0", reference.getProperty("wasm.library.origin"));
    assertEquals("prototype", reference.getProperty("service.scope"));
    assertEquals(3, reference.getProperty("size"));
    assertEquals("light, blue", reference.getProperty("colour"));
  }

  @Test
  void itComesAndGoesWithTheLibrary() throws Exception {
    Bundle library = BoundJar.library("1.0.0").start(context);
    BoundJar.of(Tour.class, "libtour.so").start(context);
    Tour before = context.getService(reference());
    library.stop();
    assertNull(reference());
    assertEquals(List.of(), linker.programs());
    assertClosed(before);
    library.start();
    assertEquals(1, context.getService(reference()).count());
  }

  @Test
  void itGoesWithItsBundleAndNothingStays() throws Exception {
    BoundJar.library("1.0.0").start(context);
    Bundle offering = BoundJar.of(Tour.class, "libtour.so").start(context);
    ServiceObjects<Tour> tours = context.getServiceObjects(reference());
    List<Tour> all =
        List.of(tours.getService(), tours.getService(), context.getService(reference()));
    all.forEach(tour -> assertEquals(1, tour.count()));
    assertEquals(3, linker.programs().size());
    offering.stop();
    assertNull(reference());
    assertEquals(List.of(), linker.programs());
    all.forEach(BoundServiceIT::assertClosed);
    offering.start();
    assertEquals(1, context.getService(reference()).count());
  }

  @Test
  void itIsNewAfterItsBundleWasUpdated() throws Exception {
    BoundJar.library("1.0.0").start(context);
    Bundle offering = BoundJar.of(Tour.class, "libtour.so;colour=red").start(context);
    assertEquals("red", reference().getProperty("colour"));
    BoundJar.of(Tour.class, "libtour.so;colour=green").update(offering);
    assertEquals("green", reference().getProperty("colour"));
    assertEquals(1, context.getServiceReferences(Tour.class, null).size());
  }

  @Test
  void anUpdatedLibraryIsThatOfTheNextService() throws Exception {
    Bundle library = BoundJar.library("1.0.0").start(context);
    BoundJar.of(Tour.class, "libtour.so").start(context);
    Tour before = context.getService(reference());
    BoundJar.library("1.1.0").update(library);
    assertClosed(before);
    // The linker refreshes the old provider when nothing has changed for a moment.
    Awaited.until(context, "libtour.so 1.1.0 as a service", () -> hasVersion("1.1.0"));
    assertEquals(1, context.getService(reference()).count());
  }

  @Test
  void withoutARequirementItIsTheHighestVersionThatWillDo() throws Exception {
    for (String version : List.of("1.0.0", "1.5.0", "2.0.0")) {
      BoundJar.library("tour" + version, version).start(context);
    }
    BoundJar.of(Tour.class, "libtour.so;version=\"[1,2)\"")
        .header("Require-Capability", null)
        .start(context);
    assertTrue(hasVersion("1.5.0"));
    bundle("tour1.5.0").stop();
    assertTrue(hasVersion("1.0.0"));
    bundle("tour1.5.0").start();
    assertTrue(hasVersion("1.5.0"));
  }

  @Test
  void itComesAndGoesWithTheHostLibraries() throws Exception {
    BoundJar.library("1.0.0").start(context);
    BoundJar.of(Tour.class, "libtour.so").start(context);
    Tour before = context.getService(reference());
    Bundle wasi = bundle("org.dylink.wasi");
    wasi.stop();
    try {
      assertNull(reference());
      assertClosed(before);
      assertEquals(List.of(), linker.programs());
    } finally {
      wasi.start();
    }
    assertEquals(1, context.getService(reference()).count());
  }

  @Test
  void itGoesWithTheExtenderAndComesBack() throws Exception {
    BoundJar.library("1.0.0").start(context);
    BoundJar.of(Tour.class, "libtour.so").start(context);
    Tour before = context.getService(reference());
    Bundle extender = bundle("org.dylink.binding");
    extender.stop();
    try {
      assertNull(reference());
      assertClosed(before);
    } finally {
      extender.start();
    }
    assertEquals(1, context.getService(reference()).count());
  }

  @Test
  void aBundleThatIsActivatedLazilyOffersItToo() throws Exception {
    BoundJar.library("1.0.0").start(context);
    Bundle offering =
        BoundJar.of(Tour.class, "libtour.so")
            .header("Bundle-ActivationPolicy", "lazy")
            .install(context);
    offering.start(Bundle.START_ACTIVATION_POLICY);
    assertEquals(1, context.getService(reference()).count());
  }

  private boolean hasVersion(String version) {
    ServiceReference<Tour> reference = reference();
    return reference != null
        && Version.valueOf(version).equals(reference.getProperty("wasm.library.version"));
  }

  private Bundle bundle(String symbolicName) {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
        .findFirst()
        .orElseThrow();
  }

  private static void assertClosed(Tour tour) {
    long program = Binding.of(tour).program().id();
    IllegalStateException failure = assertThrows(IllegalStateException.class, tour::count);
    assertEquals("libtour.so: program " + program + " is closed", failure.getMessage());
  }

  private ServiceReference<Tour> reference() {
    return context.getServiceReference(Tour.class);
  }
}
