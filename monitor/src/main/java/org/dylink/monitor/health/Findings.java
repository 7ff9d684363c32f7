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
   * What was told of something, for a line that names it already: messages begin with the name of
   * what they are about, as most stand alone.
   */
  static String withoutName(String name, String told) {
    String front = name + ": ";
    String first = told.startsWith(front) ? told.substring(front.length()) : told;
    // Several messages are one line.
    return first.replace("; " + front, "; ");
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
