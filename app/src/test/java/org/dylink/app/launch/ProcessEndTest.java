package org.dylink.app.launch;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Who decides on the exit code of a process whose command ends while the process does. */
final class ProcessEndTest {
  @Test
  void aCommandThatEndsByItselfDecides() throws Exception {
    Process process = start("alone");
    assertEquals("exit with 134", lines(process.inputReader()));
    assertEquals(134, ProcessCall.end(process));
  }

  @Test
  void aSignalDecidesThatStopsTheCommand() throws Exception {
    Process process = start("signal");
    assertEquals("up", process.inputReader().readLine());
    process.toHandle().destroy(); // destroy() would close its streams, too
    assertEquals("stopped\nnothing left to do", lines(process.inputReader()));
    assertEquals(128 + 15, ProcessCall.end(process));
  }

  @Test
  void anotherThreadThatExitsDecides() throws Exception {
    Process process = start("thread");
    assertEquals("up\nstopped\nnothing left to do", lines(process.inputReader()));
    assertEquals(7, ProcessCall.end(process));
  }

  private static String lines(BufferedReader out) {
    return out.lines().collect(joining("\n"));
  }

  private static Process start(String how) throws IOException {
    List<String> command = new ArrayList<>(List.of(ProcessCall.JAVA.toString(), "-Xmx64m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(StoppedCommand.class.getName(), how));
    return new ProcessBuilder(command).start();
  }

  /** A process whose hook stops its command, and waits for what that does then. */
  static final class StoppedCommand {
    private static final CountDownLatch STOPPED = new CountDownLatch(1);
    private static final CountDownLatch DONE = new CountDownLatch(1);

    private StoppedCommand() {}

    public static void main(String[] how) throws InterruptedException {
      if (!how[0].equals("alone")) {
        Runtime.getRuntime().addShutdownHook(new Thread(StoppedCommand::stop));
        System.out.println("up");
      }
      if (how[0].equals("thread")) {
        new Thread(() -> System.exit(7)).start();
      }
      if (!how[0].equals("alone")) {
        STOPPED.await();
        System.out.println("stopped");
      }
      ProcessEnd.exit(134, StoppedCommand::exit);
      System.out.println("nothing left to do");
      DONE.countDown();
    }

    private static void stop() {
      STOPPED.countDown();
      try {
        DONE.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    private static void exit(int code) {
      System.out.println("exit with " + code);
      DONE.countDown();
      System.exit(code);
    }
  }
}
