package org.dylink.machine.run;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Allows the engine. */
@ObjectClassDefinition(
    name = "Dylink engine native",
    description = "Runs machine code, which nobody can check: there is no engine without this.")
@interface EngineConfiguration {
  /** The folder. */
  @AttributeDefinition(
      description = "Folder of machine code; who runs this owns it, and nobody else has access")
  String folder();
}
