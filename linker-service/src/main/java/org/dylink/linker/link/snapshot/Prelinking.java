package org.dylink.linker.link.snapshot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dylink.engine.host.Granted;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.link.host.HostCall;
import org.dylink.linker.link.image.ProgramImage;

/** Makes an image of a program whose constructors have just run, and nothing else. */
public final class Prelinking {
  private final ProgramImage image;

  /** Prepares it. */
  public Prelinking(ProgramImage image) {
    this.image = image;
  }

  /**
   * Makes the image.
   *
   * @throws LinkException UNSUPPORTED if another program could be told from one that begins so
   */
  public byte[] write() throws LinkException {
    String product = Product.version().orElseThrow(() -> refusal("this build has no version"));
    Optional<Set<Granted>> looked = image.hosts().looksAt();
    if (looked.isEmpty()) {
      HostCall call = image.hosts().unlike().orElse(new HostCall("the linker", "dlopen"));
      throw refusal("a constructor calls " + call.function() + " of " + call.module());
    } else if (!KeptSnapshots.isRenewed(looked.get(), image)) {
      throw refusal("a constructor has random bytes beside the stack guard");
    }
    LinkRequest request = image.request();
    SnapshotKey key = SnapshotKey.of(request, image.engine(), image.places());
    Map<Granted, List<String>> told = KeptStarts.told(request, looked.get());
    TakenSnapshot taken = new SnapshotSession(image).taken();
    return ImageWriter.write(product, key, new ImageFile.Content(taken, told));
  }

  private LinkException refusal(String reason) {
    String detail = "cannot be prelinked: " + reason;
    return LinkException.of(Reason.UNSUPPORTED, image.main().name(), detail, null);
  }
}
