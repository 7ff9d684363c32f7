/** WASI preview 1 as a host library, over Endive's implementation of it. Private to this bundle. */
package org.dylink.wasi;
