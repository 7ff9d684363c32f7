package org.dylink.itest;

import org.dylink.binding.contract.LeakContract;
import org.dylink.binding.contract.Tour;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;

/** With services of the registry. */
@FrameworkTest
class BoundLeakIT extends LeakContract {
  @InjectBundleContext BundleContext context;

  @Override
  protected Tour bind() throws Exception {
    return BoundTours.of(context);
  }
}
