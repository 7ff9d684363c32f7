package org.dylink.machine.run;

import org.dylink.engine.control.StopControl;

/** Stops a guest: what its code looks at is set while one is to stop. */
final class NativeControl extends StopControl {
  NativeControl() {
    super(NativeThread.STOPPING);
  }
}
