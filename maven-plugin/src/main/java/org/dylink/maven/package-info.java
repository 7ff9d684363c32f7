/** Goals of Maven: what {@code org.dylink.toolchain} does, told by a project's pom. */
package org.dylink.maven;
