/** What the launcher and the commands share. */
package org.dylink.app;
