package org.dylink.linker.link.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dylink.linker.ThreadArea;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.thread.GuestThread;

/** Which parts of the memory the threads of a program have to themselves. */
final class ThreadAreas {
  private final ThreadArrival arrival;
  private final List<Place> places;

  /**
   * @param arrival knows where the threads have their variables; null for a program that has one
   * @param places of the libraries
   */
  ThreadAreas(ThreadArrival arrival, List<Place> places) {
    this.arrival = arrival;
    this.places = places;
  }

  /** Those at this moment, thread by thread; none of a program that has one thread. */
  List<ThreadArea> of(List<GuestThread> threads) {
    List<ThreadArea> all = new ArrayList<>();
    if (arrival != null) {
      threads.forEach(thread -> add(thread, all));
    }
    return all;
  }

  private void add(GuestThread thread, List<ThreadArea> to) {
    int number = thread.number();
    thread.stackArea().ifPresent(stack -> to.add(new ThreadArea(number, Optional.empty(), stack)));
    for (Place place : places) {
      arrival
          .block(thread, place)
          .ifPresent(block -> to.add(new ThreadArea(number, Optional.of(place.library()), block)));
    }
  }
}
