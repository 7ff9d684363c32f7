package org.dylink.linker.link.snapshot;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.dylink.engine.Engine;
import org.dylink.engine.host.Granted;
import org.dylink.format.MemoryType;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.LinkTrace;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.parts.Place;

/**
 * The snapshots that a linker takes by itself, of programs that are linked again and again. Threads
 * may share it.
 *
 * <p>A program begins from one only if nobody can tell: it has the libraries, engine and limits of
 * the one that the snapshot is of; the host functions that constructors called have done nothing
 * but look at what the program is granted, and it is granted the same; and nobody traces its link.
 * The first program of a kind is linked as ever, and of the second one a snapshot is taken: a kind
 * that is linked once costs nothing.
 */
public final class KeptSnapshots {
  private static final int MOST_KINDS = 64;
  private static final long MOST_BYTES = Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 32);
  private static final long MOST_PAGES = 4 * MOST_BYTES / MemoryType.PAGE_SIZE;

  // By last use, so that what nobody links any more goes first. Guarded by this.
  private final Map<SnapshotKey, KeptStarts> kinds = new LinkedHashMap<>(16, 0.75f, true);
  private final ImageFiles images; // null where nobody looks for them

  /** Of programs of kinds that nobody has linked before. */
  public KeptSnapshots() {
    this.images = null;
  }

  /**
   * Of a linker.
   *
   * @param ignored is told of each image that is of no use, once
   */
  public KeptSnapshots(Consumer<String> ignored) {
    this.images = new ImageFiles(MOST_BYTES, ignored);
  }

  /**
   * Finds where a program may begin.
   *
   * @param places its libraries, in load order
   * @return empty if its constructors are to run
   */
  public Optional<Restoration> find(LinkRequest request, Engine engine, List<Place> places) {
    if (!isPossible(request, engine)) {
      return Optional.empty();
    }
    SnapshotKey key = SnapshotKey.of(request, engine, places);
    return known(key).orElseGet(() -> begun(key, request, places)).find(request);
  }

  private synchronized Optional<KeptStarts> known(SnapshotKey key) {
    return Optional.ofNullable(kinds.get(key));
  }

  private KeptStarts begun(SnapshotKey key, LinkRequest request, List<Place> places) {
    // Not under the lock: a bundle's file is the framework's.
    Optional<ImageFile.Content> image =
        images == null ? Optional.empty() : images.find(key, request, places);
    KeptStarts fresh = new KeptStarts();
    image.ifPresent(content -> fresh.add(content.snapshot(), content.told()));
    synchronized (this) {
      KeptStarts kind = kinds.computeIfAbsent(key, absent -> fresh);
      trim();
      return kind;
    }
  }

  private static boolean isPossible(LinkRequest request, Engine engine) {
    return engine.restoresInstances()
        && request.trace() == LinkTrace.NONE
        && request.modules().isEmpty();
  }

  /**
   * Looks at a program whose constructors have just run, and takes a snapshot of it if that helps.
   */
  public void note(ProgramImage image) {
    if (isPossible(image.request(), image.engine())) {
      SnapshotKey key = SnapshotKey.of(image.request(), image.engine(), image.places());
      if (isWanted(key)) {
        keep(key, image);
      }
    }
  }

  private synchronized boolean isWanted(SnapshotKey key) {
    KeptStarts kind = kinds.get(key);
    return kind != null && kind.isWanted();
  }

  private void keep(SnapshotKey key, ProgramImage image) {
    Optional<Set<Granted>> looked = image.hosts().looksAt();
    Optional<TakenSnapshot> taken =
        looked.filter(all -> isRenewed(all, image)).flatMap(all -> take(image));
    synchronized (this) {
      KeptStarts kind = kinds.get(key);
      if (kind != null && taken.isPresent()) {
        kind.add(taken.get(), image.request(), looked.get());
      } else if (kind != null) {
        kind.refuse();
      }
      trim();
    }
  }

  /** Whether a program that begins from a snapshot gets random bytes of its own. */
  static boolean isRenewed(Set<Granted> looked, ProgramImage image) {
    return !looked.contains(Granted.RANDOM)
        || image.hosts().random().filter(random -> isOfGuard(random, image)).isPresent();
  }

  private static boolean isOfGuard(byte[] random, ProgramImage image) {
    return StackGuard.of(image)
        .filter(guard -> guard.isMadeOf(random, image.space().memory()))
        .isPresent();
  }

  private static Optional<TakenSnapshot> take(ProgramImage image) {
    if (image.space().memory().pages() > MOST_PAGES) {
      return Optional.empty();
    }
    try {
      // Nothing of the request but what all of the kind have: streams are somebody's.
      LinkRequest bare = LinkRequest.builder(image.request().main()).build();
      return Optional.of(new SnapshotSession(image, bare).taken())
          .filter(snapshot -> snapshot.bytes() <= MOST_BYTES);
    } catch (LinkException e) {
      return Optional.empty(); // it has what cannot be copied
    }
  }

  /**
   * Notes that a program could not begin where it was to begin: an image says what is not so.
   *
   * @param reason why
   */
  public synchronized void giveUp(
      LinkRequest request, Engine engine, List<Place> places, String reason) {
    // Not where it is gone by now: a library may have been withdrawn.
    kinds.replace(SnapshotKey.of(request, engine, places), new KeptStarts());
    if (images != null) {
      images.ignore(request.main(), reason);
    }
  }

  /** What was said last of each image that is of no use, a sentence each. */
  public List<String> ignoredImages() {
    return images == null ? List.of() : images.ignored();
  }

  private void trim() {
    Iterator<KeptStarts> oldest = kinds.values().iterator();
    while (kinds.size() > MOST_KINDS || bytes() > MOST_BYTES) {
      oldest.next();
      oldest.remove();
    }
  }

  private long bytes() {
    return kinds.values().stream().mapToLong(KeptStarts::bytes).sum();
  }

  /** Forgets all that holds a library, an engine or a host library that is gone. */
  public synchronized void forget(Object gone) {
    if (images != null) {
      images.forget(gone);
    }
    kinds.entrySet().removeIf(each -> each.getKey().has(gone) || each.getValue().has(gone));
  }
}
