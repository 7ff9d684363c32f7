/** What the control of a program is made of, whichever engine runs it. */
package org.dylink.engine.control;
