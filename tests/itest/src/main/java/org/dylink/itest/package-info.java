/** Tests that run inside a framework, the same in Felix and in Equinox. */
package org.dylink.itest;
