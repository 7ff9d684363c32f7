package org.dylink.itest.bound;

import java.util.Arrays;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceScope;

/** A component that uses a C library: it is there while the library is. */
// docs/java.md: component
@Component(service = Packer.class)
public final class Packer {
  private final Zlib zlib;

  /** Made by Declarative Services. */
  @Activate
  public Packer(@Reference(scope = ReferenceScope.PROTOTYPE_REQUIRED) Zlib zlib) {
    this.zlib = zlib;
  }

  /** What zlib makes of it. */
  public byte[] pack(byte[] source) {
    byte[] packed = new byte[source.length + 100];
    int[] size = {packed.length};
    int result = zlib.compress(packed, size, source, source.length);
    if (result != 0) {
      throw new IllegalStateException("compress: " + result);
    }
    return Arrays.copyOf(packed, size[0]);
  }

  // docs/java.md: end

  /** What it was before. */
  public byte[] unpack(byte[] packed, int size) {
    byte[] source = new byte[size];
    int[] unpacked = {size};
    int result = zlib.uncompress(source, unpacked, packed, packed.length);
    if (result != 0) {
      throw new IllegalStateException("uncompress: " + result);
    }
    return Arrays.copyOf(source, unpacked[0]);
  }
}
