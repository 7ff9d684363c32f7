package org.dylink.linker.link.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dylink.linker.ThreadArea;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.thread.GuestThread;

/** Which parts of the memory the threads of a program have to themselves. */
final class ThreadAreas {
  private ThreadAreas() {}

  /** Those at this moment, thread by thread; none of a program that has one thread. */
  static List<ThreadArea> of(ProgramImage image) {
    List<ThreadArea> all = new ArrayList<>();
    if (image.threads().areShared()) {
      image.threads().all().forEach(thread -> add(thread, image, all));
    }
    return all;
  }

  private static void add(GuestThread thread, ProgramImage image, List<ThreadArea> to) {
    int number = thread.number();
    thread.stackArea().ifPresent(stack -> to.add(new ThreadArea(number, Optional.empty(), stack)));
    for (Place place : image.places()) {
      image
          .arrival()
          .block(thread, place)
          .ifPresent(block -> to.add(new ThreadArea(number, Optional.of(place.library()), block)));
    }
  }
}
