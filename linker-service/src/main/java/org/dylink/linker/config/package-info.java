/**
 * Reads configurations. Private; who has one of his own takes a copy into his bundle, so that the
 * same property means the same everywhere.
 */
package org.dylink.linker.config;
