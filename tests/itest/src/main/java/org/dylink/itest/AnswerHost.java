package org.dylink.itest;

import org.dylink.engine.host.Errno;
import org.dylink.engine.host.Guest;
import org.dylink.engine.host.HostLibrary;
import org.dylink.engine.host.HostSymbol;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** A library of Java functions, as a bundle would have it: one method gives an answer. */
final class AnswerHost implements HostLibrary {
  static final String NAME = "libanswer.so";

  private final int number;

  AnswerHost(int number) {
    this.number = number;
  }

  /** A bundle with the capability; its service is registered by {@link #register}. */
  static LibraryJar jar(String symbolicName, String version) {
    return LibraryJar.named(symbolicName)
        .header(
            "Provide-Capability",
            "wasm.library;wasm.library=" + NAME + ";version:Version=" + version + ";abi=host");
  }

  /** Such a bundle, started, with its service. */
  static Bundle start(BundleContext context, String symbolicName, String version, int number)
      throws Exception {
    Bundle bundle = jar(symbolicName, version).start(context);
    new AnswerHost(number).register(bundle);
    return bundle;
  }

  ServiceRegistration<HostLibrary> register(Bundle bundle) {
    return bundle.getBundleContext().registerService(HostLibrary.class, this, null);
  }

  @Override
  public String moduleName() {
    return NAME;
  }

  @HostSymbol
  int answer() {
    return number;
  }

  /** What the program calls {@code inner} itself. */
  @HostSymbol("call_inner")
  int callInner(Guest guest) throws Throwable {
    return (int) guest.function("inner").orElseThrow().handle().invokeExact();
  }

  @HostSymbol
  int fail() throws CloneNotSupportedException {
    throw new CloneNotSupportedException("of the host");
  }

  @HostSymbol("fail_softly")
  @Errno(Errno.EIO)
  int failSoftly() throws CloneNotSupportedException {
    return fail();
  }
}
