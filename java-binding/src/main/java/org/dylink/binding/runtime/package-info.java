/**
 * What the binding knows of interfaces that are services, as values to look at: the service {@link
 * org.dylink.binding.runtime.BindingRuntime} and its DTO.
 */
@Export
@Version("1.0.0")
package org.dylink.binding.runtime;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
