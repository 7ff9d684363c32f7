package org.dylink.example.compressor;

import java.util.Arrays;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceScope;

/** Compresses with libz.so, in a memory that this component has for itself. */
@Component
public final class ZlibCompressor implements Compressor {
  private static final int BEST = 9;

  private final Zlib zlib;

  /**
   * Made by Declarative Services.
   *
   * @param zlib comes and goes with a bundle that has libz.so, and the component with it
   */
  @Activate
  public ZlibCompressor(@Reference(scope = ReferenceScope.PROTOTYPE_REQUIRED) Zlib zlib) {
    this.zlib = zlib;
  }

  @Override
  public byte[] compress(byte[] source) {
    byte[] target = new byte[zlib.bound(source.length)];
    int[] size = {target.length};
    int code = zlib.compress(target, size, source, source.length, BEST);
    if (code != Zlib.OK) {
      throw new IllegalStateException("libz.so " + zlib.version() + ": compress: " + code);
    }
    return Arrays.copyOf(target, size[0]);
  }

  @Override
  public byte[] decompress(byte[] compressed, int size) {
    byte[] target = new byte[size];
    int[] written = {size};
    int code = zlib.decompress(target, written, compressed, compressed.length);
    if (code != Zlib.OK) {
      throw new IllegalArgumentException("libz.so " + zlib.version() + ": decompress: " + code);
    }
    return Arrays.copyOf(target, written[0]);
  }
}
