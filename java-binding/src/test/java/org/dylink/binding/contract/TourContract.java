package org.dylink.binding.contract;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests with libtour.so, {@code src/test/native/libtour.c}. */
public abstract class TourContract {
  /** The object of a test. */
  protected Tour tour;

  /** A new object, which has a program of its own. */
  protected abstract Tour bind() throws Exception;

  @BeforeEach
  void bindOne() throws Exception {
    tour = bind();
  }

  @AfterEach
  void closeIt() {
    tour.close();
  }
}
