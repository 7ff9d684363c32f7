package org.acme;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who uses the service, which is the same for all three, and so not counted. */
@Component(immediate = true, service = Counter.class)
public class Counter {
  @Activate
  public Counter(@Reference Words words) {
    System.out.println("words: " + words.count_words("to be or not"));
  }
}
