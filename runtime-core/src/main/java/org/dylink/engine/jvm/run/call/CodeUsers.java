package org.dylink.engine.jvm.run.call;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The call sites of other modules that know functions of a module, and so keep its classes. They
 * forget them when the module is gone: when neither a library nor a program has it any more. Nobody
 * waits for that; it is looked for whenever a module is loaded or a call site learns something.
 */
public final class CodeUsers extends WeakReference<ModuleFacts> {
  private static final ReferenceQueue<ModuleFacts> GONE = new ReferenceQueue<>();

  // Those that nobody else refers to any more would never be told.
  private static final Set<CodeUsers> ALL = ConcurrentHashMap.newKeySet();

  private final int firstCodeId;
  private final int endCodeId;
  private final Set<Site> sites = // guarded by this
      Collections.newSetFromMap(new WeakHashMap<>());

  private CodeUsers(ModuleFacts code, int firstCodeId, int functionCount) {
    super(code, GONE);
    this.firstCodeId = firstCodeId;
    this.endCodeId = firstCodeId + functionCount;
  }

  /** For a new module, none yet. */
  public static CodeUsers of(ModuleFacts code, int firstCodeId, int functionCount) {
    forgetGone();
    CodeUsers users = new CodeUsers(code, firstCodeId, functionCount);
    ALL.add(users);
    return users;
  }

  /** Notes a call site that is about to keep classes of the module. */
  synchronized void add(Site site) {
    sites.add(site);
  }

  /** Lets call sites forget modules that are gone. */
  static void forgetGone() {
    for (Reference<?> gone = GONE.poll(); gone != null; gone = GONE.poll()) {
      CodeUsers users = (CodeUsers) gone;
      ALL.remove(users);
      users.forget();
    }
  }

  /** Lets call sites forget the module: nobody is to call it any more. */
  synchronized void forget() {
    sites.forEach(site -> site.forget(firstCodeId, endCodeId));
  }

  /** A call site that keeps classes of modules that it has called. */
  interface Site {
    /** Forgets what it has learned of the functions of a module that is gone. */
    void forget(int firstCodeId, int endCodeId);
  }
}
