/**
 * The command line's words: commands, options, their checks and their help. Java only, as it is
 * used twice: by the launcher, which answers mistakes and calls for help without a framework, and
 * by the commands inside of it.
 */
package org.dylink.app.options;
