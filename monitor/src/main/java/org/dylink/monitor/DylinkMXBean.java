package org.dylink.monitor;

/**
 * {@link Figures} for JMX, as {@code org.dylink:type=Monitor}; of a second framework in one JVM as
 * {@code org.dylink:type=Monitor,framework=UUID}. Each attribute is looked up when it is read.
 */
public interface DylinkMXBean {
  /** See {@link Figures#programs}. */
  long getPrograms();

  /** See {@link Figures#memory}. */
  long getMemory();

  /** See {@link Figures#guestThreads}. */
  long getGuestThreads();

  /** See {@link Figures#libraries}. */
  long getLibraries();

  /** See {@link Figures#waitingLibraries}. */
  long getWaitingLibraries();

  /** See {@link Figures#failedLibraries}. */
  long getFailedLibraries();

  /** See {@link Figures#linkTotal}. */
  long getLinkTotal();

  /** See {@link Figures#linkFailureTotal}. */
  long getLinkFailureTotal();

  /** See {@link Figures#linkTimeTotal}. */
  double getLinkTimeTotal();

  /** See {@link Figures#openTotal}. */
  long getOpenTotal();

  /** See {@link Figures#openTimeTotal}. */
  double getOpenTimeTotal();

  /** See {@link Figures#trapTotal}. */
  long getTrapTotal();

  /** See {@link Figures#stopTotal}. */
  long getStopTotal();

  /** See {@link Figures#compiledTotal}. */
  long getCompiledTotal();

  /** See {@link Figures#compileTimeTotal}. */
  double getCompileTimeTotal();

  /** See {@link Figures#keptTotal}. */
  long getKeptTotal();
}
