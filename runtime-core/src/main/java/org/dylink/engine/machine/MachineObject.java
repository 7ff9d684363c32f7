package org.dylink.engine.machine;

import java.util.List;
import org.dylink.format.WasmModule;

/**
 * Machine code of a module: one image that is mapped as it is, at any address, and refers to
 * nothing outside of itself. What it needs of Java it is given at run time. Offsets are in bytes
 * from the image's beginning.
 *
 * @param target what it runs on: {@code linux-x86_64}
 * @param baseline what it takes for granted of the processor: {@code x86-64-v2}
 * @param compiler what has made it, with its version: {@code LLVM 20.1.7}
 * @param digest of the module that it was made of
 * @param enter where the code is by which Java enters
 * @param functions the module's own functions, by index without imports
 * @param types for each type of the module, the code between Java and functions of that type
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares objects
public record MachineObject(
    String target,
    String baseline,
    String compiler,
    String digest,
    byte[] image,
    int enter,
    List<Range> functions,
    List<Crossing> types) {
  /**
   * What a companion's kind has in front of the platform: {@code libz.so.native-linux-x86_64}
   * stands beside {@code libz.so}.
   */
  public static final String COMPANION = "native-";

  /**
   * Checks that this was made of a module.
   *
   * @param platform what it is to run on
   * @throws UnfitObjectException if it was made of another one, or for another platform
   */
  public void requireFor(WasmModule module, String platform) throws UnfitObjectException {
    int own = module.functionCount() - ContextLayout.of(module).imports();
    if (!target.equals(platform)) {
      throw new UnfitObjectException("made for " + target + ", expected " + platform, null);
    } else if (!baseline.equals(Baseline.of(platform))) {
      throw new UnfitObjectException(
          "made for processors of " + baseline + ", expected " + Baseline.of(platform), null);
    } else if (!digest.equals(module.digest())) {
      throw new UnfitObjectException("made of another module", null);
    } else if (functions.size() != own || types.size() != module.types().size()) {
      throw new UnfitObjectException(
          functions.size() + " functions and " + types.size() + " types: the module has others",
          null);
    }
  }

  /** {@code 784240 bytes for x86-64-v2 by LLVM 20.1.7}. */
  @Override
  public String toString() {
    return image.length + " bytes for " + baseline + " by " + compiler;
  }

  /** Where a function's code is. */
  public record Range(int from, int size) {}

  /**
   * The code between Java and functions of one type.
   *
   * @param in calls a function with arguments that lie in memory
   * @param out puts arguments into memory and calls Java
   * @param own calls a function in the context that the thread has of its instance
   */
  public record Crossing(int in, int out, int own) {}
}
