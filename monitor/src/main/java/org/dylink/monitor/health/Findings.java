package org.dylink.monitor.health;

import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.ResultLog.Entry;
import org.dylink.format.PrintableText;

/** What a check has found, a line each; the worst of them is its result. */
final class Findings {
  private final ResultLog log = new ResultLog();
  private boolean isEmpty = true;

  void add(Status status, String finding) {
    isEmpty = false;
    log.add(new Entry(status, PrintableText.of(finding)));
  }

  /**
   * The result.
   *
   * @param fine what is said if nothing was found
   */
  Result result(String fine) {
    if (isEmpty) {
      log.add(new Entry(Status.OK, fine));
    }
    return new Result(log);
  }
}
