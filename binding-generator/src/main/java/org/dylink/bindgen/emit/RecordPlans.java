package org.dylink.bindgen.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.bindgen.c.CHeader;
import org.dylink.bindgen.c.CRecord;
import org.dylink.bindgen.c.CType;
import org.dylink.bindgen.c.Layouts;

/** The records of an interface: made when something needs them, each once. For one thread. */
final class RecordPlans {
  private final CHeader header;
  private final Layouts layouts;
  private final JavaNames names;
  private final Map<String, RecordPlan> plans = new LinkedHashMap<>();
  private final Map<String, String> refused = new HashMap<>(); // reasons, by key

  RecordPlans(CHeader header, JavaNames names) {
    this.header = header;
    this.layouts = new Layouts(header);
    this.names = names;
  }

  Layouts layouts() {
    return layouts;
  }

  /** All that were made; those that are inside of others come first. */
  List<RecordPlan> all() {
    return new ArrayList<>(plans.values());
  }

  /**
   * The record of a type.
   *
   * @param hint what it is named after if C has no name for it
   * @throws LeftOutException if there can be none
   */
  RecordPlan of(CType.RecordOf type, String hint) throws LeftOutException {
    Optional<CRecord> struct = header.record(type);
    if (struct.isEmpty()) {
      throw new LeftOutException(type.key() + " has no members that the header tells");
    }
    return of(struct.get(), hint);
  }

  /**
   * The record of a struct or union.
   *
   * @throws LeftOutException if there can be none
   */
  RecordPlan of(CRecord struct, String hint) throws LeftOutException {
    RecordPlan plan = plans.get(struct.key());
    if (plan == null) {
      plan = make(struct, struct.name().isEmpty() ? hint : struct.name());
      plans.put(struct.key(), plan);
    }
    return plan;
  }

  private RecordPlan make(CRecord struct, String name) throws LeftOutException {
    if (refused.containsKey(struct.key())) {
      throw new LeftOutException(refused.get(struct.key()));
    }
    try {
      RecordPlanner planner = new RecordPlanner(this, struct, name);
      planner.plan();
      return planner.result(names.type(name));
    } catch (LeftOutException e) {
      refused.put(struct.key(), e.getMessage());
      throw e;
    }
  }
}
