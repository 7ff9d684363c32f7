package org.dylink.example.libpng;

import org.dylink.binding.Binding;
import org.dylink.binding.Callback;
import org.dylink.binding.In;
import org.dylink.binding.InOut;
import org.dylink.binding.Length;
import org.dylink.binding.OrNull;
import org.dylink.binding.Pointer;
import org.dylink.binding.SizedBy;
import org.dylink.binding.Unsigned;
import org.dylink.binding.WasmLibrary;

/** The functions of {@code png.h}: 246 of 246. Written by {@code dylink bindings}. */
@WasmLibrary("libpng16.so")
public interface Png extends AutoCloseable {
  String PNG_LIBPNG_VER_STRING = "1.6.39";
  String PNG_HEADER_VERSION_STRING = " libpng version 1.6.39 - November 20, 2022\n";
  int PNG_LIBPNG_VER_SONUM = 16;
  int PNG_LIBPNG_VER_DLLNUM = 16;
  int PNG_LIBPNG_VER_MAJOR = 1;
  int PNG_LIBPNG_VER_MINOR = 6;
  int PNG_LIBPNG_VER_RELEASE = 39;
  int PNG_LIBPNG_VER_BUILD = 0;
  int PNG_LIBPNG_BUILD_ALPHA = 1;
  int PNG_LIBPNG_BUILD_BETA = 2;
  int PNG_LIBPNG_BUILD_RC = 3;
  int PNG_LIBPNG_BUILD_STABLE = 4;
  int PNG_LIBPNG_BUILD_RELEASE_STATUS_MASK = 7;
  int PNG_LIBPNG_BUILD_PATCH = 8;
  int PNG_LIBPNG_BUILD_PRIVATE = 16;
  int PNG_LIBPNG_BUILD_SPECIAL = 32;
  int PNG_LIBPNG_BUILD_BASE_TYPE = 4;
  int PNG_LIBPNG_VER = 10639;
  int PNG_API_RULE = 0;
  int PNG_DEFAULT_READ_MACROS = 1;
  int PNG_GAMMA_THRESHOLD_FIXED = 5000;
  int PNG_IDAT_READ_SIZE = 8192;
  int PNG_INFLATE_BUF_SIZE = 1024;
  int PNG_MAX_GAMMA_8 = 11;
  int PNG_QUANTIZE_BLUE_BITS = 5;
  int PNG_QUANTIZE_GREEN_BITS = 5;
  int PNG_QUANTIZE_RED_BITS = 5;
  int PNG_TEXT_Z_DEFAULT_COMPRESSION = -1;
  int PNG_TEXT_Z_DEFAULT_STRATEGY = 0;
  int PNG_USER_CHUNK_CACHE_MAX = 1000;
  int PNG_USER_CHUNK_MALLOC_MAX = 8000000;
  int PNG_USER_HEIGHT_MAX = 1000000;
  int PNG_USER_WIDTH_MAX = 1000000;
  int PNG_ZBUF_SIZE = 8192;
  int PNG_ZLIB_VERNUM = 0;
  int PNG_Z_DEFAULT_COMPRESSION = -1;
  int PNG_Z_DEFAULT_NOFILTER_STRATEGY = 0;
  int PNG_Z_DEFAULT_STRATEGY = 1;
  int PNG_sCAL_PRECISION = 5;
  int PNG_sRGB_PROFILE_CHECKS = 2;
  int PNG_LIBPNG_BUILD_TYPE = 4;
  int PNG_TEXT_COMPRESSION_NONE_WR = -3;
  int PNG_TEXT_COMPRESSION_zTXt_WR = -2;
  int PNG_TEXT_COMPRESSION_NONE = -1;
  int PNG_TEXT_COMPRESSION_zTXt = 0;
  int PNG_ITXT_COMPRESSION_NONE = 1;
  int PNG_ITXT_COMPRESSION_zTXt = 2;
  int PNG_TEXT_COMPRESSION_LAST = 3;
  int PNG_HAVE_IHDR = 1;
  int PNG_HAVE_PLTE = 2;
  int PNG_AFTER_IDAT = 8;
  int PNG_UINT_31_MAX = 2147483647;
  int PNG_UINT_32_MAX = 0xffffffff;
  int PNG_SIZE_MAX = 0xffffffff;
  int PNG_FP_1 = 100000;
  int PNG_FP_HALF = 50000;
  int PNG_FP_MAX = 2147483647;
  int PNG_FP_MIN = -2147483647;
  int PNG_COLOR_MASK_PALETTE = 1;
  int PNG_COLOR_MASK_COLOR = 2;
  int PNG_COLOR_MASK_ALPHA = 4;
  int PNG_COLOR_TYPE_GRAY = 0;
  int PNG_COLOR_TYPE_PALETTE = 3;
  int PNG_COLOR_TYPE_RGB = 2;
  int PNG_COLOR_TYPE_RGB_ALPHA = 6;
  int PNG_COLOR_TYPE_GRAY_ALPHA = 4;
  int PNG_COLOR_TYPE_RGBA = 6;
  int PNG_COLOR_TYPE_GA = 4;
  int PNG_COMPRESSION_TYPE_BASE = 0;
  int PNG_COMPRESSION_TYPE_DEFAULT = 0;
  int PNG_FILTER_TYPE_BASE = 0;
  int PNG_INTRAPIXEL_DIFFERENCING = 64;
  int PNG_FILTER_TYPE_DEFAULT = 0;
  int PNG_INTERLACE_NONE = 0;
  int PNG_INTERLACE_ADAM7 = 1;
  int PNG_INTERLACE_LAST = 2;
  int PNG_OFFSET_PIXEL = 0;
  int PNG_OFFSET_MICROMETER = 1;
  int PNG_OFFSET_LAST = 2;
  int PNG_EQUATION_LINEAR = 0;
  int PNG_EQUATION_BASE_E = 1;
  int PNG_EQUATION_ARBITRARY = 2;
  int PNG_EQUATION_HYPERBOLIC = 3;
  int PNG_EQUATION_LAST = 4;
  int PNG_SCALE_UNKNOWN = 0;
  int PNG_SCALE_METER = 1;
  int PNG_SCALE_RADIAN = 2;
  int PNG_SCALE_LAST = 3;
  int PNG_RESOLUTION_UNKNOWN = 0;
  int PNG_RESOLUTION_METER = 1;
  int PNG_RESOLUTION_LAST = 2;
  int PNG_sRGB_INTENT_PERCEPTUAL = 0;
  int PNG_sRGB_INTENT_RELATIVE = 1;
  int PNG_sRGB_INTENT_SATURATION = 2;
  int PNG_sRGB_INTENT_ABSOLUTE = 3;
  int PNG_sRGB_INTENT_LAST = 4;
  int PNG_KEYWORD_MAX_LENGTH = 79;
  int PNG_MAX_PALETTE_LENGTH = 256;
  int PNG_INFO_gAMA = 1;
  int PNG_INFO_sBIT = 2;
  int PNG_INFO_cHRM = 4;
  int PNG_INFO_PLTE = 8;
  int PNG_INFO_tRNS = 16;
  int PNG_INFO_bKGD = 32;
  int PNG_INFO_hIST = 64;
  int PNG_INFO_pHYs = 128;
  int PNG_INFO_oFFs = 256;
  int PNG_INFO_tIME = 512;
  int PNG_INFO_pCAL = 1024;
  int PNG_INFO_sRGB = 2048;
  int PNG_INFO_iCCP = 4096;
  int PNG_INFO_sPLT = 8192;
  int PNG_INFO_sCAL = 16384;
  int PNG_INFO_IDAT = 32768;
  int PNG_INFO_eXIf = 65536;
  int PNG_TRANSFORM_IDENTITY = 0;
  int PNG_TRANSFORM_STRIP_16 = 1;
  int PNG_TRANSFORM_STRIP_ALPHA = 2;
  int PNG_TRANSFORM_PACKING = 4;
  int PNG_TRANSFORM_PACKSWAP = 8;
  int PNG_TRANSFORM_EXPAND = 16;
  int PNG_TRANSFORM_INVERT_MONO = 32;
  int PNG_TRANSFORM_SHIFT = 64;
  int PNG_TRANSFORM_BGR = 128;
  int PNG_TRANSFORM_SWAP_ALPHA = 256;
  int PNG_TRANSFORM_SWAP_ENDIAN = 512;
  int PNG_TRANSFORM_INVERT_ALPHA = 1024;
  int PNG_TRANSFORM_STRIP_FILLER = 2048;
  int PNG_TRANSFORM_STRIP_FILLER_BEFORE = 2048;
  int PNG_TRANSFORM_STRIP_FILLER_AFTER = 4096;
  int PNG_TRANSFORM_GRAY_TO_RGB = 8192;
  int PNG_TRANSFORM_EXPAND_16 = 16384;
  int PNG_TRANSFORM_SCALE_16 = 32768;
  int PNG_FLAG_MNG_EMPTY_PLTE = 1;
  int PNG_FLAG_MNG_FILTER_64 = 4;
  int PNG_ALL_MNG_FEATURES = 5;
  int PNG_ERROR_ACTION_NONE = 1;
  int PNG_ERROR_ACTION_WARN = 2;
  int PNG_ERROR_ACTION_ERROR = 3;
  int PNG_RGB_TO_GRAY_DEFAULT = -1;
  int PNG_ALPHA_PNG = 0;
  int PNG_ALPHA_STANDARD = 1;
  int PNG_ALPHA_ASSOCIATED = 1;
  int PNG_ALPHA_PREMULTIPLIED = 1;
  int PNG_ALPHA_OPTIMIZED = 2;
  int PNG_ALPHA_BROKEN = 3;
  int PNG_DEFAULT_sRGB = -1;
  int PNG_GAMMA_MAC_18 = -2;
  int PNG_GAMMA_sRGB = 220000;
  int PNG_GAMMA_LINEAR = 100000;
  int PNG_FILLER_BEFORE = 0;
  int PNG_FILLER_AFTER = 1;
  int PNG_BACKGROUND_GAMMA_UNKNOWN = 0;
  int PNG_BACKGROUND_GAMMA_SCREEN = 1;
  int PNG_BACKGROUND_GAMMA_FILE = 2;
  int PNG_BACKGROUND_GAMMA_UNIQUE = 3;
  double PNG_GAMMA_THRESHOLD = 0.05;
  int PNG_CRC_DEFAULT = 0;
  int PNG_CRC_ERROR_QUIT = 1;
  int PNG_CRC_WARN_DISCARD = 2;
  int PNG_CRC_WARN_USE = 3;
  int PNG_CRC_QUIET_USE = 4;
  int PNG_CRC_NO_CHANGE = 5;
  int PNG_NO_FILTERS = 0;
  int PNG_FILTER_NONE = 8;
  int PNG_FILTER_SUB = 16;
  int PNG_FILTER_UP = 32;
  int PNG_FILTER_AVG = 64;
  int PNG_FILTER_PAETH = 128;
  int PNG_FAST_FILTERS = 56;
  int PNG_ALL_FILTERS = 248;
  int PNG_FILTER_VALUE_NONE = 0;
  int PNG_FILTER_VALUE_SUB = 1;
  int PNG_FILTER_VALUE_UP = 2;
  int PNG_FILTER_VALUE_AVG = 3;
  int PNG_FILTER_VALUE_PAETH = 4;
  int PNG_FILTER_VALUE_LAST = 5;
  int PNG_FILTER_HEURISTIC_DEFAULT = 0;
  int PNG_FILTER_HEURISTIC_UNWEIGHTED = 1;
  int PNG_FILTER_HEURISTIC_WEIGHTED = 2;
  int PNG_FILTER_HEURISTIC_LAST = 3;
  int PNG_DESTROY_WILL_FREE_DATA = 1;
  int PNG_SET_WILL_FREE_DATA = 1;
  int PNG_USER_WILL_FREE_DATA = 2;
  int PNG_FREE_HIST = 8;
  int PNG_FREE_ICCP = 16;
  int PNG_FREE_SPLT = 32;
  int PNG_FREE_ROWS = 64;
  int PNG_FREE_PCAL = 128;
  int PNG_FREE_SCAL = 256;
  int PNG_FREE_UNKN = 512;
  int PNG_FREE_PLTE = 4096;
  int PNG_FREE_TRNS = 8192;
  int PNG_FREE_TEXT = 16384;
  int PNG_FREE_EXIF = 32768;
  int PNG_FREE_ALL = 65535;
  int PNG_FREE_MUL = 16928;
  int PNG_HANDLE_CHUNK_AS_DEFAULT = 0;
  int PNG_HANDLE_CHUNK_NEVER = 1;
  int PNG_HANDLE_CHUNK_IF_SAFE = 2;
  int PNG_HANDLE_CHUNK_ALWAYS = 3;
  int PNG_HANDLE_CHUNK_LAST = 4;
  int PNG_IO_NONE = 0;
  int PNG_IO_READING = 1;
  int PNG_IO_WRITING = 2;
  int PNG_IO_SIGNATURE = 16;
  int PNG_IO_CHUNK_HDR = 32;
  int PNG_IO_CHUNK_DATA = 64;
  int PNG_IO_CHUNK_CRC = 128;
  int PNG_IO_MASK_OP = 15;
  int PNG_IO_MASK_LOC = 240;
  int PNG_INTERLACE_ADAM7_PASSES = 7;
  int PNG_IMAGE_VERSION = 1;
  int PNG_IMAGE_WARNING = 1;
  int PNG_IMAGE_ERROR = 2;
  int PNG_FORMAT_FLAG_ALPHA = 1;
  int PNG_FORMAT_FLAG_COLOR = 2;
  int PNG_FORMAT_FLAG_LINEAR = 4;
  int PNG_FORMAT_FLAG_COLORMAP = 8;
  int PNG_FORMAT_FLAG_BGR = 16;
  int PNG_FORMAT_FLAG_AFIRST = 32;
  int PNG_FORMAT_FLAG_ASSOCIATED_ALPHA = 64;
  int PNG_FORMAT_GRAY = 0;
  int PNG_FORMAT_GA = 1;
  int PNG_FORMAT_AG = 33;
  int PNG_FORMAT_RGB = 2;
  int PNG_FORMAT_BGR = 18;
  int PNG_FORMAT_RGBA = 3;
  int PNG_FORMAT_ARGB = 35;
  int PNG_FORMAT_BGRA = 19;
  int PNG_FORMAT_ABGR = 51;
  int PNG_FORMAT_LINEAR_Y = 4;
  int PNG_FORMAT_LINEAR_Y_ALPHA = 5;
  int PNG_FORMAT_LINEAR_RGB = 6;
  int PNG_FORMAT_LINEAR_RGB_ALPHA = 7;
  int PNG_FORMAT_RGB_COLORMAP = 10;
  int PNG_FORMAT_BGR_COLORMAP = 26;
  int PNG_FORMAT_RGBA_COLORMAP = 11;
  int PNG_FORMAT_ARGB_COLORMAP = 43;
  int PNG_FORMAT_BGRA_COLORMAP = 27;
  int PNG_FORMAT_ABGR_COLORMAP = 59;
  int PNG_IMAGE_FLAG_COLORSPACE_NOT_sRGB = 1;
  int PNG_IMAGE_FLAG_FAST = 2;
  int PNG_IMAGE_FLAG_16BIT_sRGB = 4;
  int PNG_MAXIMUM_INFLATE_WINDOW = 2;
  int PNG_SKIP_sRGB_CHECK_PROFILE = 4;
  int PNG_IGNORE_ADLER32 = 8;
  int PNG_OPTION_NEXT = 12;
  int PNG_OPTION_UNSET = 0;
  int PNG_OPTION_INVALID = 1;
  int PNG_OPTION_OFF = 2;
  int PNG_OPTION_ON = 3;

  /** {@code struct png_color}. */
  record PngColor(byte red, byte green, byte blue) {}

  /** {@code struct png_color_16}. */
  record PngColor16(byte index, short red, short green, short blue, short gray) {}

  /** {@code struct png_color_8}. */
  record PngColor8(byte red, byte green, byte blue, byte gray, byte alpha) {}

  /** {@code struct png_sPLT_entry}. */
  record PngSPLTEntry(short red, short green, short blue, short alpha, short frequency) {}

  /**
   * {@code struct png_sPLT_t}.
   *
   * @param name png_charp
   * @param entries png_sPLT_entryp
   */
  record PngSPLTT(Pointer name, byte depth, Pointer entries, int nentries) {}

  /**
   * {@code struct png_text}.
   *
   * @param key png_charp
   * @param text png_charp
   * @param lang png_charp
   * @param lang_key png_charp
   */
  record PngText(
      int compression,
      Pointer key,
      Pointer text,
      int text_length,
      int itxt_length,
      Pointer lang,
      Pointer lang_key) {}

  /** {@code struct png_time}. */
  record PngTime(short year, byte month, byte day, byte hour, byte minute, byte second) {}

  /**
   * {@code struct png_unknown_chunk}.
   *
   * @param data png_byte *
   */
  @SuppressWarnings("ArrayRecordComponent") // what C has
  record PngUnknownChunk(@Length(5) byte[] name, Pointer data, int size, byte location) {}

  /** {@code struct png_row_info}. */
  record PngRowInfo(
      int width, int rowbytes, byte color_type, byte bit_depth, byte channels, byte pixel_depth) {}

  /**
   * {@code struct png_image}.
   *
   * @param opaque png_controlp
   */
  record PngImage(
      Pointer opaque,
      int version,
      int width,
      int height,
      int format,
      int flags,
      int colormap_entries,
      int warning_or_error,
      @Length(64) String message) {}

  /** {@code png_error_ptr}. */
  @FunctionalInterface
  interface PngErrorPtr {
    /** What C calls. */
    void call(Pointer arg0, Pointer arg1);
  }

  /** {@code png_longjmp_ptr}. */
  @FunctionalInterface
  interface PngLongjmpPtr {
    /** What C calls. */
    void call(Pointer arg0, int arg1);
  }

  /** {@code png_malloc_ptr}. */
  @FunctionalInterface
  interface PngMallocPtr {
    /** What C calls. */
    Pointer call(Pointer arg0, @Unsigned int arg1);
  }

  /** {@code png_free_ptr}. */
  @FunctionalInterface
  interface PngFreePtr {
    /** What C calls. */
    void call(Pointer arg0, Pointer arg1);
  }

  /** {@code png_rw_ptr}. */
  @FunctionalInterface
  interface PngRwPtr {
    /** What C calls. */
    void call(Pointer arg0, Pointer arg1, @Unsigned int arg2);
  }

  /** {@code png_flush_ptr}. */
  @FunctionalInterface
  interface PngFlushPtr {
    /** What C calls. */
    void call(Pointer arg0);
  }

  /** {@code png_read_status_ptr}. */
  @FunctionalInterface
  interface PngReadStatusPtr {
    /** What C calls. */
    void call(Pointer arg0, @Unsigned int arg1, int arg2);
  }

  /** {@code png_write_status_ptr}. */
  @FunctionalInterface
  interface PngWriteStatusPtr {
    /** What C calls. */
    void call(Pointer arg0, @Unsigned int arg1, int arg2);
  }

  /** {@code png_user_transform_ptr}. */
  @FunctionalInterface
  interface PngUserTransformPtr {
    /** What C calls. */
    void call(Pointer arg0, Pointer arg1, Pointer arg2);
  }

  /** {@code png_user_chunk_ptr}. */
  @FunctionalInterface
  interface PngUserChunkPtr {
    /** What C calls. */
    int call(Pointer arg0, Pointer arg1);
  }

  /** {@code png_progressive_info_ptr}. */
  @FunctionalInterface
  interface PngProgressiveInfoPtr {
    /** What C calls. */
    void call(Pointer arg0, Pointer arg1);
  }

  /** {@code png_progressive_row_ptr}. */
  @FunctionalInterface
  interface PngProgressiveRowPtr {
    /** What C calls. */
    void call(Pointer arg0, Pointer arg1, @Unsigned int arg2, int arg3);
  }

  /** {@code png_progressive_end_ptr}. */
  @FunctionalInterface
  interface PngProgressiveEndPtr {
    /** What C calls. */
    void call(Pointer arg0, Pointer arg1);
  }

  /**
   * Returns the version number of the library
   *
   * <p>{@code png_uint_32 png_access_version_number(void)}.
   */
  @Unsigned
  int png_access_version_number();

  /**
   * Tell lib we have already handled the first &lt;num_bytes&gt; magic bytes. Handling more than 8
   * bytes from the beginning of the file is an error.
   *
   * <p>{@code void png_set_sig_bytes(png_structrp png_ptr, int num_bytes)}.
   */
  void png_set_sig_bytes(@OrNull Pointer png_ptr, int num_bytes);

  /**
   * Check sig[start] through sig[start + num_to_check - 1] to see if it's a PNG file. Returns zero
   * if the supplied bytes match the 8-byte PNG signature, and non-zero otherwise. Having
   * num_to_check == 0 or start &gt; 7 will always fail (ie return non-zero).
   *
   * <p>{@code int png_sig_cmp(png_const_bytep sig, size_t start, size_t num_to_check)}.
   */
  int png_sig_cmp(@OrNull @In byte[] sig, @Unsigned int start, @Unsigned int num_to_check);

  /**
   * Allocate and initialize png_ptr struct for reading, and any other memory.
   *
   * <p>{@code png_structp png_create_read_struct(png_const_charp user_png_ver, png_voidp error_ptr,
   * png_error_ptr error_fn, png_error_ptr warn_fn)}.
   */
  Pointer png_create_read_struct(
      @OrNull String user_png_ver,
      @OrNull Pointer error_ptr,
      @OrNull Callback<PngErrorPtr> error_fn,
      @OrNull Callback<PngErrorPtr> warn_fn);

  /**
   * Allocate and initialize png_ptr struct for writing, and any other memory
   *
   * <p>{@code png_structp png_create_write_struct(png_const_charp user_png_ver, png_voidp
   * error_ptr, png_error_ptr error_fn, png_error_ptr warn_fn)}.
   */
  Pointer png_create_write_struct(
      @OrNull String user_png_ver,
      @OrNull Pointer error_ptr,
      @OrNull Callback<PngErrorPtr> error_fn,
      @OrNull Callback<PngErrorPtr> warn_fn);

  /** {@code size_t png_get_compression_buffer_size(png_const_structrp png_ptr)}. */
  @Unsigned
  int png_get_compression_buffer_size(@OrNull Pointer png_ptr);

  /** {@code void png_set_compression_buffer_size(png_structrp png_ptr, size_t size)}. */
  void png_set_compression_buffer_size(@OrNull Pointer png_ptr, @Unsigned int size);

  /**
   * This function returns the jmp_buf built in to *png_ptr. It must be supplied with an appropriate
   * 'longjmp' function to use on that jmp_buf unless the default error function is overridden in
   * which case NULL is acceptable. The size of the jmp_buf is checked against the actual size
   * allocated by the library - the call will return NULL on a mismatch indicating an ABI mismatch.
   *
   * <p>{@code jmp_buf *png_set_longjmp_fn(png_structrp png_ptr, png_longjmp_ptr longjmp_fn, size_t
   * jmp_buf_size)}.
   */
  Pointer png_set_longjmp_fn(
      @OrNull Pointer png_ptr,
      @OrNull Callback<PngLongjmpPtr> longjmp_fn,
      @Unsigned int jmp_buf_size);

  /**
   * This function should be used by libpng applications in place of longjmp(png_ptr-&gt;jmpbuf,
   * val). If longjmp_fn() has been set, it will use it; otherwise it will call PNG_ABORT(). This
   * function was added in libpng-1.5.0.
   *
   * <p>{@code void png_longjmp(png_const_structrp png_ptr, int val)}.
   */
  void png_longjmp(@OrNull Pointer png_ptr, int val);

  /**
   * Reset the compression stream
   *
   * <p>{@code int png_reset_zstream(png_structrp png_ptr)}.
   */
  int png_reset_zstream(@OrNull Pointer png_ptr);

  /**
   * {@code png_structp png_create_read_struct_2(png_const_charp user_png_ver, png_voidp error_ptr,
   * png_error_ptr error_fn, png_error_ptr warn_fn, png_voidp mem_ptr, png_malloc_ptr malloc_fn,
   * png_free_ptr free_fn)}.
   */
  Pointer png_create_read_struct_2(
      @OrNull String user_png_ver,
      @OrNull Pointer error_ptr,
      @OrNull Callback<PngErrorPtr> error_fn,
      @OrNull Callback<PngErrorPtr> warn_fn,
      @OrNull Pointer mem_ptr,
      @OrNull Callback<PngMallocPtr> malloc_fn,
      @OrNull Callback<PngFreePtr> free_fn);

  /**
   * {@code png_structp png_create_write_struct_2(png_const_charp user_png_ver, png_voidp error_ptr,
   * png_error_ptr error_fn, png_error_ptr warn_fn, png_voidp mem_ptr, png_malloc_ptr malloc_fn,
   * png_free_ptr free_fn)}.
   */
  Pointer png_create_write_struct_2(
      @OrNull String user_png_ver,
      @OrNull Pointer error_ptr,
      @OrNull Callback<PngErrorPtr> error_fn,
      @OrNull Callback<PngErrorPtr> warn_fn,
      @OrNull Pointer mem_ptr,
      @OrNull Callback<PngMallocPtr> malloc_fn,
      @OrNull Callback<PngFreePtr> free_fn);

  /**
   * Write the PNG file signature.
   *
   * <p>{@code void png_write_sig(png_structrp png_ptr)}.
   */
  void png_write_sig(@OrNull Pointer png_ptr);

  /**
   * Write a PNG chunk - size, type, (optional) data, CRC.
   *
   * <p>{@code void png_write_chunk(png_structrp png_ptr, png_const_bytep chunk_name,
   * png_const_bytep data, size_t length)}.
   */
  void png_write_chunk(
      @OrNull Pointer png_ptr,
      @OrNull @In byte[] chunk_name,
      @OrNull @In @SizedBy(3) byte[] data,
      @Unsigned int length);

  /**
   * Write the start of a PNG chunk - length and chunk name.
   *
   * <p>{@code void png_write_chunk_start(png_structrp png_ptr, png_const_bytep chunk_name,
   * png_uint_32 length)}.
   */
  void png_write_chunk_start(
      @OrNull Pointer png_ptr, @OrNull @In @SizedBy(2) byte[] chunk_name, @Unsigned int length);

  /**
   * Write the data of a PNG chunk started with png_write_chunk_start().
   *
   * <p>{@code void png_write_chunk_data(png_structrp png_ptr, png_const_bytep data, size_t
   * length)}.
   */
  void png_write_chunk_data(
      @OrNull Pointer png_ptr, @OrNull @In @SizedBy(2) byte[] data, @Unsigned int length);

  /**
   * Finish a chunk started with png_write_chunk_start() (includes CRC).
   *
   * <p>{@code void png_write_chunk_end(png_structrp png_ptr)}.
   */
  void png_write_chunk_end(@OrNull Pointer png_ptr);

  /**
   * Allocate and initialize the info structure
   *
   * <p>{@code png_infop png_create_info_struct(png_const_structrp png_ptr)}.
   */
  Pointer png_create_info_struct(@OrNull Pointer png_ptr);

  /**
   * DEPRECATED: this function allowed init structures to be created using the default allocation
   * method (typically malloc). Use is deprecated in 1.6.0 and the API will be removed in the
   * future.
   *
   * <p>{@code void png_info_init_3(png_infopp info_ptr, size_t png_info_struct_size)}.
   */
  void png_info_init_3(@OrNull @InOut Pointer[] info_ptr, @Unsigned int png_info_struct_size);

  /**
   * Writes all the PNG information before the image.
   *
   * <p>{@code void png_write_info_before_PLTE(png_structrp png_ptr, png_const_inforp info_ptr)}.
   */
  void png_write_info_before_PLTE(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /** {@code void png_write_info(png_structrp png_ptr, png_const_inforp info_ptr)}. */
  void png_write_info(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * Read the information before the actual image data.
   *
   * <p>{@code void png_read_info(png_structrp png_ptr, png_inforp info_ptr)}.
   */
  void png_read_info(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * To do: remove this from libpng17 (and from libpng17/png.c and pngstruct.h)
   *
   * <p>{@code png_const_charp png_convert_to_rfc1123(png_structrp png_ptr, png_const_timep ptime)}.
   */
  String png_convert_to_rfc1123(@OrNull Pointer png_ptr, @OrNull Pointer ptime);

  /** {@code int png_convert_to_rfc1123_buffer(char *out, png_const_timep ptime)}. */
  int png_convert_to_rfc1123_buffer(@OrNull @InOut byte[] out, @OrNull Pointer ptime);

  /**
   * Convert from a struct tm to png_time
   *
   * <p>{@code void png_convert_from_struct_tm(png_timep ptime, const struct tm *ttime)}.
   */
  void png_convert_from_struct_tm(@OrNull Pointer ptime, @OrNull Pointer ttime);

  /**
   * Convert from time_t to png_time. Uses gmtime()
   *
   * <p>{@code void png_convert_from_time_t(png_timep ptime, time_t ttime)}.
   */
  void png_convert_from_time_t(@OrNull Pointer ptime, long ttime);

  /**
   * Expand data to 24-bit RGB, or 8-bit grayscale, with alpha if available.
   *
   * <p>{@code void png_set_expand(png_structrp png_ptr)}.
   */
  void png_set_expand(@OrNull Pointer png_ptr);

  /** {@code void png_set_expand_gray_1_2_4_to_8(png_structrp png_ptr)}. */
  void png_set_expand_gray_1_2_4_to_8(@OrNull Pointer png_ptr);

  /** {@code void png_set_palette_to_rgb(png_structrp png_ptr)}. */
  void png_set_palette_to_rgb(@OrNull Pointer png_ptr);

  /** {@code void png_set_tRNS_to_alpha(png_structrp png_ptr)}. */
  void png_set_tRNS_to_alpha(@OrNull Pointer png_ptr);

  /**
   * Expand to 16-bit channels, forces conversion of palette to RGB and expansion of a tRNS chunk if
   * present.
   *
   * <p>{@code void png_set_expand_16(png_structrp png_ptr)}.
   */
  void png_set_expand_16(@OrNull Pointer png_ptr);

  /**
   * Use blue, green, red order for pixels.
   *
   * <p>{@code void png_set_bgr(png_structrp png_ptr)}.
   */
  void png_set_bgr(@OrNull Pointer png_ptr);

  /**
   * Expand the grayscale to 24-bit RGB if necessary.
   *
   * <p>{@code void png_set_gray_to_rgb(png_structrp png_ptr)}.
   */
  void png_set_gray_to_rgb(@OrNull Pointer png_ptr);

  /**
   * {@code void png_set_rgb_to_gray(png_structrp png_ptr, int error_action, double red, double
   * green)}.
   */
  void png_set_rgb_to_gray(@OrNull Pointer png_ptr, int error_action, double red, double green);

  /**
   * {@code void png_set_rgb_to_gray_fixed(png_structrp png_ptr, int error_action, png_fixed_point
   * red, png_fixed_point green)}.
   */
  void png_set_rgb_to_gray_fixed(@OrNull Pointer png_ptr, int error_action, int red, int green);

  /** {@code png_byte png_get_rgb_to_gray_status(png_const_structrp png_ptr)}. */
  @Unsigned(8)
  int png_get_rgb_to_gray_status(@OrNull Pointer png_ptr);

  /** {@code void png_build_grayscale_palette(int bit_depth, png_colorp palette)}. */
  void png_build_grayscale_palette(int bit_depth, @OrNull Pointer palette);

  /** {@code void png_set_alpha_mode(png_structrp png_ptr, int mode, double output_gamma)}. */
  void png_set_alpha_mode(@OrNull Pointer png_ptr, int mode, double output_gamma);

  /**
   * {@code void png_set_alpha_mode_fixed(png_structrp png_ptr, int mode, png_fixed_point
   * output_gamma)}.
   */
  void png_set_alpha_mode_fixed(@OrNull Pointer png_ptr, int mode, int output_gamma);

  /** {@code void png_set_strip_alpha(png_structrp png_ptr)}. */
  void png_set_strip_alpha(@OrNull Pointer png_ptr);

  /** {@code void png_set_swap_alpha(png_structrp png_ptr)}. */
  void png_set_swap_alpha(@OrNull Pointer png_ptr);

  /** {@code void png_set_invert_alpha(png_structrp png_ptr)}. */
  void png_set_invert_alpha(@OrNull Pointer png_ptr);

  /**
   * Add a filler byte to 8-bit or 16-bit Gray or 24-bit or 48-bit RGB images.
   *
   * <p>{@code void png_set_filler(png_structrp png_ptr, png_uint_32 filler, int flags)}.
   */
  void png_set_filler(@OrNull Pointer png_ptr, @Unsigned int filler, int flags);

  /**
   * Add an alpha byte to 8-bit or 16-bit Gray or 24-bit or 48-bit RGB images.
   *
   * <p>{@code void png_set_add_alpha(png_structrp png_ptr, png_uint_32 filler, int flags)}.
   */
  void png_set_add_alpha(@OrNull Pointer png_ptr, @Unsigned int filler, int flags);

  /**
   * Swap bytes in 16-bit depth files.
   *
   * <p>{@code void png_set_swap(png_structrp png_ptr)}.
   */
  void png_set_swap(@OrNull Pointer png_ptr);

  /**
   * Use 1 byte per pixel in 1, 2, or 4-bit depth files.
   *
   * <p>{@code void png_set_packing(png_structrp png_ptr)}.
   */
  void png_set_packing(@OrNull Pointer png_ptr);

  /**
   * Swap packing order of pixels in bytes.
   *
   * <p>{@code void png_set_packswap(png_structrp png_ptr)}.
   */
  void png_set_packswap(@OrNull Pointer png_ptr);

  /**
   * Converts files to legal bit depths.
   *
   * <p>{@code void png_set_shift(png_structrp png_ptr, png_const_color_8p true_bits)}.
   */
  void png_set_shift(@OrNull Pointer png_ptr, @OrNull Pointer true_bits);

  /**
   * Have the code handle the interlacing. Returns the number of passes. MUST be called before
   * png_read_update_info or png_start_read_image, otherwise it will not have the desired effect.
   * Note that it is still necessary to call png_read_row or png_read_rows png_get_image_height
   * times for each pass.
   *
   * <p>{@code int png_set_interlace_handling(png_structrp png_ptr)}.
   */
  int png_set_interlace_handling(@OrNull Pointer png_ptr);

  /**
   * Invert monochrome files
   *
   * <p>{@code void png_set_invert_mono(png_structrp png_ptr)}.
   */
  void png_set_invert_mono(@OrNull Pointer png_ptr);

  /**
   * Handle alpha and tRNS by replacing with a background color. Prior to libpng-1.5.4 this API must
   * not be called before the PNG file header has been read. Doing so will result in unexpected
   * behavior and possible warnings or errors if the PNG file contains a bKGD chunk.
   *
   * <p>{@code void png_set_background(png_structrp png_ptr, png_const_color_16p background_color,
   * int background_gamma_code, int need_expand, double background_gamma)}.
   */
  void png_set_background(
      @OrNull Pointer png_ptr,
      @OrNull Pointer background_color,
      int background_gamma_code,
      int need_expand,
      double background_gamma);

  /**
   * {@code void png_set_background_fixed(png_structrp png_ptr, png_const_color_16p
   * background_color, int background_gamma_code, int need_expand, png_fixed_point
   * background_gamma)}.
   */
  void png_set_background_fixed(
      @OrNull Pointer png_ptr,
      @OrNull Pointer background_color,
      int background_gamma_code,
      int need_expand,
      int background_gamma);

  /**
   * Scale a 16-bit depth file down to 8-bit, accurately.
   *
   * <p>{@code void png_set_scale_16(png_structrp png_ptr)}.
   */
  void png_set_scale_16(@OrNull Pointer png_ptr);

  /**
   * Strip the second byte of information from a 16-bit depth file.
   *
   * <p>{@code void png_set_strip_16(png_structrp png_ptr)}.
   */
  void png_set_strip_16(@OrNull Pointer png_ptr);

  /**
   * Turn on quantizing, and reduce the palette to the number of colors available.
   *
   * <p>{@code void png_set_quantize(png_structrp png_ptr, png_colorp palette, int num_palette, int
   * maximum_colors, png_const_uint_16p histogram, int full_quantize)}.
   */
  void png_set_quantize(
      @OrNull Pointer png_ptr,
      @OrNull Pointer palette,
      int num_palette,
      int maximum_colors,
      @OrNull @In short[] histogram,
      int full_quantize);

  /**
   * Handle gamma correction. Screen_gamma=(display_exponent). NOTE: this API simply sets the screen
   * and file gamma values. It will therefore override the value for gamma in a PNG file if it is
   * called after the file header has been read - use with care - call before reading the PNG file
   * for best results!
   *
   * <p>These routines accept the same gamma values as png_set_alpha_mode (described above). The
   * PNG_GAMMA_ defines and PNG_DEFAULT_sRGB can be passed to either API (floating point or fixed.)
   * Notice, however, that the 'file_gamma' value is the inverse of a 'screen gamma' value.
   *
   * <p>{@code void png_set_gamma(png_structrp png_ptr, double screen_gamma, double
   * override_file_gamma)}.
   */
  void png_set_gamma(@OrNull Pointer png_ptr, double screen_gamma, double override_file_gamma);

  /**
   * {@code void png_set_gamma_fixed(png_structrp png_ptr, png_fixed_point screen_gamma,
   * png_fixed_point override_file_gamma)}.
   */
  void png_set_gamma_fixed(@OrNull Pointer png_ptr, int screen_gamma, int override_file_gamma);

  /**
   * Set how many lines between output flushes - 0 for no flushing
   *
   * <p>{@code void png_set_flush(png_structrp png_ptr, int nrows)}.
   */
  void png_set_flush(@OrNull Pointer png_ptr, int nrows);

  /**
   * Flush the current PNG output buffer
   *
   * <p>{@code void png_write_flush(png_structrp png_ptr)}.
   */
  void png_write_flush(@OrNull Pointer png_ptr);

  /**
   * Optional update palette with requested transformations
   *
   * <p>{@code void png_start_read_image(png_structrp png_ptr)}.
   */
  void png_start_read_image(@OrNull Pointer png_ptr);

  /**
   * Optional call to update the users info structure
   *
   * <p>{@code void png_read_update_info(png_structrp png_ptr, png_inforp info_ptr)}.
   */
  void png_read_update_info(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * Read one or more rows of image data.
   *
   * <p>{@code void png_read_rows(png_structrp png_ptr, png_bytepp row, png_bytepp display_row,
   * png_uint_32 num_rows)}.
   */
  void png_read_rows(
      @OrNull Pointer png_ptr,
      @OrNull @InOut Pointer[] row,
      @OrNull @InOut Pointer[] display_row,
      @Unsigned int num_rows);

  /**
   * Read a row of data.
   *
   * <p>{@code void png_read_row(png_structrp png_ptr, png_bytep row, png_bytep display_row)}.
   */
  void png_read_row(
      @OrNull Pointer png_ptr, @OrNull @InOut byte[] row, @OrNull @InOut byte[] display_row);

  /**
   * Read the whole image into memory at once.
   *
   * <p>{@code void png_read_image(png_structrp png_ptr, png_bytepp image)}.
   */
  void png_read_image(@OrNull Pointer png_ptr, @OrNull @InOut Pointer[] image);

  /**
   * Write a row of image data
   *
   * <p>{@code void png_write_row(png_structrp png_ptr, png_const_bytep row)}.
   */
  void png_write_row(@OrNull Pointer png_ptr, @OrNull @In byte[] row);

  /**
   * Write a few rows of image data: (*row) is not written; however, the type is declared as
   * writeable to maintain compatibility with previous versions of libpng and to allow the
   * 'display_row' array from read_rows to be passed unchanged to write_rows.
   *
   * <p>{@code void png_write_rows(png_structrp png_ptr, png_bytepp row, png_uint_32 num_rows)}.
   */
  void png_write_rows(
      @OrNull Pointer png_ptr, @OrNull @InOut Pointer[] row, @Unsigned int num_rows);

  /**
   * Write the image data
   *
   * <p>{@code void png_write_image(png_structrp png_ptr, png_bytepp image)}.
   */
  void png_write_image(@OrNull Pointer png_ptr, @OrNull @InOut Pointer[] image);

  /**
   * Write the end of the PNG file.
   *
   * <p>{@code void png_write_end(png_structrp png_ptr, png_inforp info_ptr)}.
   */
  void png_write_end(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * Read the end of the PNG file.
   *
   * <p>{@code void png_read_end(png_structrp png_ptr, png_inforp info_ptr)}.
   */
  void png_read_end(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * Free any memory associated with the png_info_struct
   *
   * <p>{@code void png_destroy_info_struct(png_const_structrp png_ptr, png_infopp info_ptr_ptr)}.
   */
  void png_destroy_info_struct(@OrNull Pointer png_ptr, @OrNull @InOut Pointer[] info_ptr_ptr);

  /**
   * Free any memory associated with the png_struct and the png_info_structs
   *
   * <p>{@code void png_destroy_read_struct(png_structpp png_ptr_ptr, png_infopp info_ptr_ptr,
   * png_infopp end_info_ptr_ptr)}.
   */
  void png_destroy_read_struct(
      @OrNull @InOut Pointer[] png_ptr_ptr,
      @OrNull @InOut Pointer[] info_ptr_ptr,
      @OrNull @InOut Pointer[] end_info_ptr_ptr);

  /**
   * Free any memory associated with the png_struct and the png_info_structs
   *
   * <p>{@code void png_destroy_write_struct(png_structpp png_ptr_ptr, png_infopp info_ptr_ptr)}.
   */
  void png_destroy_write_struct(
      @OrNull @InOut Pointer[] png_ptr_ptr, @OrNull @InOut Pointer[] info_ptr_ptr);

  /**
   * Set the libpng method of handling chunk CRC errors
   *
   * <p>{@code void png_set_crc_action(png_structrp png_ptr, int crit_action, int ancil_action)}.
   */
  void png_set_crc_action(@OrNull Pointer png_ptr, int crit_action, int ancil_action);

  /**
   * Set the filtering method(s) used by libpng. Currently, the only valid value for "method" is 0.
   *
   * <p>{@code void png_set_filter(png_structrp png_ptr, int method, int filters)}.
   */
  void png_set_filter(@OrNull Pointer png_ptr, int method, int filters);

  /**
   * {@code void png_set_filter_heuristics(png_structrp png_ptr, int heuristic_method, int
   * num_weights, png_const_doublep filter_weights, png_const_doublep filter_costs)}.
   */
  void png_set_filter_heuristics(
      @OrNull Pointer png_ptr,
      int heuristic_method,
      int num_weights,
      @OrNull @In double[] filter_weights,
      @OrNull @In double[] filter_costs);

  /**
   * {@code void png_set_filter_heuristics_fixed(png_structrp png_ptr, int heuristic_method, int
   * num_weights, png_const_fixed_point_p filter_weights, png_const_fixed_point_p filter_costs)}.
   */
  void png_set_filter_heuristics_fixed(
      @OrNull Pointer png_ptr,
      int heuristic_method,
      int num_weights,
      @OrNull @In int[] filter_weights,
      @OrNull @In int[] filter_costs);

  /** {@code void png_set_compression_level(png_structrp png_ptr, int level)}. */
  void png_set_compression_level(@OrNull Pointer png_ptr, int level);

  /** {@code void png_set_compression_mem_level(png_structrp png_ptr, int mem_level)}. */
  void png_set_compression_mem_level(@OrNull Pointer png_ptr, int mem_level);

  /** {@code void png_set_compression_strategy(png_structrp png_ptr, int strategy)}. */
  void png_set_compression_strategy(@OrNull Pointer png_ptr, int strategy);

  /**
   * If PNG_WRITE_OPTIMIZE_CMF_SUPPORTED is defined, libpng will use a smaller value of window_bits
   * if it can do so safely.
   *
   * <p>{@code void png_set_compression_window_bits(png_structrp png_ptr, int window_bits)}.
   */
  void png_set_compression_window_bits(@OrNull Pointer png_ptr, int window_bits);

  /** {@code void png_set_compression_method(png_structrp png_ptr, int method)}. */
  void png_set_compression_method(@OrNull Pointer png_ptr, int method);

  /**
   * Also set zlib parameters for compressing non-IDAT chunks
   *
   * <p>{@code void png_set_text_compression_level(png_structrp png_ptr, int level)}.
   */
  void png_set_text_compression_level(@OrNull Pointer png_ptr, int level);

  /** {@code void png_set_text_compression_mem_level(png_structrp png_ptr, int mem_level)}. */
  void png_set_text_compression_mem_level(@OrNull Pointer png_ptr, int mem_level);

  /** {@code void png_set_text_compression_strategy(png_structrp png_ptr, int strategy)}. */
  void png_set_text_compression_strategy(@OrNull Pointer png_ptr, int strategy);

  /**
   * If PNG_WRITE_OPTIMIZE_CMF_SUPPORTED is defined, libpng will use a smaller value of window_bits
   * if it can do so safely.
   *
   * <p>{@code void png_set_text_compression_window_bits(png_structrp png_ptr, int window_bits)}.
   */
  void png_set_text_compression_window_bits(@OrNull Pointer png_ptr, int window_bits);

  /** {@code void png_set_text_compression_method(png_structrp png_ptr, int method)}. */
  void png_set_text_compression_method(@OrNull Pointer png_ptr, int method);

  /**
   * Initialize the input/output for the PNG file to the default functions.
   *
   * <p>{@code void png_init_io(png_structrp png_ptr, png_FILE_p fp)}.
   */
  void png_init_io(@OrNull Pointer png_ptr, @OrNull Pointer fp);

  /**
   * {@code void png_set_error_fn(png_structrp png_ptr, png_voidp error_ptr, png_error_ptr error_fn,
   * png_error_ptr warning_fn)}.
   */
  void png_set_error_fn(
      @OrNull Pointer png_ptr,
      @OrNull Pointer error_ptr,
      @OrNull Callback<PngErrorPtr> error_fn,
      @OrNull Callback<PngErrorPtr> warning_fn);

  /**
   * Return the user pointer associated with the error functions
   *
   * <p>{@code png_voidp png_get_error_ptr(png_const_structrp png_ptr)}.
   */
  Pointer png_get_error_ptr(@OrNull Pointer png_ptr);

  /**
   * Replace the default data output functions with a user supplied one(s). If buffered output is
   * not used, then output_flush_fn can be set to NULL. If PNG_WRITE_FLUSH_SUPPORTED is not defined
   * at libpng compile time output_flush_fn will be ignored (and thus can be NULL). It is probably a
   * mistake to use NULL for output_flush_fn if write_data_fn is not also NULL unless you have built
   * libpng with PNG_WRITE_FLUSH_SUPPORTED undefined, because in this case libpng's default flush
   * function, which uses the standard *FILE structure, will be used.
   *
   * <p>{@code void png_set_write_fn(png_structrp png_ptr, png_voidp io_ptr, png_rw_ptr
   * write_data_fn, png_flush_ptr output_flush_fn)}.
   */
  void png_set_write_fn(
      @OrNull Pointer png_ptr,
      @OrNull Pointer io_ptr,
      @OrNull Callback<PngRwPtr> write_data_fn,
      @OrNull Callback<PngFlushPtr> output_flush_fn);

  /**
   * Replace the default data input function with a user supplied one.
   *
   * <p>{@code void png_set_read_fn(png_structrp png_ptr, png_voidp io_ptr, png_rw_ptr
   * read_data_fn)}.
   */
  void png_set_read_fn(
      @OrNull Pointer png_ptr, @OrNull Pointer io_ptr, @OrNull Callback<PngRwPtr> read_data_fn);

  /**
   * Return the user pointer associated with the I/O functions
   *
   * <p>{@code png_voidp png_get_io_ptr(png_const_structrp png_ptr)}.
   */
  Pointer png_get_io_ptr(@OrNull Pointer png_ptr);

  /** {@code void png_set_read_status_fn(png_structrp png_ptr, png_read_status_ptr read_row_fn)}. */
  void png_set_read_status_fn(
      @OrNull Pointer png_ptr, @OrNull Callback<PngReadStatusPtr> read_row_fn);

  /**
   * {@code void png_set_write_status_fn(png_structrp png_ptr, png_write_status_ptr write_row_fn)}.
   */
  void png_set_write_status_fn(
      @OrNull Pointer png_ptr, @OrNull Callback<PngWriteStatusPtr> write_row_fn);

  /**
   * Replace the default memory allocation functions with user supplied one(s).
   *
   * <p>{@code void png_set_mem_fn(png_structrp png_ptr, png_voidp mem_ptr, png_malloc_ptr
   * malloc_fn, png_free_ptr free_fn)}.
   */
  void png_set_mem_fn(
      @OrNull Pointer png_ptr,
      @OrNull Pointer mem_ptr,
      @OrNull Callback<PngMallocPtr> malloc_fn,
      @OrNull Callback<PngFreePtr> free_fn);

  /**
   * Return the user pointer associated with the memory functions
   *
   * <p>{@code png_voidp png_get_mem_ptr(png_const_structrp png_ptr)}.
   */
  Pointer png_get_mem_ptr(@OrNull Pointer png_ptr);

  /**
   * {@code void png_set_read_user_transform_fn(png_structrp png_ptr, png_user_transform_ptr
   * read_user_transform_fn)}.
   */
  void png_set_read_user_transform_fn(
      @OrNull Pointer png_ptr, @OrNull Callback<PngUserTransformPtr> read_user_transform_fn);

  /**
   * {@code void png_set_write_user_transform_fn(png_structrp png_ptr, png_user_transform_ptr
   * write_user_transform_fn)}.
   */
  void png_set_write_user_transform_fn(
      @OrNull Pointer png_ptr, @OrNull Callback<PngUserTransformPtr> write_user_transform_fn);

  /**
   * {@code void png_set_user_transform_info(png_structrp png_ptr, png_voidp user_transform_ptr, int
   * user_transform_depth, int user_transform_channels)}.
   */
  void png_set_user_transform_info(
      @OrNull Pointer png_ptr,
      @OrNull Pointer user_transform_ptr,
      int user_transform_depth,
      int user_transform_channels);

  /**
   * Return the user pointer associated with the user transform functions
   *
   * <p>{@code png_voidp png_get_user_transform_ptr(png_const_structrp png_ptr)}.
   */
  Pointer png_get_user_transform_ptr(@OrNull Pointer png_ptr);

  /**
   * Return information about the row currently being processed. Note that these APIs do not fail
   * but will return unexpected results if called outside a user transform callback. Also note that
   * when transforming an interlaced image the row number is the row number within the sub-image of
   * the interlace pass, so the value will increase to the height of the sub-image (not the full
   * image) then reset to 0 for the next pass.
   *
   * <p>Use PNG_ROW_FROM_PASS_ROW(row, pass) and PNG_COL_FROM_PASS_COL(col, pass) to find the output
   * pixel (x,y) given an interlaced sub-image pixel (row,col,pass). (See below for these macros.)
   *
   * <p>{@code png_uint_32 png_get_current_row_number(png_const_structrp)}.
   */
  @Unsigned
  int png_get_current_row_number(@OrNull Pointer arg0);

  /** {@code png_byte png_get_current_pass_number(png_const_structrp)}. */
  @Unsigned(8)
  int png_get_current_pass_number(@OrNull Pointer arg0);

  /**
   * This callback is called only for *unknown* chunks. If PNG_HANDLE_AS_UNKNOWN_SUPPORTED is set
   * then it is possible to set known chunks to be treated as unknown, however in this case the
   * callback must do any processing required by the chunk (e.g. by calling the appropriate png_set_
   * APIs.)
   *
   * <p>There is no write support - on write, by default, all the chunks in the 'unknown' list are
   * written in the specified position.
   *
   * <p>The integer return from the callback function is interpreted thus:
   *
   * <p>negative: An error occurred; png_chunk_error will be called. zero: The chunk was not
   * handled, the chunk will be saved. A critical chunk will cause an error at this point unless it
   * is to be saved. positive: The chunk was handled, libpng will ignore/discard it.
   *
   * <p>See "INTERACTION WITH USER CHUNK CALLBACKS" below for important notes about how this
   * behavior will change in libpng 1.7
   *
   * <p>{@code void png_set_read_user_chunk_fn(png_structrp png_ptr, png_voidp user_chunk_ptr,
   * png_user_chunk_ptr read_user_chunk_fn)}.
   */
  void png_set_read_user_chunk_fn(
      @OrNull Pointer png_ptr,
      @OrNull Pointer user_chunk_ptr,
      @OrNull Callback<PngUserChunkPtr> read_user_chunk_fn);

  /** {@code png_voidp png_get_user_chunk_ptr(png_const_structrp png_ptr)}. */
  Pointer png_get_user_chunk_ptr(@OrNull Pointer png_ptr);

  /**
   * Sets the function callbacks for the push reader, and a pointer to a user-defined structure
   * available to the callback functions.
   *
   * <p>{@code void png_set_progressive_read_fn(png_structrp png_ptr, png_voidp progressive_ptr,
   * png_progressive_info_ptr info_fn, png_progressive_row_ptr row_fn, png_progressive_end_ptr
   * end_fn)}.
   */
  void png_set_progressive_read_fn(
      @OrNull Pointer png_ptr,
      @OrNull Pointer progressive_ptr,
      @OrNull Callback<PngProgressiveInfoPtr> info_fn,
      @OrNull Callback<PngProgressiveRowPtr> row_fn,
      @OrNull Callback<PngProgressiveEndPtr> end_fn);

  /**
   * Returns the user pointer associated with the push read functions
   *
   * <p>{@code png_voidp png_get_progressive_ptr(png_const_structrp png_ptr)}.
   */
  Pointer png_get_progressive_ptr(@OrNull Pointer png_ptr);

  /**
   * Function to be called when data becomes available
   *
   * <p>{@code void png_process_data(png_structrp png_ptr, png_inforp info_ptr, png_bytep buffer,
   * size_t buffer_size)}.
   */
  void png_process_data(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      @OrNull @InOut @SizedBy(3) byte[] buffer,
      @Unsigned int buffer_size);

  /**
   * A function which may be called *only* within png_process_data to stop the processing of any
   * more data. The function returns the number of bytes remaining, excluding any that libpng has
   * cached internally. A subsequent call to png_process_data must supply these bytes again. If the
   * argument 'save' is set to true the routine will first save all the pending data and will always
   * return 0.
   *
   * <p>{@code size_t png_process_data_pause(png_structrp, int save)}.
   */
  @Unsigned
  int png_process_data_pause(@OrNull Pointer arg0, int save);

  /**
   * A function which may be called *only* outside (after) a call to png_process_data. It returns
   * the number of bytes of data to skip in the input. Normally it will return 0, but if it returns
   * a non-zero value the application must skip than number of bytes of input data and pass the
   * following data to the next call to png_process_data.
   *
   * <p>{@code png_uint_32 png_process_data_skip(png_structrp)}.
   */
  @Unsigned
  int png_process_data_skip(@OrNull Pointer arg0);

  /**
   * Function that combines rows. 'new_row' is a flag that should come from the callback and be
   * non-NULL if anything needs to be done; the library stores its own version of the new data
   * internally and ignores the passed in value.
   *
   * <p>{@code void png_progressive_combine_row(png_const_structrp png_ptr, png_bytep old_row,
   * png_const_bytep new_row)}.
   */
  void png_progressive_combine_row(
      @OrNull Pointer png_ptr, @OrNull @InOut byte[] old_row, @OrNull @In byte[] new_row);

  /** {@code png_voidp png_malloc(png_const_structrp png_ptr, png_alloc_size_t size)}. */
  Pointer png_malloc(@OrNull Pointer png_ptr, @Unsigned int size);

  /**
   * Added at libpng version 1.4.0
   *
   * <p>{@code png_voidp png_calloc(png_const_structrp png_ptr, png_alloc_size_t size)}.
   */
  Pointer png_calloc(@OrNull Pointer png_ptr, @Unsigned int size);

  /**
   * Added at libpng version 1.2.4
   *
   * <p>{@code png_voidp png_malloc_warn(png_const_structrp png_ptr, png_alloc_size_t size)}.
   */
  Pointer png_malloc_warn(@OrNull Pointer png_ptr, @Unsigned int size);

  /**
   * Frees a pointer allocated by png_malloc()
   *
   * <p>{@code void png_free(png_const_structrp png_ptr, png_voidp ptr)}.
   */
  void png_free(@OrNull Pointer png_ptr, @OrNull Pointer ptr);

  /**
   * Free data that was allocated internally
   *
   * <p>{@code void png_free_data(png_const_structrp png_ptr, png_inforp info_ptr, png_uint_32
   * free_me, int num)}.
   */
  void png_free_data(
      @OrNull Pointer png_ptr, @OrNull Pointer info_ptr, @Unsigned int free_me, int num);

  /**
   * Reassign responsibility for freeing existing data, whether allocated by libpng or by the
   * application; this works on the png_info structure passed in, it does not change the state for
   * other png_info structures.
   *
   * <p>It is unlikely that this function works correctly as of 1.6.0 and using it may result either
   * in memory leaks or double free of allocated data.
   *
   * <p>{@code void png_data_freer(png_const_structrp png_ptr, png_inforp info_ptr, int freer,
   * png_uint_32 mask)}.
   */
  void png_data_freer(
      @OrNull Pointer png_ptr, @OrNull Pointer info_ptr, int freer, @Unsigned int mask);

  /** {@code png_voidp png_malloc_default(png_const_structrp png_ptr, png_alloc_size_t size)}. */
  Pointer png_malloc_default(@OrNull Pointer png_ptr, @Unsigned int size);

  /** {@code void png_free_default(png_const_structrp png_ptr, png_voidp ptr)}. */
  void png_free_default(@OrNull Pointer png_ptr, @OrNull Pointer ptr);

  /**
   * Fatal error in PNG image of libpng - can't continue
   *
   * <p>{@code void png_error(png_const_structrp png_ptr, png_const_charp error_message)}.
   */
  void png_error(@OrNull Pointer png_ptr, @OrNull String error_message);

  /**
   * The same, but the chunk name is prepended to the error string.
   *
   * <p>{@code void png_chunk_error(png_const_structrp png_ptr, png_const_charp error_message)}.
   */
  void png_chunk_error(@OrNull Pointer png_ptr, @OrNull String error_message);

  /**
   * Non-fatal error in libpng. Can continue, but may have a problem.
   *
   * <p>{@code void png_warning(png_const_structrp png_ptr, png_const_charp warning_message)}.
   */
  void png_warning(@OrNull Pointer png_ptr, @OrNull String warning_message);

  /**
   * Non-fatal error in libpng, chunk name is prepended to message.
   *
   * <p>{@code void png_chunk_warning(png_const_structrp png_ptr, png_const_charp warning_message)}.
   */
  void png_chunk_warning(@OrNull Pointer png_ptr, @OrNull String warning_message);

  /**
   * Benign error in libpng. Can continue, but may have a problem. User can choose whether to handle
   * as a fatal error or as a warning.
   *
   * <p>{@code void png_benign_error(png_const_structrp png_ptr, png_const_charp warning_message)}.
   */
  void png_benign_error(@OrNull Pointer png_ptr, @OrNull String warning_message);

  /**
   * Same, chunk name is prepended to message (only during read)
   *
   * <p>{@code void png_chunk_benign_error(png_const_structrp png_ptr, png_const_charp
   * warning_message)}.
   */
  void png_chunk_benign_error(@OrNull Pointer png_ptr, @OrNull String warning_message);

  /** {@code void png_set_benign_errors(png_structrp png_ptr, int allowed)}. */
  void png_set_benign_errors(@OrNull Pointer png_ptr, int allowed);

  /**
   * Returns "flag" if chunk data is valid in info_ptr.
   *
   * <p>{@code png_uint_32 png_get_valid(png_const_structrp png_ptr, png_const_inforp info_ptr,
   * png_uint_32 flag)}.
   */
  @Unsigned
  int png_get_valid(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr, @Unsigned int flag);

  /**
   * Returns number of bytes needed to hold a transformed row.
   *
   * <p>{@code size_t png_get_rowbytes(png_const_structrp png_ptr, png_const_inforp info_ptr)}.
   */
  @Unsigned
  int png_get_rowbytes(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * Returns row_pointers, which is an array of pointers to scanlines that was returned from
   * png_read_png().
   *
   * <p>{@code png_bytepp png_get_rows(png_const_structrp png_ptr, png_const_inforp info_ptr)}.
   */
  Pointer png_get_rows(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * Set row_pointers, which is an array of pointers to scanlines for use by png_write_png().
   *
   * <p>{@code void png_set_rows(png_const_structrp png_ptr, png_inforp info_ptr, png_bytepp
   * row_pointers)}.
   */
  void png_set_rows(
      @OrNull Pointer png_ptr, @OrNull Pointer info_ptr, @OrNull @InOut Pointer[] row_pointers);

  /**
   * Returns number of color channels in image.
   *
   * <p>{@code png_byte png_get_channels(png_const_structrp png_ptr, png_const_inforp info_ptr)}.
   */
  @Unsigned(8)
  int png_get_channels(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * Returns image width in pixels.
   *
   * <p>{@code png_uint_32 png_get_image_width(png_const_structrp png_ptr, png_const_inforp
   * info_ptr)}.
   */
  @Unsigned
  int png_get_image_width(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * Returns image height in pixels.
   *
   * <p>{@code png_uint_32 png_get_image_height(png_const_structrp png_ptr, png_const_inforp
   * info_ptr)}.
   */
  @Unsigned
  int png_get_image_height(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * Returns image bit_depth.
   *
   * <p>{@code png_byte png_get_bit_depth(png_const_structrp png_ptr, png_const_inforp info_ptr)}.
   */
  @Unsigned(8)
  int png_get_bit_depth(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * Returns image color_type.
   *
   * <p>{@code png_byte png_get_color_type(png_const_structrp png_ptr, png_const_inforp info_ptr)}.
   */
  @Unsigned(8)
  int png_get_color_type(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * Returns image filter_type.
   *
   * <p>{@code png_byte png_get_filter_type(png_const_structrp png_ptr, png_const_inforp info_ptr)}.
   */
  @Unsigned(8)
  int png_get_filter_type(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * Returns image interlace_type.
   *
   * <p>{@code png_byte png_get_interlace_type(png_const_structrp png_ptr, png_const_inforp
   * info_ptr)}.
   */
  @Unsigned(8)
  int png_get_interlace_type(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * Returns image compression_type.
   *
   * <p>{@code png_byte png_get_compression_type(png_const_structrp png_ptr, png_const_inforp
   * info_ptr)}.
   */
  @Unsigned(8)
  int png_get_compression_type(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * Returns image resolution in pixels per meter, from pHYs chunk data.
   *
   * <p>{@code png_uint_32 png_get_pixels_per_meter(png_const_structrp png_ptr, png_const_inforp
   * info_ptr)}.
   */
  @Unsigned
  int png_get_pixels_per_meter(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * {@code png_uint_32 png_get_x_pixels_per_meter(png_const_structrp png_ptr, png_const_inforp
   * info_ptr)}.
   */
  @Unsigned
  int png_get_x_pixels_per_meter(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * {@code png_uint_32 png_get_y_pixels_per_meter(png_const_structrp png_ptr, png_const_inforp
   * info_ptr)}.
   */
  @Unsigned
  int png_get_y_pixels_per_meter(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * Returns pixel aspect ratio, computed from pHYs chunk data.
   *
   * <p>{@code float png_get_pixel_aspect_ratio(png_const_structrp png_ptr, png_const_inforp
   * info_ptr)}.
   */
  float png_get_pixel_aspect_ratio(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * {@code png_fixed_point png_get_pixel_aspect_ratio_fixed(png_const_structrp png_ptr,
   * png_const_inforp info_ptr)}.
   */
  int png_get_pixel_aspect_ratio_fixed(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * Returns image x, y offset in pixels or microns, from oFFs chunk data.
   *
   * <p>{@code png_int_32 png_get_x_offset_pixels(png_const_structrp png_ptr, png_const_inforp
   * info_ptr)}.
   */
  int png_get_x_offset_pixels(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * {@code png_int_32 png_get_y_offset_pixels(png_const_structrp png_ptr, png_const_inforp
   * info_ptr)}.
   */
  int png_get_y_offset_pixels(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * {@code png_int_32 png_get_x_offset_microns(png_const_structrp png_ptr, png_const_inforp
   * info_ptr)}.
   */
  int png_get_x_offset_microns(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * {@code png_int_32 png_get_y_offset_microns(png_const_structrp png_ptr, png_const_inforp
   * info_ptr)}.
   */
  int png_get_y_offset_microns(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * Returns pointer to signature string read from PNG header
   *
   * <p>{@code png_const_bytep png_get_signature(png_const_structrp png_ptr, png_const_inforp
   * info_ptr)}.
   */
  Pointer png_get_signature(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * {@code png_uint_32 png_get_bKGD(png_const_structrp png_ptr, png_inforp info_ptr, png_color_16p
   * *background)}.
   */
  @Unsigned
  int png_get_bKGD(
      @OrNull Pointer png_ptr, @OrNull Pointer info_ptr, @OrNull @InOut Pointer[] background);

  /**
   * {@code void png_set_bKGD(png_const_structrp png_ptr, png_inforp info_ptr, png_const_color_16p
   * background)}.
   */
  void png_set_bKGD(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr, @OrNull Pointer background);

  /**
   * {@code png_uint_32 png_get_cHRM(png_const_structrp png_ptr, png_const_inforp info_ptr, double
   * *white_x, double *white_y, double *red_x, double *red_y, double *green_x, double *green_y,
   * double *blue_x, double *blue_y)}.
   */
  @Unsigned
  int png_get_cHRM(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      @OrNull @InOut double[] white_x,
      @OrNull @InOut double[] white_y,
      @OrNull @InOut double[] red_x,
      @OrNull @InOut double[] red_y,
      @OrNull @InOut double[] green_x,
      @OrNull @InOut double[] green_y,
      @OrNull @InOut double[] blue_x,
      @OrNull @InOut double[] blue_y);

  /**
   * {@code png_uint_32 png_get_cHRM_XYZ(png_const_structrp png_ptr, png_const_inforp info_ptr,
   * double *red_X, double *red_Y, double *red_Z, double *green_X, double *green_Y, double *green_Z,
   * double *blue_X, double *blue_Y, double *blue_Z)}.
   */
  @Unsigned
  int png_get_cHRM_XYZ(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      @OrNull @InOut double[] red_X,
      @OrNull @InOut double[] red_Y,
      @OrNull @InOut double[] red_Z,
      @OrNull @InOut double[] green_X,
      @OrNull @InOut double[] green_Y,
      @OrNull @InOut double[] green_Z,
      @OrNull @InOut double[] blue_X,
      @OrNull @InOut double[] blue_Y,
      @OrNull @InOut double[] blue_Z);

  /**
   * {@code png_uint_32 png_get_cHRM_fixed(png_const_structrp png_ptr, png_const_inforp info_ptr,
   * png_fixed_point *int_white_x, png_fixed_point *int_white_y, png_fixed_point *int_red_x,
   * png_fixed_point *int_red_y, png_fixed_point *int_green_x, png_fixed_point *int_green_y,
   * png_fixed_point *int_blue_x, png_fixed_point *int_blue_y)}.
   */
  @Unsigned
  int png_get_cHRM_fixed(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      @OrNull @InOut int[] int_white_x,
      @OrNull @InOut int[] int_white_y,
      @OrNull @InOut int[] int_red_x,
      @OrNull @InOut int[] int_red_y,
      @OrNull @InOut int[] int_green_x,
      @OrNull @InOut int[] int_green_y,
      @OrNull @InOut int[] int_blue_x,
      @OrNull @InOut int[] int_blue_y);

  /**
   * {@code png_uint_32 png_get_cHRM_XYZ_fixed(png_const_structrp png_ptr, png_const_inforp
   * info_ptr, png_fixed_point *int_red_X, png_fixed_point *int_red_Y, png_fixed_point *int_red_Z,
   * png_fixed_point *int_green_X, png_fixed_point *int_green_Y, png_fixed_point *int_green_Z,
   * png_fixed_point *int_blue_X, png_fixed_point *int_blue_Y, png_fixed_point *int_blue_Z)}.
   */
  @Unsigned
  int png_get_cHRM_XYZ_fixed(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      @OrNull @InOut int[] int_red_X,
      @OrNull @InOut int[] int_red_Y,
      @OrNull @InOut int[] int_red_Z,
      @OrNull @InOut int[] int_green_X,
      @OrNull @InOut int[] int_green_Y,
      @OrNull @InOut int[] int_green_Z,
      @OrNull @InOut int[] int_blue_X,
      @OrNull @InOut int[] int_blue_Y,
      @OrNull @InOut int[] int_blue_Z);

  /**
   * {@code void png_set_cHRM(png_const_structrp png_ptr, png_inforp info_ptr, double white_x,
   * double white_y, double red_x, double red_y, double green_x, double green_y, double blue_x,
   * double blue_y)}.
   */
  void png_set_cHRM(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      double white_x,
      double white_y,
      double red_x,
      double red_y,
      double green_x,
      double green_y,
      double blue_x,
      double blue_y);

  /**
   * {@code void png_set_cHRM_XYZ(png_const_structrp png_ptr, png_inforp info_ptr, double red_X,
   * double red_Y, double red_Z, double green_X, double green_Y, double green_Z, double blue_X,
   * double blue_Y, double blue_Z)}.
   */
  void png_set_cHRM_XYZ(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      double red_X,
      double red_Y,
      double red_Z,
      double green_X,
      double green_Y,
      double green_Z,
      double blue_X,
      double blue_Y,
      double blue_Z);

  /**
   * {@code void png_set_cHRM_fixed(png_const_structrp png_ptr, png_inforp info_ptr, png_fixed_point
   * int_white_x, png_fixed_point int_white_y, png_fixed_point int_red_x, png_fixed_point int_red_y,
   * png_fixed_point int_green_x, png_fixed_point int_green_y, png_fixed_point int_blue_x,
   * png_fixed_point int_blue_y)}.
   */
  void png_set_cHRM_fixed(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      int int_white_x,
      int int_white_y,
      int int_red_x,
      int int_red_y,
      int int_green_x,
      int int_green_y,
      int int_blue_x,
      int int_blue_y);

  /**
   * {@code void png_set_cHRM_XYZ_fixed(png_const_structrp png_ptr, png_inforp info_ptr,
   * png_fixed_point int_red_X, png_fixed_point int_red_Y, png_fixed_point int_red_Z,
   * png_fixed_point int_green_X, png_fixed_point int_green_Y, png_fixed_point int_green_Z,
   * png_fixed_point int_blue_X, png_fixed_point int_blue_Y, png_fixed_point int_blue_Z)}.
   */
  void png_set_cHRM_XYZ_fixed(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      int int_red_X,
      int int_red_Y,
      int int_red_Z,
      int int_green_X,
      int int_green_Y,
      int int_green_Z,
      int int_blue_X,
      int int_blue_Y,
      int int_blue_Z);

  /**
   * {@code png_uint_32 png_get_eXIf(png_const_structrp png_ptr, png_inforp info_ptr, png_bytep
   * *exif)}.
   */
  @Unsigned
  int png_get_eXIf(
      @OrNull Pointer png_ptr, @OrNull Pointer info_ptr, @OrNull @InOut Pointer[] exif);

  /** {@code void png_set_eXIf(png_const_structrp png_ptr, png_inforp info_ptr, png_bytep exif)}. */
  void png_set_eXIf(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr, @OrNull @InOut byte[] exif);

  /**
   * {@code png_uint_32 png_get_eXIf_1(png_const_structrp png_ptr, png_const_inforp info_ptr,
   * png_uint_32 *num_exif, png_bytep *exif)}.
   */
  @Unsigned
  int png_get_eXIf_1(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      @OrNull @InOut int[] num_exif,
      @OrNull @InOut Pointer[] exif);

  /**
   * {@code void png_set_eXIf_1(png_const_structrp png_ptr, png_inforp info_ptr, png_uint_32
   * num_exif, png_bytep exif)}.
   */
  void png_set_eXIf_1(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      @Unsigned int num_exif,
      @OrNull @InOut byte[] exif);

  /**
   * {@code png_uint_32 png_get_gAMA(png_const_structrp png_ptr, png_const_inforp info_ptr, double
   * *file_gamma)}.
   */
  @Unsigned
  int png_get_gAMA(
      @OrNull Pointer png_ptr, @OrNull Pointer info_ptr, @OrNull @InOut double[] file_gamma);

  /**
   * {@code png_uint_32 png_get_gAMA_fixed(png_const_structrp png_ptr, png_const_inforp info_ptr,
   * png_fixed_point *int_file_gamma)}.
   */
  @Unsigned
  int png_get_gAMA_fixed(
      @OrNull Pointer png_ptr, @OrNull Pointer info_ptr, @OrNull @InOut int[] int_file_gamma);

  /**
   * {@code void png_set_gAMA(png_const_structrp png_ptr, png_inforp info_ptr, double file_gamma)}.
   */
  void png_set_gAMA(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr, double file_gamma);

  /**
   * {@code void png_set_gAMA_fixed(png_const_structrp png_ptr, png_inforp info_ptr, png_fixed_point
   * int_file_gamma)}.
   */
  void png_set_gAMA_fixed(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr, int int_file_gamma);

  /**
   * {@code png_uint_32 png_get_hIST(png_const_structrp png_ptr, png_inforp info_ptr, png_uint_16p
   * *hist)}.
   */
  @Unsigned
  int png_get_hIST(
      @OrNull Pointer png_ptr, @OrNull Pointer info_ptr, @OrNull @InOut Pointer[] hist);

  /**
   * {@code void png_set_hIST(png_const_structrp png_ptr, png_inforp info_ptr, png_const_uint_16p
   * hist)}.
   */
  void png_set_hIST(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr, @OrNull @In short[] hist);

  /**
   * {@code png_uint_32 png_get_IHDR(png_const_structrp png_ptr, png_const_inforp info_ptr,
   * png_uint_32 *width, png_uint_32 *height, int *bit_depth, int *color_type, int
   * *interlace_method, int *compression_method, int *filter_method)}.
   */
  @Unsigned
  int png_get_IHDR(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      @OrNull @InOut int[] width,
      @OrNull @InOut int[] height,
      @OrNull @InOut int[] bit_depth,
      @OrNull @InOut int[] color_type,
      @OrNull @InOut int[] interlace_method,
      @OrNull @InOut int[] compression_method,
      @OrNull @InOut int[] filter_method);

  /**
   * {@code void png_set_IHDR(png_const_structrp png_ptr, png_inforp info_ptr, png_uint_32 width,
   * png_uint_32 height, int bit_depth, int color_type, int interlace_method, int
   * compression_method, int filter_method)}.
   */
  void png_set_IHDR(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      @Unsigned int width,
      @Unsigned int height,
      int bit_depth,
      int color_type,
      int interlace_method,
      int compression_method,
      int filter_method);

  /**
   * {@code png_uint_32 png_get_oFFs(png_const_structrp png_ptr, png_const_inforp info_ptr,
   * png_int_32 *offset_x, png_int_32 *offset_y, int *unit_type)}.
   */
  @Unsigned
  int png_get_oFFs(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      @OrNull @InOut int[] offset_x,
      @OrNull @InOut int[] offset_y,
      @OrNull @InOut int[] unit_type);

  /**
   * {@code void png_set_oFFs(png_const_structrp png_ptr, png_inforp info_ptr, png_int_32 offset_x,
   * png_int_32 offset_y, int unit_type)}.
   */
  void png_set_oFFs(
      @OrNull Pointer png_ptr, @OrNull Pointer info_ptr, int offset_x, int offset_y, int unit_type);

  /**
   * {@code png_uint_32 png_get_pCAL(png_const_structrp png_ptr, png_inforp info_ptr, png_charp
   * *purpose, png_int_32 *X0, png_int_32 *X1, int *type, int *nparams, png_charp *units, png_charpp
   * *params)}.
   */
  @Unsigned
  int png_get_pCAL(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      @OrNull @InOut Pointer[] purpose,
      @OrNull @InOut int[] X0,
      @OrNull @InOut int[] X1,
      @OrNull @InOut int[] type,
      @OrNull @InOut int[] nparams,
      @OrNull @InOut Pointer[] units,
      @OrNull @InOut Pointer[] params);

  /**
   * {@code void png_set_pCAL(png_const_structrp png_ptr, png_inforp info_ptr, png_const_charp
   * purpose, png_int_32 X0, png_int_32 X1, int type, int nparams, png_const_charp units, png_charpp
   * params)}.
   */
  void png_set_pCAL(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      @OrNull String purpose,
      int X0,
      int X1,
      int type,
      int nparams,
      @OrNull String units,
      @OrNull @InOut Pointer[] params);

  /**
   * {@code png_uint_32 png_get_pHYs(png_const_structrp png_ptr, png_const_inforp info_ptr,
   * png_uint_32 *res_x, png_uint_32 *res_y, int *unit_type)}.
   */
  @Unsigned
  int png_get_pHYs(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      @OrNull @InOut int[] res_x,
      @OrNull @InOut int[] res_y,
      @OrNull @InOut int[] unit_type);

  /**
   * {@code void png_set_pHYs(png_const_structrp png_ptr, png_inforp info_ptr, png_uint_32 res_x,
   * png_uint_32 res_y, int unit_type)}.
   */
  void png_set_pHYs(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      @Unsigned int res_x,
      @Unsigned int res_y,
      int unit_type);

  /**
   * {@code png_uint_32 png_get_PLTE(png_const_structrp png_ptr, png_inforp info_ptr, png_colorp
   * *palette, int *num_palette)}.
   */
  @Unsigned
  int png_get_PLTE(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      @OrNull @InOut Pointer[] palette,
      @OrNull @InOut int[] num_palette);

  /**
   * {@code void png_set_PLTE(png_structrp png_ptr, png_inforp info_ptr, png_const_colorp palette,
   * int num_palette)}.
   */
  void png_set_PLTE(
      @OrNull Pointer png_ptr, @OrNull Pointer info_ptr, @OrNull Pointer palette, int num_palette);

  /**
   * {@code png_uint_32 png_get_sBIT(png_const_structrp png_ptr, png_inforp info_ptr, png_color_8p
   * *sig_bit)}.
   */
  @Unsigned
  int png_get_sBIT(
      @OrNull Pointer png_ptr, @OrNull Pointer info_ptr, @OrNull @InOut Pointer[] sig_bit);

  /**
   * {@code void png_set_sBIT(png_const_structrp png_ptr, png_inforp info_ptr, png_const_color_8p
   * sig_bit)}.
   */
  void png_set_sBIT(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr, @OrNull Pointer sig_bit);

  /**
   * {@code png_uint_32 png_get_sRGB(png_const_structrp png_ptr, png_const_inforp info_ptr, int
   * *file_srgb_intent)}.
   */
  @Unsigned
  int png_get_sRGB(
      @OrNull Pointer png_ptr, @OrNull Pointer info_ptr, @OrNull @InOut int[] file_srgb_intent);

  /**
   * {@code void png_set_sRGB(png_const_structrp png_ptr, png_inforp info_ptr, int srgb_intent)}.
   */
  void png_set_sRGB(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr, int srgb_intent);

  /**
   * {@code void png_set_sRGB_gAMA_and_cHRM(png_const_structrp png_ptr, png_inforp info_ptr, int
   * srgb_intent)}.
   */
  void png_set_sRGB_gAMA_and_cHRM(
      @OrNull Pointer png_ptr, @OrNull Pointer info_ptr, int srgb_intent);

  /**
   * {@code png_uint_32 png_get_iCCP(png_const_structrp png_ptr, png_inforp info_ptr, png_charpp
   * name, int *compression_type, png_bytepp profile, png_uint_32 *proflen)}.
   */
  @Unsigned
  int png_get_iCCP(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      @OrNull @InOut Pointer[] name,
      @OrNull @InOut int[] compression_type,
      @OrNull @InOut Pointer[] profile,
      @OrNull @InOut int[] proflen);

  /**
   * {@code void png_set_iCCP(png_const_structrp png_ptr, png_inforp info_ptr, png_const_charp name,
   * int compression_type, png_const_bytep profile, png_uint_32 proflen)}.
   */
  void png_set_iCCP(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      @OrNull String name,
      int compression_type,
      @OrNull @In @SizedBy(5) byte[] profile,
      @Unsigned int proflen);

  /**
   * {@code void png_set_iCCP(png_const_structrp png_ptr, png_inforp info_ptr, png_const_charp name,
   * int compression_type, png_const_bytep profile, png_uint_32 proflen)}.
   */
  void png_set_iCCP(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      @OrNull @In byte[] name,
      int compression_type,
      @OrNull @In @SizedBy(5) byte[] profile,
      @Unsigned int proflen);

  /**
   * {@code int png_get_sPLT(png_const_structrp png_ptr, png_inforp info_ptr, png_sPLT_tpp
   * entries)}.
   */
  int png_get_sPLT(
      @OrNull Pointer png_ptr, @OrNull Pointer info_ptr, @OrNull @InOut Pointer[] entries);

  /**
   * {@code void png_set_sPLT(png_const_structrp png_ptr, png_inforp info_ptr, png_const_sPLT_tp
   * entries, int nentries)}.
   */
  void png_set_sPLT(
      @OrNull Pointer png_ptr, @OrNull Pointer info_ptr, @OrNull Pointer entries, int nentries);

  /**
   * png_get_text also returns the number of text chunks in *num_text
   *
   * <p>{@code int png_get_text(png_const_structrp png_ptr, png_inforp info_ptr, png_textp
   * *text_ptr, int *num_text)}.
   */
  int png_get_text(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      @OrNull @InOut Pointer[] text_ptr,
      @OrNull @InOut int[] num_text);

  /**
   * {@code void png_set_text(png_const_structrp png_ptr, png_inforp info_ptr, png_const_textp
   * text_ptr, int num_text)}.
   */
  void png_set_text(
      @OrNull Pointer png_ptr, @OrNull Pointer info_ptr, @OrNull Pointer text_ptr, int num_text);

  /**
   * {@code png_uint_32 png_get_tIME(png_const_structrp png_ptr, png_inforp info_ptr, png_timep
   * *mod_time)}.
   */
  @Unsigned
  int png_get_tIME(
      @OrNull Pointer png_ptr, @OrNull Pointer info_ptr, @OrNull @InOut Pointer[] mod_time);

  /**
   * {@code void png_set_tIME(png_const_structrp png_ptr, png_inforp info_ptr, png_const_timep
   * mod_time)}.
   */
  void png_set_tIME(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr, @OrNull Pointer mod_time);

  /**
   * {@code png_uint_32 png_get_tRNS(png_const_structrp png_ptr, png_inforp info_ptr, png_bytep
   * *trans_alpha, int *num_trans, png_color_16p *trans_color)}.
   */
  @Unsigned
  int png_get_tRNS(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      @OrNull @InOut Pointer[] trans_alpha,
      @OrNull @InOut int[] num_trans,
      @OrNull @InOut Pointer[] trans_color);

  /**
   * {@code void png_set_tRNS(png_structrp png_ptr, png_inforp info_ptr, png_const_bytep
   * trans_alpha, int num_trans, png_const_color_16p trans_color)}.
   */
  void png_set_tRNS(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      @OrNull @In byte[] trans_alpha,
      int num_trans,
      @OrNull Pointer trans_color);

  /**
   * {@code png_uint_32 png_get_sCAL(png_const_structrp png_ptr, png_const_inforp info_ptr, int
   * *unit, double *width, double *height)}.
   */
  @Unsigned
  int png_get_sCAL(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      @OrNull @InOut int[] unit,
      @OrNull @InOut double[] width,
      @OrNull @InOut double[] height);

  /**
   * NOTE: this API is currently implemented using floating point arithmetic, consequently it can
   * only be used on systems with floating point support. In any case the range of values supported
   * by png_fixed_point is small and it is highly recommended that png_get_sCAL_s be used instead.
   *
   * <p>{@code png_uint_32 png_get_sCAL_fixed(png_const_structrp png_ptr, png_const_inforp info_ptr,
   * int *unit, png_fixed_point *width, png_fixed_point *height)}.
   */
  @Unsigned
  int png_get_sCAL_fixed(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      @OrNull @InOut int[] unit,
      @OrNull @InOut int[] width,
      @OrNull @InOut int[] height);

  /**
   * {@code png_uint_32 png_get_sCAL_s(png_const_structrp png_ptr, png_const_inforp info_ptr, int
   * *unit, png_charpp swidth, png_charpp sheight)}.
   */
  @Unsigned
  int png_get_sCAL_s(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      @OrNull @InOut int[] unit,
      @OrNull @InOut Pointer[] swidth,
      @OrNull @InOut Pointer[] sheight);

  /**
   * {@code void png_set_sCAL(png_const_structrp png_ptr, png_inforp info_ptr, int unit, double
   * width, double height)}.
   */
  void png_set_sCAL(
      @OrNull Pointer png_ptr, @OrNull Pointer info_ptr, int unit, double width, double height);

  /**
   * {@code void png_set_sCAL_fixed(png_const_structrp png_ptr, png_inforp info_ptr, int unit,
   * png_fixed_point width, png_fixed_point height)}.
   */
  void png_set_sCAL_fixed(
      @OrNull Pointer png_ptr, @OrNull Pointer info_ptr, int unit, int width, int height);

  /**
   * {@code void png_set_sCAL_s(png_const_structrp png_ptr, png_inforp info_ptr, int unit,
   * png_const_charp swidth, png_const_charp sheight)}.
   */
  void png_set_sCAL_s(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      int unit,
      @OrNull String swidth,
      @OrNull String sheight);

  /**
   * {@code void png_set_keep_unknown_chunks(png_structrp png_ptr, int keep, png_const_bytep
   * chunk_list, int num_chunks)}.
   */
  void png_set_keep_unknown_chunks(
      @OrNull Pointer png_ptr, int keep, @OrNull @In byte[] chunk_list, int num_chunks);

  /**
   * The "keep" PNG_HANDLE_CHUNK_ parameter for the specified chunk is returned; the result is
   * therefore true (non-zero) if special handling is required, false for the default handling.
   *
   * <p>{@code int png_handle_as_unknown(png_const_structrp png_ptr, png_const_bytep chunk_name)}.
   */
  int png_handle_as_unknown(@OrNull Pointer png_ptr, @OrNull @In byte[] chunk_name);

  /**
   * NOTE: prior to 1.6.0 this routine set the 'location' field of the added unknowns to the
   * location currently stored in the png_struct. This is invariably the wrong value on write. To
   * fix this call the following API for each chunk in the list with the correct location. If you
   * know your code won't be compiled on earlier versions you can rely on
   * png_set_unknown_chunks(write-ptr, png_get_unknown_chunks(read-ptr)) doing the correct thing.
   *
   * <p>{@code void png_set_unknown_chunks(png_const_structrp png_ptr, png_inforp info_ptr,
   * png_const_unknown_chunkp unknowns, int num_unknowns)}.
   */
  void png_set_unknown_chunks(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      @OrNull Pointer unknowns,
      int num_unknowns);

  /**
   * {@code void png_set_unknown_chunk_location(png_const_structrp png_ptr, png_inforp info_ptr, int
   * chunk, int location)}.
   */
  void png_set_unknown_chunk_location(
      @OrNull Pointer png_ptr, @OrNull Pointer info_ptr, int chunk, int location);

  /**
   * {@code int png_get_unknown_chunks(png_const_structrp png_ptr, png_inforp info_ptr,
   * png_unknown_chunkpp entries)}.
   */
  int png_get_unknown_chunks(
      @OrNull Pointer png_ptr, @OrNull Pointer info_ptr, @OrNull @InOut Pointer[] entries);

  /**
   * Png_free_data() will turn off the "valid" flag for anything it frees. If you need to turn it
   * off for a chunk that your application has freed, you can use png_set_invalid(png_ptr, info_ptr,
   * PNG_INFO_CHNK);
   *
   * <p>{@code void png_set_invalid(png_const_structrp png_ptr, png_inforp info_ptr, int mask)}.
   */
  void png_set_invalid(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr, int mask);

  /**
   * {@code void png_read_png(png_structrp png_ptr, png_inforp info_ptr, int transforms, png_voidp
   * params)}.
   */
  void png_read_png(
      @OrNull Pointer png_ptr, @OrNull Pointer info_ptr, int transforms, @OrNull Pointer params);

  /**
   * {@code void png_write_png(png_structrp png_ptr, png_inforp info_ptr, int transforms, png_voidp
   * params)}.
   */
  void png_write_png(
      @OrNull Pointer png_ptr, @OrNull Pointer info_ptr, int transforms, @OrNull Pointer params);

  /** {@code png_const_charp png_get_copyright(png_const_structrp png_ptr)}. */
  String png_get_copyright(@OrNull Pointer png_ptr);

  /** {@code png_const_charp png_get_header_ver(png_const_structrp png_ptr)}. */
  String png_get_header_ver(@OrNull Pointer png_ptr);

  /** {@code png_const_charp png_get_header_version(png_const_structrp png_ptr)}. */
  String png_get_header_version(@OrNull Pointer png_ptr);

  /** {@code png_const_charp png_get_libpng_ver(png_const_structrp png_ptr)}. */
  String png_get_libpng_ver(@OrNull Pointer png_ptr);

  /**
   * {@code png_uint_32 png_permit_mng_features(png_structrp png_ptr, png_uint_32
   * mng_features_permitted)}.
   */
  @Unsigned
  int png_permit_mng_features(@OrNull Pointer png_ptr, @Unsigned int mng_features_permitted);

  /**
   * {@code void png_set_user_limits(png_structrp png_ptr, png_uint_32 user_width_max, png_uint_32
   * user_height_max)}.
   */
  void png_set_user_limits(
      @OrNull Pointer png_ptr, @Unsigned int user_width_max, @Unsigned int user_height_max);

  /** {@code png_uint_32 png_get_user_width_max(png_const_structrp png_ptr)}. */
  @Unsigned
  int png_get_user_width_max(@OrNull Pointer png_ptr);

  /** {@code png_uint_32 png_get_user_height_max(png_const_structrp png_ptr)}. */
  @Unsigned
  int png_get_user_height_max(@OrNull Pointer png_ptr);

  /**
   * Added in libpng-1.4.0
   *
   * <p>{@code void png_set_chunk_cache_max(png_structrp png_ptr, png_uint_32
   * user_chunk_cache_max)}.
   */
  void png_set_chunk_cache_max(@OrNull Pointer png_ptr, @Unsigned int user_chunk_cache_max);

  /** {@code png_uint_32 png_get_chunk_cache_max(png_const_structrp png_ptr)}. */
  @Unsigned
  int png_get_chunk_cache_max(@OrNull Pointer png_ptr);

  /**
   * Added in libpng-1.4.1
   *
   * <p>{@code void png_set_chunk_malloc_max(png_structrp png_ptr, png_alloc_size_t
   * user_chunk_cache_max)}.
   */
  void png_set_chunk_malloc_max(@OrNull Pointer png_ptr, @Unsigned int user_chunk_cache_max);

  /** {@code png_alloc_size_t png_get_chunk_malloc_max(png_const_structrp png_ptr)}. */
  @Unsigned
  int png_get_chunk_malloc_max(@OrNull Pointer png_ptr);

  /**
   * {@code png_uint_32 png_get_pixels_per_inch(png_const_structrp png_ptr, png_const_inforp
   * info_ptr)}.
   */
  @Unsigned
  int png_get_pixels_per_inch(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * {@code png_uint_32 png_get_x_pixels_per_inch(png_const_structrp png_ptr, png_const_inforp
   * info_ptr)}.
   */
  @Unsigned
  int png_get_x_pixels_per_inch(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * {@code png_uint_32 png_get_y_pixels_per_inch(png_const_structrp png_ptr, png_const_inforp
   * info_ptr)}.
   */
  @Unsigned
  int png_get_y_pixels_per_inch(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * {@code float png_get_x_offset_inches(png_const_structrp png_ptr, png_const_inforp info_ptr)}.
   */
  float png_get_x_offset_inches(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * {@code png_fixed_point png_get_x_offset_inches_fixed(png_const_structrp png_ptr,
   * png_const_inforp info_ptr)}.
   */
  int png_get_x_offset_inches_fixed(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * {@code float png_get_y_offset_inches(png_const_structrp png_ptr, png_const_inforp info_ptr)}.
   */
  float png_get_y_offset_inches(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * {@code png_fixed_point png_get_y_offset_inches_fixed(png_const_structrp png_ptr,
   * png_const_inforp info_ptr)}.
   */
  int png_get_y_offset_inches_fixed(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * {@code png_uint_32 png_get_pHYs_dpi(png_const_structrp png_ptr, png_const_inforp info_ptr,
   * png_uint_32 *res_x, png_uint_32 *res_y, int *unit_type)}.
   */
  @Unsigned
  int png_get_pHYs_dpi(
      @OrNull Pointer png_ptr,
      @OrNull Pointer info_ptr,
      @OrNull @InOut int[] res_x,
      @OrNull @InOut int[] res_y,
      @OrNull @InOut int[] unit_type);

  /** {@code png_uint_32 png_get_io_state(png_const_structrp png_ptr)}. */
  @Unsigned
  int png_get_io_state(@OrNull Pointer png_ptr);

  /** {@code png_uint_32 png_get_io_chunk_type(png_const_structrp png_ptr)}. */
  @Unsigned
  int png_get_io_chunk_type(@OrNull Pointer png_ptr);

  /** {@code png_uint_32 png_get_uint_32(png_const_bytep buf)}. */
  @Unsigned
  int png_get_uint_32(@OrNull @In byte[] buf);

  /** {@code png_uint_16 png_get_uint_16(png_const_bytep buf)}. */
  @Unsigned(16)
  int png_get_uint_16(@OrNull @In byte[] buf);

  /** {@code png_int_32 png_get_int_32(png_const_bytep buf)}. */
  int png_get_int_32(@OrNull @In byte[] buf);

  /**
   * No png_get_int_16 -- may be added if there's a real need for it.
   *
   * <p>{@code png_uint_32 png_get_uint_31(png_const_structrp png_ptr, png_const_bytep buf)}.
   */
  @Unsigned
  int png_get_uint_31(@OrNull Pointer png_ptr, @OrNull @In byte[] buf);

  /** {@code void png_save_uint_32(png_bytep buf, png_uint_32 i)}. */
  void png_save_uint_32(@OrNull @InOut byte[] buf, @Unsigned int i);

  /** {@code void png_save_int_32(png_bytep buf, png_int_32 i)}. */
  void png_save_int_32(@OrNull @InOut byte[] buf, int i);

  /** {@code void png_save_uint_16(png_bytep buf, unsigned int i)}. */
  void png_save_uint_16(@OrNull @InOut byte[] buf, @Unsigned int i);

  /** {@code void png_set_check_for_invalid_index(png_structrp png_ptr, int allowed)}. */
  void png_set_check_for_invalid_index(@OrNull Pointer png_ptr, int allowed);

  /** {@code int png_get_palette_max(png_const_structp png_ptr, png_const_infop info_ptr)}. */
  int png_get_palette_max(@OrNull Pointer png_ptr, @OrNull Pointer info_ptr);

  /**
   * The named file is opened for read and the image header is filled in from the PNG header in the
   * file.
   *
   * <p>{@code int png_image_begin_read_from_file(png_imagep image, const char *file_name)}.
   */
  int png_image_begin_read_from_file(@OrNull Pointer image, @OrNull String file_name);

  /** {@code int png_image_begin_read_from_stdio(png_imagep image, FILE *file)}. */
  int png_image_begin_read_from_stdio(@OrNull Pointer image, @OrNull Pointer file);

  /**
   * The PNG header is read from the given memory buffer.
   *
   * <p>{@code int png_image_begin_read_from_memory(png_imagep image, png_const_voidp memory, size_t
   * size)}.
   */
  int png_image_begin_read_from_memory(
      @OrNull Pointer image, @OrNull Pointer memory, @Unsigned int size);

  /**
   * The PNG header is read from the given memory buffer.
   *
   * <p>{@code int png_image_begin_read_from_memory(png_imagep image, png_const_voidp memory, size_t
   * size)}.
   */
  int png_image_begin_read_from_memory(
      @OrNull Pointer image, @OrNull @In @SizedBy(2) byte[] memory, @Unsigned int size);

  /**
   * Finish reading the image into the supplied buffer and clean up the png_image structure.
   *
   * <p>row_stride is the step, in byte or 2-byte units as appropriate, between adjacent rows. A
   * positive stride indicates that the top-most row is first in the buffer - the normal top-down
   * arrangement. A negative stride indicates that the bottom-most row is first in the buffer.
   *
   * <p>background need only be supplied if an alpha channel must be removed from a png_byte format
   * and the removal is to be done by compositing on a solid color; otherwise it may be NULL and any
   * composition will be done directly onto the buffer. The value is an sRGB color to use for the
   * background, for grayscale output the green channel is used.
   *
   * <p>background must be supplied when an alpha channel must be removed from a single byte
   * color-mapped output format, in other words if:
   *
   * <p>1) The original format from png_image_begin_read_from_* had PNG_FORMAT_FLAG_ALPHA set. 2)
   * The format set by the application does not. 3) The format set by the application has
   * PNG_FORMAT_FLAG_COLORMAP set and PNG_FORMAT_FLAG_LINEAR *not* set.
   *
   * <p>For linear output removing the alpha channel is always done by compositing on black and
   * background is ignored.
   *
   * <p>colormap must be supplied when PNG_FORMAT_FLAG_COLORMAP is set. It must be at least the size
   * (in bytes) returned by PNG_IMAGE_COLORMAP_SIZE. image-&gt;colormap_entries will be updated to
   * the actual number of entries written to the colormap; this may be less than the original value.
   *
   * <p>{@code int png_image_finish_read(png_imagep image, png_const_colorp background, void
   * *buffer, png_int_32 row_stride, void *colormap)}.
   */
  int png_image_finish_read(
      @OrNull Pointer image,
      @OrNull Pointer background,
      @OrNull Pointer buffer,
      int row_stride,
      @OrNull Pointer colormap);

  /** {@code void png_image_free(png_imagep image)}. */
  void png_image_free(@OrNull Pointer image);

  /**
   * Write the image to the named file.
   *
   * <p>{@code int png_image_write_to_file(png_imagep image, const char *file, int convert_to_8bit,
   * const void *buffer, png_int_32 row_stride, const void *colormap)}.
   */
  int png_image_write_to_file(
      @OrNull Pointer image,
      @OrNull String file,
      int convert_to_8bit,
      @OrNull Pointer buffer,
      int row_stride,
      @OrNull Pointer colormap);

  /**
   * {@code int png_image_write_to_stdio(png_imagep image, FILE *file, int convert_to_8_bit, const
   * void *buffer, png_int_32 row_stride, const void *colormap)}.
   */
  int png_image_write_to_stdio(
      @OrNull Pointer image,
      @OrNull Pointer file,
      int convert_to_8_bit,
      @OrNull Pointer buffer,
      int row_stride,
      @OrNull Pointer colormap);

  /**
   * Write the image to the given memory buffer. The function both writes the whole PNG data stream
   * to *memory and updates *memory_bytes with the count of bytes written.
   *
   * <p>'memory' may be NULL. In this case *memory_bytes is not read however on success the number
   * of bytes which would have been written will still be stored in *memory_bytes. On failure
   * *memory_bytes will contain 0.
   *
   * <p>If 'memory' is not NULL it must point to memory[*memory_bytes] of writeable memory.
   *
   * <p>If the function returns success memory[*memory_bytes] (if 'memory' is not NULL) contains the
   * written PNG data. *memory_bytes will always be less than or equal to the original value.
   *
   * <p>If the function returns false and *memory_bytes was not changed an error occurred during
   * write. If *memory_bytes was changed, or is not 0 if 'memory' was NULL, the write would have
   * succeeded but for the memory buffer being too small. *memory_bytes contains the required number
   * of bytes and will be bigger that the original value.
   *
   * <p>{@code int png_image_write_to_memory(png_imagep image, void *memory, png_alloc_size_t
   * *restrict memory_bytes, int convert_to_8_bit, const void *buffer, png_int_32 row_stride, const
   * void *colormap)}.
   */
  int png_image_write_to_memory(
      @OrNull Pointer image,
      @OrNull Pointer memory,
      @OrNull @InOut int[] memory_bytes,
      int convert_to_8_bit,
      @OrNull Pointer buffer,
      int row_stride,
      @OrNull Pointer colormap);

  /** {@code int png_set_option(png_structrp png_ptr, int option, int onoff)}. */
  int png_set_option(@OrNull Pointer png_ptr, int option, int onoff);

  /** The program that the library runs in: its memory, its function pointers. */
  Binding binding();

  @Override
  void close();

  // Left out:
  //   PNG_LINKAGE_API: a macro that is no constant
  //   PNG_LINKAGE_CALLBACK: a macro that is no constant
  //   PNG_LINKAGE_DATA: a macro that is no constant
  //   PNG_LINKAGE_FUNCTION: a macro that is no constant
  //   PNG_CONST: a macro that is no constant
  //   PNGCBAPI: a macro that is no constant
  //   PNGAPI: a macro that is no constant
  //   PNG_USE_RESULT: a macro that is no constant
  //   PNG_NORETURN: a macro that is no constant
  //   PNG_ALLOCATED: a macro that is no constant
  //   PNG_DEPRECATED: a macro that is no constant
  //   PNG_PRIVATE: a macro that is no constant
  //   PNG_RESTRICT: a macro that is no constant
  //   png_libpng_ver: a macro that is no constant
}
