package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.dylink.linker.LinkException;
import org.dylink.linker.Linker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** The example work-queue: jobs are opened while the program's threads are at work. */
@FrameworkTest
@Timeout(120)
class WorkQueueIT {
  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;

  @BeforeEach
  void start() throws Exception {
    Examples.start(context, "libc-threads");
    Examples.start(context, "work-queue/library");
    Examples.start(context, "work-queue/program");
    Examples.start(context, "work-queue/primes");
  }

  @Test
  void jobsAreBundlesThatComeWhileThreadsWork() throws Exception {
    assertEquals(
        """
        libjob-chains.so: cannot open: no started bundle provides it
        primes up to 100000: 9592
        exit=0
        """,
        run("primes 100000\nchains 50000\n"));
    Examples.start(context, "work-queue/chains");
    assertEquals(
        """
        primes up to 100000: 9592
        longest chain up to 50000: 323
        primes up to 10: 4
        exit=0
        """,
        run("primes 100000\nchains 50000\nprimes 10\n"));
  }

  private String run(String input) throws LinkException {
    byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
    return Programs.run(linker, "jobs.wasm", r -> r.stdin(new ByteArrayInputStream(bytes)));
  }
}
