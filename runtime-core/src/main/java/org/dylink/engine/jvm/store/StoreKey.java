package org.dylink.engine.jvm.store;

/**
 * What classes were made from: any other module, name or compiler would have made others.
 *
 * @param code the version of the compiler
 * @param module the module's name, which the names of its classes begin with
 * @param digest SHA-256 of the module's file, in hexadecimal
 */
public record StoreKey(String code, String module, String digest) {}
