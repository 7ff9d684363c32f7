package org.dylink.itest;

import org.dylink.binding.contract.Tour;
import org.osgi.framework.BundleContext;

/** Objects of the service that {@code TourContract} tests, each with a program of its own. */
final class BoundTours {
  private BoundTours() {}

  static Tour of(BundleContext context) throws Exception {
    if (context.getServiceReference(Tour.class) == null) {
      BoundJar.library("1.0.0").start(context);
      BoundJar.of(Tour.class, "libtour.so").start(context);
    }
    return context.getServiceObjects(context.getServiceReference(Tour.class)).getService();
  }
}
