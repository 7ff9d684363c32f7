package org.dylink.linker.settle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.dylink.testing.Fake;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

/** Bundles in the states that they can be in, with and without lazy activation. */
class BundleStartTest {
  @ParameterizedTest
  @CsvSource({
    Bundle.ACTIVE + ",, true",
    Bundle.ACTIVE + ", lazy, true",
    Bundle.STARTING + ",, false",
    Bundle.STARTING + ", lazy, true",
    Bundle.STARTING + ", ' lazy;include:=\"org.example\"', true",
    Bundle.STARTING + ", eager, false",
    Bundle.STOPPING + ", lazy, false",
    Bundle.RESOLVED + ", lazy, false"
  })
  void aLazyBundleThatIsStartingIsStarted(int state, String policy, boolean started) {
    Map<String, String> headers =
        policy == null ? Map.of() : Map.of(Constants.BUNDLE_ACTIVATIONPOLICY, policy);
    Bundle bundle =
        Fake.of(
            Bundle.class,
            (method, arguments) ->
                switch (method) {
                  case "getState" -> state;
                  case "getHeaders" -> FrameworkUtil.asDictionary(headers);
                  default -> null;
                });

    assertEquals(started, BundleStart.isDone(bundle));
  }
}
