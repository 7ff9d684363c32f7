package org.dylink.example.xz;

import org.dylink.binding.Binding;
import org.dylink.binding.In;
import org.dylink.binding.InOut;
import org.dylink.binding.Length;
import org.dylink.binding.OrNull;
import org.dylink.binding.Pointer;
import org.dylink.binding.SizedBy;
import org.dylink.binding.Unsigned;
import org.dylink.binding.WasmLibrary;

/** The functions of {@code lzma.h}: 103 of 107. Written by {@code dylink bindings}. */
@WasmLibrary("liblzma.so")
public interface Xz extends AutoCloseable {
  int LZMA_RESERVED_ENUM = 0;
  int LZMA_OK = 0;
  int LZMA_STREAM_END = 1;
  int LZMA_NO_CHECK = 2;
  int LZMA_UNSUPPORTED_CHECK = 3;
  int LZMA_GET_CHECK = 4;
  int LZMA_MEM_ERROR = 5;
  int LZMA_MEMLIMIT_ERROR = 6;
  int LZMA_FORMAT_ERROR = 7;
  int LZMA_OPTIONS_ERROR = 8;
  int LZMA_DATA_ERROR = 9;
  int LZMA_BUF_ERROR = 10;
  int LZMA_PROG_ERROR = 11;
  int LZMA_SEEK_NEEDED = 12;
  int LZMA_RET_INTERNAL1 = 101;
  int LZMA_RET_INTERNAL2 = 102;
  int LZMA_RET_INTERNAL3 = 103;
  int LZMA_RET_INTERNAL4 = 104;
  int LZMA_RET_INTERNAL5 = 105;
  int LZMA_RET_INTERNAL6 = 106;
  int LZMA_RET_INTERNAL7 = 107;
  int LZMA_RET_INTERNAL8 = 108;
  int LZMA_RUN = 0;
  int LZMA_SYNC_FLUSH = 1;
  int LZMA_FULL_FLUSH = 2;
  int LZMA_FULL_BARRIER = 4;
  int LZMA_FINISH = 3;
  int LZMA_CHECK_NONE = 0;
  int LZMA_CHECK_CRC32 = 1;
  int LZMA_CHECK_CRC64 = 4;
  int LZMA_CHECK_SHA256 = 10;
  int LZMA_DELTA_TYPE_BYTE = 0;
  int LZMA_MF_HC3 = 3;
  int LZMA_MF_HC4 = 4;
  int LZMA_MF_BT2 = 18;
  int LZMA_MF_BT3 = 19;
  int LZMA_MF_BT4 = 20;
  int LZMA_MODE_FAST = 1;
  int LZMA_MODE_NORMAL = 2;
  int LZMA_INDEX_ITER_ANY = 0;
  int LZMA_INDEX_ITER_STREAM = 1;
  int LZMA_INDEX_ITER_BLOCK = 2;
  int LZMA_INDEX_ITER_NONEMPTY_BLOCK = 3;
  int LZMA_VERSION_MAJOR = 5;
  int LZMA_VERSION_MINOR = 4;
  int LZMA_VERSION_PATCH = 1;
  int LZMA_VERSION_STABILITY = 2;
  String LZMA_VERSION_COMMIT = "";
  int LZMA_VERSION_STABILITY_ALPHA = 0;
  int LZMA_VERSION_STABILITY_BETA = 1;
  int LZMA_VERSION_STABILITY_STABLE = 2;
  String LZMA_VERSION_STABILITY_STRING = "";
  long LZMA_VLI_MAX = 9223372036854775807L;
  long LZMA_VLI_UNKNOWN = -1L;
  int LZMA_VLI_BYTES_MAX = 9;
  int LZMA_CHECK_ID_MAX = 15;
  int LZMA_CHECK_SIZE_MAX = 64;
  int LZMA_FILTERS_MAX = 4;
  int LZMA_DELTA_DIST_MIN = 1;
  int LZMA_DELTA_DIST_MAX = 256;
  int LZMA_LCLP_MIN = 0;
  int LZMA_LCLP_MAX = 4;
  int LZMA_LC_DEFAULT = 3;
  int LZMA_LP_DEFAULT = 0;
  int LZMA_PB_MIN = 0;
  int LZMA_PB_MAX = 4;
  int LZMA_PB_DEFAULT = 2;
  int LZMA_STREAM_HEADER_SIZE = 12;
  int LZMA_BACKWARD_SIZE_MIN = 4;
  int LZMA_BLOCK_HEADER_SIZE_MIN = 8;
  int LZMA_BLOCK_HEADER_SIZE_MAX = 1024;

  /**
   * {@code struct lzma_allocator}.
   *
   * @param alloc void *(*)(void *, size_t, size_t)
   * @param free void (*)(void *, void *)
   * @param opaque void *
   */
  record LzmaAllocator(Pointer alloc, Pointer free, Pointer opaque) {}

  /**
   * {@code struct lzma_stream}.
   *
   * @param next_in const uint8_t *
   * @param next_out uint8_t *
   * @param allocator const lzma_allocator *
   * @param internal lzma_internal *
   * @param reserved_ptr1 void *
   * @param reserved_ptr2 void *
   * @param reserved_ptr3 void *
   * @param reserved_ptr4 void *
   * @param reserved_enum1 lzma_reserved_enum
   * @param reserved_enum2 lzma_reserved_enum
   */
  record LzmaStream(
      Pointer next_in,
      int avail_in,
      long total_in,
      Pointer next_out,
      int avail_out,
      long total_out,
      Pointer allocator,
      Pointer internal,
      Pointer reserved_ptr1,
      Pointer reserved_ptr2,
      Pointer reserved_ptr3,
      Pointer reserved_ptr4,
      long seek_pos,
      long reserved_int2,
      int reserved_int3,
      int reserved_int4,
      int reserved_enum1,
      int reserved_enum2) {}

  /**
   * {@code struct lzma_filter}.
   *
   * @param options void *
   */
  record LzmaFilter(long id, Pointer options) {}

  /** {@code struct lzma_options_bcj}. */
  record LzmaOptionsBcj(int start_offset) {}

  /**
   * {@code struct lzma_options_delta}.
   *
   * @param type lzma_delta_type
   * @param reserved_ptr1 void *
   * @param reserved_ptr2 void *
   */
  record LzmaOptionsDelta(
      int type,
      int dist,
      int reserved_int1,
      int reserved_int2,
      int reserved_int3,
      int reserved_int4,
      Pointer reserved_ptr1,
      Pointer reserved_ptr2) {}

  /**
   * {@code struct lzma_options_lzma}.
   *
   * @param preset_dict const uint8_t *
   * @param mode lzma_mode
   * @param mf lzma_match_finder
   * @param reserved_enum1 lzma_reserved_enum
   * @param reserved_enum2 lzma_reserved_enum
   * @param reserved_enum3 lzma_reserved_enum
   * @param reserved_enum4 lzma_reserved_enum
   * @param reserved_ptr1 void *
   * @param reserved_ptr2 void *
   */
  record LzmaOptionsLzma(
      int dict_size,
      Pointer preset_dict,
      int preset_dict_size,
      int lc,
      int lp,
      int pb,
      int mode,
      int nice_len,
      int mf,
      int depth,
      int ext_flags,
      int ext_size_low,
      int ext_size_high,
      int reserved_int4,
      int reserved_int5,
      int reserved_int6,
      int reserved_int7,
      int reserved_int8,
      int reserved_enum1,
      int reserved_enum2,
      int reserved_enum3,
      int reserved_enum4,
      Pointer reserved_ptr1,
      Pointer reserved_ptr2) {}

  /**
   * {@code struct lzma_mt}.
   *
   * @param filters const lzma_filter *
   * @param check lzma_check
   * @param reserved_enum1 lzma_reserved_enum
   * @param reserved_enum2 lzma_reserved_enum
   * @param reserved_enum3 lzma_reserved_enum
   * @param reserved_ptr1 void *
   * @param reserved_ptr2 void *
   * @param reserved_ptr3 void *
   * @param reserved_ptr4 void *
   */
  record LzmaMt(
      int flags,
      int threads,
      long block_size,
      int timeout,
      int preset,
      Pointer filters,
      int check,
      int reserved_enum1,
      int reserved_enum2,
      int reserved_enum3,
      int reserved_int1,
      int reserved_int2,
      int reserved_int3,
      int reserved_int4,
      long memlimit_threading,
      long memlimit_stop,
      long reserved_int7,
      long reserved_int8,
      Pointer reserved_ptr1,
      Pointer reserved_ptr2,
      Pointer reserved_ptr3,
      Pointer reserved_ptr4) {}

  /**
   * {@code struct lzma_stream_flags}.
   *
   * @param check lzma_check
   * @param reserved_enum1 lzma_reserved_enum
   * @param reserved_enum2 lzma_reserved_enum
   * @param reserved_enum3 lzma_reserved_enum
   * @param reserved_enum4 lzma_reserved_enum
   */
  record LzmaStreamFlags(
      int version,
      long backward_size,
      int check,
      int reserved_enum1,
      int reserved_enum2,
      int reserved_enum3,
      int reserved_enum4,
      byte reserved_bool1,
      byte reserved_bool2,
      byte reserved_bool3,
      byte reserved_bool4,
      byte reserved_bool5,
      byte reserved_bool6,
      byte reserved_bool7,
      byte reserved_bool8,
      int reserved_int1,
      int reserved_int2) {}

  /**
   * {@code struct lzma_block}.
   *
   * @param check lzma_check
   * @param filters lzma_filter *
   * @param reserved_ptr1 void *
   * @param reserved_ptr2 void *
   * @param reserved_ptr3 void *
   * @param reserved_enum1 lzma_reserved_enum
   * @param reserved_enum2 lzma_reserved_enum
   * @param reserved_enum3 lzma_reserved_enum
   * @param reserved_enum4 lzma_reserved_enum
   */
  @SuppressWarnings("ArrayRecordComponent") // what C has
  record LzmaBlock(
      int version,
      int header_size,
      int check,
      long compressed_size,
      long uncompressed_size,
      Pointer filters,
      @Length(64) byte[] raw_check,
      Pointer reserved_ptr1,
      Pointer reserved_ptr2,
      Pointer reserved_ptr3,
      int reserved_int1,
      int reserved_int2,
      long reserved_int3,
      long reserved_int4,
      long reserved_int5,
      long reserved_int6,
      long reserved_int7,
      long reserved_int8,
      int reserved_enum1,
      int reserved_enum2,
      int reserved_enum3,
      int reserved_enum4,
      byte ignore_check,
      byte reserved_bool2,
      byte reserved_bool3,
      byte reserved_bool4,
      byte reserved_bool5,
      byte reserved_bool6,
      byte reserved_bool7,
      byte reserved_bool8) {}

  /**
   * {@code struct without a name}.
   *
   * @param flags const lzma_stream_flags *
   * @param reserved_ptr1 const void *
   * @param reserved_ptr2 const void *
   * @param reserved_ptr3 const void *
   */
  record LzmaIndexIterStream(
      Pointer flags,
      Pointer reserved_ptr1,
      Pointer reserved_ptr2,
      Pointer reserved_ptr3,
      long number,
      long block_count,
      long compressed_offset,
      long uncompressed_offset,
      long compressed_size,
      long uncompressed_size,
      long padding,
      long reserved_vli1,
      long reserved_vli2,
      long reserved_vli3,
      long reserved_vli4) {}

  /**
   * {@code struct without a name}.
   *
   * @param reserved_ptr1 const void *
   * @param reserved_ptr2 const void *
   * @param reserved_ptr3 const void *
   * @param reserved_ptr4 const void *
   */
  record LzmaIndexIterBlock(
      long number_in_file,
      long compressed_file_offset,
      long uncompressed_file_offset,
      long number_in_stream,
      long compressed_stream_offset,
      long uncompressed_stream_offset,
      long uncompressed_size,
      long unpadded_size,
      long total_size,
      long reserved_vli1,
      long reserved_vli2,
      long reserved_vli3,
      long reserved_vli4,
      Pointer reserved_ptr1,
      Pointer reserved_ptr2,
      Pointer reserved_ptr3,
      Pointer reserved_ptr4) {}

  /**
   * Internal data which is used to store the state of the iterator. The exact format may vary
   * between liblzma versions, so don't touch these in any way.
   *
   * <p>{@code union without a name}.
   *
   * @param value one of const void * p, size_t s, lzma_vli v
   */
  @SuppressWarnings("ArrayRecordComponent") // what C has
  record __(@Length(1) long[] value) {}

  /**
   * {@code struct lzma_index_iter}.
   *
   * @param internal union ...[6]
   */
  @SuppressWarnings("ArrayRecordComponent") // what C has
  record LzmaIndexIter(
      LzmaIndexIterStream stream, LzmaIndexIterBlock block, @Length(6) long[] internal) {}

  /**
   * Run-time version number as an integer
   *
   * <p>Return the value of LZMA_VERSION macro at the compile time of liblzma. This allows the
   * application to compare if it was built against the same, older, or newer version of liblzma
   * that is currently running.
   *
   * <p>{@code uint32_t lzma_version_number(void)}.
   */
  @Unsigned
  int lzma_version_number();

  /**
   * Run-time version as a string
   *
   * <p>This function may be useful if you want to display which version of liblzma your application
   * is currently using.
   *
   * <p>{@code const char *lzma_version_string(void)}.
   */
  String lzma_version_string();

  /**
   * Encode or decode data
   *
   * <p>Once the lzma_stream has been successfully initialized (e.g. with lzma_stream_encoder()),
   * the actual encoding or decoding is done using this function. The application has to update
   * strm-&gt;next_in, strm-&gt;avail_in, strm-&gt;next_out, and strm-&gt;avail_out to pass input to
   * and get output from liblzma.
   *
   * <p>See the description of the coder-specific initialization function to find out what `action'
   * values are supported by the coder.
   *
   * <p>{@code lzma_ret lzma_code(lzma_stream *strm, lzma_action action)}.
   */
  int lzma_code(@OrNull Pointer strm, int action);

  /**
   * Free memory allocated for the coder data structures
   *
   * <p>After lzma_end(strm), strm-&gt;internal is guaranteed to be NULL. No other members of the
   * lzma_stream structure are touched.
   *
   * <p>&#92;note zlib indicates an error if application end()s unfinished stream structure. liblzma
   * doesn't do this, and assumes that application knows what it is doing.
   *
   * <p>{@code void lzma_end(lzma_stream *strm)}.
   *
   * @param strm Pointer to lzma_stream that is at least initialized with LZMA_STREAM_INIT.
   */
  void lzma_end(@OrNull Pointer strm);

  /**
   * Get progress information
   *
   * <p>In single-threaded mode, applications can get progress information from strm-&gt;total_in
   * and strm-&gt;total_out. In multi-threaded mode this is less useful because a significant amount
   * of both input and output data gets buffered internally by liblzma. This makes total_in and
   * total_out give misleading information and also makes the progress indicator updates non-smooth.
   *
   * <p>This function gives realistic progress information also in multi-threaded mode by taking
   * into account the progress made by each thread. In single-threaded mode *progress_in and
   * *progress_out are set to strm-&gt;total_in and strm-&gt;total_out, respectively.
   *
   * <p>{@code void lzma_get_progress(lzma_stream *strm, uint64_t *progress_in, uint64_t
   * *progress_out)}.
   */
  void lzma_get_progress(
      @OrNull Pointer strm, @OrNull @InOut long[] progress_in, @OrNull @InOut long[] progress_out);

  /**
   * Get the memory usage of decoder filter chain
   *
   * <p>This function is currently supported only when *strm has been initialized with a function
   * that takes a memlimit argument. With other functions, you should use e.g.
   * lzma_raw_encoder_memusage() or lzma_raw_decoder_memusage() to estimate the memory requirements.
   *
   * <p>This function is useful e.g. after LZMA_MEMLIMIT_ERROR to find out how big the memory usage
   * limit should have been to decode the input. Note that this may give misleading information if
   * decoding .xz Streams that have multiple Blocks, because each Block can have different memory
   * requirements.
   *
   * <p>If this function isn't supported by *strm or some other error occurs, zero is returned.
   *
   * <p>{@code uint64_t lzma_memusage(const lzma_stream *strm)}.
   *
   * @return How much memory is currently allocated for the filter decoders. If no filter chain is
   *     currently allocated, some non-zero value is still returned, which is less than or equal to
   *     what any filter chain would indicate as its memory requirement.
   */
  @Unsigned
  long lzma_memusage(@OrNull Pointer strm);

  /**
   * Get the current memory usage limit
   *
   * <p>This function is supported only when *strm has been initialized with a function that takes a
   * memlimit argument.
   *
   * <p>{@code uint64_t lzma_memlimit_get(const lzma_stream *strm)}.
   *
   * @return On success, the current memory usage limit is returned (always non-zero). On error,
   *     zero is returned.
   */
  @Unsigned
  long lzma_memlimit_get(@OrNull Pointer strm);

  /**
   * Set the memory usage limit
   *
   * <p>This function is supported only when *strm has been initialized with a function that takes a
   * memlimit argument.
   *
   * <p>liblzma 5.2.3 and earlier has a bug where memlimit value of 0 causes this function to do
   * nothing (leaving the limit unchanged) and still return LZMA_OK. Later versions treat 0 as if 1
   * had been specified (so lzma_memlimit_get() will return 1 even if you specify 0 here).
   *
   * <p>liblzma 5.2.6 and earlier had a bug in single-threaded .xz decoder (lzma_stream_decoder())
   * which made it impossible to continue decoding after LZMA_MEMLIMIT_ERROR even if the limit was
   * increased using lzma_memlimit_set(). Other decoders worked correctly.
   *
   * <p>{@code lzma_ret lzma_memlimit_set(lzma_stream *strm, uint64_t memlimit)}.
   *
   * @return - LZMA_OK: New memory usage limit successfully set. - LZMA_MEMLIMIT_ERROR: The new
   *     limit is too small. The limit was not changed. - LZMA_PROG_ERROR: Invalid arguments, e.g.
   *     *strm doesn't support memory usage limit.
   */
  int lzma_memlimit_set(@OrNull Pointer strm, @Unsigned long memlimit);

  /**
   * Encode a variable-length integer
   *
   * <p>This function has two modes: single-call and multi-call. Single-call mode encodes the whole
   * integer at once; it is an error if the output buffer is too small. Multi-call mode saves the
   * position in *vli_pos, and thus it is possible to continue encoding if the buffer becomes full
   * before the whole integer has been encoded.
   *
   * <p>Single-call (vli_pos == NULL): - LZMA_OK: Integer successfully encoded. - LZMA_PROG_ERROR:
   * Arguments are not sane. This can be due to too little output space; single-call mode doesn't
   * use LZMA_BUF_ERROR, since the application should have checked the encoded size with
   * lzma_vli_size().
   *
   * <p>Multi-call (vli_pos != NULL): - LZMA_OK: So far all OK, but the integer is not completely
   * written out yet. - LZMA_STREAM_END: Integer successfully encoded. - LZMA_BUF_ERROR: No output
   * space was provided. - LZMA_PROG_ERROR: Arguments are not sane.
   *
   * <p>{@code lzma_ret lzma_vli_encode(lzma_vli vli, size_t *vli_pos, uint8_t *out, size_t
   * *out_pos, size_t out_size)}.
   *
   * @param vli Integer to be encoded
   * @param vli_pos How many VLI-encoded bytes have already been written out. When starting to
   *     encode a new integer in multi-call mode, *vli_pos must be set to zero. To use single-call
   *     encoding, set vli_pos to NULL.
   * @param out Beginning of the output buffer
   * @param out_pos The next byte will be written to out[*out_pos].
   * @param out_size Size of the out buffer; the first byte into which no data is written to is
   *     out[out_size].
   * @return Slightly different return values are used in multi-call and single-call modes.
   */
  int lzma_vli_encode(
      @Unsigned long vli,
      @OrNull @InOut int[] vli_pos,
      @OrNull @InOut byte[] out,
      @OrNull @InOut int[] out_pos,
      @Unsigned int out_size);

  /**
   * Decode a variable-length integer
   *
   * <p>Like lzma_vli_encode(), this function has single-call and multi-call modes.
   *
   * <p>Single-call (vli_pos == NULL): - LZMA_OK: Integer successfully decoded. - LZMA_DATA_ERROR:
   * Integer is corrupt. This includes hitting the end of the input buffer before the whole integer
   * was decoded; providing no input at all will use LZMA_DATA_ERROR. - LZMA_PROG_ERROR: Arguments
   * are not sane.
   *
   * <p>Multi-call (vli_pos != NULL): - LZMA_OK: So far all OK, but the integer is not completely
   * decoded yet. - LZMA_STREAM_END: Integer successfully decoded. - LZMA_DATA_ERROR: Integer is
   * corrupt. - LZMA_BUF_ERROR: No input was provided. - LZMA_PROG_ERROR: Arguments are not sane.
   *
   * <p>{@code lzma_ret lzma_vli_decode(lzma_vli *vli, size_t *vli_pos, const uint8_t *in, size_t
   * *in_pos, size_t in_size)}.
   *
   * @param vli Pointer to decoded integer. The decoder will initialize it to zero when *vli_pos ==
   *     0, so application isn't required to initialize *vli.
   * @param vli_pos How many bytes have already been decoded. When starting to decode a new integer
   *     in multi-call mode, *vli_pos must be initialized to zero. To use single-call decoding, set
   *     vli_pos to NULL.
   * @param in Beginning of the input buffer
   * @param in_pos The next byte will be read from in[*in_pos].
   * @param in_size Size of the input buffer; the first byte that won't be read is in[in_size].
   * @return Slightly different return values are used in multi-call and single-call modes.
   */
  int lzma_vli_decode(
      @OrNull @InOut long[] vli,
      @OrNull @InOut int[] vli_pos,
      @OrNull @In byte[] in,
      @OrNull @InOut int[] in_pos,
      @Unsigned int in_size);

  /**
   * Get the number of bytes required to encode a VLI
   *
   * <p>{@code uint32_t lzma_vli_size(lzma_vli vli)}.
   *
   * @param vli Integer whose encoded size is to be determined
   * @return Number of bytes on success (1-9). If vli isn't valid, zero is returned.
   */
  @Unsigned
  int lzma_vli_size(@Unsigned long vli);

  /**
   * Test if the given Check ID is supported
   *
   * <p>Return true if the given Check ID is supported by this liblzma build. Otherwise false is
   * returned. It is safe to call this with a value that is not in the range [0, 15]; in that case
   * the return value is always false.
   *
   * <p>You can assume that LZMA_CHECK_NONE and LZMA_CHECK_CRC32 are always supported (even if
   * liblzma is built with limited features).
   *
   * <p>{@code lzma_bool lzma_check_is_supported(lzma_check check)}.
   */
  @Unsigned(8)
  int lzma_check_is_supported(int check);

  /**
   * Get the size of the Check field with the given Check ID
   *
   * <p>Although not all Check IDs have a check algorithm associated, the size of every Check is
   * already frozen. This function returns the size (in bytes) of the Check field with the specified
   * Check ID. The values are: { 0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64 }
   *
   * <p>If the argument is not in the range [0, 15], UINT32_MAX is returned.
   *
   * <p>{@code uint32_t lzma_check_size(lzma_check check)}.
   */
  @Unsigned
  int lzma_check_size(int check);

  /**
   * Calculate CRC32
   *
   * <p>Calculate CRC32 using the polynomial from the IEEE 802.3 standard.
   *
   * <p>{@code uint32_t lzma_crc32(const uint8_t *buf, size_t size, uint32_t crc)}.
   *
   * @param buf Pointer to the input buffer
   * @param size Size of the input buffer
   * @param crc Previously returned CRC value. This is used to calculate the CRC of a big buffer in
   *     smaller chunks. Set to zero when starting a new calculation.
   * @return Updated CRC value, which can be passed to this function again to continue CRC
   *     calculation.
   */
  @Unsigned
  int lzma_crc32(@OrNull @In @SizedBy(1) byte[] buf, @Unsigned int size, @Unsigned int crc);

  /**
   * Calculate CRC64
   *
   * <p>Calculate CRC64 using the polynomial from the ECMA-182 standard.
   *
   * <p>This function is used similarly to lzma_crc32(). See its documentation.
   *
   * <p>{@code uint64_t lzma_crc64(const uint8_t *buf, size_t size, uint64_t crc)}.
   */
  @Unsigned
  long lzma_crc64(@OrNull @In @SizedBy(1) byte[] buf, @Unsigned int size, @Unsigned long crc);

  /**
   * Get the type of the integrity check
   *
   * <p>This function can be called only immediately after lzma_code() has returned LZMA_NO_CHECK,
   * LZMA_UNSUPPORTED_CHECK, or LZMA_GET_CHECK. Calling this function in any other situation has
   * undefined behavior.
   *
   * <p>{@code lzma_check lzma_get_check(const lzma_stream *strm)}.
   */
  int lzma_get_check(@OrNull Pointer strm);

  /**
   * Test if the given Filter ID is supported for encoding
   *
   * <p>Return true if the give Filter ID is supported for encoding by this liblzma build. Otherwise
   * false is returned.
   *
   * <p>There is no way to list which filters are available in this particular liblzma version and
   * build. It would be useless, because the application couldn't know what kind of options the
   * filter would need.
   *
   * <p>{@code lzma_bool lzma_filter_encoder_is_supported(lzma_vli id)}.
   */
  @Unsigned(8)
  int lzma_filter_encoder_is_supported(@Unsigned long id);

  /**
   * Test if the given Filter ID is supported for decoding
   *
   * <p>Return true if the give Filter ID is supported for decoding by this liblzma build. Otherwise
   * false is returned.
   *
   * <p>{@code lzma_bool lzma_filter_decoder_is_supported(lzma_vli id)}.
   */
  @Unsigned(8)
  int lzma_filter_decoder_is_supported(@Unsigned long id);

  /**
   * Copy the filters array
   *
   * <p>Copy the Filter IDs and filter-specific options from src to dest. Up to LZMA_FILTERS_MAX
   * filters are copied, plus the terminating .id == LZMA_VLI_UNKNOWN. Thus, dest should have at
   * least LZMA_FILTERS_MAX + 1 elements space unless the caller knows that src is smaller than
   * that.
   *
   * <p>Unless the filter-specific options is NULL, the Filter ID has to be supported by liblzma,
   * because liblzma needs to know the size of every filter-specific options structure. The
   * filter-specific options are not validated. If options is NULL, any unsupported Filter IDs are
   * copied without returning an error.
   *
   * <p>Old filter-specific options in dest are not freed, so dest doesn't need to be initialized by
   * the caller in any way.
   *
   * <p>If an error occurs, memory possibly already allocated by this function is always freed.
   * liblzma versions older than 5.2.7 may modify the dest array and leave its contents in an
   * undefined state if an error occurs. liblzma 5.2.7 and newer only modify the dest array when
   * returning LZMA_OK.
   *
   * <p>{@code lzma_ret lzma_filters_copy(const lzma_filter *src, lzma_filter *dest, const
   * lzma_allocator *allocator)}.
   *
   * @return - LZMA_OK - LZMA_MEM_ERROR - LZMA_OPTIONS_ERROR: Unsupported Filter ID and its options
   *     is not NULL. - LZMA_PROG_ERROR: src or dest is NULL.
   */
  int lzma_filters_copy(@OrNull Pointer src, @OrNull Pointer dest, @OrNull Pointer allocator);

  /**
   * Free the options in the array of lzma_filter structures
   *
   * <p>This frees the filter chain options. The filters array itself is not freed.
   *
   * <p>The filters array must have at most LZMA_FILTERS_MAX + 1 elements including the terminating
   * element which must have .id = LZMA_VLI_UNKNOWN. For all elements before the terminating
   * element: - options will be freed using the given lzma_allocator or, if allocator is NULL, using
   * free(). - options will be set to NULL. - id will be set to LZMA_VLI_UNKNOWN.
   *
   * <p>If filters is NULL, this does nothing but remember that this never frees the filters array
   * itself.
   *
   * <p>{@code void lzma_filters_free(lzma_filter *filters, const lzma_allocator *allocator)}.
   */
  void lzma_filters_free(@OrNull Pointer filters, @OrNull Pointer allocator);

  /**
   * Calculate approximate memory requirements for raw encoder
   *
   * <p>This function can be used to calculate the memory requirements for Block and Stream encoders
   * too because Block and Stream encoders don't need significantly more memory than raw encoder.
   *
   * <p>{@code uint64_t lzma_raw_encoder_memusage(const lzma_filter *filters)}.
   *
   * @param filters Array of filters terminated with .id == LZMA_VLI_UNKNOWN.
   * @return Number of bytes of memory required for the given filter chain when encoding. If an
   *     error occurs, for example due to unsupported filter chain, UINT64_MAX is returned.
   */
  @Unsigned
  long lzma_raw_encoder_memusage(@OrNull Pointer filters);

  /**
   * Calculate approximate memory requirements for raw decoder
   *
   * <p>This function can be used to calculate the memory requirements for Block and Stream decoders
   * too because Block and Stream decoders don't need significantly more memory than raw decoder.
   *
   * <p>{@code uint64_t lzma_raw_decoder_memusage(const lzma_filter *filters)}.
   *
   * @param filters Array of filters terminated with .id == LZMA_VLI_UNKNOWN.
   * @return Number of bytes of memory required for the given filter chain when decoding. If an
   *     error occurs, for example due to unsupported filter chain, UINT64_MAX is returned.
   */
  @Unsigned
  long lzma_raw_decoder_memusage(@OrNull Pointer filters);

  /**
   * Initialize raw encoder
   *
   * <p>This function may be useful when implementing custom file formats.
   *
   * <p>The `action' with lzma_code() can be LZMA_RUN, LZMA_SYNC_FLUSH (if the filter chain supports
   * it), or LZMA_FINISH.
   *
   * <p>{@code lzma_ret lzma_raw_encoder(lzma_stream *strm, const lzma_filter *filters)}.
   *
   * @param strm Pointer to properly prepared lzma_stream
   * @param filters Array of lzma_filter structures. The end of the array must be marked with .id =
   *     LZMA_VLI_UNKNOWN.
   * @return - LZMA_OK - LZMA_MEM_ERROR - LZMA_OPTIONS_ERROR - LZMA_PROG_ERROR
   */
  int lzma_raw_encoder(@OrNull Pointer strm, @OrNull Pointer filters);

  /**
   * Initialize raw decoder
   *
   * <p>The initialization of raw decoder goes similarly to raw encoder.
   *
   * <p>The `action' with lzma_code() can be LZMA_RUN or LZMA_FINISH. Using LZMA_FINISH is not
   * required, it is supported just for convenience.
   *
   * <p>{@code lzma_ret lzma_raw_decoder(lzma_stream *strm, const lzma_filter *filters)}.
   *
   * @return - LZMA_OK - LZMA_MEM_ERROR - LZMA_OPTIONS_ERROR - LZMA_PROG_ERROR
   */
  int lzma_raw_decoder(@OrNull Pointer strm, @OrNull Pointer filters);

  /**
   * Update the filter chain in the encoder
   *
   * <p>This function may be called after lzma_code() has returned LZMA_STREAM_END when
   * LZMA_FULL_BARRIER, LZMA_FULL_FLUSH, or LZMA_SYNC_FLUSH was used:
   *
   * <p>- After LZMA_FULL_BARRIER or LZMA_FULL_FLUSH: Single-threaded .xz Stream encoder
   * (lzma_stream_encoder()) and (since liblzma 5.4.0) multi-threaded Stream encoder
   * (lzma_stream_encoder_mt()) allow setting a new filter chain to be used for the next Block(s).
   *
   * <p>- After LZMA_SYNC_FLUSH: Raw encoder (lzma_raw_encoder()), Block encocder
   * (lzma_block_encoder()), and single-threaded .xz Stream encoder (lzma_stream_encoder()) allow
   * changing certain filter-specific options in the middle of encoding. The actual filters in the
   * chain (Filter IDs) must not be changed! Currently only the lc, lp, and pb options of LZMA2 (not
   * LZMA1) can be changed this way.
   *
   * <p>- In the future some filters might allow changing some of their options without any barrier
   * or flushing but currently such filters don't exist.
   *
   * <p>This function may also be called when no data has been compressed yet although this is
   * rarely useful. In that case, this function will behave as if LZMA_FULL_FLUSH (Stream encoders)
   * or LZMA_SYNC_FLUSH (Raw or Block encoder) had been used right before calling this function.
   *
   * <p>{@code lzma_ret lzma_filters_update(lzma_stream *strm, const lzma_filter *filters)}.
   *
   * @return - LZMA_OK - LZMA_MEM_ERROR - LZMA_MEMLIMIT_ERROR - LZMA_OPTIONS_ERROR - LZMA_PROG_ERROR
   */
  int lzma_filters_update(@OrNull Pointer strm, @OrNull Pointer filters);

  /**
   * Single-call raw encoder
   *
   * <p>&#92;note There is no function to calculate how big output buffer would surely be big
   * enough. (lzma_stream_buffer_bound() works only for lzma_stream_buffer_encode(); raw encoder
   * won't necessarily meet that bound.)
   *
   * <p>{@code lzma_ret lzma_raw_buffer_encode(const lzma_filter *filters, const lzma_allocator
   * *allocator, const uint8_t *in, size_t in_size, uint8_t *out, size_t *out_pos, size_t
   * out_size)}.
   *
   * @param filters Array of lzma_filter structures. The end of the array must be marked with .id =
   *     LZMA_VLI_UNKNOWN.
   * @param allocator lzma_allocator for custom allocator functions. Set to NULL to use malloc() and
   *     free().
   * @param in Beginning of the input buffer
   * @param in_size Size of the input buffer
   * @param out Beginning of the output buffer
   * @param out_pos The next byte will be written to out[*out_pos]. *out_pos is updated only if
   *     encoding succeeds.
   * @param out_size Size of the out buffer; the first byte into which no data is written to is
   *     out[out_size].
   * @return - LZMA_OK: Encoding was successful. - LZMA_BUF_ERROR: Not enough output buffer space. -
   *     LZMA_OPTIONS_ERROR - LZMA_MEM_ERROR - LZMA_DATA_ERROR - LZMA_PROG_ERROR
   */
  int lzma_raw_buffer_encode(
      @OrNull Pointer filters,
      @OrNull Pointer allocator,
      @OrNull @In @SizedBy(3) byte[] in,
      @Unsigned int in_size,
      @OrNull @InOut byte[] out,
      @OrNull @InOut int[] out_pos,
      @Unsigned int out_size);

  /**
   * Single-call raw decoder
   *
   * <p>{@code lzma_ret lzma_raw_buffer_decode(const lzma_filter *filters, const lzma_allocator
   * *allocator, const uint8_t *in, size_t *in_pos, size_t in_size, uint8_t *out, size_t *out_pos,
   * size_t out_size)}.
   *
   * @param filters Array of lzma_filter structures. The end of the array must be marked with .id =
   *     LZMA_VLI_UNKNOWN.
   * @param allocator lzma_allocator for custom allocator functions. Set to NULL to use malloc() and
   *     free().
   * @param in Beginning of the input buffer
   * @param in_pos The next byte will be read from in[*in_pos]. *in_pos is updated only if decoding
   *     succeeds.
   * @param in_size Size of the input buffer; the first byte that won't be read is in[in_size].
   * @param out Beginning of the output buffer
   * @param out_pos The next byte will be written to out[*out_pos]. *out_pos is updated only if
   *     encoding succeeds.
   * @param out_size Size of the out buffer; the first byte into which no data is written to is
   *     out[out_size].
   */
  int lzma_raw_buffer_decode(
      @OrNull Pointer filters,
      @OrNull Pointer allocator,
      @OrNull @In byte[] in,
      @OrNull @InOut int[] in_pos,
      @Unsigned int in_size,
      @OrNull @InOut byte[] out,
      @OrNull @InOut int[] out_pos,
      @Unsigned int out_size);

  /**
   * Get the size of the Filter Properties field
   *
   * <p>This function may be useful when implementing custom file formats using the raw encoder and
   * decoder.
   *
   * <p>&#92;note This function validates the Filter ID, but does not necessarily validate the
   * options. Thus, it is possible that this returns LZMA_OK while the following call to
   * lzma_properties_encode() returns LZMA_OPTIONS_ERROR.
   *
   * <p>{@code lzma_ret lzma_properties_size(uint32_t *size, const lzma_filter *filter)}.
   *
   * @param size Pointer to uint32_t to hold the size of the properties
   * @param filter Filter ID and options (the size of the properties may vary depending on the
   *     options)
   * @return - LZMA_OK - LZMA_OPTIONS_ERROR - LZMA_PROG_ERROR
   */
  int lzma_properties_size(@OrNull @InOut int[] size, @OrNull Pointer filter);

  /**
   * Encode the Filter Properties field
   *
   * <p>&#92;note Even this function won't validate more options than actually necessary. Thus, it
   * is possible that encoding the properties succeeds but using the same options to initialize the
   * encoder will fail.
   *
   * <p>&#92;note If lzma_properties_size() indicated that the size of the Filter Properties field
   * is zero, calling lzma_properties_encode() is not required, but it won't do any harm either.
   *
   * <p>{@code lzma_ret lzma_properties_encode(const lzma_filter *filter, uint8_t *props)}.
   *
   * @param filter Filter ID and options
   * @param props Buffer to hold the encoded options. The size of buffer must have been already
   *     determined with lzma_properties_size().
   * @return - LZMA_OK - LZMA_OPTIONS_ERROR - LZMA_PROG_ERROR
   */
  int lzma_properties_encode(@OrNull Pointer filter, @OrNull @InOut byte[] props);

  /**
   * Decode the Filter Properties field
   *
   * <p>{@code lzma_ret lzma_properties_decode(lzma_filter *filter, const lzma_allocator *allocator,
   * const uint8_t *props, size_t props_size)}.
   *
   * @param filter filter-&gt;id must have been set to the correct Filter ID. filter-&gt;options
   *     doesn't need to be initialized (it's not freed by this function). The decoded options will
   *     be stored in filter-&gt;options; it's application's responsibility to free it when
   *     appropriate. filter-&gt;options is set to NULL if there are no properties or if an error
   *     occurs.
   * @param allocator Custom memory allocator used to allocate the options. Set to NULL to use the
   *     default malloc(), and in case of an error, also free().
   * @param props Input buffer containing the properties.
   * @param props_size Size of the properties. This must be the exact size; giving too much or too
   *     little input will return LZMA_OPTIONS_ERROR.
   * @return - LZMA_OK - LZMA_OPTIONS_ERROR - LZMA_MEM_ERROR
   */
  int lzma_properties_decode(
      @OrNull Pointer filter,
      @OrNull Pointer allocator,
      @OrNull @In @SizedBy(3) byte[] props,
      @Unsigned int props_size);

  /**
   * Calculate encoded size of a Filter Flags field
   *
   * <p>Knowing the size of Filter Flags is useful to know when allocating memory to hold the
   * encoded Filter Flags.
   *
   * <p>&#92;note If you need to calculate size of List of Filter Flags, you need to loop over every
   * lzma_filter entry.
   *
   * <p>{@code lzma_ret lzma_filter_flags_size(uint32_t *size, const lzma_filter *filter)}.
   *
   * @param size Pointer to integer to hold the calculated size
   * @param filter Filter ID and associated options whose encoded size is to be calculated
   * @return - LZMA_OK: *size set successfully. Note that this doesn't guarantee that
   *     filter-&gt;options is valid, thus lzma_filter_flags_encode() may still fail. -
   *     LZMA_OPTIONS_ERROR: Unknown Filter ID or unsupported options. - LZMA_PROG_ERROR: Invalid
   *     options
   */
  int lzma_filter_flags_size(@OrNull @InOut int[] size, @OrNull Pointer filter);

  /**
   * Encode Filter Flags into given buffer
   *
   * <p>In contrast to some functions, this doesn't allocate the needed buffer. This is due to how
   * this function is used internally by liblzma.
   *
   * <p>{@code lzma_ret lzma_filter_flags_encode(const lzma_filter *filter, uint8_t *out, size_t
   * *out_pos, size_t out_size)}.
   *
   * @param filter Filter ID and options to be encoded
   * @param out Beginning of the output buffer
   * @param out_pos out[*out_pos] is the next write position. This is updated by the encoder.
   * @param out_size out[out_size] is the first byte to not write.
   * @return - LZMA_OK: Encoding was successful. - LZMA_OPTIONS_ERROR: Invalid or unsupported
   *     options. - LZMA_PROG_ERROR: Invalid options or not enough output buffer space (you should
   *     have checked it with lzma_filter_flags_size()).
   */
  int lzma_filter_flags_encode(
      @OrNull Pointer filter,
      @OrNull @InOut byte[] out,
      @OrNull @InOut int[] out_pos,
      @Unsigned int out_size);

  /**
   * Decode Filter Flags from given buffer
   *
   * <p>The decoded result is stored into *filter. The old value of filter-&gt;options is not
   * free()d.
   *
   * <p>{@code lzma_ret lzma_filter_flags_decode(lzma_filter *filter, const lzma_allocator
   * *allocator, const uint8_t *in, size_t *in_pos, size_t in_size)}.
   *
   * @return - LZMA_OK - LZMA_OPTIONS_ERROR - LZMA_MEM_ERROR - LZMA_PROG_ERROR
   */
  int lzma_filter_flags_decode(
      @OrNull Pointer filter,
      @OrNull Pointer allocator,
      @OrNull @In byte[] in,
      @OrNull @InOut int[] in_pos,
      @Unsigned int in_size);

  /**
   * Convert a string to a filter chain
   *
   * <p>This tries to make it easier to write applications that allow users to set custom
   * compression options. This only handles the filter configuration (including presets) but not the
   * number of threads, block size, check type, or memory limits.
   *
   * <p>The input string can be either a preset or a filter chain. Presets begin with a digit 0-9
   * and may be followed by zero or more flags which are lower-case letters. Currently only "e" is
   * supported, matching LZMA_PRESET_EXTREME. For partial xz command line syntax compatibility, a
   * preset string may start with a single dash "-".
   *
   * <p>A filter chain consists of one or more "filtername:opt1=value1,opt2=value2" strings
   * separated by one or more spaces. Leading and trailing spaces are ignored. All names and values
   * must be lower-case. Extra commas in the option list are ignored. The order of filters is
   * significant: when encoding, the uncompressed input data goes to the leftmost filter first.
   * Normally "lzma2" is the last filter in the chain.
   *
   * <p>If one wishes to avoid spaces, for example, to avoid shell quoting, it is possible to use
   * two dashes "--" instead of spaces to separate the filters.
   *
   * <p>For xz command line compatibility, each filter may be prefixed with two dashes "--" and the
   * colon ":" separating the filter name from the options may be replaced with an equals sign "=".
   *
   * <p>By default, only filters that can be used in the .xz format are accepted. To allow all
   * filters (LZMA1) use the flag LZMA_STR_ALL_FILTERS.
   *
   * <p>By default, very basic validation is done for the filter chain as a whole, for example, that
   * LZMA2 is only used as the last filter in the chain. The validation isn't perfect though and
   * it's possible that this function succeeds but using the filter chain for encoding or decoding
   * will still result in LZMA_OPTIONS_ERROR. To disable this validation, use the flag
   * LZMA_STR_NO_VALIDATION.
   *
   * <p>The available filter names and their options are available via lzma_str_list_filters(). See
   * the xz man page for the description of filter names and options.
   *
   * <p>For command line applications, below is an example how an error message can be displayed.
   * Note the use of an empty string for the field width. If "^" was used there it would create an
   * off-by-one error except at the very beginning of the line.
   *
   * <p>&#92;code{.c} const char *str = ...; // From user lzma_filter filters[LZMA_FILTERS_MAX + 1];
   * int pos; const char *msg = lzma_str_to_filters(str, &amp;pos, filters, 0, NULL); if (msg !=
   * NULL) { printf("%s: Error in XZ compression options:&#92;n", argv[0]); printf("%s: %s&#92;n",
   * argv[0], str); printf("%s: %*s^&#92;n", argv[0], errpos, ""); printf("%s: %s&#92;n", argv[0],
   * msg); } &#92;endcode
   *
   * <p>{@code const char *lzma_str_to_filters(const char *str, int *error_pos, lzma_filter
   * *filters, uint32_t flags, const lzma_allocator *allocator)}.
   *
   * @param str User-supplied string describing a preset or a filter chain. If a default value is
   *     needed and you don't know what would be good, use "6" since that is the default preset in
   *     xz too.
   * @param error_pos If this isn't NULL, this value will be set on both success and on all errors.
   *     This tells the location of the error in the string. This is an int to make it
   *     straightforward to use this as printf() field width. The value is guaranteed to be in the
   *     range [0, INT_MAX] even if strlen(str) somehow was greater than INT_MAX.
   * @param filters An array of lzma_filter structures. There must be LZMA_FILTERS_MAX + 1 (that is,
   *     five) elements in the array. The old contents are ignored so it doesn't need to be
   *     initialized. This array is modified only if this function returns LZMA_OK. Once the
   *     allocated filter options are no longer needed, lzma_filters_free() can be used to free the
   *     options (it doesn't free the filters array itself).
   * @param flags Bitwise-or of zero or more of the flags LZMA_STR_ALL_FILTERS and
   *     LZMA_STR_NO_VALIDATION.
   * @param allocator lzma_allocator for custom allocator functions. Set to NULL to use malloc() and
   *     free().
   * @return On success, NULL is returned. On error, a statically-allocated error message is
   *     returned which together with the error_pos should give some idea what is wrong.
   */
  String lzma_str_to_filters(
      @OrNull String str,
      @OrNull @InOut int[] error_pos,
      @OrNull Pointer filters,
      @Unsigned int flags,
      @OrNull Pointer allocator);

  /**
   * Convert a filter chain to a string
   *
   * <p>Use cases:
   *
   * <p>- Verbose output showing the full encoder options to the user (use LZMA_STR_ENCODER in
   * flags)
   *
   * <p>- Showing the filters and options that are required to decode a file (use LZMA_STR_DECODER
   * in flags)
   *
   * <p>- Showing the filter names without any options in informational messages where the technical
   * details aren't important (no flags). In this case the .options in the filters array are ignored
   * and may be NULL even if a filter has a mandatory options structure.
   *
   * <p>Note that even if the filter chain was specified using a preset, the resulting filter chain
   * isn't reversed to a preset. So if you specify "6" to lzma_str_to_filters() then
   * lzma_str_from_filters() will produce a string containing "lzma2".
   *
   * <p>{@code lzma_ret lzma_str_from_filters(char **str, const lzma_filter *filters, uint32_t
   * flags, const lzma_allocator *allocator)}.
   *
   * @param str On success *str will be set to point to an allocated string describing the given
   *     filter chain. Old value is ignored. On error *str is always set to NULL.
   * @param filters Array of 1-4 filters and a terminating element with .id = LZMA_VLI_UNKNOWN.
   * @param flags Bitwise-or of zero or more of the flags LZMA_STR_ENCODER, LZMA_STR_DECODER,
   *     LZMA_STR_GETOPT_LONG, and LZMA_STR_NO_SPACES.
   * @param allocator lzma_allocator for custom allocator functions. Set to NULL to use malloc() and
   *     free().
   * @return - LZMA_OK - LZMA_OPTIONS_ERROR: Empty filter chain (filters[0].id == LZMA_VLI_UNKNOWN)
   *     or the filter chain includes a Filter ID that is not supported by this function. -
   *     LZMA_MEM_ERROR - LZMA_PROG_ERROR
   */
  int lzma_str_from_filters(
      @OrNull @InOut Pointer[] str,
      @OrNull Pointer filters,
      @Unsigned int flags,
      @OrNull Pointer allocator);

  /**
   * List available filters and/or their options (for help message)
   *
   * <p>If a filter_id is given then only one line is created which contains the filter name. If
   * LZMA_STR_ENCODER or LZMA_STR_DECODER is used then the options required for encoding or decoding
   * are listed on the same line too.
   *
   * <p>If filter_id is LZMA_VLI_UNKNOWN then all supported .xz-compatible filters are listed:
   *
   * <p>- If neither LZMA_STR_ENCODER nor LZMA_STR_DECODER is used then the supported filter names
   * are listed on a single line separated by spaces.
   *
   * <p>- If LZMA_STR_ENCODER or LZMA_STR_DECODER is used then filters and the supported options are
   * listed one filter per line. There won't be a '&#92;n' after the last filter.
   *
   * <p>- If LZMA_STR_ALL_FILTERS is used then the list will include also those filters that cannot
   * be used in the .xz format (LZMA1).
   *
   * <p>{@code lzma_ret lzma_str_list_filters(char **str, lzma_vli filter_id, uint32_t flags, const
   * lzma_allocator *allocator)}.
   *
   * @param str On success *str will be set to point to an allocated string listing the filters and
   *     options. Old value is ignored. On error *str is always set to NULL.
   * @param filter_id Filter ID or LZMA_VLI_UNKNOWN.
   * @param flags Bitwise-or of zero or more of the flags LZMA_STR_ALL_FILTERS, LZMA_STR_ENCODER,
   *     LZMA_STR_DECODER, and LZMA_STR_GETOPT_LONG.
   * @param allocator lzma_allocator for custom allocator functions. Set to NULL to use malloc() and
   *     free().
   * @return - LZMA_OK - LZMA_OPTIONS_ERROR: Unsupported filter_id or flags - LZMA_MEM_ERROR -
   *     LZMA_PROG_ERROR
   */
  int lzma_str_list_filters(
      @OrNull @InOut Pointer[] str,
      @Unsigned long filter_id,
      @Unsigned int flags,
      @OrNull Pointer allocator);

  /**
   * Test if given match finder is supported
   *
   * <p>Return true if the given match finder is supported by this liblzma build. Otherwise false is
   * returned. It is safe to call this with a value that isn't listed in lzma_match_finder
   * enumeration; the return value will be false.
   *
   * <p>There is no way to list which match finders are available in this particular liblzma version
   * and build. It would be useless, because a new match finder, which the application developer
   * wasn't aware, could require giving additional options to the encoder that the older match
   * finders don't need.
   *
   * <p>{@code lzma_bool lzma_mf_is_supported(lzma_match_finder match_finder)}.
   */
  @Unsigned(8)
  int lzma_mf_is_supported(int match_finder);

  /**
   * Test if given compression mode is supported
   *
   * <p>Return true if the given compression mode is supported by this liblzma build. Otherwise
   * false is returned. It is safe to call this with a value that isn't listed in lzma_mode
   * enumeration; the return value will be false.
   *
   * <p>There is no way to list which modes are available in this particular liblzma version and
   * build. It would be useless, because a new compression mode, which the application developer
   * wasn't aware, could require giving additional options to the encoder that the older modes don't
   * need.
   *
   * <p>{@code lzma_bool lzma_mode_is_supported(lzma_mode mode)}.
   */
  @Unsigned(8)
  int lzma_mode_is_supported(int mode);

  /**
   * Set a compression preset to lzma_options_lzma structure
   *
   * <p>0 is the fastest and 9 is the slowest. These match the switches -0 .. -9 of the xz command
   * line tool. In addition, it is possible to bitwise-or flags to the preset. Currently only
   * LZMA_PRESET_EXTREME is supported. The flags are defined in container.h, because the flags are
   * used also with lzma_easy_encoder().
   *
   * <p>The preset values are subject to changes between liblzma versions.
   *
   * <p>This function is available only if LZMA1 or LZMA2 encoder has been enabled when building
   * liblzma.
   *
   * <p>{@code lzma_bool lzma_lzma_preset(lzma_options_lzma *options, uint32_t preset)}.
   *
   * @return On success, false is returned. If the preset is not supported, true is returned.
   */
  @Unsigned(8)
  int lzma_lzma_preset(@OrNull Pointer options, @Unsigned int preset);

  /**
   * Calculate approximate memory usage of easy encoder
   *
   * <p>This function is a wrapper for lzma_raw_encoder_memusage().
   *
   * <p>{@code uint64_t lzma_easy_encoder_memusage(uint32_t preset)}.
   *
   * @param preset Compression preset (level and possible flags)
   * @return Number of bytes of memory required for the given preset when encoding. If an error
   *     occurs, for example due to unsupported preset, UINT64_MAX is returned.
   */
  @Unsigned
  long lzma_easy_encoder_memusage(@Unsigned int preset);

  /**
   * Calculate approximate decoder memory usage of a preset
   *
   * <p>This function is a wrapper for lzma_raw_decoder_memusage().
   *
   * <p>{@code uint64_t lzma_easy_decoder_memusage(uint32_t preset)}.
   *
   * @param preset Compression preset (level and possible flags)
   * @return Number of bytes of memory required to decompress a file that was compressed using the
   *     given preset. If an error occurs, for example due to unsupported preset, UINT64_MAX is
   *     returned.
   */
  @Unsigned
  long lzma_easy_decoder_memusage(@Unsigned int preset);

  /**
   * Initialize .xz Stream encoder using a preset number
   *
   * <p>This function is intended for those who just want to use the basic features if liblzma (that
   * is, most developers out there).
   *
   * <p>If initialization fails (return value is not LZMA_OK), all the memory allocated for *strm by
   * liblzma is always freed. Thus, there is no need to call lzma_end() after failed initialization.
   *
   * <p>If initialization succeeds, use lzma_code() to do the actual encoding. Valid values for
   * `action' (the second argument of lzma_code()) are LZMA_RUN, LZMA_SYNC_FLUSH, LZMA_FULL_FLUSH,
   * and LZMA_FINISH. In future, there may be compression levels or flags that don't support
   * LZMA_SYNC_FLUSH.
   *
   * <p>{@code lzma_ret lzma_easy_encoder(lzma_stream *strm, uint32_t preset, lzma_check check)}.
   *
   * @param strm Pointer to lzma_stream that is at least initialized with LZMA_STREAM_INIT.
   * @param preset Compression preset to use. A preset consist of level number and zero or more
   *     flags. Usually flags aren't used, so preset is simply a number [0, 9] which match the
   *     options -0 ... -9 of the xz command line tool. Additional flags can be be set using
   *     bitwise-or with the preset level number, e.g. 6 | LZMA_PRESET_EXTREME.
   * @param check Integrity check type to use. See check.h for available checks. The xz command line
   *     tool defaults to LZMA_CHECK_CRC64, which is a good choice if you are unsure.
   *     LZMA_CHECK_CRC32 is good too as long as the uncompressed file is not many gigabytes.
   * @return - LZMA_OK: Initialization succeeded. Use lzma_code() to encode your data. -
   *     LZMA_MEM_ERROR: Memory allocation failed. - LZMA_OPTIONS_ERROR: The given compression
   *     preset is not supported by this build of liblzma. - LZMA_UNSUPPORTED_CHECK: The given check
   *     type is not supported by this liblzma build. - LZMA_PROG_ERROR: One or more of the
   *     parameters have values that will never be valid. For example, strm == NULL.
   */
  int lzma_easy_encoder(@OrNull Pointer strm, @Unsigned int preset, int check);

  /**
   * Single-call .xz Stream encoding using a preset number
   *
   * <p>The maximum required output buffer size can be calculated with lzma_stream_buffer_bound().
   *
   * <p>{@code lzma_ret lzma_easy_buffer_encode(uint32_t preset, lzma_check check, const
   * lzma_allocator *allocator, const uint8_t *in, size_t in_size, uint8_t *out, size_t *out_pos,
   * size_t out_size)}.
   *
   * @param preset Compression preset to use. See the description in lzma_easy_encoder().
   * @param check Type of the integrity check to calculate from uncompressed data.
   * @param allocator lzma_allocator for custom allocator functions. Set to NULL to use malloc() and
   *     free().
   * @param in Beginning of the input buffer
   * @param in_size Size of the input buffer
   * @param out Beginning of the output buffer
   * @param out_pos The next byte will be written to out[*out_pos]. *out_pos is updated only if
   *     encoding succeeds.
   * @param out_size Size of the out buffer; the first byte into which no data is written to is
   *     out[out_size].
   * @return - LZMA_OK: Encoding was successful. - LZMA_BUF_ERROR: Not enough output buffer space. -
   *     LZMA_UNSUPPORTED_CHECK - LZMA_OPTIONS_ERROR - LZMA_MEM_ERROR - LZMA_DATA_ERROR -
   *     LZMA_PROG_ERROR
   */
  int lzma_easy_buffer_encode(
      @Unsigned int preset,
      int check,
      @OrNull Pointer allocator,
      @OrNull @In @SizedBy(4) byte[] in,
      @Unsigned int in_size,
      @OrNull @InOut byte[] out,
      @OrNull @InOut int[] out_pos,
      @Unsigned int out_size);

  /**
   * Initialize .xz Stream encoder using a custom filter chain
   *
   * <p>{@code lzma_ret lzma_stream_encoder(lzma_stream *strm, const lzma_filter *filters,
   * lzma_check check)}.
   *
   * @param strm Pointer to properly prepared lzma_stream
   * @param filters Array of filters. This must be terminated with filters[n].id = LZMA_VLI_UNKNOWN.
   *     See filter.h for more information.
   * @param check Type of the integrity check to calculate from uncompressed data.
   * @return - LZMA_OK: Initialization was successful. - LZMA_MEM_ERROR - LZMA_UNSUPPORTED_CHECK -
   *     LZMA_OPTIONS_ERROR - LZMA_PROG_ERROR
   */
  int lzma_stream_encoder(@OrNull Pointer strm, @OrNull Pointer filters, int check);

  /**
   * Initialize .lzma encoder (legacy file format)
   *
   * <p>The .lzma format is sometimes called the LZMA_Alone format, which is the reason for the name
   * of this function. The .lzma format supports only the LZMA1 filter. There is no support for
   * integrity checks like CRC32.
   *
   * <p>Use this function if and only if you need to create files readable by legacy LZMA tools such
   * as LZMA Utils 4.32.x. Moving to the .xz format is strongly recommended.
   *
   * <p>The valid action values for lzma_code() are LZMA_RUN and LZMA_FINISH. No kind of flushing is
   * supported, because the file format doesn't make it possible.
   *
   * <p>{@code lzma_ret lzma_alone_encoder(lzma_stream *strm, const lzma_options_lzma *options)}.
   *
   * @return - LZMA_OK - LZMA_MEM_ERROR - LZMA_OPTIONS_ERROR - LZMA_PROG_ERROR
   */
  int lzma_alone_encoder(@OrNull Pointer strm, @OrNull Pointer options);

  /**
   * Calculate output buffer size for single-call Stream encoder
   *
   * <p>When trying to compress uncompressible data, the encoded size will be slightly bigger than
   * the input data. This function calculates how much output buffer space is required to be sure
   * that lzma_stream_buffer_encode() doesn't return LZMA_BUF_ERROR.
   *
   * <p>The calculated value is not exact, but it is guaranteed to be big enough. The actual maximum
   * output space required may be slightly smaller (up to about 100 bytes). This should not be a
   * problem in practice.
   *
   * <p>If the calculated maximum size doesn't fit into size_t or would make the Stream grow past
   * LZMA_VLI_MAX (which should never happen in practice), zero is returned to indicate the error.
   *
   * <p>&#92;note The limit calculated by this function applies only to single-call encoding.
   * Multi-call encoding may (and probably will) have larger maximum expansion when encoding
   * uncompressible data. Currently there is no function to calculate the maximum expansion of
   * multi-call encoding.
   *
   * <p>{@code size_t lzma_stream_buffer_bound(size_t uncompressed_size)}.
   */
  @Unsigned
  int lzma_stream_buffer_bound(@Unsigned int uncompressed_size);

  /**
   * Single-call .xz Stream encoder
   *
   * <p>{@code lzma_ret lzma_stream_buffer_encode(lzma_filter *filters, lzma_check check, const
   * lzma_allocator *allocator, const uint8_t *in, size_t in_size, uint8_t *out, size_t *out_pos,
   * size_t out_size)}.
   *
   * @param filters Array of filters. This must be terminated with filters[n].id = LZMA_VLI_UNKNOWN.
   *     See filter.h for more information.
   * @param check Type of the integrity check to calculate from uncompressed data.
   * @param allocator lzma_allocator for custom allocator functions. Set to NULL to use malloc() and
   *     free().
   * @param in Beginning of the input buffer
   * @param in_size Size of the input buffer
   * @param out Beginning of the output buffer
   * @param out_pos The next byte will be written to out[*out_pos]. *out_pos is updated only if
   *     encoding succeeds.
   * @param out_size Size of the out buffer; the first byte into which no data is written to is
   *     out[out_size].
   * @return - LZMA_OK: Encoding was successful. - LZMA_BUF_ERROR: Not enough output buffer space. -
   *     LZMA_UNSUPPORTED_CHECK - LZMA_OPTIONS_ERROR - LZMA_MEM_ERROR - LZMA_DATA_ERROR -
   *     LZMA_PROG_ERROR
   */
  int lzma_stream_buffer_encode(
      @OrNull Pointer filters,
      int check,
      @OrNull Pointer allocator,
      @OrNull @In @SizedBy(4) byte[] in,
      @Unsigned int in_size,
      @OrNull @InOut byte[] out,
      @OrNull @InOut int[] out_pos,
      @Unsigned int out_size);

  /**
   * MicroLZMA encoder
   *
   * <p>The MicroLZMA format is a raw LZMA stream whose first byte (always 0x00) has been replaced
   * with bitwise-negation of the LZMA properties (lc/lp/pb). This encoding ensures that the first
   * byte of MicroLZMA stream is never 0x00. There is no end of payload marker and thus the
   * uncompressed size must be stored separately. For the best error detection the dictionary size
   * should be stored separately as well but alternatively one may use the uncompressed size as the
   * dictionary size when decoding.
   *
   * <p>With the MicroLZMA encoder, lzma_code() behaves slightly unusually. The action argument must
   * be LZMA_FINISH and the return value will never be LZMA_OK. Thus the encoding is always done
   * with a single lzma_code() after the initialization. The benefit of the combination of
   * initialization function and lzma_code() is that memory allocations can be re-used for better
   * performance.
   *
   * <p>lzma_code() will try to encode as much input as is possible to fit into the given output
   * buffer. If not all input can be encoded, the stream will be finished without encoding all the
   * input. The caller must check both input and output buffer usage after lzma_code() (total_in and
   * total_out in lzma_stream can be convenient). Often lzma_code() can fill the output buffer
   * completely if there is a lot of input, but sometimes a few bytes may remain unused because the
   * next LZMA symbol would require more space.
   *
   * <p>lzma_stream.avail_out must be at least 6. Otherwise LZMA_PROG_ERROR will be returned.
   *
   * <p>The LZMA dictionary should be reasonably low to speed up the encoder re-initialization. A
   * good value is bigger than the resulting uncompressed size of most of the output chunks. For
   * example, if output size is 4 KiB, dictionary size of 32 KiB or 64 KiB is good. If the data
   * compresses extremely well, even 128 KiB may be useful.
   *
   * <p>The MicroLZMA format and this encoder variant were made with the EROFS file system in mind.
   * This format may be convenient in other embedded uses too where many small streams are needed.
   * XZ Embedded includes a decoder for this format.
   *
   * <p>{@code lzma_ret lzma_microlzma_encoder(lzma_stream *strm, const lzma_options_lzma
   * *options)}.
   *
   * @return - LZMA_STREAM_END: All good. Check the amounts of input used and output produced. Store
   *     the amount of input used (uncompressed size) as it needs to be known to decompress the
   *     data. - LZMA_OPTIONS_ERROR - LZMA_MEM_ERROR - LZMA_PROG_ERROR: In addition to the generic
   *     reasons for this error code, this may also be returned if there isn't enough output space
   *     (6 bytes) to create a valid MicroLZMA stream.
   */
  int lzma_microlzma_encoder(@OrNull Pointer strm, @OrNull Pointer options);

  /**
   * Initialize .xz Stream decoder
   *
   * <p>{@code lzma_ret lzma_stream_decoder(lzma_stream *strm, uint64_t memlimit, uint32_t flags)}.
   *
   * @param strm Pointer to properly prepared lzma_stream
   * @param memlimit Memory usage limit as bytes. Use UINT64_MAX to effectively disable the limiter.
   *     liblzma 5.2.3 and earlier don't allow 0 here and return LZMA_PROG_ERROR; later versions
   *     treat 0 as if 1 had been specified.
   * @param flags Bitwise-or of zero or more of the decoder flags: LZMA_TELL_NO_CHECK,
   *     LZMA_TELL_UNSUPPORTED_CHECK, LZMA_TELL_ANY_CHECK, LZMA_IGNORE_CHECK, LZMA_CONCATENATED,
   *     LZMA_FAIL_FAST
   * @return - LZMA_OK: Initialization was successful. - LZMA_MEM_ERROR: Cannot allocate memory. -
   *     LZMA_OPTIONS_ERROR: Unsupported flags - LZMA_PROG_ERROR
   */
  int lzma_stream_decoder(@OrNull Pointer strm, @Unsigned long memlimit, @Unsigned int flags);

  /**
   * Decode .xz, .lzma, and .lz (lzip) files with autodetection
   *
   * <p>This decoder autodetects between the .xz, .lzma, and .lz file formats, and calls
   * lzma_stream_decoder(), lzma_alone_decoder(), or lzma_lzip_decoder() once the type of the input
   * file has been detected.
   *
   * <p>Support for .lz was added in 5.4.0.
   *
   * <p>If the flag LZMA_CONCATENATED is used and the input is a .lzma file: For historical reasons
   * concatenated .lzma files aren't supported. If there is trailing data after one .lzma stream,
   * lzma_code() will return LZMA_DATA_ERROR. (lzma_alone_decoder() doesn't have such a check as it
   * doesn't support any decoder flags. It will return LZMA_STREAM_END after one .lzma stream.)
   *
   * <p>{@code lzma_ret lzma_auto_decoder(lzma_stream *strm, uint64_t memlimit, uint32_t flags)}.
   *
   * @param strm Pointer to properly prepared lzma_stream
   * @param memlimit Memory usage limit as bytes. Use UINT64_MAX to effectively disable the limiter.
   *     liblzma 5.2.3 and earlier don't allow 0 here and return LZMA_PROG_ERROR; later versions
   *     treat 0 as if 1 had been specified.
   * @param flags Bitwise-or of zero or more of the decoder flags: LZMA_TELL_NO_CHECK,
   *     LZMA_TELL_UNSUPPORTED_CHECK, LZMA_TELL_ANY_CHECK, LZMA_IGNORE_CHECK, LZMA_CONCATENATED,
   *     LZMA_FAIL_FAST
   * @return - LZMA_OK: Initialization was successful. - LZMA_MEM_ERROR: Cannot allocate memory. -
   *     LZMA_OPTIONS_ERROR: Unsupported flags - LZMA_PROG_ERROR
   */
  int lzma_auto_decoder(@OrNull Pointer strm, @Unsigned long memlimit, @Unsigned int flags);

  /**
   * Initialize .lzma decoder (legacy file format)
   *
   * <p>Valid `action' arguments to lzma_code() are LZMA_RUN and LZMA_FINISH. There is no need to
   * use LZMA_FINISH, but it's allowed because it may simplify certain types of applications.
   *
   * <p>{@code lzma_ret lzma_alone_decoder(lzma_stream *strm, uint64_t memlimit)}.
   *
   * @param strm Pointer to properly prepared lzma_stream
   * @param memlimit Memory usage limit as bytes. Use UINT64_MAX to effectively disable the limiter.
   *     liblzma 5.2.3 and earlier don't allow 0 here and return LZMA_PROG_ERROR; later versions
   *     treat 0 as if 1 had been specified.
   * @return - LZMA_OK - LZMA_MEM_ERROR - LZMA_PROG_ERROR
   */
  int lzma_alone_decoder(@OrNull Pointer strm, @Unsigned long memlimit);

  /**
   * Initialize .lz (lzip) decoder (a foreign file format)
   *
   * <p>This decoder supports the .lz format version 0 and the unextended .lz format version 1:
   *
   * <p>- Files in the format version 0 were produced by lzip 1.3 and older. Such files aren't
   * common but may be found from file archives as a few source packages were released in this
   * format. People might have old personal files in this format too. Decompression support for the
   * format version 0 was removed in lzip 1.18.
   *
   * <p>- lzip 1.3 added decompression support for .lz format version 1 files. Compression support
   * was added in lzip 1.4. In lzip 1.6 the .lz format version 1 was extended to support the Sync
   * Flush marker. This extension is not supported by liblzma. lzma_code() will return
   * LZMA_DATA_ERROR at the location of the Sync Flush marker. In practice files with the Sync Flush
   * marker are very rare and thus liblzma can decompress almost all .lz files.
   *
   * <p>Just like with lzma_stream_decoder() for .xz files, LZMA_CONCATENATED should be used when
   * decompressing normal standalone .lz files.
   *
   * <p>The .lz format allows putting non-.lz data at the end of a file after at least one valid .lz
   * member. That is, one can append custom data at the end of a .lz file and the decoder is
   * required to ignore it. In liblzma this is relevant only when LZMA_CONCATENATED is used. In that
   * case lzma_code() will return LZMA_STREAM_END and leave lzma_stream.next_in pointing to the
   * first byte of the non-.lz data. An exception to this is if the first 1-3 bytes of the non-.lz
   * data are identical to the .lz magic bytes (0x4C, 0x5A, 0x49, 0x50; "LZIP" in US-ASCII). In such
   * a case the 1-3 bytes will have been ignored by lzma_code(). If one wishes to locate the non-.lz
   * data reliably, one must ensure that the first byte isn't 0x4C. Actually one should ensure that
   * none of the first four bytes of trailing data are equal to the magic bytes because lzip &gt;=
   * 1.20 requires it by default.
   *
   * <p>{@code lzma_ret lzma_lzip_decoder(lzma_stream *strm, uint64_t memlimit, uint32_t flags)}.
   *
   * @param strm Pointer to properly prepared lzma_stream
   * @param memlimit Memory usage limit as bytes. Use UINT64_MAX to effectively disable the limiter.
   * @param flags Bitwise-or of flags, or zero for no flags. All decoder flags listed above are
   *     supported although only LZMA_CONCATENATED and (in very rare cases) LZMA_IGNORE_CHECK are
   *     actually useful. LZMA_TELL_NO_CHECK, LZMA_TELL_UNSUPPORTED_CHECK, and LZMA_FAIL_FAST do
   *     nothing. LZMA_TELL_ANY_CHECK is supported for consistency only as CRC32 is always used in
   *     the .lz format.
   * @return - LZMA_OK: Initialization was successful. - LZMA_MEM_ERROR: Cannot allocate memory. -
   *     LZMA_OPTIONS_ERROR: Unsupported flags - LZMA_PROG_ERROR
   */
  int lzma_lzip_decoder(@OrNull Pointer strm, @Unsigned long memlimit, @Unsigned int flags);

  /**
   * Single-call .xz Stream decoder
   *
   * <p>{@code lzma_ret lzma_stream_buffer_decode(uint64_t *memlimit, uint32_t flags, const
   * lzma_allocator *allocator, const uint8_t *in, size_t *in_pos, size_t in_size, uint8_t *out,
   * size_t *out_pos, size_t out_size)}.
   *
   * @param memlimit Pointer to how much memory the decoder is allowed to allocate. The value
   *     pointed by this pointer is modified if and only if LZMA_MEMLIMIT_ERROR is returned.
   * @param flags Bitwise-or of zero or more of the decoder flags: LZMA_TELL_NO_CHECK,
   *     LZMA_TELL_UNSUPPORTED_CHECK, LZMA_IGNORE_CHECK, LZMA_CONCATENATED, LZMA_FAIL_FAST. Note
   *     that LZMA_TELL_ANY_CHECK is not allowed and will return LZMA_PROG_ERROR.
   * @param allocator lzma_allocator for custom allocator functions. Set to NULL to use malloc() and
   *     free().
   * @param in Beginning of the input buffer
   * @param in_pos The next byte will be read from in[*in_pos]. *in_pos is updated only if decoding
   *     succeeds.
   * @param in_size Size of the input buffer; the first byte that won't be read is in[in_size].
   * @param out Beginning of the output buffer
   * @param out_pos The next byte will be written to out[*out_pos]. *out_pos is updated only if
   *     decoding succeeds.
   * @param out_size Size of the out buffer; the first byte into which no data is written to is
   *     out[out_size].
   * @return - LZMA_OK: Decoding was successful. - LZMA_FORMAT_ERROR - LZMA_OPTIONS_ERROR -
   *     LZMA_DATA_ERROR - LZMA_NO_CHECK: This can be returned only if using the LZMA_TELL_NO_CHECK
   *     flag. - LZMA_UNSUPPORTED_CHECK: This can be returned only if using the
   *     LZMA_TELL_UNSUPPORTED_CHECK flag. - LZMA_MEM_ERROR - LZMA_MEMLIMIT_ERROR: Memory usage
   *     limit was reached. The minimum required memlimit value was stored to *memlimit. -
   *     LZMA_BUF_ERROR: Output buffer was too small. - LZMA_PROG_ERROR
   */
  int lzma_stream_buffer_decode(
      @OrNull @InOut long[] memlimit,
      @Unsigned int flags,
      @OrNull Pointer allocator,
      @OrNull @In byte[] in,
      @OrNull @InOut int[] in_pos,
      @Unsigned int in_size,
      @OrNull @InOut byte[] out,
      @OrNull @InOut int[] out_pos,
      @Unsigned int out_size);

  /**
   * MicroLZMA decoder
   *
   * <p>See lzma_microlzma_decoder() for more information.
   *
   * <p>The lzma_code() usage with this decoder is completely normal. The special behavior of
   * lzma_code() applies to lzma_microlzma_encoder() only.
   *
   * <p>uncomp_size_is_exact If true, uncomp_size must be exactly correct. This will improve error
   * detection at the end of the stream. If the exact uncompressed size isn't known, this must be
   * false. uncomp_size must still be at most as big as the exact uncompressed size is. Setting this
   * to false when the exact size is known will work but error detection at the end of the stream
   * will be weaker.
   *
   * <p>{@code lzma_ret lzma_microlzma_decoder(lzma_stream *strm, uint64_t comp_size, uint64_t
   * uncomp_size, lzma_bool uncomp_size_is_exact, uint32_t dict_size)}.
   *
   * @param strm Pointer to properly prepared lzma_stream
   * @param comp_size Compressed size of the MicroLZMA stream. The caller must somehow know this
   *     exactly.
   * @param uncomp_size Uncompressed size of the MicroLZMA stream. If the exact uncompressed size
   *     isn't known, this can be set to a value that is at most as big as the exact uncompressed
   *     size would be, but then the next argument uncomp_size_is_exact must be false.
   * @param dict_size LZMA dictionary size that was used when compressing the data. It is OK to use
   *     a bigger value too but liblzma will then allocate more memory than would actually be
   *     required and error detection will be slightly worse. (Note that with the implementation in
   *     XZ Embedded it doesn't affect the memory usage if one specifies bigger dictionary than
   *     actually required.)
   */
  int lzma_microlzma_decoder(
      @OrNull Pointer strm,
      @Unsigned long comp_size,
      @Unsigned long uncomp_size,
      @Unsigned(8) int uncomp_size_is_exact,
      @Unsigned int dict_size);

  /**
   * Encode Stream Header
   *
   * <p>{@code lzma_ret lzma_stream_header_encode(const lzma_stream_flags *options, uint8_t *out)}.
   *
   * @param options Stream Header options to be encoded. options-&gt;backward_size is ignored and
   *     doesn't need to be initialized.
   * @param out Beginning of the output buffer of LZMA_STREAM_HEADER_SIZE bytes.
   * @return - LZMA_OK: Encoding was successful. - LZMA_OPTIONS_ERROR: options-&gt;version is not
   *     supported by this liblzma version. - LZMA_PROG_ERROR: Invalid options.
   */
  int lzma_stream_header_encode(@OrNull Pointer options, @OrNull @InOut byte[] out);

  /**
   * Encode Stream Footer
   *
   * <p>{@code lzma_ret lzma_stream_footer_encode(const lzma_stream_flags *options, uint8_t *out)}.
   *
   * @param options Stream Footer options to be encoded.
   * @param out Beginning of the output buffer of LZMA_STREAM_HEADER_SIZE bytes.
   * @return - LZMA_OK: Encoding was successful. - LZMA_OPTIONS_ERROR: options-&gt;version is not
   *     supported by this liblzma version. - LZMA_PROG_ERROR: Invalid options.
   */
  int lzma_stream_footer_encode(@OrNull Pointer options, @OrNull @InOut byte[] out);

  /**
   * Decode Stream Header
   *
   * <p>options-&gt;backward_size is always set to LZMA_VLI_UNKNOWN. This is to help comparing
   * Stream Flags from Stream Header and Stream Footer with lzma_stream_flags_compare().
   *
   * <p>&#92;note When decoding .xz files that contain multiple Streams, it may make sense to print
   * "file format not recognized" only if decoding of the Stream Header of the _first_ Stream gives
   * LZMA_FORMAT_ERROR. If non-first Stream Header gives LZMA_FORMAT_ERROR, the message used for
   * LZMA_DATA_ERROR is probably more appropriate.
   *
   * <p>For example, Stream decoder in liblzma uses LZMA_DATA_ERROR if LZMA_FORMAT_ERROR is returned
   * by lzma_stream_header_decode() when decoding non-first Stream.
   *
   * <p>{@code lzma_ret lzma_stream_header_decode(lzma_stream_flags *options, const uint8_t *in)}.
   *
   * @param options Target for the decoded Stream Header options.
   * @param in Beginning of the input buffer of LZMA_STREAM_HEADER_SIZE bytes.
   * @return - LZMA_OK: Decoding was successful. - LZMA_FORMAT_ERROR: Magic bytes don't match, thus
   *     the given buffer cannot be Stream Header. - LZMA_DATA_ERROR: CRC32 doesn't match, thus the
   *     header is corrupt. - LZMA_OPTIONS_ERROR: Unsupported options are present in the header.
   */
  int lzma_stream_header_decode(@OrNull Pointer options, @OrNull @In byte[] in);

  /**
   * Decode Stream Footer
   *
   * <p>&#92;note If Stream Header was already decoded successfully, but decoding Stream Footer
   * returns LZMA_FORMAT_ERROR, the application should probably report some other error message than
   * "file format not recognized", since the file more likely is corrupt (possibly truncated).
   * Stream decoder in liblzma uses LZMA_DATA_ERROR in this situation.
   *
   * <p>{@code lzma_ret lzma_stream_footer_decode(lzma_stream_flags *options, const uint8_t *in)}.
   *
   * @param options Target for the decoded Stream Header options.
   * @param in Beginning of the input buffer of LZMA_STREAM_HEADER_SIZE bytes.
   * @return - LZMA_OK: Decoding was successful. - LZMA_FORMAT_ERROR: Magic bytes don't match, thus
   *     the given buffer cannot be Stream Footer. - LZMA_DATA_ERROR: CRC32 doesn't match, thus the
   *     Stream Footer is corrupt. - LZMA_OPTIONS_ERROR: Unsupported options are present in Stream
   *     Footer.
   */
  int lzma_stream_footer_decode(@OrNull Pointer options, @OrNull @In byte[] in);

  /**
   * Compare two lzma_stream_flags structures
   *
   * <p>backward_size values are compared only if both are not LZMA_VLI_UNKNOWN.
   *
   * <p>{@code lzma_ret lzma_stream_flags_compare(const lzma_stream_flags *a, const
   * lzma_stream_flags *b)}.
   *
   * @return - LZMA_OK: Both are equal. If either had backward_size set to LZMA_VLI_UNKNOWN,
   *     backward_size values were not compared or validated. - LZMA_DATA_ERROR: The structures
   *     differ. - LZMA_OPTIONS_ERROR: version in either structure is greater than the maximum
   *     supported version (currently zero). - LZMA_PROG_ERROR: Invalid value, e.g. invalid check or
   *     backward_size.
   */
  int lzma_stream_flags_compare(@OrNull Pointer a, @OrNull Pointer b);

  /**
   * Calculate Block Header Size
   *
   * <p>Calculate the minimum size needed for the Block Header field using the settings specified in
   * the lzma_block structure. Note that it is OK to increase the calculated header_size value as
   * long as it is a multiple of four and doesn't exceed LZMA_BLOCK_HEADER_SIZE_MAX. Increasing
   * header_size just means that lzma_block_header_encode() will add Header Padding.
   *
   * <p>&#92;note This doesn't check that all the options are valid i.e. this may return LZMA_OK
   * even if lzma_block_header_encode() or lzma_block_encoder() would fail. If you want to validate
   * the filter chain, consider using lzma_memlimit_encoder() which as a side-effect validates the
   * filter chain.
   *
   * <p>{@code lzma_ret lzma_block_header_size(lzma_block *block)}.
   *
   * @return - LZMA_OK: Size calculated successfully and stored to block-&gt;header_size. -
   *     LZMA_OPTIONS_ERROR: Unsupported version, filters or filter options. - LZMA_PROG_ERROR:
   *     Invalid values like compressed_size == 0.
   */
  int lzma_block_header_size(@OrNull Pointer block);

  /**
   * Encode Block Header
   *
   * <p>The caller must have calculated the size of the Block Header already with
   * lzma_block_header_size(). If a value larger than the one calculated by lzma_block_header_size()
   * is used, the Block Header will be padded to the specified size.
   *
   * <p>{@code lzma_ret lzma_block_header_encode(const lzma_block *block, uint8_t *out)}.
   *
   * @param out Beginning of the output buffer. This must be at least block-&gt;header_size bytes.
   * @param block Block options to be encoded.
   * @return - LZMA_OK: Encoding was successful. block-&gt;header_size bytes were written to output
   *     buffer. - LZMA_OPTIONS_ERROR: Invalid or unsupported options. - LZMA_PROG_ERROR: Invalid
   *     arguments, for example block-&gt;header_size is invalid or block-&gt;filters is NULL.
   */
  int lzma_block_header_encode(@OrNull Pointer block, @OrNull @InOut byte[] out);

  /**
   * Decode Block Header
   *
   * <p>block-&gt;version should (usually) be set to the highest value supported by the application.
   * If the application sets block-&gt;version to a value higher than supported by the current
   * liblzma version, this function will downgrade block-&gt;version to the highest value supported
   * by it. Thus one should check the value of block-&gt;version after calling this function if
   * block-&gt;version was set to a non-zero value and the application doesn't otherwise know that
   * the liblzma version being used is new enough to support the specified block-&gt;version.
   *
   * <p>The size of the Block Header must have already been decoded with
   * lzma_block_header_size_decode() macro and stored to block-&gt;header_size.
   *
   * <p>The integrity check type from Stream Header must have been stored to block-&gt;check.
   *
   * <p>block-&gt;filters must have been allocated, but they don't need to be initialized (possible
   * existing filter options are not freed).
   *
   * <p>{@code lzma_ret lzma_block_header_decode(lzma_block *block, const lzma_allocator *allocator,
   * const uint8_t *in)}.
   *
   * @param block Destination for Block options.
   * @param allocator lzma_allocator for custom allocator functions. Set to NULL to use malloc()
   *     (and also free() if an error occurs).
   * @param in Beginning of the input buffer. This must be at least block-&gt;header_size bytes.
   * @return - LZMA_OK: Decoding was successful. block-&gt;header_size bytes were read from the
   *     input buffer. - LZMA_OPTIONS_ERROR: The Block Header specifies some unsupported options
   *     such as unsupported filters. This can happen also if block-&gt;version was set to a too low
   *     value compared to what would be required to properly represent the information stored in
   *     the Block Header. - LZMA_DATA_ERROR: Block Header is corrupt, for example, the CRC32
   *     doesn't match. - LZMA_PROG_ERROR: Invalid arguments, for example block-&gt;header_size is
   *     invalid or block-&gt;filters is NULL.
   */
  int lzma_block_header_decode(
      @OrNull Pointer block, @OrNull Pointer allocator, @OrNull @In byte[] in);

  /**
   * Validate and set Compressed Size according to Unpadded Size
   *
   * <p>Block Header stores Compressed Size, but Index has Unpadded Size. If the application has
   * already parsed the Index and is now decoding Blocks, it can calculate Compressed Size from
   * Unpadded Size. This function does exactly that with error checking:
   *
   * <p>- Compressed Size calculated from Unpadded Size must be positive integer, that is, Unpadded
   * Size must be big enough that after Block Header and Check fields there's still at least one
   * byte for Compressed Size.
   *
   * <p>- If Compressed Size was present in Block Header, the new value calculated from Unpadded
   * Size is compared against the value from Block Header.
   *
   * <p>&#92;note This function must be called _after_ decoding the Block Header field so that it
   * can properly validate Compressed Size if it was present in Block Header.
   *
   * <p>{@code lzma_ret lzma_block_compressed_size(lzma_block *block, lzma_vli unpadded_size)}.
   *
   * @return - LZMA_OK: block-&gt;compressed_size was set successfully. - LZMA_DATA_ERROR:
   *     unpadded_size is too small compared to block-&gt;header_size and
   *     lzma_check_size(block-&gt;check). - LZMA_PROG_ERROR: Some values are invalid. For example,
   *     block-&gt;header_size must be a multiple of four and between 8 and 1024 inclusive.
   */
  int lzma_block_compressed_size(@OrNull Pointer block, @Unsigned long unpadded_size);

  /**
   * Calculate Unpadded Size
   *
   * <p>The Index field stores Unpadded Size and Uncompressed Size. The latter can be taken directly
   * from the lzma_block structure after coding a Block, but Unpadded Size needs to be calculated
   * from Block Header Size, Compressed Size, and size of the Check field. This is where this
   * function is needed.
   *
   * <p>{@code lzma_vli lzma_block_unpadded_size(const lzma_block *block)}.
   *
   * @return Unpadded Size on success, or zero on error.
   */
  @Unsigned
  long lzma_block_unpadded_size(@OrNull Pointer block);

  /**
   * Calculate the total encoded size of a Block
   *
   * <p>This is equivalent to lzma_block_unpadded_size() except that the returned value includes the
   * size of the Block Padding field.
   *
   * <p>{@code lzma_vli lzma_block_total_size(const lzma_block *block)}.
   *
   * @return On success, total encoded size of the Block. On error, zero is returned.
   */
  @Unsigned
  long lzma_block_total_size(@OrNull Pointer block);

  /**
   * Initialize .xz Block encoder
   *
   * <p>Valid actions for lzma_code() are LZMA_RUN, LZMA_SYNC_FLUSH (only if the filter chain
   * supports it), and LZMA_FINISH.
   *
   * <p>{@code lzma_ret lzma_block_encoder(lzma_stream *strm, lzma_block *block)}.
   *
   * @return - LZMA_OK: All good, continue with lzma_code(). - LZMA_MEM_ERROR - LZMA_OPTIONS_ERROR -
   *     LZMA_UNSUPPORTED_CHECK: block-&gt;check specifies a Check ID that is not supported by this
   *     build of liblzma. Initializing the encoder failed. - LZMA_PROG_ERROR
   */
  int lzma_block_encoder(@OrNull Pointer strm, @OrNull Pointer block);

  /**
   * Initialize .xz Block decoder
   *
   * <p>Valid actions for lzma_code() are LZMA_RUN and LZMA_FINISH. Using LZMA_FINISH is not
   * required. It is supported only for convenience.
   *
   * <p>{@code lzma_ret lzma_block_decoder(lzma_stream *strm, lzma_block *block)}.
   *
   * @return - LZMA_OK: All good, continue with lzma_code(). - LZMA_PROG_ERROR - LZMA_MEM_ERROR
   */
  int lzma_block_decoder(@OrNull Pointer strm, @OrNull Pointer block);

  /**
   * Calculate maximum output size for single-call Block encoding
   *
   * <p>This is equivalent to lzma_stream_buffer_bound() but for .xz Blocks. See the documentation
   * of lzma_stream_buffer_bound().
   *
   * <p>{@code size_t lzma_block_buffer_bound(size_t uncompressed_size)}.
   */
  @Unsigned
  int lzma_block_buffer_bound(@Unsigned int uncompressed_size);

  /**
   * Single-call .xz Block encoder
   *
   * <p>In contrast to the multi-call encoder initialized with lzma_block_encoder(), this function
   * encodes also the Block Header. This is required to make it possible to write appropriate Block
   * Header also in case the data isn't compressible, and different filter chain has to be used to
   * encode the data in uncompressed form using uncompressed chunks of the LZMA2 filter.
   *
   * <p>When the data isn't compressible, header_size, compressed_size, and uncompressed_size are
   * set just like when the data was compressible, but it is possible that header_size is too small
   * to hold the filter chain specified in block-&gt;filters, because that isn't necessarily the
   * filter chain that was actually used to encode the data. lzma_block_unpadded_size() still works
   * normally, because it doesn't read the filters array.
   *
   * <p>{@code lzma_ret lzma_block_buffer_encode(lzma_block *block, const lzma_allocator *allocator,
   * const uint8_t *in, size_t in_size, uint8_t *out, size_t *out_pos, size_t out_size)}.
   *
   * @param block Block options: block-&gt;version, block-&gt;check, and block-&gt;filters must have
   *     been initialized.
   * @param allocator lzma_allocator for custom allocator functions. Set to NULL to use malloc() and
   *     free().
   * @param in Beginning of the input buffer
   * @param in_size Size of the input buffer
   * @param out Beginning of the output buffer
   * @param out_pos The next byte will be written to out[*out_pos]. *out_pos is updated only if
   *     encoding succeeds.
   * @param out_size Size of the out buffer; the first byte into which no data is written to is
   *     out[out_size].
   * @return - LZMA_OK: Encoding was successful. - LZMA_BUF_ERROR: Not enough output buffer space. -
   *     LZMA_UNSUPPORTED_CHECK - LZMA_OPTIONS_ERROR - LZMA_MEM_ERROR - LZMA_DATA_ERROR -
   *     LZMA_PROG_ERROR
   */
  int lzma_block_buffer_encode(
      @OrNull Pointer block,
      @OrNull Pointer allocator,
      @OrNull @In @SizedBy(3) byte[] in,
      @Unsigned int in_size,
      @OrNull @InOut byte[] out,
      @OrNull @InOut int[] out_pos,
      @Unsigned int out_size);

  /**
   * Single-call uncompressed .xz Block encoder
   *
   * <p>This is like lzma_block_buffer_encode() except this doesn't try to compress the data and
   * instead encodes the data using LZMA2 uncompressed chunks. The required output buffer size can
   * be determined with lzma_block_buffer_bound().
   *
   * <p>Since the data won't be compressed, this function ignores block-&gt;filters. This function
   * doesn't take lzma_allocator because this function doesn't allocate any memory from the heap.
   *
   * <p>{@code lzma_ret lzma_block_uncomp_encode(lzma_block *block, const uint8_t *in, size_t
   * in_size, uint8_t *out, size_t *out_pos, size_t out_size)}.
   */
  int lzma_block_uncomp_encode(
      @OrNull Pointer block,
      @OrNull @In @SizedBy(2) byte[] in,
      @Unsigned int in_size,
      @OrNull @InOut byte[] out,
      @OrNull @InOut int[] out_pos,
      @Unsigned int out_size);

  /**
   * Single-call .xz Block decoder
   *
   * <p>This is single-call equivalent of lzma_block_decoder(), and requires that the caller has
   * already decoded Block Header and checked its memory usage.
   *
   * <p>{@code lzma_ret lzma_block_buffer_decode(lzma_block *block, const lzma_allocator *allocator,
   * const uint8_t *in, size_t *in_pos, size_t in_size, uint8_t *out, size_t *out_pos, size_t
   * out_size)}.
   *
   * @param block Block options just like with lzma_block_decoder().
   * @param allocator lzma_allocator for custom allocator functions. Set to NULL to use malloc() and
   *     free().
   * @param in Beginning of the input buffer
   * @param in_pos The next byte will be read from in[*in_pos]. *in_pos is updated only if decoding
   *     succeeds.
   * @param in_size Size of the input buffer; the first byte that won't be read is in[in_size].
   * @param out Beginning of the output buffer
   * @param out_pos The next byte will be written to out[*out_pos]. *out_pos is updated only if
   *     encoding succeeds.
   * @param out_size Size of the out buffer; the first byte into which no data is written to is
   *     out[out_size].
   * @return - LZMA_OK: Decoding was successful. - LZMA_OPTIONS_ERROR - LZMA_DATA_ERROR -
   *     LZMA_MEM_ERROR - LZMA_BUF_ERROR: Output buffer was too small. - LZMA_PROG_ERROR
   */
  int lzma_block_buffer_decode(
      @OrNull Pointer block,
      @OrNull Pointer allocator,
      @OrNull @In byte[] in,
      @OrNull @InOut int[] in_pos,
      @Unsigned int in_size,
      @OrNull @InOut byte[] out,
      @OrNull @InOut int[] out_pos,
      @Unsigned int out_size);

  /**
   * Calculate memory usage of lzma_index
   *
   * <p>On disk, the size of the Index field depends on both the number of Records stored and how
   * big values the Records store (due to variable-length integer encoding). When the Index is kept
   * in lzma_index structure, the memory usage depends only on the number of Records/Blocks stored
   * in the Index(es), and in case of concatenated lzma_indexes, the number of Streams. The size in
   * RAM is almost always significantly bigger than in the encoded form on disk.
   *
   * <p>This function calculates an approximate amount of memory needed hold the given number of
   * Streams and Blocks in lzma_index structure. This value may vary between CPU architectures and
   * also between liblzma versions if the internal implementation is modified.
   *
   * <p>{@code uint64_t lzma_index_memusage(lzma_vli streams, lzma_vli blocks)}.
   */
  @Unsigned
  long lzma_index_memusage(@Unsigned long streams, @Unsigned long blocks);

  /**
   * Calculate the memory usage of an existing lzma_index
   *
   * <p>This is a shorthand for lzma_index_memusage(lzma_index_stream_count(i),
   * lzma_index_block_count(i)).
   *
   * <p>{@code uint64_t lzma_index_memused(const lzma_index *i)}.
   */
  @Unsigned
  long lzma_index_memused(@OrNull Pointer i);

  /**
   * Allocate and initialize a new lzma_index structure
   *
   * <p>{@code lzma_index *lzma_index_init(const lzma_allocator *allocator)}.
   *
   * @return On success, a pointer to an empty initialized lzma_index is returned. If allocation
   *     fails, NULL is returned.
   */
  Pointer lzma_index_init(@OrNull Pointer allocator);

  /**
   * Deallocate lzma_index
   *
   * <p>If i is NULL, this does nothing.
   *
   * <p>{@code void lzma_index_end(lzma_index *i, const lzma_allocator *allocator)}.
   */
  void lzma_index_end(@OrNull Pointer i, @OrNull Pointer allocator);

  /**
   * Add a new Block to lzma_index
   *
   * <p>Appending a new Block does not invalidate iterators. For example, if an iterator was
   * pointing to the end of the lzma_index, after lzma_index_append() it is possible to read the
   * next Block with an existing iterator.
   *
   * <p>{@code lzma_ret lzma_index_append(lzma_index *i, const lzma_allocator *allocator, lzma_vli
   * unpadded_size, lzma_vli uncompressed_size)}.
   *
   * @param i Pointer to a lzma_index structure
   * @param allocator Pointer to lzma_allocator, or NULL to use malloc()
   * @param unpadded_size Unpadded Size of a Block. This can be calculated with
   *     lzma_block_unpadded_size() after encoding or decoding the Block.
   * @param uncompressed_size Uncompressed Size of a Block. This can be taken directly from
   *     lzma_block structure after encoding or decoding the Block.
   * @return - LZMA_OK - LZMA_MEM_ERROR - LZMA_DATA_ERROR: Compressed or uncompressed size of the
   *     Stream or size of the Index field would grow too big. - LZMA_PROG_ERROR
   */
  int lzma_index_append(
      @OrNull Pointer i,
      @OrNull Pointer allocator,
      @Unsigned long unpadded_size,
      @Unsigned long uncompressed_size);

  /**
   * Set the Stream Flags
   *
   * <p>Set the Stream Flags of the last (and typically the only) Stream in lzma_index. This can be
   * useful when reading information from the lzma_index, because to decode Blocks, knowing the
   * integrity check type is needed.
   *
   * <p>The given Stream Flags are copied into internal preallocated structure in the lzma_index,
   * thus the caller doesn't need to keep the *stream_flags available after calling this function.
   *
   * <p>{@code lzma_ret lzma_index_stream_flags(lzma_index *i, const lzma_stream_flags
   * *stream_flags)}.
   *
   * @return - LZMA_OK - LZMA_OPTIONS_ERROR: Unsupported stream_flags-&gt;version. - LZMA_PROG_ERROR
   */
  int lzma_index_stream_flags(@OrNull Pointer i, @OrNull Pointer stream_flags);

  /**
   * Get the types of integrity Checks
   *
   * <p>If lzma_index_stream_flags() is used to set the Stream Flags for every Stream,
   * lzma_index_checks() can be used to get a bitmask to indicate which Check types have been used.
   * It can be useful e.g. if showing the Check types to the user.
   *
   * <p>The bitmask is 1 &lt;&lt; check_id, e.g. CRC32 is 1 &lt;&lt; 1 and SHA-256 is 1 &lt;&lt; 10.
   *
   * <p>{@code uint32_t lzma_index_checks(const lzma_index *i)}.
   */
  @Unsigned
  int lzma_index_checks(@OrNull Pointer i);

  /**
   * Set the amount of Stream Padding
   *
   * <p>Set the amount of Stream Padding of the last (and typically the only) Stream in the
   * lzma_index. This is needed when planning to do random-access reading within multiple
   * concatenated Streams.
   *
   * <p>By default, the amount of Stream Padding is assumed to be zero bytes.
   *
   * <p>{@code lzma_ret lzma_index_stream_padding(lzma_index *i, lzma_vli stream_padding)}.
   *
   * @return - LZMA_OK - LZMA_DATA_ERROR: The file size would grow too big. - LZMA_PROG_ERROR
   */
  int lzma_index_stream_padding(@OrNull Pointer i, @Unsigned long stream_padding);

  /**
   * Get the number of Streams
   *
   * <p>{@code lzma_vli lzma_index_stream_count(const lzma_index *i)}.
   */
  @Unsigned
  long lzma_index_stream_count(@OrNull Pointer i);

  /**
   * Get the number of Blocks
   *
   * <p>This returns the total number of Blocks in lzma_index. To get number of Blocks in individual
   * Streams, use lzma_index_iter.
   *
   * <p>{@code lzma_vli lzma_index_block_count(const lzma_index *i)}.
   */
  @Unsigned
  long lzma_index_block_count(@OrNull Pointer i);

  /**
   * Get the size of the Index field as bytes
   *
   * <p>This is needed to verify the Backward Size field in the Stream Footer.
   *
   * <p>{@code lzma_vli lzma_index_size(const lzma_index *i)}.
   */
  @Unsigned
  long lzma_index_size(@OrNull Pointer i);

  /**
   * Get the total size of the Stream
   *
   * <p>If multiple lzma_indexes have been combined, this works as if the Blocks were in a single
   * Stream. This is useful if you are going to combine Blocks from multiple Streams into a single
   * new Stream.
   *
   * <p>{@code lzma_vli lzma_index_stream_size(const lzma_index *i)}.
   */
  @Unsigned
  long lzma_index_stream_size(@OrNull Pointer i);

  /**
   * Get the total size of the Blocks
   *
   * <p>This doesn't include the Stream Header, Stream Footer, Stream Padding, or Index fields.
   *
   * <p>{@code lzma_vli lzma_index_total_size(const lzma_index *i)}.
   */
  @Unsigned
  long lzma_index_total_size(@OrNull Pointer i);

  /**
   * Get the total size of the file
   *
   * <p>When no lzma_indexes have been combined with lzma_index_cat() and there is no Stream
   * Padding, this function is identical to lzma_index_stream_size(). If multiple lzma_indexes have
   * been combined, this includes also the headers of each separate Stream and the possible Stream
   * Padding fields.
   *
   * <p>{@code lzma_vli lzma_index_file_size(const lzma_index *i)}.
   */
  @Unsigned
  long lzma_index_file_size(@OrNull Pointer i);

  /**
   * Get the uncompressed size of the file
   *
   * <p>{@code lzma_vli lzma_index_uncompressed_size(const lzma_index *i)}.
   */
  @Unsigned
  long lzma_index_uncompressed_size(@OrNull Pointer i);

  /**
   * Initialize an iterator
   *
   * <p>This function associates the iterator with the given lzma_index, and calls
   * lzma_index_iter_rewind() on the iterator.
   *
   * <p>This function doesn't allocate any memory, thus there is no lzma_index_iter_end(). The
   * iterator is valid as long as the associated lzma_index is valid, that is, until
   * lzma_index_end() or using it as source in lzma_index_cat(). Specifically, lzma_index doesn't
   * become invalid if new Blocks are added to it with lzma_index_append() or if it is used as the
   * destination in lzma_index_cat().
   *
   * <p>It is safe to make copies of an initialized lzma_index_iter, for example, to easily restart
   * reading at some particular position.
   *
   * <p>{@code void lzma_index_iter_init(lzma_index_iter *iter, const lzma_index *i)}.
   *
   * @param iter Pointer to a lzma_index_iter structure
   * @param i lzma_index to which the iterator will be associated
   */
  void lzma_index_iter_init(@OrNull Pointer iter, @OrNull Pointer i);

  /**
   * Rewind the iterator
   *
   * <p>Rewind the iterator so that next call to lzma_index_iter_next() will return the first Block
   * or Stream.
   *
   * <p>{@code void lzma_index_iter_rewind(lzma_index_iter *iter)}.
   */
  void lzma_index_iter_rewind(@OrNull Pointer iter);

  /**
   * Get the next Block or Stream
   *
   * <p>{@code lzma_bool lzma_index_iter_next(lzma_index_iter *iter, lzma_index_iter_mode mode)}.
   *
   * @param iter Iterator initialized with lzma_index_iter_init()
   * @param mode Specify what kind of information the caller wants to get. See lzma_index_iter_mode
   *     for details.
   * @return If next Block or Stream matching the mode was found, *iter is updated and this function
   *     returns false. If no Block or Stream matching the mode is found, *iter is not modified and
   *     this function returns true. If mode is set to an unknown value, *iter is not modified and
   *     this function returns true.
   */
  @Unsigned(8)
  int lzma_index_iter_next(@OrNull Pointer iter, int mode);

  /**
   * Locate a Block
   *
   * <p>If it is possible to seek in the .xz file, it is possible to parse the Index field(s) and
   * use lzma_index_iter_locate() to do random-access reading with granularity of Block size.
   *
   * <p>If the target is smaller than the uncompressed size of the Stream (can be checked with
   * lzma_index_uncompressed_size()): - Information about the Stream and Block containing the
   * requested uncompressed offset is stored into *iter. - Internal state of the iterator is
   * adjusted so that lzma_index_iter_next() can be used to read subsequent Blocks or Streams. -
   * This function returns false.
   *
   * <p>If target is greater than the uncompressed size of the Stream, *iter is not modified, and
   * this function returns true.
   *
   * <p>{@code lzma_bool lzma_index_iter_locate(lzma_index_iter *iter, lzma_vli target)}.
   *
   * @param iter Iterator that was earlier initialized with lzma_index_iter_init().
   * @param target Uncompressed target offset which the caller would like to locate from the Stream
   */
  @Unsigned(8)
  int lzma_index_iter_locate(@OrNull Pointer iter, @Unsigned long target);

  /**
   * Concatenate lzma_indexes
   *
   * <p>Concatenating lzma_indexes is useful when doing random-access reading in multi-Stream .xz
   * file, or when combining multiple Streams into single Stream.
   *
   * <p>{@code lzma_ret lzma_index_cat(lzma_index *dest, lzma_index *src, const lzma_allocator
   * *allocator)}.
   *
   * @param dest lzma_index after which src is appended
   * @param src lzma_index to be appended after dest. If this function succeeds, the memory
   *     allocated for src is freed or moved to be part of dest, and all iterators pointing to src
   *     will become invalid.
   * @param allocator Custom memory allocator; can be NULL to use malloc() and free().
   * @return - LZMA_OK: lzma_indexes were concatenated successfully. src is now a dangling pointer.
   *     - LZMA_DATA_ERROR: *dest would grow too big. - LZMA_MEM_ERROR - LZMA_PROG_ERROR
   */
  int lzma_index_cat(@OrNull Pointer dest, @OrNull Pointer src, @OrNull Pointer allocator);

  /**
   * Duplicate lzma_index
   *
   * <p>{@code lzma_index *lzma_index_dup(const lzma_index *i, const lzma_allocator *allocator)}.
   *
   * @return A copy of the lzma_index, or NULL if memory allocation failed.
   */
  Pointer lzma_index_dup(@OrNull Pointer i, @OrNull Pointer allocator);

  /**
   * Initialize .xz Index encoder
   *
   * <p>The valid `action' values for lzma_code() are LZMA_RUN and LZMA_FINISH. It is enough to use
   * only one of them (you can choose freely).
   *
   * <p>{@code lzma_ret lzma_index_encoder(lzma_stream *strm, const lzma_index *i)}.
   *
   * @param strm Pointer to properly prepared lzma_stream
   * @param i Pointer to lzma_index which should be encoded.
   * @return - LZMA_OK: Initialization succeeded, continue with lzma_code(). - LZMA_MEM_ERROR -
   *     LZMA_PROG_ERROR
   */
  int lzma_index_encoder(@OrNull Pointer strm, @OrNull Pointer i);

  /**
   * Initialize .xz Index decoder
   *
   * <p>Valid `action' arguments to lzma_code() are LZMA_RUN and LZMA_FINISH. There is no need to
   * use LZMA_FINISH, but it's allowed because it may simplify certain types of applications.
   *
   * <p>liblzma 5.2.3 and older list also LZMA_MEMLIMIT_ERROR here but that error code has never
   * been possible from this initialization function.
   *
   * <p>{@code lzma_ret lzma_index_decoder(lzma_stream *strm, lzma_index **i, uint64_t memlimit)}.
   *
   * @param strm Pointer to properly prepared lzma_stream
   * @param i The decoded Index will be made available via this pointer. Initially this function
   *     will set *i to NULL (the old value is ignored). If decoding succeeds (lzma_code() returns
   *     LZMA_STREAM_END), *i will be set to point to a new lzma_index, which the application has to
   *     later free with lzma_index_end().
   * @param memlimit How much memory the resulting lzma_index is allowed to require. liblzma 5.2.3
   *     and earlier don't allow 0 here and return LZMA_PROG_ERROR; later versions treat 0 as if 1
   *     had been specified.
   * @return - LZMA_OK: Initialization succeeded, continue with lzma_code(). - LZMA_MEM_ERROR -
   *     LZMA_PROG_ERROR
   */
  int lzma_index_decoder(@OrNull Pointer strm, @OrNull @InOut Pointer[] i, @Unsigned long memlimit);

  /**
   * Single-call .xz Index encoder
   *
   * <p>&#92;note This function doesn't take allocator argument since all the internal data is
   * allocated on stack.
   *
   * <p>{@code lzma_ret lzma_index_buffer_encode(const lzma_index *i, uint8_t *out, size_t *out_pos,
   * size_t out_size)}.
   *
   * @param i lzma_index to be encoded
   * @param out Beginning of the output buffer
   * @param out_pos The next byte will be written to out[*out_pos]. *out_pos is updated only if
   *     encoding succeeds.
   * @param out_size Size of the out buffer; the first byte into which no data is written to is
   *     out[out_size].
   * @return - LZMA_OK: Encoding was successful. - LZMA_BUF_ERROR: Output buffer is too small. Use
   *     lzma_index_size() to find out how much output space is needed. - LZMA_PROG_ERROR
   */
  int lzma_index_buffer_encode(
      @OrNull Pointer i,
      @OrNull @InOut byte[] out,
      @OrNull @InOut int[] out_pos,
      @Unsigned int out_size);

  /**
   * Single-call .xz Index decoder
   *
   * <p>{@code lzma_ret lzma_index_buffer_decode(lzma_index **i, uint64_t *memlimit, const
   * lzma_allocator *allocator, const uint8_t *in, size_t *in_pos, size_t in_size)}.
   *
   * @param i If decoding succeeds, *i will point to a new lzma_index, which the application has to
   *     later free with lzma_index_end(). If an error occurs, *i will be NULL. The old value of *i
   *     is always ignored and thus doesn't need to be initialized by the caller.
   * @param memlimit Pointer to how much memory the resulting lzma_index is allowed to require. The
   *     value pointed by this pointer is modified if and only if LZMA_MEMLIMIT_ERROR is returned.
   * @param allocator Pointer to lzma_allocator, or NULL to use malloc()
   * @param in Beginning of the input buffer
   * @param in_pos The next byte will be read from in[*in_pos]. *in_pos is updated only if decoding
   *     succeeds.
   * @param in_size Size of the input buffer; the first byte that won't be read is in[in_size].
   * @return - LZMA_OK: Decoding was successful. - LZMA_MEM_ERROR - LZMA_MEMLIMIT_ERROR: Memory
   *     usage limit was reached. The minimum required memlimit value was stored to *memlimit. -
   *     LZMA_DATA_ERROR - LZMA_PROG_ERROR
   */
  int lzma_index_buffer_decode(
      @OrNull @InOut Pointer[] i,
      @OrNull @InOut long[] memlimit,
      @OrNull Pointer allocator,
      @OrNull @In byte[] in,
      @OrNull @InOut int[] in_pos,
      @Unsigned int in_size);

  /**
   * Initialize a .xz file information decoder
   *
   * <p>This decoder decodes the Stream Header, Stream Footer, Index, and Stream Padding field(s)
   * from the input .xz file and stores the resulting combined index in *dest_index. This
   * information can be used to get the uncompressed file size with
   * lzma_index_uncompressed_size(*dest_index) or, for example, to implement random access reading
   * by locating the Blocks in the Streams.
   *
   * <p>To get the required information from the .xz file, lzma_code() may ask the application to
   * seek in the input file by returning LZMA_SEEK_NEEDED and having the target file position
   * specified in lzma_stream.seek_pos. The number of seeks required depends on the input file and
   * how big buffers the application provides. When possible, the decoder will seek backward and
   * forward in the given buffer to avoid useless seek requests. Thus, if the application provides
   * the whole file at once, no external seeking will be required (that is, lzma_code() won't return
   * LZMA_SEEK_NEEDED).
   *
   * <p>The value in lzma_stream.total_in can be used to estimate how much data liblzma had to read
   * to get the file information. However, due to seeking and the way total_in is updated, the value
   * of total_in will be somewhat inaccurate (a little too big). Thus, total_in is a good estimate
   * but don't expect to see the same exact value for the same file if you change the input buffer
   * size or switch to a different liblzma version.
   *
   * <p>Valid `action' arguments to lzma_code() are LZMA_RUN and LZMA_FINISH. You only need to use
   * LZMA_RUN; LZMA_FINISH is only supported because it might be convenient for some applications.
   * If you use LZMA_FINISH and if lzma_code() asks the application to seek, remember to reset
   * `action' back to LZMA_RUN unless you hit the end of the file again.
   *
   * <p>Possible return values from lzma_code(): - LZMA_OK: All OK so far, more input needed -
   * LZMA_SEEK_NEEDED: Provide more input starting from the absolute file position strm-&gt;seek_pos
   * - LZMA_STREAM_END: Decoding was successful, *dest_index has been set - LZMA_FORMAT_ERROR: The
   * input file is not in the .xz format (the expected magic bytes were not found from the beginning
   * of the file) - LZMA_OPTIONS_ERROR: File looks valid but contains headers that aren't supported
   * by this version of liblzma - LZMA_DATA_ERROR: File is corrupt - LZMA_BUF_ERROR - LZMA_MEM_ERROR
   * - LZMA_MEMLIMIT_ERROR - LZMA_PROG_ERROR
   *
   * <p>{@code lzma_ret lzma_file_info_decoder(lzma_stream *strm, lzma_index **dest_index, uint64_t
   * memlimit, uint64_t file_size)}.
   *
   * @param strm Pointer to a properly prepared lzma_stream
   * @param dest_index Pointer to a pointer where the decoder will put the decoded lzma_index. The
   *     old value of *dest_index is ignored (not freed).
   * @param memlimit How much memory the resulting lzma_index is allowed to require. Use UINT64_MAX
   *     to effectively disable the limiter.
   * @param file_size Size of the input .xz file
   * @return - LZMA_OK - LZMA_MEM_ERROR - LZMA_PROG_ERROR
   */
  int lzma_file_info_decoder(
      @OrNull Pointer strm,
      @OrNull @InOut Pointer[] dest_index,
      @Unsigned long memlimit,
      @Unsigned long file_size);

  /**
   * Allocate and initialize a new lzma_index_hash structure
   *
   * <p>If index_hash is NULL, a new lzma_index_hash structure is allocated, initialized, and a
   * pointer to it returned. If allocation fails, NULL is returned.
   *
   * <p>If index_hash is non-NULL, it is reinitialized and the same pointer returned. In this case,
   * return value cannot be NULL or a different pointer than the index_hash that was given as an
   * argument.
   *
   * <p>{@code lzma_index_hash *lzma_index_hash_init(lzma_index_hash *index_hash, const
   * lzma_allocator *allocator)}.
   */
  Pointer lzma_index_hash_init(@OrNull Pointer index_hash, @OrNull Pointer allocator);

  /**
   * Deallocate lzma_index_hash structure
   *
   * <p>{@code void lzma_index_hash_end(lzma_index_hash *index_hash, const lzma_allocator
   * *allocator)}.
   */
  void lzma_index_hash_end(@OrNull Pointer index_hash, @OrNull Pointer allocator);

  /**
   * Add a new Record to an Index hash
   *
   * <p>{@code lzma_ret lzma_index_hash_append(lzma_index_hash *index_hash, lzma_vli unpadded_size,
   * lzma_vli uncompressed_size)}.
   *
   * @param index_hash Pointer to a lzma_index_hash structure
   * @param unpadded_size Unpadded Size of a Block
   * @param uncompressed_size Uncompressed Size of a Block
   * @return - LZMA_OK - LZMA_DATA_ERROR: Compressed or uncompressed size of the Stream or size of
   *     the Index field would grow too big. - LZMA_PROG_ERROR: Invalid arguments or this function
   *     is being used when lzma_index_hash_decode() has already been used.
   */
  int lzma_index_hash_append(
      @OrNull Pointer index_hash, @Unsigned long unpadded_size, @Unsigned long uncompressed_size);

  /**
   * Decode and validate the Index field
   *
   * <p>After telling the sizes of all Blocks with lzma_index_hash_append(), the actual Index field
   * is decoded with this function. Specifically, once decoding of the Index field has been started,
   * no more Records can be added using lzma_index_hash_append().
   *
   * <p>This function doesn't use lzma_stream structure to pass the input data. Instead, the input
   * buffer is specified using three arguments. This is because it matches better the internal APIs
   * of liblzma.
   *
   * <p>{@code lzma_ret lzma_index_hash_decode(lzma_index_hash *index_hash, const uint8_t *in,
   * size_t *in_pos, size_t in_size)}.
   *
   * @param index_hash Pointer to a lzma_index_hash structure
   * @param in Pointer to the beginning of the input buffer
   * @param in_pos in[*in_pos] is the next byte to process
   * @param in_size in[in_size] is the first byte not to process
   * @return - LZMA_OK: So far good, but more input is needed. - LZMA_STREAM_END: Index decoded
   *     successfully and it matches the Records given with lzma_index_hash_append(). -
   *     LZMA_DATA_ERROR: Index is corrupt or doesn't match the information given with
   *     lzma_index_hash_append(). - LZMA_BUF_ERROR: Cannot progress because *in_pos &gt;= in_size.
   *     - LZMA_PROG_ERROR
   */
  int lzma_index_hash_decode(
      @OrNull Pointer index_hash,
      @OrNull @In byte[] in,
      @OrNull @InOut int[] in_pos,
      @Unsigned int in_size);

  /**
   * Get the size of the Index field as bytes
   *
   * <p>This is needed to verify the Backward Size field in the Stream Footer.
   *
   * <p>{@code lzma_vli lzma_index_hash_size(const lzma_index_hash *index_hash)}.
   */
  @Unsigned
  long lzma_index_hash_size(@OrNull Pointer index_hash);

  /**
   * Get the total amount of physical memory (RAM) in bytes
   *
   * <p>This function may be useful when determining a reasonable memory usage limit for
   * decompressing or how much memory it is OK to use for compressing.
   *
   * <p>{@code uint64_t lzma_physmem(void)}.
   *
   * @return On success, the total amount of physical memory in bytes is returned. If the amount of
   *     RAM cannot be determined, zero is returned. This can happen if an error occurs or if there
   *     is no code in liblzma to detect the amount of RAM on the specific operating system.
   */
  @Unsigned
  long lzma_physmem();

  /** The program that the library runs in: its memory, its function pointers. */
  Binding binding();

  @Override
  void close();

  // Left out:
  //   lzma_stream_encoder_mt_memusage: liblzma.so does not export it
  //   lzma_stream_encoder_mt: liblzma.so does not export it
  //   lzma_stream_decoder_mt: liblzma.so does not export it
  //   lzma_cputhreads: liblzma.so does not export it
  //   lzma_nothrow: a macro that is no constant
  //   lzma_attr_pure: a macro that is no constant
  //   lzma_attr_const: a macro that is no constant
  //   lzma_attr_warn_unused_result: a macro that is no constant
  //   LZMA_VERSION: a macro that is no constant
  //   LZMA_VERSION_STRING: a macro that is no constant
  //   LZMA_STREAM_INIT: a macro that is no constant
  //   LZMA_STR_ALL_FILTERS: a macro that is no constant
  //   LZMA_STR_NO_VALIDATION: a macro that is no constant
  //   LZMA_STR_ENCODER: a macro that is no constant
  //   LZMA_STR_DECODER: a macro that is no constant
  //   LZMA_STR_GETOPT_LONG: a macro that is no constant
  //   LZMA_STR_NO_SPACES: a macro that is no constant
  //   LZMA_FILTER_X86: a macro that is no constant
  //   LZMA_FILTER_POWERPC: a macro that is no constant
  //   LZMA_FILTER_IA64: a macro that is no constant
  //   LZMA_FILTER_ARM: a macro that is no constant
  //   LZMA_FILTER_ARMTHUMB: a macro that is no constant
  //   LZMA_FILTER_SPARC: a macro that is no constant
  //   LZMA_FILTER_ARM64: a macro that is no constant
  //   LZMA_FILTER_DELTA: a macro that is no constant
  //   LZMA_FILTER_LZMA1: a macro that is no constant
  //   LZMA_FILTER_LZMA1EXT: a macro that is no constant
  //   LZMA_FILTER_LZMA2: a macro that is no constant
  //   LZMA_DICT_SIZE_MIN: a macro that is no constant
  //   LZMA_DICT_SIZE_DEFAULT: a macro that is no constant
  //   LZMA_LZMA1EXT_ALLOW_EOPM: a macro that is no constant
  //   LZMA_PRESET_DEFAULT: a macro that is no constant
  //   LZMA_PRESET_LEVEL_MASK: a macro that is no constant
  //   LZMA_PRESET_EXTREME: a macro that is no constant
  //   LZMA_TELL_NO_CHECK: a macro that is no constant
  //   LZMA_TELL_UNSUPPORTED_CHECK: a macro that is no constant
  //   LZMA_TELL_ANY_CHECK: a macro that is no constant
  //   LZMA_IGNORE_CHECK: a macro that is no constant
  //   LZMA_CONCATENATED: a macro that is no constant
  //   LZMA_FAIL_FAST: a macro that is no constant
  //   LZMA_BACKWARD_SIZE_MAX: a macro that is no constant
}
