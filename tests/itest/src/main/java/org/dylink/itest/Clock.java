package org.dylink.itest;

// docs/embedding.md: component
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.dylink.engine.host.Errno;
import org.dylink.engine.host.Guest;
import org.dylink.engine.host.HostLibrary;
import org.dylink.engine.host.HostSymbol;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Component;

@Component
@Capability(
    namespace = "wasm.library",
    name = "libclock.so",
    version = "1.0.0",
    attribute = "abi=host")
public class Clock implements HostLibrary {
  @Override
  public String moduleName() {
    return "libclock.so";
  }

  @HostSymbol("now_ms")
  long now() {
    return System.currentTimeMillis();
  }

  @HostSymbol
  int days(long milliseconds) {
    return (int) Duration.ofMillis(milliseconds).toDays();
  }

  @HostSymbol("save_time")
  @Errno(value = Errno.EIO, on = IOException.class)
  int save(Guest guest, int text, int size) throws IOException {
    byte[] bytes = new byte[size];
    guest.memory().read(text, bytes, 0, size);
    Path file = guest.folders().get("/data").resolve("time");
    Files.writeString(file, new String(bytes, StandardCharsets.UTF_8));
    return size;
  }
}
// docs/embedding.md: end
