package org.dylink.format;

/**
 * A section of a module (WebAssembly Core, Binary Format, Modules).
 *
 * @param id its number, as the file has it: 0 for custom sections
 * @param start where its number is in the file
 * @param from where its contents begin
 * @param end where they end, exclusive
 */
public record Section(int id, int start, int from, int end) {
  /** Number of custom sections. */
  public static final int CUSTOM = 0;

  /** Number of the section of types. */
  public static final int TYPE = 1;

  /** Number of the section of imports. */
  public static final int IMPORT = 2;

  /** Number of the section of the types of functions that the module defines. */
  public static final int FUNCTION = 3;

  /** Number of the section of tables. */
  public static final int TABLE = 4;

  /** Number of the section of memories. */
  public static final int MEMORY = 5;

  /** Number of the section of globals. */
  public static final int GLOBAL = 6;

  /** Number of the section of exports. */
  public static final int EXPORT = 7;

  /** Number of the section of the start function. */
  public static final int START = 8;

  /** Number of the section of element segments. */
  public static final int ELEMENT = 9;

  /** Number of the section of bodies. */
  public static final int CODE = 10;

  /** Number of the section of data segments. */
  public static final int DATA = 11;

  /** Number of the section that tells how many data segments there are. */
  public static final int DATA_COUNT = 12;

  /** Number of the section of tags (exception handling). */
  public static final int TAG = 13;
}
