package org.dylink.monitor.osgi;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.runtime.ProgramDTO;
import org.dylink.linker.runtime.ProgramListener;

/** Counts what happens to programs. Threads may share it. */
final class Counts implements ProgramListener {
  final LongAdder links = new LongAdder();
  final LongAdder linkFailures = new LongAdder();
  final LongAdder linkNanos = new LongAdder();
  final LongAdder opens = new LongAdder();
  final LongAdder openNanos = new LongAdder();
  final LongAdder traps = new LongAdder();
  final LongAdder stops = new LongAdder();

  @Override
  public void linked(ProgramDTO program, Duration time) {
    links.increment();
    linkNanos.add(time.toNanos());
  }

  @Override
  public void notLinked(long id, String name, List<String> problems, Duration time) {
    linkFailures.increment();
    linkNanos.add(time.toNanos());
  }

  @Override
  public void opened(long program, String library, Duration time) {
    opens.increment();
    openNanos.add(time.toNanos());
  }

  @Override
  public void trapped(long program, String name, TrapException trap) {
    boolean asked = trap.kind() == TrapKind.STOPPED || trap.kind() == TrapKind.TIMEOUT;
    (asked ? stops : traps).increment();
  }
}
