package org.dylink.linker.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.dylink.linker.runtime.ProgramListener;
import org.junit.jupiter.api.Test;

/** What those who hear of programs can do to them: nothing. */
class ProgramNewsTest {
  private final List<String> heard = new ArrayList<>();

  @Test
  void aListenerThatFailsFailsAlone() {
    ProgramListener next =
        new ProgramListener() {
          @Override
          public void linkBegins(long id, String name) {
            heard.add(id + " " + name);
          }
        };
    ProgramNews.tell(
        List.of(
            failing(new IllegalStateException("listener")),
            failing(new NoClassDefFoundError("no/such/Type")),
            next),
        each -> each.linkBegins(3, "a.wasm"));
    assertEquals(List.of("3 a.wasm"), heard);
  }

  private static ProgramListener failing(Throwable failure) {
    return new ProgramListener() {
      @Override
      public void linkBegins(long id, String name) {
        if (failure instanceof RuntimeException problem) {
          throw problem;
        }
        throw (Error) failure;
      }
    };
  }
}
