package org.dylink.linker.testing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dylink.engine.Engine;
import org.dylink.engine.Lack;
import org.dylink.format.Feature;
import org.dylink.format.WasmModule;
import org.dylink.testing.DelegatingEngine;

/** Another engine that says of a feature that it lacks it: which engine lacks what may change. */
public final class LackingEngine extends DelegatingEngine {
  private final Feature lacked;

  /** Takes a feature away from an engine. */
  public LackingEngine(Engine engine, Feature lacked) {
    super(engine);
    this.lacked = lacked;
  }

  @Override
  public Set<Feature> features() {
    Set<Feature> features = EnumSet.copyOf(super.features());
    features.remove(lacked);
    return features;
  }

  @Override
  public List<Lack> lacks(WasmModule module) {
    List<Lack> lacks = new ArrayList<>(super.lacks(module));
    String place = module.features().get(lacked);
    if (place != null) {
      lacks.add(new Lack(lacked.toString(), place));
    }
    return lacks;
  }
}
