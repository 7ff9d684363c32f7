/** What a program gets of a terminal whose line editor is JLine's; nothing else names JLine. */
package org.dylink.shell.terminal;
