package org.dylink.monitor.osgi;

import org.dylink.monitor.DylinkMXBean;
import org.dylink.monitor.Monitor;

/** What JMX reads. */
record MonitorBean(Monitor monitor) implements DylinkMXBean {
  @Override
  public long getPrograms() {
    return monitor.figures().programs();
  }

  @Override
  public long getMemory() {
    return monitor.figures().memory();
  }

  @Override
  public long getGuestThreads() {
    return monitor.figures().guestThreads();
  }

  @Override
  public long getLibraries() {
    return monitor.figures().libraries();
  }

  @Override
  public long getWaitingLibraries() {
    return monitor.figures().waitingLibraries();
  }

  @Override
  public long getFailedLibraries() {
    return monitor.figures().failedLibraries();
  }

  @Override
  public long getLinkTotal() {
    return monitor.figures().linkTotal();
  }

  @Override
  public long getLinkFailureTotal() {
    return monitor.figures().linkFailureTotal();
  }

  @Override
  public double getLinkTimeTotal() {
    return monitor.figures().linkTimeTotal();
  }

  @Override
  public long getOpenTotal() {
    return monitor.figures().openTotal();
  }

  @Override
  public double getOpenTimeTotal() {
    return monitor.figures().openTimeTotal();
  }

  @Override
  public long getTrapTotal() {
    return monitor.figures().trapTotal();
  }

  @Override
  public long getStopTotal() {
    return monitor.figures().stopTotal();
  }

  @Override
  public long getCompiledTotal() {
    return monitor.figures().compiledTotal();
  }

  @Override
  public double getCompileTimeTotal() {
    return monitor.figures().compileTimeTotal();
  }

  @Override
  public long getKeptTotal() {
    return monitor.figures().keptTotal();
  }
}
