/** Starts a framework with the bundles nested in the runnable jar, and calls the commands in it. */
package org.dylink.app.launch;
