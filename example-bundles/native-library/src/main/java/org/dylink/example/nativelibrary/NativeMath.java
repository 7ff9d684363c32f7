package org.dylink.example.nativelibrary;

import java.lang.invoke.MethodType;
import java.util.Map;
import org.dylink.engine.host.Guest;
import org.dylink.engine.host.HostInstance;
import org.dylink.engine.host.HostLibrary;
import org.dylink.format.FunctionType;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/**
 * The library {@code libnativemath.so}: {@code hypot} and {@code ldexp} of a native library. It is
 * there once somebody has made the configuration {@code org.dylink.example.nativemath}, whose
 * {@code file} names the native library.
 */
@Component(
    configurationPid = "org.dylink.example.nativemath",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Capability(
    namespace = "wasm.library",
    name = NativeMath.NAME,
    version = "1.0.0",
    attribute = "abi=host")
public final class NativeMath implements HostLibrary {
  static final String NAME = "libnativemath.so";

  private static final Map<String, MethodType> FUNCTIONS =
      Map.of(
          "hypot", MethodType.methodType(double.class, double.class, double.class),
          "ldexp", MethodType.methodType(double.class, double.class, int.class));

  private final HostLibrary functions;

  /** Made by Declarative Services. */
  @Activate
  public NativeMath(Map<String, Object> properties) {
    functions = NativeLibrary.of(NAME, String.valueOf(properties.get("file")), FUNCTIONS);
  }

  @Override
  public String moduleName() {
    return NAME;
  }

  @Override
  public Map<String, FunctionType> functions() {
    return functions.functions();
  }

  @Override
  public HostInstance open(Guest guest) {
    return functions.open(guest);
  }
}
