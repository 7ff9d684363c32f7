package org.dylink.example.zstd;

import org.dylink.binding.Binding;
import org.dylink.binding.In;
import org.dylink.binding.InOut;
import org.dylink.binding.OrNull;
import org.dylink.binding.Pointer;
import org.dylink.binding.SizedBy;
import org.dylink.binding.Unsigned;
import org.dylink.binding.WasmLibrary;

/** The functions of {@code zstd.h}: 66 of 66. Written by {@code dylink bindings}. */
@WasmLibrary("libzstd.so")
public interface Zstd extends AutoCloseable {
  int ZSTD_fast = 1;
  int ZSTD_dfast = 2;
  int ZSTD_greedy = 3;
  int ZSTD_lazy = 4;
  int ZSTD_lazy2 = 5;
  int ZSTD_btlazy2 = 6;
  int ZSTD_btopt = 7;
  int ZSTD_btultra = 8;
  int ZSTD_btultra2 = 9;
  int ZSTD_c_compressionLevel = 100;
  int ZSTD_c_windowLog = 101;
  int ZSTD_c_hashLog = 102;
  int ZSTD_c_chainLog = 103;
  int ZSTD_c_searchLog = 104;
  int ZSTD_c_minMatch = 105;
  int ZSTD_c_targetLength = 106;
  int ZSTD_c_strategy = 107;
  int ZSTD_c_enableLongDistanceMatching = 160;
  int ZSTD_c_ldmHashLog = 161;
  int ZSTD_c_ldmMinMatch = 162;
  int ZSTD_c_ldmBucketSizeLog = 163;
  int ZSTD_c_ldmHashRateLog = 164;
  int ZSTD_c_contentSizeFlag = 200;
  int ZSTD_c_checksumFlag = 201;
  int ZSTD_c_dictIDFlag = 202;
  int ZSTD_c_nbWorkers = 400;
  int ZSTD_c_jobSize = 401;
  int ZSTD_c_overlapLog = 402;
  int ZSTD_c_experimentalParam1 = 500;
  int ZSTD_c_experimentalParam2 = 10;
  int ZSTD_c_experimentalParam3 = 1000;
  int ZSTD_c_experimentalParam4 = 1001;
  int ZSTD_c_experimentalParam5 = 1002;
  int ZSTD_c_experimentalParam6 = 1003;
  int ZSTD_c_experimentalParam7 = 1004;
  int ZSTD_c_experimentalParam8 = 1005;
  int ZSTD_c_experimentalParam9 = 1006;
  int ZSTD_c_experimentalParam10 = 1007;
  int ZSTD_c_experimentalParam11 = 1008;
  int ZSTD_c_experimentalParam12 = 1009;
  int ZSTD_c_experimentalParam13 = 1010;
  int ZSTD_c_experimentalParam14 = 1011;
  int ZSTD_c_experimentalParam15 = 1012;
  int ZSTD_c_experimentalParam16 = 1013;
  int ZSTD_c_experimentalParam17 = 1014;
  int ZSTD_c_experimentalParam18 = 1015;
  int ZSTD_c_experimentalParam19 = 1016;
  int ZSTD_reset_session_only = 1;
  int ZSTD_reset_parameters = 2;
  int ZSTD_reset_session_and_parameters = 3;
  int ZSTD_d_windowLogMax = 100;
  int ZSTD_d_experimentalParam1 = 1000;
  int ZSTD_d_experimentalParam2 = 1001;
  int ZSTD_d_experimentalParam3 = 1002;
  int ZSTD_d_experimentalParam4 = 1003;
  int ZSTD_d_experimentalParam5 = 1004;
  int ZSTD_e_continue = 0;
  int ZSTD_e_flush = 1;
  int ZSTD_e_end = 2;
  int ZSTD_VERSION_MAJOR = 1;
  int ZSTD_VERSION_MINOR = 5;
  int ZSTD_VERSION_RELEASE = 4;
  int ZSTD_VERSION_NUMBER = 10504;
  int ZSTD_CLEVEL_DEFAULT = 3;
  int ZSTD_MAGICNUMBER = 0xfd2fb528;
  int ZSTD_MAGIC_DICTIONARY = 0xec30a437;
  int ZSTD_MAGIC_SKIPPABLE_START = 407710288;
  int ZSTD_MAGIC_SKIPPABLE_MASK = 0xfffffff0;
  int ZSTD_BLOCKSIZELOG_MAX = 17;
  int ZSTD_BLOCKSIZE_MAX = 131072;
  long ZSTD_CONTENTSIZE_UNKNOWN = -1L;
  long ZSTD_CONTENTSIZE_ERROR = -2L;

  /** {@code struct ZSTD_bounds}. */
  record ZSTDBounds(int error, int lowerBound, int upperBound) {}

  /**
   * {@code struct ZSTD_inBuffer}.
   *
   * @param src const void *
   */
  record ZSTDInBuffer(Pointer src, int size, int pos) {}

  /**
   * {@code struct ZSTD_outBuffer}.
   *
   * @param dst void *
   */
  record ZSTDOutBuffer(Pointer dst, int size, int pos) {}

  /**
   * ZSTD_versionNumber() : Return runtime library version, the value is (MAJOR*100*100 + MINOR*100
   * + RELEASE).
   *
   * <p>{@code unsigned int ZSTD_versionNumber(void)}.
   */
  @Unsigned
  int ZSTD_versionNumber();

  /**
   * ZSTD_versionString() : Return runtime library version, like "1.4.5". Requires v1.3.0+.
   *
   * <p>{@code const char *ZSTD_versionString(void)}.
   */
  String ZSTD_versionString();

  /**
   * ZSTD_compress() : Compresses `src` content as a single zstd compressed frame into already
   * allocated `dst`. Hint : compression runs faster if `dstCapacity` &gt;=
   * `ZSTD_compressBound(srcSize)`.
   *
   * <p>{@code size_t ZSTD_compress(void *dst, size_t dstCapacity, const void *src, size_t srcSize,
   * int compressionLevel)}.
   *
   * @return : compressed size written into `dst` (&lt;= `dstCapacity), or an error code if it fails
   *     (which can be tested using ZSTD_isError()).
   */
  @Unsigned
  int ZSTD_compress(
      @OrNull Pointer dst,
      @Unsigned int dstCapacity,
      @OrNull Pointer src,
      @Unsigned int srcSize,
      int compressionLevel);

  /**
   * ZSTD_compress() : Compresses `src` content as a single zstd compressed frame into already
   * allocated `dst`. Hint : compression runs faster if `dstCapacity` &gt;=
   * `ZSTD_compressBound(srcSize)`.
   *
   * <p>{@code size_t ZSTD_compress(void *dst, size_t dstCapacity, const void *src, size_t srcSize,
   * int compressionLevel)}.
   *
   * @return : compressed size written into `dst` (&lt;= `dstCapacity), or an error code if it fails
   *     (which can be tested using ZSTD_isError()).
   */
  @Unsigned
  int ZSTD_compress(
      @OrNull @InOut @SizedBy(1) byte[] dst,
      @Unsigned int dstCapacity,
      @OrNull @In @SizedBy(3) byte[] src,
      @Unsigned int srcSize,
      int compressionLevel);

  /**
   * ZSTD_decompress() : `compressedSize` : must be the _exact_ size of some number of compressed
   * and/or skippable frames. `dstCapacity` is an upper bound of originalSize to regenerate. If user
   * cannot imply a maximum upper bound, it's better to use streaming mode to decompress data.
   *
   * <p>{@code size_t ZSTD_decompress(void *dst, size_t dstCapacity, const void *src, size_t
   * compressedSize)}.
   *
   * @return : the number of bytes decompressed into `dst` (&lt;= `dstCapacity`), or an errorCode if
   *     it fails (which can be tested using ZSTD_isError()).
   */
  @Unsigned
  int ZSTD_decompress(
      @OrNull Pointer dst,
      @Unsigned int dstCapacity,
      @OrNull Pointer src,
      @Unsigned int compressedSize);

  /**
   * ZSTD_decompress() : `compressedSize` : must be the _exact_ size of some number of compressed
   * and/or skippable frames. `dstCapacity` is an upper bound of originalSize to regenerate. If user
   * cannot imply a maximum upper bound, it's better to use streaming mode to decompress data.
   *
   * <p>{@code size_t ZSTD_decompress(void *dst, size_t dstCapacity, const void *src, size_t
   * compressedSize)}.
   *
   * @return : the number of bytes decompressed into `dst` (&lt;= `dstCapacity`), or an errorCode if
   *     it fails (which can be tested using ZSTD_isError()).
   */
  @Unsigned
  int ZSTD_decompress(
      @OrNull @InOut @SizedBy(1) byte[] dst,
      @Unsigned int dstCapacity,
      @OrNull @In @SizedBy(3) byte[] src,
      @Unsigned int compressedSize);

  /** {@code unsigned long long ZSTD_getFrameContentSize(const void *src, size_t srcSize)}. */
  @Unsigned
  long ZSTD_getFrameContentSize(@OrNull Pointer src, @Unsigned int srcSize);

  /** {@code unsigned long long ZSTD_getFrameContentSize(const void *src, size_t srcSize)}. */
  @Unsigned
  long ZSTD_getFrameContentSize(@OrNull @In @SizedBy(1) byte[] src, @Unsigned int srcSize);

  /**
   * ZSTD_getDecompressedSize() : NOTE: This function is now obsolete, in favor of
   * ZSTD_getFrameContentSize(). Both functions work the same way, but ZSTD_getDecompressedSize()
   * blends "empty", "unknown" and "error" results to the same return value (0), while
   * ZSTD_getFrameContentSize() gives them separate return values.
   *
   * <p>{@code unsigned long long ZSTD_getDecompressedSize(const void *src, size_t srcSize)}.
   *
   * @return : decompressed size of `src` frame content _if known and not empty_, 0 otherwise.
   */
  @Unsigned
  long ZSTD_getDecompressedSize(@OrNull Pointer src, @Unsigned int srcSize);

  /**
   * ZSTD_getDecompressedSize() : NOTE: This function is now obsolete, in favor of
   * ZSTD_getFrameContentSize(). Both functions work the same way, but ZSTD_getDecompressedSize()
   * blends "empty", "unknown" and "error" results to the same return value (0), while
   * ZSTD_getFrameContentSize() gives them separate return values.
   *
   * <p>{@code unsigned long long ZSTD_getDecompressedSize(const void *src, size_t srcSize)}.
   *
   * @return : decompressed size of `src` frame content _if known and not empty_, 0 otherwise.
   */
  @Unsigned
  long ZSTD_getDecompressedSize(@OrNull @In @SizedBy(1) byte[] src, @Unsigned int srcSize);

  /**
   * ZSTD_findFrameCompressedSize() : Requires v1.4.0+ `src` should point to the start of a ZSTD
   * frame or skippable frame. `srcSize` must be &gt;= first frame size
   *
   * <p>{@code size_t ZSTD_findFrameCompressedSize(const void *src, size_t srcSize)}.
   *
   * @return : the compressed size of the first frame starting at `src`, suitable to pass as
   *     `srcSize` to `ZSTD_decompress` or similar, or an error code if input is invalid
   */
  @Unsigned
  int ZSTD_findFrameCompressedSize(@OrNull Pointer src, @Unsigned int srcSize);

  /**
   * ZSTD_findFrameCompressedSize() : Requires v1.4.0+ `src` should point to the start of a ZSTD
   * frame or skippable frame. `srcSize` must be &gt;= first frame size
   *
   * <p>{@code size_t ZSTD_findFrameCompressedSize(const void *src, size_t srcSize)}.
   *
   * @return : the compressed size of the first frame starting at `src`, suitable to pass as
   *     `srcSize` to `ZSTD_decompress` or similar, or an error code if input is invalid
   */
  @Unsigned
  int ZSTD_findFrameCompressedSize(@OrNull @In @SizedBy(1) byte[] src, @Unsigned int srcSize);

  /**
   * maximum compressed size in worst case single-pass scenario
   *
   * <p>{@code size_t ZSTD_compressBound(size_t srcSize)}.
   */
  @Unsigned
  int ZSTD_compressBound(@Unsigned int srcSize);

  /**
   * ZSTD_isError() : Most ZSTD_* functions returning a size_t value can be tested for error, using
   * ZSTD_isError().
   *
   * <p>{@code unsigned int ZSTD_isError(size_t code)}.
   *
   * @return 1 if error, 0 otherwise
   */
  @Unsigned
  int ZSTD_isError(@Unsigned int code);

  /**
   * provides readable string from an error code
   *
   * <p>{@code const char *ZSTD_getErrorName(size_t code)}.
   */
  String ZSTD_getErrorName(@Unsigned int code);

  /**
   * minimum negative compression level allowed, requires v1.4.0+
   *
   * <p>{@code int ZSTD_minCLevel(void)}.
   */
  int ZSTD_minCLevel();

  /**
   * maximum compression level available
   *
   * <p>{@code int ZSTD_maxCLevel(void)}.
   */
  int ZSTD_maxCLevel();

  /**
   * default compression level, specified by ZSTD_CLEVEL_DEFAULT, requires v1.5.0+
   *
   * <p>{@code int ZSTD_defaultCLevel(void)}.
   */
  int ZSTD_defaultCLevel();

  /** {@code ZSTD_CCtx *ZSTD_createCCtx(void)}. */
  Pointer ZSTD_createCCtx();

  /**
   * accept NULL pointer
   *
   * <p>{@code size_t ZSTD_freeCCtx(ZSTD_CCtx *cctx)}.
   */
  @Unsigned
  int ZSTD_freeCCtx(@OrNull Pointer cctx);

  /**
   * ZSTD_compressCCtx() : Same as ZSTD_compress(), using an explicit ZSTD_CCtx. Important : in
   * order to behave similarly to `ZSTD_compress()`, this function compresses at requested
   * compression level, __ignoring any other parameter__ . If any advanced parameter was set using
   * the advanced API, they will all be reset. Only `compressionLevel` remains.
   *
   * <p>{@code size_t ZSTD_compressCCtx(ZSTD_CCtx *cctx, void *dst, size_t dstCapacity, const void
   * *src, size_t srcSize, int compressionLevel)}.
   */
  @Unsigned
  int ZSTD_compressCCtx(
      @OrNull Pointer cctx,
      @OrNull Pointer dst,
      @Unsigned int dstCapacity,
      @OrNull Pointer src,
      @Unsigned int srcSize,
      int compressionLevel);

  /**
   * ZSTD_compressCCtx() : Same as ZSTD_compress(), using an explicit ZSTD_CCtx. Important : in
   * order to behave similarly to `ZSTD_compress()`, this function compresses at requested
   * compression level, __ignoring any other parameter__ . If any advanced parameter was set using
   * the advanced API, they will all be reset. Only `compressionLevel` remains.
   *
   * <p>{@code size_t ZSTD_compressCCtx(ZSTD_CCtx *cctx, void *dst, size_t dstCapacity, const void
   * *src, size_t srcSize, int compressionLevel)}.
   */
  @Unsigned
  int ZSTD_compressCCtx(
      @OrNull Pointer cctx,
      @OrNull @InOut @SizedBy(2) byte[] dst,
      @Unsigned int dstCapacity,
      @OrNull @In @SizedBy(4) byte[] src,
      @Unsigned int srcSize,
      int compressionLevel);

  /** {@code ZSTD_DCtx *ZSTD_createDCtx(void)}. */
  Pointer ZSTD_createDCtx();

  /**
   * accept NULL pointer
   *
   * <p>{@code size_t ZSTD_freeDCtx(ZSTD_DCtx *dctx)}.
   */
  @Unsigned
  int ZSTD_freeDCtx(@OrNull Pointer dctx);

  /**
   * ZSTD_decompressDCtx() : Same as ZSTD_decompress(), requires an allocated ZSTD_DCtx. Compatible
   * with sticky parameters.
   *
   * <p>{@code size_t ZSTD_decompressDCtx(ZSTD_DCtx *dctx, void *dst, size_t dstCapacity, const void
   * *src, size_t srcSize)}.
   */
  @Unsigned
  int ZSTD_decompressDCtx(
      @OrNull Pointer dctx,
      @OrNull Pointer dst,
      @Unsigned int dstCapacity,
      @OrNull Pointer src,
      @Unsigned int srcSize);

  /**
   * ZSTD_decompressDCtx() : Same as ZSTD_decompress(), requires an allocated ZSTD_DCtx. Compatible
   * with sticky parameters.
   *
   * <p>{@code size_t ZSTD_decompressDCtx(ZSTD_DCtx *dctx, void *dst, size_t dstCapacity, const void
   * *src, size_t srcSize)}.
   */
  @Unsigned
  int ZSTD_decompressDCtx(
      @OrNull Pointer dctx,
      @OrNull @InOut @SizedBy(2) byte[] dst,
      @Unsigned int dstCapacity,
      @OrNull @In @SizedBy(4) byte[] src,
      @Unsigned int srcSize);

  /**
   * ZSTD_cParam_getBounds() : All parameters must belong to an interval with lower and upper
   * bounds, otherwise they will either trigger an error or be automatically clamped.
   *
   * <p>{@code ZSTD_bounds ZSTD_cParam_getBounds(ZSTD_cParameter cParam)}.
   *
   * @return : a structure, ZSTD_bounds, which contains - an error status field, which must be
   *     tested using ZSTD_isError() - lower and upper bounds, both inclusive
   */
  ZSTDBounds ZSTD_cParam_getBounds(int cParam);

  /**
   * ZSTD_CCtx_setParameter() : Set one compression parameter, selected by enum ZSTD_cParameter. All
   * parameters have valid bounds. Bounds can be queried using ZSTD_cParam_getBounds(). Providing a
   * value beyond bound will either clamp it, or trigger an error (depending on parameter). Setting
   * a parameter is generally only possible during frame initialization (before starting
   * compression). Exception : when using multi-threading mode (nbWorkers &gt;= 1), the following
   * parameters can be updated _during_ compression (within same frame): =&gt; compressionLevel,
   * hashLog, chainLog, searchLog, minMatch, targetLength and strategy. new parameters will be
   * active for next job only (after a flush()).
   *
   * <p>{@code size_t ZSTD_CCtx_setParameter(ZSTD_CCtx *cctx, ZSTD_cParameter param, int value)}.
   *
   * @return : an error code (which can be tested using ZSTD_isError()).
   */
  @Unsigned
  int ZSTD_CCtx_setParameter(@OrNull Pointer cctx, int param, int value);

  /**
   * ZSTD_CCtx_setPledgedSrcSize() : Total input data size to be compressed as a single frame. Value
   * will be written in frame header, unless if explicitly forbidden using ZSTD_c_contentSizeFlag.
   * This value will also be controlled at end of frame, and trigger an error if not respected.
   *
   * <p>{@code size_t ZSTD_CCtx_setPledgedSrcSize(ZSTD_CCtx *cctx, unsigned long long
   * pledgedSrcSize)}.
   *
   * @return : 0, or an error code (which can be tested with ZSTD_isError()). Note 1 :
   *     pledgedSrcSize==0 actually means zero, aka an empty frame. In order to mean "unknown
   *     content size", pass constant ZSTD_CONTENTSIZE_UNKNOWN. ZSTD_CONTENTSIZE_UNKNOWN is default
   *     value for any new frame. Note 2 : pledgedSrcSize is only valid once, for the next frame.
   *     It's discarded at the end of the frame, and replaced by ZSTD_CONTENTSIZE_UNKNOWN. Note 3 :
   *     Whenever all input data is provided and consumed in a single round, for example with
   *     ZSTD_compress2(), or invoking immediately ZSTD_compressStream2(,,,ZSTD_e_end), this value
   *     is automatically overridden by srcSize instead.
   */
  @Unsigned
  int ZSTD_CCtx_setPledgedSrcSize(@OrNull Pointer cctx, @Unsigned long pledgedSrcSize);

  /**
   * ZSTD_CCtx_reset() : There are 2 different things that can be reset, independently or jointly :
   * - The session : will stop compressing current frame, and make CCtx ready to start a new one.
   * Useful after an error, or to interrupt any ongoing compression. Any internal data not yet
   * flushed is cancelled. Compression parameters and dictionary remain unchanged. They will be used
   * to compress next frame. Resetting session never fails. - The parameters : changes all
   * parameters back to "default". This also removes any reference to any dictionary or external
   * sequence producer. Parameters can only be changed between 2 sessions (i.e. no compression is
   * currently ongoing) otherwise the reset fails, and function returns an error value (which can be
   * tested using ZSTD_isError()) - Both : similar to resetting the session, followed by resetting
   * parameters.
   *
   * <p>{@code size_t ZSTD_CCtx_reset(ZSTD_CCtx *cctx, ZSTD_ResetDirective reset)}.
   */
  @Unsigned
  int ZSTD_CCtx_reset(@OrNull Pointer cctx, int reset);

  /**
   * ZSTD_compress2() : Behave the same as ZSTD_compressCCtx(), but compression parameters are set
   * using the advanced API. ZSTD_compress2() always starts a new frame. Should cctx hold data from
   * a previously unfinished frame, everything about it is forgotten. - Compression parameters are
   * pushed into CCtx before starting compression, using ZSTD_CCtx_set*() - The function is always
   * blocking, returns when compression is completed. Hint : compression runs faster if
   * `dstCapacity` &gt;= `ZSTD_compressBound(srcSize)`.
   *
   * <p>{@code size_t ZSTD_compress2(ZSTD_CCtx *cctx, void *dst, size_t dstCapacity, const void
   * *src, size_t srcSize)}.
   *
   * @return : compressed size written into `dst` (&lt;= `dstCapacity), or an error code if it fails
   *     (which can be tested using ZSTD_isError()).
   */
  @Unsigned
  int ZSTD_compress2(
      @OrNull Pointer cctx,
      @OrNull Pointer dst,
      @Unsigned int dstCapacity,
      @OrNull Pointer src,
      @Unsigned int srcSize);

  /**
   * ZSTD_compress2() : Behave the same as ZSTD_compressCCtx(), but compression parameters are set
   * using the advanced API. ZSTD_compress2() always starts a new frame. Should cctx hold data from
   * a previously unfinished frame, everything about it is forgotten. - Compression parameters are
   * pushed into CCtx before starting compression, using ZSTD_CCtx_set*() - The function is always
   * blocking, returns when compression is completed. Hint : compression runs faster if
   * `dstCapacity` &gt;= `ZSTD_compressBound(srcSize)`.
   *
   * <p>{@code size_t ZSTD_compress2(ZSTD_CCtx *cctx, void *dst, size_t dstCapacity, const void
   * *src, size_t srcSize)}.
   *
   * @return : compressed size written into `dst` (&lt;= `dstCapacity), or an error code if it fails
   *     (which can be tested using ZSTD_isError()).
   */
  @Unsigned
  int ZSTD_compress2(
      @OrNull Pointer cctx,
      @OrNull @InOut @SizedBy(2) byte[] dst,
      @Unsigned int dstCapacity,
      @OrNull @In @SizedBy(4) byte[] src,
      @Unsigned int srcSize);

  /**
   * ZSTD_dParam_getBounds() : All parameters must belong to an interval with lower and upper
   * bounds, otherwise they will either trigger an error or be automatically clamped.
   *
   * <p>{@code ZSTD_bounds ZSTD_dParam_getBounds(ZSTD_dParameter dParam)}.
   *
   * @return : a structure, ZSTD_bounds, which contains - an error status field, which must be
   *     tested using ZSTD_isError() - both lower and upper bounds, inclusive
   */
  ZSTDBounds ZSTD_dParam_getBounds(int dParam);

  /**
   * ZSTD_DCtx_setParameter() : Set one compression parameter, selected by enum ZSTD_dParameter. All
   * parameters have valid bounds. Bounds can be queried using ZSTD_dParam_getBounds(). Providing a
   * value beyond bound will either clamp it, or trigger an error (depending on parameter). Setting
   * a parameter is only possible during frame initialization (before starting decompression).
   *
   * <p>{@code size_t ZSTD_DCtx_setParameter(ZSTD_DCtx *dctx, ZSTD_dParameter param, int value)}.
   *
   * @return : 0, or an error code (which can be tested using ZSTD_isError()).
   */
  @Unsigned
  int ZSTD_DCtx_setParameter(@OrNull Pointer dctx, int param, int value);

  /**
   * ZSTD_DCtx_reset() : Return a DCtx to clean state. Session and parameters can be reset jointly
   * or separately. Parameters can only be reset when no active frame is being decompressed.
   *
   * <p>{@code size_t ZSTD_DCtx_reset(ZSTD_DCtx *dctx, ZSTD_ResetDirective reset)}.
   *
   * @return : 0, or an error code, which can be tested with ZSTD_isError()
   */
  @Unsigned
  int ZSTD_DCtx_reset(@OrNull Pointer dctx, int reset);

  /**
   * ===== ZSTD_CStream management functions =====
   *
   * <p>{@code ZSTD_CStream *ZSTD_createCStream(void)}.
   */
  Pointer ZSTD_createCStream();

  /**
   * accept NULL pointer
   *
   * <p>{@code size_t ZSTD_freeCStream(ZSTD_CStream *zcs)}.
   */
  @Unsigned
  int ZSTD_freeCStream(@OrNull Pointer zcs);

  /**
   * ZSTD_compressStream2() : Requires v1.4.0+ Behaves about the same as ZSTD_compressStream, with
   * additional control on end directive. - Compression parameters are pushed into CCtx before
   * starting compression, using ZSTD_CCtx_set*() - Compression parameters cannot be changed once
   * compression is started (save a list of exceptions in multi-threading mode) - output-&gt;pos
   * must be &lt;= dstCapacity, input-&gt;pos must be &lt;= srcSize - output-&gt;pos and
   * input-&gt;pos will be updated. They are guaranteed to remain below their respective limit. -
   * endOp must be a valid directive - When nbWorkers==0 (default), function is blocking : it
   * completes its job before returning to caller. - When nbWorkers&gt;=1, function is non-blocking
   * : it copies a portion of input, distributes jobs to internal worker threads, flush to output
   * whatever is available, and then immediately returns, just indicating that there is some data
   * remaining to be flushed. The function nonetheless guarantees forward progress : it will return
   * only after it reads or write at least 1+ byte. - Exception : if the first call requests a
   * ZSTD_e_end directive and provides enough dstCapacity, the function delegates to
   * ZSTD_compress2() which is always blocking. - &#64;return provides a minimum amount of data
   * remaining to be flushed from internal buffers or an error code, which can be tested using
   * ZSTD_isError(). if &#64;return != 0, flush is not fully completed, there is still some data
   * left within internal buffers. This is useful for ZSTD_e_flush, since in this case more flushes
   * are necessary to empty all buffers. For ZSTD_e_end, &#64;return == 0 when internal buffers are
   * fully flushed and frame is completed. - after a ZSTD_e_end directive, if internal buffer is not
   * fully flushed (&#64;return != 0), only ZSTD_e_end or ZSTD_e_flush operations are allowed.
   * Before starting a new compression job, or changing compression parameters, it is required to
   * fully flush internal buffers.
   *
   * <p>{@code size_t ZSTD_compressStream2(ZSTD_CCtx *cctx, ZSTD_outBuffer *output, ZSTD_inBuffer
   * *input, ZSTD_EndDirective endOp)}.
   */
  @Unsigned
  int ZSTD_compressStream2(
      @OrNull Pointer cctx, @OrNull Pointer output, @OrNull Pointer input, int endOp);

  /**
   * These buffer sizes are softly recommended. They are not required : ZSTD_compressStream*()
   * happily accepts any buffer size, for both input and output. Respecting the recommended size
   * just makes it a bit easier for ZSTD_compressStream*(), reducing the amount of memory shuffling
   * and buffering, resulting in minor performance savings.
   *
   * <p>However, note that these recommendations are from the perspective of a C caller program. If
   * the streaming interface is invoked from some other language, especially managed ones such as
   * Java or Go, through a foreign function interface such as jni or cgo, a major performance rule
   * is to reduce crossing such interface to an absolute minimum. It's not rare that performance
   * ends being spent more into the interface, rather than compression itself. In which cases,
   * prefer using large buffers, as large as practical, for both input and output, to reduce the nb
   * of roundtrips.
   *
   * <p>{@code size_t ZSTD_CStreamInSize(void)}.
   */
  @Unsigned
  int ZSTD_CStreamInSize();

  /**
   * recommended size for output buffer. Guarantee to successfully flush at least one complete
   * compressed block.
   *
   * <p>{@code size_t ZSTD_CStreamOutSize(void)}.
   */
  @Unsigned
  int ZSTD_CStreamOutSize();

  /**
   * Equivalent to:
   *
   * <p>ZSTD_CCtx_reset(zcs, ZSTD_reset_session_only); ZSTD_CCtx_refCDict(zcs, NULL); // clear the
   * dictionary (if any) ZSTD_CCtx_setParameter(zcs, ZSTD_c_compressionLevel, compressionLevel);
   *
   * <p>Note that ZSTD_initCStream() clears any previously set dictionary. Use the new API to
   * compress with a dictionary.
   *
   * <p>{@code size_t ZSTD_initCStream(ZSTD_CStream *zcs, int compressionLevel)}.
   */
  @Unsigned
  int ZSTD_initCStream(@OrNull Pointer zcs, int compressionLevel);

  /**
   * Alternative for ZSTD_compressStream2(zcs, output, input, ZSTD_e_continue). NOTE: The return
   * value is different. ZSTD_compressStream() returns a hint for the next read size (if non-zero
   * and not an error). ZSTD_compressStream2() returns the minimum nb of bytes left to flush (if
   * non-zero and not an error).
   *
   * <p>{@code size_t ZSTD_compressStream(ZSTD_CStream *zcs, ZSTD_outBuffer *output, ZSTD_inBuffer
   * *input)}.
   */
  @Unsigned
  int ZSTD_compressStream(@OrNull Pointer zcs, @OrNull Pointer output, @OrNull Pointer input);

  /**
   * Equivalent to ZSTD_compressStream2(zcs, output, &amp;emptyInput, ZSTD_e_flush).
   *
   * <p>{@code size_t ZSTD_flushStream(ZSTD_CStream *zcs, ZSTD_outBuffer *output)}.
   */
  @Unsigned
  int ZSTD_flushStream(@OrNull Pointer zcs, @OrNull Pointer output);

  /**
   * Equivalent to ZSTD_compressStream2(zcs, output, &amp;emptyInput, ZSTD_e_end).
   *
   * <p>{@code size_t ZSTD_endStream(ZSTD_CStream *zcs, ZSTD_outBuffer *output)}.
   */
  @Unsigned
  int ZSTD_endStream(@OrNull Pointer zcs, @OrNull Pointer output);

  /**
   * ===== ZSTD_DStream management functions =====
   *
   * <p>{@code ZSTD_DStream *ZSTD_createDStream(void)}.
   */
  Pointer ZSTD_createDStream();

  /**
   * accept NULL pointer
   *
   * <p>{@code size_t ZSTD_freeDStream(ZSTD_DStream *zds)}.
   */
  @Unsigned
  int ZSTD_freeDStream(@OrNull Pointer zds);

  /**
   * ZSTD_initDStream() : Initialize/reset DStream state for new decompression operation. Call
   * before new decompression operation using same DStream.
   *
   * <p>Note : This function is redundant with the advanced API and equivalent to:
   * ZSTD_DCtx_reset(zds, ZSTD_reset_session_only); ZSTD_DCtx_refDDict(zds, NULL);
   *
   * <p>{@code size_t ZSTD_initDStream(ZSTD_DStream *zds)}.
   */
  @Unsigned
  int ZSTD_initDStream(@OrNull Pointer zds);

  /**
   * ZSTD_decompressStream() : Streaming decompression function. Call repetitively to consume full
   * input updating it as necessary. Function will update both input and output `pos` fields
   * exposing current state via these fields: - `input.pos &lt; input.size`, some input remaining
   * and caller should provide remaining input on the next call. - `output.pos &lt; output.size`,
   * decoder finished and flushed all remaining buffers. - `output.pos == output.size`, potentially
   * uncflushed data present in the internal buffers, call ZSTD_decompressStream() again to flush
   * remaining data to output. Note : with no additional input, amount of data flushed &lt;=
   * ZSTD_BLOCKSIZE_MAX.
   *
   * <p>{@code size_t ZSTD_decompressStream(ZSTD_DStream *zds, ZSTD_outBuffer *output, ZSTD_inBuffer
   * *input)}.
   *
   * @return : 0 when a frame is completely decoded and fully flushed, or an error code, which can
   *     be tested using ZSTD_isError(), or any other value &gt; 0, which means there is some
   *     decoding or flushing to do to complete current frame.
   */
  @Unsigned
  int ZSTD_decompressStream(@OrNull Pointer zds, @OrNull Pointer output, @OrNull Pointer input);

  /**
   * recommended size for input buffer
   *
   * <p>{@code size_t ZSTD_DStreamInSize(void)}.
   */
  @Unsigned
  int ZSTD_DStreamInSize();

  /**
   * recommended size for output buffer. Guarantee to successfully flush at least one complete block
   * in all circumstances.
   *
   * <p>{@code size_t ZSTD_DStreamOutSize(void)}.
   */
  @Unsigned
  int ZSTD_DStreamOutSize();

  /**
   * ZSTD_compress_usingDict() : Compression at an explicit compression level using a Dictionary. A
   * dictionary can be any arbitrary data segment (also called a prefix), or a buffer with specified
   * information (see zdict.h). Note : This function loads the dictionary, resulting in significant
   * startup delay. It's intended for a dictionary used only once. Note 2 : When `dict == NULL ||
   * dictSize &lt; 8` no dictionary is used.
   *
   * <p>{@code size_t ZSTD_compress_usingDict(ZSTD_CCtx *ctx, void *dst, size_t dstCapacity, const
   * void *src, size_t srcSize, const void *dict, size_t dictSize, int compressionLevel)}.
   */
  @Unsigned
  int ZSTD_compress_usingDict(
      @OrNull Pointer ctx,
      @OrNull Pointer dst,
      @Unsigned int dstCapacity,
      @OrNull Pointer src,
      @Unsigned int srcSize,
      @OrNull Pointer dict,
      @Unsigned int dictSize,
      int compressionLevel);

  /**
   * ZSTD_compress_usingDict() : Compression at an explicit compression level using a Dictionary. A
   * dictionary can be any arbitrary data segment (also called a prefix), or a buffer with specified
   * information (see zdict.h). Note : This function loads the dictionary, resulting in significant
   * startup delay. It's intended for a dictionary used only once. Note 2 : When `dict == NULL ||
   * dictSize &lt; 8` no dictionary is used.
   *
   * <p>{@code size_t ZSTD_compress_usingDict(ZSTD_CCtx *ctx, void *dst, size_t dstCapacity, const
   * void *src, size_t srcSize, const void *dict, size_t dictSize, int compressionLevel)}.
   */
  @Unsigned
  int ZSTD_compress_usingDict(
      @OrNull Pointer ctx,
      @OrNull @InOut @SizedBy(2) byte[] dst,
      @Unsigned int dstCapacity,
      @OrNull @In @SizedBy(4) byte[] src,
      @Unsigned int srcSize,
      @OrNull @In @SizedBy(6) byte[] dict,
      @Unsigned int dictSize,
      int compressionLevel);

  /**
   * ZSTD_decompress_usingDict() : Decompression using a known Dictionary. Dictionary must be
   * identical to the one used during compression. Note : This function loads the dictionary,
   * resulting in significant startup delay. It's intended for a dictionary used only once. Note :
   * When `dict == NULL || dictSize &lt; 8` no dictionary is used.
   *
   * <p>{@code size_t ZSTD_decompress_usingDict(ZSTD_DCtx *dctx, void *dst, size_t dstCapacity,
   * const void *src, size_t srcSize, const void *dict, size_t dictSize)}.
   */
  @Unsigned
  int ZSTD_decompress_usingDict(
      @OrNull Pointer dctx,
      @OrNull Pointer dst,
      @Unsigned int dstCapacity,
      @OrNull Pointer src,
      @Unsigned int srcSize,
      @OrNull Pointer dict,
      @Unsigned int dictSize);

  /**
   * ZSTD_decompress_usingDict() : Decompression using a known Dictionary. Dictionary must be
   * identical to the one used during compression. Note : This function loads the dictionary,
   * resulting in significant startup delay. It's intended for a dictionary used only once. Note :
   * When `dict == NULL || dictSize &lt; 8` no dictionary is used.
   *
   * <p>{@code size_t ZSTD_decompress_usingDict(ZSTD_DCtx *dctx, void *dst, size_t dstCapacity,
   * const void *src, size_t srcSize, const void *dict, size_t dictSize)}.
   */
  @Unsigned
  int ZSTD_decompress_usingDict(
      @OrNull Pointer dctx,
      @OrNull @InOut @SizedBy(2) byte[] dst,
      @Unsigned int dstCapacity,
      @OrNull @In @SizedBy(4) byte[] src,
      @Unsigned int srcSize,
      @OrNull @In @SizedBy(6) byte[] dict,
      @Unsigned int dictSize);

  /**
   * ZSTD_createCDict() : When compressing multiple messages or blocks using the same dictionary,
   * it's recommended to digest the dictionary only once, since it's a costly operation.
   * ZSTD_createCDict() will create a state from digesting a dictionary. The resulting state can be
   * used for future compression operations with very limited startup cost. ZSTD_CDict can be
   * created once and shared by multiple threads concurrently, since its usage is read-only.
   * &#64;dictBuffer can be released after ZSTD_CDict creation, because its content is copied within
   * CDict. Note 1 : Consider experimental function `ZSTD_createCDict_byReference()` if you prefer
   * to not duplicate &#64;dictBuffer content. Note 2 : A ZSTD_CDict can be created from an empty
   * &#64;dictBuffer, in which case the only thing that it transports is the &#64;compressionLevel.
   * This can be useful in a pipeline featuring ZSTD_compress_usingCDict() exclusively, expecting a
   * ZSTD_CDict parameter with any data, including those without a known dictionary.
   *
   * <p>{@code ZSTD_CDict *ZSTD_createCDict(const void *dictBuffer, size_t dictSize, int
   * compressionLevel)}.
   */
  Pointer ZSTD_createCDict(
      @OrNull Pointer dictBuffer, @Unsigned int dictSize, int compressionLevel);

  /**
   * ZSTD_createCDict() : When compressing multiple messages or blocks using the same dictionary,
   * it's recommended to digest the dictionary only once, since it's a costly operation.
   * ZSTD_createCDict() will create a state from digesting a dictionary. The resulting state can be
   * used for future compression operations with very limited startup cost. ZSTD_CDict can be
   * created once and shared by multiple threads concurrently, since its usage is read-only.
   * &#64;dictBuffer can be released after ZSTD_CDict creation, because its content is copied within
   * CDict. Note 1 : Consider experimental function `ZSTD_createCDict_byReference()` if you prefer
   * to not duplicate &#64;dictBuffer content. Note 2 : A ZSTD_CDict can be created from an empty
   * &#64;dictBuffer, in which case the only thing that it transports is the &#64;compressionLevel.
   * This can be useful in a pipeline featuring ZSTD_compress_usingCDict() exclusively, expecting a
   * ZSTD_CDict parameter with any data, including those without a known dictionary.
   *
   * <p>{@code ZSTD_CDict *ZSTD_createCDict(const void *dictBuffer, size_t dictSize, int
   * compressionLevel)}.
   */
  Pointer ZSTD_createCDict(
      @OrNull @In @SizedBy(1) byte[] dictBuffer, @Unsigned int dictSize, int compressionLevel);

  /**
   * ZSTD_freeCDict() : Function frees memory allocated by ZSTD_createCDict(). If a NULL pointer is
   * passed, no operation is performed.
   *
   * <p>{@code size_t ZSTD_freeCDict(ZSTD_CDict *CDict)}.
   */
  @Unsigned
  int ZSTD_freeCDict(@OrNull Pointer CDict);

  /**
   * ZSTD_compress_usingCDict() : Compression using a digested Dictionary. Recommended when same
   * dictionary is used multiple times. Note : compression level is _decided at dictionary creation
   * time_, and frame parameters are hardcoded (dictID=yes, contentSize=yes, checksum=no)
   *
   * <p>{@code size_t ZSTD_compress_usingCDict(ZSTD_CCtx *cctx, void *dst, size_t dstCapacity, const
   * void *src, size_t srcSize, const ZSTD_CDict *cdict)}.
   */
  @Unsigned
  int ZSTD_compress_usingCDict(
      @OrNull Pointer cctx,
      @OrNull Pointer dst,
      @Unsigned int dstCapacity,
      @OrNull Pointer src,
      @Unsigned int srcSize,
      @OrNull Pointer cdict);

  /**
   * ZSTD_compress_usingCDict() : Compression using a digested Dictionary. Recommended when same
   * dictionary is used multiple times. Note : compression level is _decided at dictionary creation
   * time_, and frame parameters are hardcoded (dictID=yes, contentSize=yes, checksum=no)
   *
   * <p>{@code size_t ZSTD_compress_usingCDict(ZSTD_CCtx *cctx, void *dst, size_t dstCapacity, const
   * void *src, size_t srcSize, const ZSTD_CDict *cdict)}.
   */
  @Unsigned
  int ZSTD_compress_usingCDict(
      @OrNull Pointer cctx,
      @OrNull @InOut @SizedBy(2) byte[] dst,
      @Unsigned int dstCapacity,
      @OrNull @In @SizedBy(4) byte[] src,
      @Unsigned int srcSize,
      @OrNull Pointer cdict);

  /**
   * ZSTD_createDDict() : Create a digested dictionary, ready to start decompression operation
   * without startup delay. dictBuffer can be released after DDict creation, as its content is
   * copied inside DDict.
   *
   * <p>{@code ZSTD_DDict *ZSTD_createDDict(const void *dictBuffer, size_t dictSize)}.
   */
  Pointer ZSTD_createDDict(@OrNull Pointer dictBuffer, @Unsigned int dictSize);

  /**
   * ZSTD_createDDict() : Create a digested dictionary, ready to start decompression operation
   * without startup delay. dictBuffer can be released after DDict creation, as its content is
   * copied inside DDict.
   *
   * <p>{@code ZSTD_DDict *ZSTD_createDDict(const void *dictBuffer, size_t dictSize)}.
   */
  Pointer ZSTD_createDDict(@OrNull @In @SizedBy(1) byte[] dictBuffer, @Unsigned int dictSize);

  /**
   * ZSTD_freeDDict() : Function frees memory allocated with ZSTD_createDDict() If a NULL pointer is
   * passed, no operation is performed.
   *
   * <p>{@code size_t ZSTD_freeDDict(ZSTD_DDict *ddict)}.
   */
  @Unsigned
  int ZSTD_freeDDict(@OrNull Pointer ddict);

  /**
   * ZSTD_decompress_usingDDict() : Decompression using a digested Dictionary. Recommended when same
   * dictionary is used multiple times.
   *
   * <p>{@code size_t ZSTD_decompress_usingDDict(ZSTD_DCtx *dctx, void *dst, size_t dstCapacity,
   * const void *src, size_t srcSize, const ZSTD_DDict *ddict)}.
   */
  @Unsigned
  int ZSTD_decompress_usingDDict(
      @OrNull Pointer dctx,
      @OrNull Pointer dst,
      @Unsigned int dstCapacity,
      @OrNull Pointer src,
      @Unsigned int srcSize,
      @OrNull Pointer ddict);

  /**
   * ZSTD_decompress_usingDDict() : Decompression using a digested Dictionary. Recommended when same
   * dictionary is used multiple times.
   *
   * <p>{@code size_t ZSTD_decompress_usingDDict(ZSTD_DCtx *dctx, void *dst, size_t dstCapacity,
   * const void *src, size_t srcSize, const ZSTD_DDict *ddict)}.
   */
  @Unsigned
  int ZSTD_decompress_usingDDict(
      @OrNull Pointer dctx,
      @OrNull @InOut @SizedBy(2) byte[] dst,
      @Unsigned int dstCapacity,
      @OrNull @In @SizedBy(4) byte[] src,
      @Unsigned int srcSize,
      @OrNull Pointer ddict);

  /**
   * ZSTD_getDictID_fromDict() : Requires v1.4.0+ Provides the dictID stored within dictionary. if
   * &#64;return == 0, the dictionary is not conformant with Zstandard specification. It can still
   * be loaded, but as a content-only dictionary.
   *
   * <p>{@code unsigned int ZSTD_getDictID_fromDict(const void *dict, size_t dictSize)}.
   */
  @Unsigned
  int ZSTD_getDictID_fromDict(@OrNull Pointer dict, @Unsigned int dictSize);

  /**
   * ZSTD_getDictID_fromDict() : Requires v1.4.0+ Provides the dictID stored within dictionary. if
   * &#64;return == 0, the dictionary is not conformant with Zstandard specification. It can still
   * be loaded, but as a content-only dictionary.
   *
   * <p>{@code unsigned int ZSTD_getDictID_fromDict(const void *dict, size_t dictSize)}.
   */
  @Unsigned
  int ZSTD_getDictID_fromDict(@OrNull @In @SizedBy(1) byte[] dict, @Unsigned int dictSize);

  /**
   * ZSTD_getDictID_fromCDict() : Requires v1.5.0+ Provides the dictID of the dictionary loaded into
   * `cdict`. If &#64;return == 0, the dictionary is not conformant to Zstandard specification, or
   * empty. Non-conformant dictionaries can still be loaded, but as content-only dictionaries.
   *
   * <p>{@code unsigned int ZSTD_getDictID_fromCDict(const ZSTD_CDict *cdict)}.
   */
  @Unsigned
  int ZSTD_getDictID_fromCDict(@OrNull Pointer cdict);

  /**
   * ZSTD_getDictID_fromDDict() : Requires v1.4.0+ Provides the dictID of the dictionary loaded into
   * `ddict`. If &#64;return == 0, the dictionary is not conformant to Zstandard specification, or
   * empty. Non-conformant dictionaries can still be loaded, but as content-only dictionaries.
   *
   * <p>{@code unsigned int ZSTD_getDictID_fromDDict(const ZSTD_DDict *ddict)}.
   */
  @Unsigned
  int ZSTD_getDictID_fromDDict(@OrNull Pointer ddict);

  /**
   * ZSTD_getDictID_fromFrame() : Requires v1.4.0+ Provides the dictID required to decompressed the
   * frame stored within `src`. If &#64;return == 0, the dictID could not be decoded. This could for
   * one of the following reasons : - The frame does not require a dictionary to be decoded (most
   * common case). - The frame was built with dictID intentionally removed. Whatever dictionary is
   * necessary is a hidden piece of information. Note : this use case also happens when using a
   * non-conformant dictionary. - `srcSize` is too small, and as a result, the frame header could
   * not be decoded (only possible if `srcSize &lt; ZSTD_FRAMEHEADERSIZE_MAX`). - This is not a
   * Zstandard frame. When identifying the exact failure cause, it's possible to use
   * ZSTD_getFrameHeader(), which will provide a more precise error code.
   *
   * <p>{@code unsigned int ZSTD_getDictID_fromFrame(const void *src, size_t srcSize)}.
   */
  @Unsigned
  int ZSTD_getDictID_fromFrame(@OrNull Pointer src, @Unsigned int srcSize);

  /**
   * ZSTD_getDictID_fromFrame() : Requires v1.4.0+ Provides the dictID required to decompressed the
   * frame stored within `src`. If &#64;return == 0, the dictID could not be decoded. This could for
   * one of the following reasons : - The frame does not require a dictionary to be decoded (most
   * common case). - The frame was built with dictID intentionally removed. Whatever dictionary is
   * necessary is a hidden piece of information. Note : this use case also happens when using a
   * non-conformant dictionary. - `srcSize` is too small, and as a result, the frame header could
   * not be decoded (only possible if `srcSize &lt; ZSTD_FRAMEHEADERSIZE_MAX`). - This is not a
   * Zstandard frame. When identifying the exact failure cause, it's possible to use
   * ZSTD_getFrameHeader(), which will provide a more precise error code.
   *
   * <p>{@code unsigned int ZSTD_getDictID_fromFrame(const void *src, size_t srcSize)}.
   */
  @Unsigned
  int ZSTD_getDictID_fromFrame(@OrNull @In @SizedBy(1) byte[] src, @Unsigned int srcSize);

  /**
   * ZSTD_CCtx_loadDictionary() : Requires v1.4.0+ Create an internal CDict from `dict` buffer.
   * Decompression will have to use same dictionary.
   *
   * <p>{@code size_t ZSTD_CCtx_loadDictionary(ZSTD_CCtx *cctx, const void *dict, size_t dictSize)}.
   *
   * @return : 0, or an error code (which can be tested with ZSTD_isError()). Special: Loading a
   *     NULL (or 0-size) dictionary invalidates previous dictionary, meaning "return to
   *     no-dictionary mode". Note 1 : Dictionary is sticky, it will be used for all future
   *     compressed frames, until parameters are reset, a new dictionary is loaded, or the
   *     dictionary is explicitly invalidated by loading a NULL dictionary. Note 2 : Loading a
   *     dictionary involves building tables. It's also a CPU consuming operation, with
   *     non-negligible impact on latency. Tables are dependent on compression parameters, and for
   *     this reason, compression parameters can no longer be changed after loading a dictionary.
   *     Note 3 :`dict` content will be copied internally. Use experimental
   *     ZSTD_CCtx_loadDictionary_byReference() to reference content instead. In such a case,
   *     dictionary buffer must outlive its users. Note 4 : Use ZSTD_CCtx_loadDictionary_advanced()
   *     to precisely select how dictionary content must be interpreted.
   */
  @Unsigned
  int ZSTD_CCtx_loadDictionary(@OrNull Pointer cctx, @OrNull Pointer dict, @Unsigned int dictSize);

  /**
   * ZSTD_CCtx_loadDictionary() : Requires v1.4.0+ Create an internal CDict from `dict` buffer.
   * Decompression will have to use same dictionary.
   *
   * <p>{@code size_t ZSTD_CCtx_loadDictionary(ZSTD_CCtx *cctx, const void *dict, size_t dictSize)}.
   *
   * @return : 0, or an error code (which can be tested with ZSTD_isError()). Special: Loading a
   *     NULL (or 0-size) dictionary invalidates previous dictionary, meaning "return to
   *     no-dictionary mode". Note 1 : Dictionary is sticky, it will be used for all future
   *     compressed frames, until parameters are reset, a new dictionary is loaded, or the
   *     dictionary is explicitly invalidated by loading a NULL dictionary. Note 2 : Loading a
   *     dictionary involves building tables. It's also a CPU consuming operation, with
   *     non-negligible impact on latency. Tables are dependent on compression parameters, and for
   *     this reason, compression parameters can no longer be changed after loading a dictionary.
   *     Note 3 :`dict` content will be copied internally. Use experimental
   *     ZSTD_CCtx_loadDictionary_byReference() to reference content instead. In such a case,
   *     dictionary buffer must outlive its users. Note 4 : Use ZSTD_CCtx_loadDictionary_advanced()
   *     to precisely select how dictionary content must be interpreted.
   */
  @Unsigned
  int ZSTD_CCtx_loadDictionary(
      @OrNull Pointer cctx, @OrNull @In @SizedBy(2) byte[] dict, @Unsigned int dictSize);

  /**
   * ZSTD_CCtx_refCDict() : Requires v1.4.0+ Reference a prepared dictionary, to be used for all
   * future compressed frames. Note that compression parameters are enforced from within CDict, and
   * supersede any compression parameter previously set within CCtx. The parameters ignored are
   * labelled as "superseded-by-cdict" in the ZSTD_cParameter enum docs. The ignored parameters will
   * be used again if the CCtx is returned to no-dictionary mode. The dictionary will remain valid
   * for future compressed frames using same CCtx.
   *
   * <p>{@code size_t ZSTD_CCtx_refCDict(ZSTD_CCtx *cctx, const ZSTD_CDict *cdict)}.
   *
   * @return : 0, or an error code (which can be tested with ZSTD_isError()). Special : Referencing
   *     a NULL CDict means "return to no-dictionary mode". Note 1 : Currently, only one dictionary
   *     can be managed. Referencing a new dictionary effectively "discards" any previous one. Note
   *     2 : CDict is just referenced, its lifetime must outlive its usage within CCtx.
   */
  @Unsigned
  int ZSTD_CCtx_refCDict(@OrNull Pointer cctx, @OrNull Pointer cdict);

  /**
   * ZSTD_CCtx_refPrefix() : Requires v1.4.0+ Reference a prefix (single-usage dictionary) for next
   * compressed frame. A prefix is **only used once**. Tables are discarded at end of frame
   * (ZSTD_e_end). Decompression will need same prefix to properly regenerate data. Compressing with
   * a prefix is similar in outcome as performing a diff and compressing it, but performs much
   * faster, especially during decompression (compression speed is tunable with compression level).
   *
   * <p>{@code size_t ZSTD_CCtx_refPrefix(ZSTD_CCtx *cctx, const void *prefix, size_t prefixSize)}.
   *
   * @return : 0, or an error code (which can be tested with ZSTD_isError()). Special: Adding any
   *     prefix (including NULL) invalidates any previous prefix or dictionary Note 1 : Prefix
   *     buffer is referenced. It **must** outlive compression. Its content must remain unmodified
   *     during compression. Note 2 : If the intention is to diff some large src data blob with some
   *     prior version of itself, ensure that the window size is large enough to contain the entire
   *     source. See ZSTD_c_windowLog. Note 3 : Referencing a prefix involves building tables, which
   *     are dependent on compression parameters. It's a CPU consuming operation, with
   *     non-negligible impact on latency. If there is a need to use the same prefix multiple times,
   *     consider loadDictionary instead. Note 4 : By default, the prefix is interpreted as raw
   *     content (ZSTD_dct_rawContent). Use experimental ZSTD_CCtx_refPrefix_advanced() to alter
   *     dictionary interpretation.
   */
  @Unsigned
  int ZSTD_CCtx_refPrefix(@OrNull Pointer cctx, @OrNull Pointer prefix, @Unsigned int prefixSize);

  /**
   * ZSTD_CCtx_refPrefix() : Requires v1.4.0+ Reference a prefix (single-usage dictionary) for next
   * compressed frame. A prefix is **only used once**. Tables are discarded at end of frame
   * (ZSTD_e_end). Decompression will need same prefix to properly regenerate data. Compressing with
   * a prefix is similar in outcome as performing a diff and compressing it, but performs much
   * faster, especially during decompression (compression speed is tunable with compression level).
   *
   * <p>{@code size_t ZSTD_CCtx_refPrefix(ZSTD_CCtx *cctx, const void *prefix, size_t prefixSize)}.
   *
   * @return : 0, or an error code (which can be tested with ZSTD_isError()). Special: Adding any
   *     prefix (including NULL) invalidates any previous prefix or dictionary Note 1 : Prefix
   *     buffer is referenced. It **must** outlive compression. Its content must remain unmodified
   *     during compression. Note 2 : If the intention is to diff some large src data blob with some
   *     prior version of itself, ensure that the window size is large enough to contain the entire
   *     source. See ZSTD_c_windowLog. Note 3 : Referencing a prefix involves building tables, which
   *     are dependent on compression parameters. It's a CPU consuming operation, with
   *     non-negligible impact on latency. If there is a need to use the same prefix multiple times,
   *     consider loadDictionary instead. Note 4 : By default, the prefix is interpreted as raw
   *     content (ZSTD_dct_rawContent). Use experimental ZSTD_CCtx_refPrefix_advanced() to alter
   *     dictionary interpretation.
   */
  @Unsigned
  int ZSTD_CCtx_refPrefix(
      @OrNull Pointer cctx, @OrNull @In @SizedBy(2) byte[] prefix, @Unsigned int prefixSize);

  /**
   * ZSTD_DCtx_loadDictionary() : Requires v1.4.0+ Create an internal DDict from dict buffer, to be
   * used to decompress all future frames. The dictionary remains valid for all future frames, until
   * explicitly invalidated, or a new dictionary is loaded.
   *
   * <p>{@code size_t ZSTD_DCtx_loadDictionary(ZSTD_DCtx *dctx, const void *dict, size_t dictSize)}.
   *
   * @return : 0, or an error code (which can be tested with ZSTD_isError()). Special : Adding a
   *     NULL (or 0-size) dictionary invalidates any previous dictionary, meaning "return to
   *     no-dictionary mode". Note 1 : Loading a dictionary involves building tables, which has a
   *     non-negligible impact on CPU usage and latency. It's recommended to "load once, use many
   *     times", to amortize the cost Note 2 :`dict` content will be copied internally, so `dict`
   *     can be released after loading. Use ZSTD_DCtx_loadDictionary_byReference() to reference
   *     dictionary content instead. Note 3 : Use ZSTD_DCtx_loadDictionary_advanced() to take
   *     control of how dictionary content is loaded and interpreted.
   */
  @Unsigned
  int ZSTD_DCtx_loadDictionary(@OrNull Pointer dctx, @OrNull Pointer dict, @Unsigned int dictSize);

  /**
   * ZSTD_DCtx_loadDictionary() : Requires v1.4.0+ Create an internal DDict from dict buffer, to be
   * used to decompress all future frames. The dictionary remains valid for all future frames, until
   * explicitly invalidated, or a new dictionary is loaded.
   *
   * <p>{@code size_t ZSTD_DCtx_loadDictionary(ZSTD_DCtx *dctx, const void *dict, size_t dictSize)}.
   *
   * @return : 0, or an error code (which can be tested with ZSTD_isError()). Special : Adding a
   *     NULL (or 0-size) dictionary invalidates any previous dictionary, meaning "return to
   *     no-dictionary mode". Note 1 : Loading a dictionary involves building tables, which has a
   *     non-negligible impact on CPU usage and latency. It's recommended to "load once, use many
   *     times", to amortize the cost Note 2 :`dict` content will be copied internally, so `dict`
   *     can be released after loading. Use ZSTD_DCtx_loadDictionary_byReference() to reference
   *     dictionary content instead. Note 3 : Use ZSTD_DCtx_loadDictionary_advanced() to take
   *     control of how dictionary content is loaded and interpreted.
   */
  @Unsigned
  int ZSTD_DCtx_loadDictionary(
      @OrNull Pointer dctx, @OrNull @In @SizedBy(2) byte[] dict, @Unsigned int dictSize);

  /**
   * ZSTD_DCtx_refDDict() : Requires v1.4.0+ Reference a prepared dictionary, to be used to
   * decompress next frames. The dictionary remains active for decompression of future frames using
   * same DCtx.
   *
   * <p>If called with ZSTD_d_refMultipleDDicts enabled, repeated calls of this function will store
   * the DDict references in a table, and the DDict used for decompression will be determined at
   * decompression time, as per the dict ID in the frame. The memory for the table is allocated on
   * the first call to refDDict, and can be freed with ZSTD_freeDCtx().
   *
   * <p>If called with ZSTD_d_refMultipleDDicts disabled (the default), only one dictionary will be
   * managed, and referencing a dictionary effectively "discards" any previous one.
   *
   * <p>{@code size_t ZSTD_DCtx_refDDict(ZSTD_DCtx *dctx, const ZSTD_DDict *ddict)}.
   *
   * @return : 0, or an error code (which can be tested with ZSTD_isError()). Special: referencing a
   *     NULL DDict means "return to no-dictionary mode". Note 2 : DDict is just referenced, its
   *     lifetime must outlive its usage from DCtx.
   */
  @Unsigned
  int ZSTD_DCtx_refDDict(@OrNull Pointer dctx, @OrNull Pointer ddict);

  /**
   * ZSTD_DCtx_refPrefix() : Requires v1.4.0+ Reference a prefix (single-usage dictionary) to
   * decompress next frame. This is the reverse operation of ZSTD_CCtx_refPrefix(), and must use the
   * same prefix as the one used during compression. Prefix is **only used once**. Reference is
   * discarded at end of frame. End of frame is reached when ZSTD_decompressStream() returns 0.
   *
   * <p>{@code size_t ZSTD_DCtx_refPrefix(ZSTD_DCtx *dctx, const void *prefix, size_t prefixSize)}.
   *
   * @return : 0, or an error code (which can be tested with ZSTD_isError()). Note 1 : Adding any
   *     prefix (including NULL) invalidates any previously set prefix or dictionary Note 2 : Prefix
   *     buffer is referenced. It **must** outlive decompression. Prefix buffer must remain
   *     unmodified up to the end of frame, reached when ZSTD_decompressStream() returns 0. Note 3 :
   *     By default, the prefix is treated as raw content (ZSTD_dct_rawContent). Use
   *     ZSTD_CCtx_refPrefix_advanced() to alter dictMode (Experimental section) Note 4 :
   *     Referencing a raw content prefix has almost no cpu nor memory cost. A full dictionary is
   *     more costly, as it requires building tables.
   */
  @Unsigned
  int ZSTD_DCtx_refPrefix(@OrNull Pointer dctx, @OrNull Pointer prefix, @Unsigned int prefixSize);

  /**
   * ZSTD_DCtx_refPrefix() : Requires v1.4.0+ Reference a prefix (single-usage dictionary) to
   * decompress next frame. This is the reverse operation of ZSTD_CCtx_refPrefix(), and must use the
   * same prefix as the one used during compression. Prefix is **only used once**. Reference is
   * discarded at end of frame. End of frame is reached when ZSTD_decompressStream() returns 0.
   *
   * <p>{@code size_t ZSTD_DCtx_refPrefix(ZSTD_DCtx *dctx, const void *prefix, size_t prefixSize)}.
   *
   * @return : 0, or an error code (which can be tested with ZSTD_isError()). Note 1 : Adding any
   *     prefix (including NULL) invalidates any previously set prefix or dictionary Note 2 : Prefix
   *     buffer is referenced. It **must** outlive decompression. Prefix buffer must remain
   *     unmodified up to the end of frame, reached when ZSTD_decompressStream() returns 0. Note 3 :
   *     By default, the prefix is treated as raw content (ZSTD_dct_rawContent). Use
   *     ZSTD_CCtx_refPrefix_advanced() to alter dictMode (Experimental section) Note 4 :
   *     Referencing a raw content prefix has almost no cpu nor memory cost. A full dictionary is
   *     more costly, as it requires building tables.
   */
  @Unsigned
  int ZSTD_DCtx_refPrefix(
      @OrNull Pointer dctx, @OrNull @In @SizedBy(2) byte[] prefix, @Unsigned int prefixSize);

  /**
   * ZSTD_sizeof_*() : Requires v1.4.0+ These functions give the _current_ memory usage of selected
   * object. Note that object memory usage can evolve (increase or decrease) over time.
   *
   * <p>{@code size_t ZSTD_sizeof_CCtx(const ZSTD_CCtx *cctx)}.
   */
  @Unsigned
  int ZSTD_sizeof_CCtx(@OrNull Pointer cctx);

  /** {@code size_t ZSTD_sizeof_DCtx(const ZSTD_DCtx *dctx)}. */
  @Unsigned
  int ZSTD_sizeof_DCtx(@OrNull Pointer dctx);

  /** {@code size_t ZSTD_sizeof_CStream(const ZSTD_CStream *zcs)}. */
  @Unsigned
  int ZSTD_sizeof_CStream(@OrNull Pointer zcs);

  /** {@code size_t ZSTD_sizeof_DStream(const ZSTD_DStream *zds)}. */
  @Unsigned
  int ZSTD_sizeof_DStream(@OrNull Pointer zds);

  /** {@code size_t ZSTD_sizeof_CDict(const ZSTD_CDict *cdict)}. */
  @Unsigned
  int ZSTD_sizeof_CDict(@OrNull Pointer cdict);

  /** {@code size_t ZSTD_sizeof_DDict(const ZSTD_DDict *ddict)}. */
  @Unsigned
  int ZSTD_sizeof_DDict(@OrNull Pointer ddict);

  /** The program that the library runs in: its memory, its function pointers. */
  Binding binding();

  @Override
  void close();

  // Left out:
  //   ZSTDLIB_VISIBLE: a macro that is no constant
  //   ZSTDLIB_HIDDEN: a macro that is no constant
  //   ZSTDLIB_API: a macro that is no constant
  //   ZSTD_LIB_VERSION: a macro that is no constant
  //   ZSTD_VERSION_STRING: a macro that is no constant
  //   ZSTD_MAX_INPUT_SIZE: a macro that is no constant
}
