/**
 * Java interfaces for the binding, from headers of C: what clang knows of a header, as source of
 * Java.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.dylink.bindgen;
