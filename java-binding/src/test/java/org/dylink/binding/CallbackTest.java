package org.dylink.binding;

import org.dylink.binding.contract.CallbackContract;
import org.dylink.binding.contract.Tour;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.binding.testing.TestLinker;
import org.dylink.linker.LinkException;

/** In plain Java. */
class CallbackTest extends CallbackContract {
  private static final TestLinker LINKER = new TestLinker();

  @Override
  protected Tour bind() throws LinkException {
    return WasmBinder.bind(Tour.class, LINKER);
  }
}
