package org.dylink.itest;

import org.dylink.binding.contract.BadInputContract;
import org.dylink.binding.contract.Tour;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;

/** With services of the registry. */
@FrameworkTest
class BoundBadInputIT extends BadInputContract {
  @InjectBundleContext BundleContext context;

  @Override
  protected Tour bind() throws Exception {
    return BoundTours.of(context);
  }
}
