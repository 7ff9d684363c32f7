package org.dylink.engine.jvm.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Keeps a cache's folder small: the files that were used longest ago go first. */
final class FolderLimit {
  // Nobody writes for so long: whoever began it is gone.
  private static final Duration ABANDONED = Duration.ofHours(1);

  private record KeptFile(Path path, long size, FileTime used) {}

  private FolderLimit() {}

  static void apply(Path folder, String suffix, long limit) throws IOException {
    List<KeptFile> files = new ArrayList<>();
    for (KeptFile each : list(folder)) {
      if (each.path().toString().endsWith(suffix)) {
        files.add(each);
      } else if (each.path().toString().endsWith(CacheFolder.UNFINISHED)) {
        deleteAbandoned(each);
      }
    }
    long size = files.stream().mapToLong(KeptFile::size).sum();
    files.sort(Comparator.comparing(KeptFile::used));
    for (KeptFile oldest : files) {
      if (size <= limit) {
        return;
      }
      Files.deleteIfExists(oldest.path());
      size -= oldest.size();
    }
  }

  private static void deleteAbandoned(KeptFile file) throws IOException {
    if (file.used().toInstant().isBefore(Instant.now().minus(ABANDONED))) {
      Files.deleteIfExists(file.path());
    }
  }

  private static List<KeptFile> list(Path folder) throws IOException {
    List<KeptFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        try {
          files.add(new KeptFile(path, Files.size(path), Files.getLastModifiedTime(path)));
        } catch (NoSuchFileException e) {
          // Another process was faster.
        }
      }
    }
    return files;
  }
}
