package org.dylink.remote.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.dylink.remote.checksums.Checksums;
import org.dylink.remote.console.Command;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** A component as anybody would write it: it knows nothing of where the service is. */
@Component(immediate = true, property = "name=checksums")
public final class ChecksumsConsumer implements Command {
  private static final String WANTED = "(&(wasm.library=libz.so)(wasm.library.version.text=1.2.*))";

  private final Checksums checksums;
  private final Map<String, ?> properties;

  @Activate
  public ChecksumsConsumer(
      @Reference(target = WANTED) Checksums checksums,
      @Reference(target = WANTED, service = Checksums.class) Map<String, ?> properties) {
    this.checksums = checksums;
    this.properties = properties;
    System.out.println("checksums: bound");
  }

  @Deactivate
  void gone() {
    System.out.println("checksums: gone");
  }

  @Override
  public String run(String[] arguments) {
    byte[] data = arguments.length > 1 ? arguments[1].getBytes(UTF_8) : new byte[0];
    return switch (arguments[0]) {
      case "crc32" -> Integer.toHexString(checksums.crc32(0, data, data.length));
      case "adler32" -> Integer.toHexString(checksums.adler32(1, data, data.length));
      case "combine" -> Integer.toHexString(combine(data, arguments[2].getBytes(UTF_8)));
      case "version" -> checksums.zlibVersion();
      case "length" -> String.valueOf(checksums.length(arguments[1]));
      case "property" -> String.valueOf(properties.get(arguments[1]));
      case "divide" -> checksums.divide(17, 5).toString();
      case "place" -> checksums.place(data);
      case "close" -> close();
      case "nothing" -> String.valueOf(checksums.length(null));
      case "refused" -> Integer.toHexString(checksums.adler32(1, data, data.length + 1));
      case "beyond" -> Integer.toHexString(checksums.crc32(0, data, -1));
      default -> "no function " + arguments[0];
    };
  }

  private String close() {
    checksums.close();
    return "closed";
  }

  private int combine(byte[] first, byte[] second) {
    return checksums.combine(
        checksums.crc32(0, first, first.length),
        checksums.crc32(0, second, second.length),
        second.length);
  }
}
