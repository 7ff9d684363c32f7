package org.dylink.linker.link.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import org.dylink.linker.Library;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.link.parts.Place;

/**
 * The images that stand beside mains, or that a request names. One that is of another program is as
 * if it were not there, but that somebody is told, once. Threads may share it.
 */
final class ImageFiles {
  private static final int MOST_TOLD = 1_000;

  private final int mostBytes;
  private final Consumer<String> listener;
  private final Set<String> told = new HashSet<>(); // guarded by this
  private final Map<Library, String> ignored = new WeakHashMap<>(); // by main, guarded by this

  /**
   * @param mostBytes of a file; a larger one is ignored
   * @param listener is told of each image that is of no use
   */
  ImageFiles(long mostBytes, Consumer<String> listener) {
    this.mostBytes = (int) mostBytes;
    this.listener = listener;
  }

  /** What a program may begin with, as an image says; empty if there is none for it. */
  Optional<ImageFile.Content> find(SnapshotKey key, LinkRequest request, List<Place> places) {
    Optional<String> product = Product.version();
    if (product.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream file = open(request).orElse(null)) {
      if (file == null) {
        return Optional.empty();
      }
      ImageFile.Content content = read(file, product.get(), key, request, places);
      forget(request.main());
      return Optional.of(content);
    } catch (IOException | UnfitImageException e) {
      ignore(request.main(), e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<InputStream> open(LinkRequest request) throws IOException {
    return request.image().isPresent()
        ? Optional.of(Files.newInputStream(request.image().get()))
        : request.main().module().companions().open(Linker.IMAGE);
  }

  private ImageFile.Content read(
      InputStream file, String product, SnapshotKey key, LinkRequest request, List<Place> places)
      throws IOException, UnfitImageException {
    byte[] bytes = file.readNBytes(mostBytes + 1);
    if (bytes.length > mostBytes) {
      throw new UnfitImageException("it has more than " + mostBytes + " bytes");
    }
    LinkRequest bare = LinkRequest.builder(request.main()).build();
    return ImageReader.read(bytes, product, key, bare, places);
  }

  /** Notes that the image of a program is of no use. */
  synchronized void ignore(Library main, String reason) {
    String message = main.name() + ": image is ignored: " + reason;
    ignored.put(main, message);
    if (told.size() < MOST_TOLD && told.add(message)) {
      listener.accept(message);
    }
  }

  /** What was said last of each program whose image is of no use. */
  synchronized List<String> ignored() {
    return ignored.values().stream().sorted().toList();
  }

  /** Forgets what was said of a program that is gone, or whose image fits. */
  synchronized void forget(Object main) {
    ignored.remove(main);
  }
}
