package org.dylink.bnd.check;

import java.time.Duration;
import java.util.List;
import org.dylink.bnd.ImageLimits;
import org.dylink.bnd.ImageMaker;
import org.dylink.bnd.NoImageException;
import org.dylink.engine.TrapException;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.WasmModule;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.embed.Dylink;

/** Links programs with the linker of plain Java, and makes images of them. */
public final class LinkedImages implements ImageMaker {
  // A build must end; constructors take milliseconds.
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** Made by {@code ServiceLoader}. */
  public LinkedImages() {}

  @Override
  public byte[] make(List<WasmModule> modules, ImageLimits limits) throws NoImageException {
    Dylink.Builder builder = Dylink.builder();
    try {
      Library main = read(modules.get(0));
      for (WasmModule needed : modules.subList(1, modules.size())) {
        builder.library(read(needed));
      }
      try (Dylink dylink = builder.build()) {
        return dylink.prelink(request(main, limits));
      }
    } catch (LinkException | TrapException | MalformedModuleException e) {
      throw new NoImageException(e.getMessage());
    }
  }

  private static Library read(WasmModule module) throws MalformedModuleException {
    return Library.read(module.name(), module.bytes().toArray());
  }

  private static LinkRequest request(Library main, ImageLimits limits) {
    LinkRequest.Builder request = LinkRequest.builder(main).timeout(LONGEST);
    limits.stackSize().ifPresent(request::stackSize);
    limits.maxMemory().ifPresent(request::maxMemory);
    return request.build();
  }
}
