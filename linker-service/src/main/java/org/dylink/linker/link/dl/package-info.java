/**
 * Libraries that come and go while a program runs: dlopen, dlsym, dlclose, dlerror and dladdr, and
 * the exit functions of what goes.
 */
package org.dylink.linker.link.dl;
