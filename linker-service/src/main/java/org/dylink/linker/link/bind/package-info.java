/**
 * Fourth and fifth step: {@code SymbolBinder} makes of a resolution what the instances of a thread
 * import, {@code GlobalOffsetTable} has its addresses, and {@code Initializer} runs what makes an
 * instance ready.
 */
package org.dylink.linker.link.bind;
