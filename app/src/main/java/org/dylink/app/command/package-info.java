/** The commands, inside the framework. */
package org.dylink.app.command;
