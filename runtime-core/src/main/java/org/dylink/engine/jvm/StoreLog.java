package org.dylink.engine.jvm;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dylink.engine.jvm.store.StoreListener;

/** Logs, for who looks for lost time, each file of classes once. */
final class StoreLog implements StoreListener {
  private final Set<String> logged = ConcurrentHashMap.newKeySet();

  @Override
  public void ignored(String store, String reason) {
    if (logged.add(store)) {
      // Not a field: finding a logger takes a cold JVM longer than all the rest here.
      Logger log = System.getLogger(JvmEngine.class.getName());
      log.log(Level.DEBUG, "{0}: compiled classes ignored: {1}", store, reason);
    }
  }
}
