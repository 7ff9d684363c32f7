package org.dylink.itest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;

/**
 * A class of tests inside the framework. What a test installs, registers and gets through its
 * injected bundle context is taken back when it ends; whatever else it leaves makes it fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
// In this order: what comes first is closed last.
@ExtendWith({NothingLeft.class, BundleContextExtension.class, ServiceExtension.class})
@interface FrameworkTest {}
