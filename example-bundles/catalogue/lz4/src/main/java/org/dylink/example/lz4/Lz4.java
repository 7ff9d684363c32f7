package org.dylink.example.lz4;

import org.dylink.binding.Binding;
import org.dylink.binding.In;
import org.dylink.binding.InOut;
import org.dylink.binding.Length;
import org.dylink.binding.OrNull;
import org.dylink.binding.Pointer;
import org.dylink.binding.SizedBy;
import org.dylink.binding.Unsigned;
import org.dylink.binding.WasmLibrary;

/** The functions of {@code lz4.h}: 42 of 42. Written by {@code dylink bindings}. */
@WasmLibrary("liblz4.so")
public interface Lz4 extends AutoCloseable {
  int LZ4_FREESTANDING = 0;
  int LZ4_VERSION_MAJOR = 1;
  int LZ4_VERSION_MINOR = 9;
  int LZ4_VERSION_RELEASE = 4;
  int LZ4_VERSION_NUMBER = 10904;
  int LZ4_MEMORY_USAGE_MIN = 10;
  int LZ4_MEMORY_USAGE_DEFAULT = 14;
  int LZ4_MEMORY_USAGE_MAX = 20;
  int LZ4_MEMORY_USAGE = 14;
  int LZ4_MAX_INPUT_SIZE = 2113929216;
  int LZ4_HASHLOG = 12;
  int LZ4_HASHTABLESIZE = 16384;
  int LZ4_HASH_SIZE_U32 = 4096;
  int LZ4_STREAM_MINSIZE = 16416;
  int LZ4_STREAMDECODE_MINSIZE = 32;

  /**
   * {@code struct LZ4_stream_t_internal}.
   *
   * @param dictionary const LZ4_byte *
   * @param dictCtx const LZ4_stream_t_internal *
   */
  @SuppressWarnings("ArrayRecordComponent") // what C has
  record LZ4StreamTInternal(
      @Length(4096) int[] hashTable,
      Pointer dictionary,
      Pointer dictCtx,
      int currentOffset,
      int tableType,
      int dictSize) {}

  /**
   * previously typedef'd to LZ4_stream_t
   *
   * <p>{@code union LZ4_stream_t}.
   *
   * @param value one of char[16416] minStateSize, LZ4_stream_t_internal internal_donotuse
   */
  @SuppressWarnings("ArrayRecordComponent") // what C has
  record LZ4StreamT(@Length(4104) int[] value) {}

  /**
   * {@code struct LZ4_streamDecode_t_internal}.
   *
   * @param externalDict const LZ4_byte *
   * @param prefixEnd const LZ4_byte *
   */
  record LZ4StreamDecodeTInternal(
      Pointer externalDict, Pointer prefixEnd, int extDictSize, int prefixSize) {}

  /**
   * previously typedef'd to LZ4_streamDecode_t
   *
   * <p>{@code union LZ4_streamDecode_t}.
   *
   * @param value one of char[32] minStateSize, LZ4_streamDecode_t_internal internal_donotuse
   */
  @SuppressWarnings("ArrayRecordComponent") // what C has
  record LZ4StreamDecodeT(@Length(8) int[] value) {}

  /**
   * library version number; useful to check dll version; requires v1.3.0+
   *
   * <p>{@code int LZ4_versionNumber(void)}.
   */
  int LZ4_versionNumber();

  /**
   * library version string; useful to check dll version; requires v1.7.5+
   *
   * <p>{@code const char *LZ4_versionString(void)}.
   */
  String LZ4_versionString();

  /**
   * LZ4_compress_default() : Compresses 'srcSize' bytes from buffer 'src' into already allocated
   * 'dst' buffer of size 'dstCapacity'. Compression is guaranteed to succeed if 'dstCapacity' &gt;=
   * LZ4_compressBound(srcSize). It also runs faster, so it's a recommended setting. If the function
   * cannot compress 'src' into a more limited 'dst' budget, compression stops *immediately*, and
   * the function result is zero. In which case, 'dst' content is undefined (invalid). srcSize : max
   * supported value is LZ4_MAX_INPUT_SIZE. dstCapacity : size of buffer 'dst' (which must be
   * already allocated)
   *
   * <p>{@code int LZ4_compress_default(const char *src, char *dst, int srcSize, int dstCapacity)}.
   *
   * @return : the number of bytes written into buffer 'dst' (necessarily &lt;= dstCapacity) or 0 if
   *     compression fails Note : This function is protected against buffer overflow scenarios
   *     (never writes outside 'dst' buffer, nor read outside 'source' buffer).
   */
  int LZ4_compress_default(
      @OrNull String src, @OrNull @InOut byte[] dst, int srcSize, int dstCapacity);

  /**
   * LZ4_compress_default() : Compresses 'srcSize' bytes from buffer 'src' into already allocated
   * 'dst' buffer of size 'dstCapacity'. Compression is guaranteed to succeed if 'dstCapacity' &gt;=
   * LZ4_compressBound(srcSize). It also runs faster, so it's a recommended setting. If the function
   * cannot compress 'src' into a more limited 'dst' budget, compression stops *immediately*, and
   * the function result is zero. In which case, 'dst' content is undefined (invalid). srcSize : max
   * supported value is LZ4_MAX_INPUT_SIZE. dstCapacity : size of buffer 'dst' (which must be
   * already allocated)
   *
   * <p>{@code int LZ4_compress_default(const char *src, char *dst, int srcSize, int dstCapacity)}.
   *
   * @return : the number of bytes written into buffer 'dst' (necessarily &lt;= dstCapacity) or 0 if
   *     compression fails Note : This function is protected against buffer overflow scenarios
   *     (never writes outside 'dst' buffer, nor read outside 'source' buffer).
   */
  int LZ4_compress_default(
      @OrNull @In byte[] src, @OrNull @InOut byte[] dst, int srcSize, int dstCapacity);

  /**
   * LZ4_decompress_safe() : compressedSize : is the exact complete size of the compressed block.
   * dstCapacity : is the size of destination buffer (which must be already allocated), presumed an
   * upper bound of decompressed size.
   *
   * <p>{@code int LZ4_decompress_safe(const char *src, char *dst, int compressedSize, int
   * dstCapacity)}.
   *
   * @return : the number of bytes decompressed into destination buffer (necessarily &lt;=
   *     dstCapacity) If destination buffer is not large enough, decoding will stop and output an
   *     error code (negative value). If the source stream is detected malformed, the function will
   *     stop decoding and return a negative result. Note 1 : This function is protected against
   *     malicious data packets : it will never writes outside 'dst' buffer, nor read outside
   *     'source' buffer, even if the compressed block is maliciously modified to order the decoder
   *     to do these actions. In such case, the decoder stops immediately, and considers the
   *     compressed block malformed. Note 2 : compressedSize and dstCapacity must be provided to the
   *     function, the compressed block does not contain them. The implementation is free to send /
   *     store / derive this information in whichever way is most beneficial. If there is a need for
   *     a different format which bundles together both compressed data and its metadata, consider
   *     looking at lz4frame.h instead.
   */
  int LZ4_decompress_safe(
      @OrNull String src, @OrNull @InOut byte[] dst, int compressedSize, int dstCapacity);

  /**
   * LZ4_decompress_safe() : compressedSize : is the exact complete size of the compressed block.
   * dstCapacity : is the size of destination buffer (which must be already allocated), presumed an
   * upper bound of decompressed size.
   *
   * <p>{@code int LZ4_decompress_safe(const char *src, char *dst, int compressedSize, int
   * dstCapacity)}.
   *
   * @return : the number of bytes decompressed into destination buffer (necessarily &lt;=
   *     dstCapacity) If destination buffer is not large enough, decoding will stop and output an
   *     error code (negative value). If the source stream is detected malformed, the function will
   *     stop decoding and return a negative result. Note 1 : This function is protected against
   *     malicious data packets : it will never writes outside 'dst' buffer, nor read outside
   *     'source' buffer, even if the compressed block is maliciously modified to order the decoder
   *     to do these actions. In such case, the decoder stops immediately, and considers the
   *     compressed block malformed. Note 2 : compressedSize and dstCapacity must be provided to the
   *     function, the compressed block does not contain them. The implementation is free to send /
   *     store / derive this information in whichever way is most beneficial. If there is a need for
   *     a different format which bundles together both compressed data and its metadata, consider
   *     looking at lz4frame.h instead.
   */
  int LZ4_decompress_safe(
      @OrNull @In byte[] src, @OrNull @InOut byte[] dst, int compressedSize, int dstCapacity);

  /**
   * LZ4_compressBound() : Provides the maximum size that LZ4 compression may output in a "worst
   * case" scenario (input data not compressible) This function is primarily useful for memory
   * allocation purposes (destination buffer size). Macro LZ4_COMPRESSBOUND() is also provided for
   * compilation-time evaluation (stack memory allocation for example). Note that
   * LZ4_compress_default() compresses faster when dstCapacity is &gt;= LZ4_compressBound(srcSize)
   * inputSize : max supported value is LZ4_MAX_INPUT_SIZE return : maximum output size in a "worst
   * case" scenario or 0, if input size is incorrect (too large or negative)
   *
   * <p>{@code int LZ4_compressBound(int inputSize)}.
   */
  int LZ4_compressBound(int inputSize);

  /**
   * LZ4_compress_fast() : Same as LZ4_compress_default(), but allows selection of "acceleration"
   * factor. The larger the acceleration value, the faster the algorithm, but also the lesser the
   * compression. It's a trade-off. It can be fine tuned, with each successive value providing
   * roughly +~3% to speed. An acceleration value of "1" is the same as regular
   * LZ4_compress_default() Values &lt;= 0 will be replaced by LZ4_ACCELERATION_DEFAULT (currently
   * == 1, see lz4.c). Values &gt; LZ4_ACCELERATION_MAX will be replaced by LZ4_ACCELERATION_MAX
   * (currently == 65537, see lz4.c).
   *
   * <p>{@code int LZ4_compress_fast(const char *src, char *dst, int srcSize, int dstCapacity, int
   * acceleration)}.
   */
  int LZ4_compress_fast(
      @OrNull String src,
      @OrNull @InOut byte[] dst,
      int srcSize,
      int dstCapacity,
      int acceleration);

  /**
   * LZ4_compress_fast() : Same as LZ4_compress_default(), but allows selection of "acceleration"
   * factor. The larger the acceleration value, the faster the algorithm, but also the lesser the
   * compression. It's a trade-off. It can be fine tuned, with each successive value providing
   * roughly +~3% to speed. An acceleration value of "1" is the same as regular
   * LZ4_compress_default() Values &lt;= 0 will be replaced by LZ4_ACCELERATION_DEFAULT (currently
   * == 1, see lz4.c). Values &gt; LZ4_ACCELERATION_MAX will be replaced by LZ4_ACCELERATION_MAX
   * (currently == 65537, see lz4.c).
   *
   * <p>{@code int LZ4_compress_fast(const char *src, char *dst, int srcSize, int dstCapacity, int
   * acceleration)}.
   */
  int LZ4_compress_fast(
      @OrNull @In byte[] src,
      @OrNull @InOut byte[] dst,
      int srcSize,
      int dstCapacity,
      int acceleration);

  /**
   * LZ4_compress_fast_extState() : Same as LZ4_compress_fast(), using an externally allocated
   * memory space for its state. Use LZ4_sizeofState() to know how much memory must be allocated,
   * and allocate it on 8-bytes boundaries (using `malloc()` typically). Then, provide this buffer
   * as `void* state` to compression function.
   *
   * <p>{@code int LZ4_sizeofState(void)}.
   */
  int LZ4_sizeofState();

  /**
   * {@code int LZ4_compress_fast_extState(void *state, const char *src, char *dst, int srcSize, int
   * dstCapacity, int acceleration)}.
   */
  int LZ4_compress_fast_extState(
      @OrNull Pointer state,
      @OrNull String src,
      @OrNull @InOut byte[] dst,
      int srcSize,
      int dstCapacity,
      int acceleration);

  /**
   * {@code int LZ4_compress_fast_extState(void *state, const char *src, char *dst, int srcSize, int
   * dstCapacity, int acceleration)}.
   */
  int LZ4_compress_fast_extState(
      @OrNull Pointer state,
      @OrNull @In byte[] src,
      @OrNull @InOut byte[] dst,
      int srcSize,
      int dstCapacity,
      int acceleration);

  /**
   * LZ4_compress_destSize() : Reverse the logic : compresses as much data as possible from 'src'
   * buffer into already allocated buffer 'dst', of size &gt;= 'targetDestSize'. This function
   * either compresses the entire 'src' content into 'dst' if it's large enough, or fill 'dst'
   * buffer completely with as much data as possible from 'src'. note: acceleration parameter is
   * fixed to "default".
   *
   * <p>srcSizePtr : will be modified to indicate how many bytes where read from 'src' to fill
   * 'dst'. New value is necessarily &lt;= input value.
   *
   * <p>Note : from v1.8.2 to v1.9.1, this function had a bug (fixed un v1.9.2+): the produced
   * compressed content could, in specific circumstances, require to be decompressed into a
   * destination buffer larger by at least 1 byte than the content to decompress. If an application
   * uses `LZ4_compress_destSize()`, it's highly recommended to update liblz4 to v1.9.2 or better.
   * If this can't be done or ensured, the receiving decompression function should provide a
   * dstCapacity which is &gt; decompressedSize, by at least 1 byte. See
   * https://github.com/lz4/lz4/issues/859 for details
   *
   * <p>{@code int LZ4_compress_destSize(const char *src, char *dst, int *srcSizePtr, int
   * targetDstSize)}.
   *
   * @return : Nb bytes written into 'dst' (necessarily &lt;= targetDestSize) or 0 if compression
   *     fails.
   */
  int LZ4_compress_destSize(
      @OrNull String src,
      @OrNull @InOut byte[] dst,
      @OrNull @InOut int[] srcSizePtr,
      int targetDstSize);

  /**
   * LZ4_compress_destSize() : Reverse the logic : compresses as much data as possible from 'src'
   * buffer into already allocated buffer 'dst', of size &gt;= 'targetDestSize'. This function
   * either compresses the entire 'src' content into 'dst' if it's large enough, or fill 'dst'
   * buffer completely with as much data as possible from 'src'. note: acceleration parameter is
   * fixed to "default".
   *
   * <p>srcSizePtr : will be modified to indicate how many bytes where read from 'src' to fill
   * 'dst'. New value is necessarily &lt;= input value.
   *
   * <p>Note : from v1.8.2 to v1.9.1, this function had a bug (fixed un v1.9.2+): the produced
   * compressed content could, in specific circumstances, require to be decompressed into a
   * destination buffer larger by at least 1 byte than the content to decompress. If an application
   * uses `LZ4_compress_destSize()`, it's highly recommended to update liblz4 to v1.9.2 or better.
   * If this can't be done or ensured, the receiving decompression function should provide a
   * dstCapacity which is &gt; decompressedSize, by at least 1 byte. See
   * https://github.com/lz4/lz4/issues/859 for details
   *
   * <p>{@code int LZ4_compress_destSize(const char *src, char *dst, int *srcSizePtr, int
   * targetDstSize)}.
   *
   * @return : Nb bytes written into 'dst' (necessarily &lt;= targetDestSize) or 0 if compression
   *     fails.
   */
  int LZ4_compress_destSize(
      @OrNull @In byte[] src,
      @OrNull @InOut byte[] dst,
      @OrNull @InOut int[] srcSizePtr,
      int targetDstSize);

  /**
   * LZ4_decompress_safe_partial() : Decompress an LZ4 compressed block, of size 'srcSize' at
   * position 'src', into destination buffer 'dst' of size 'dstCapacity'. Up to 'targetOutputSize'
   * bytes will be decoded. The function stops decoding on reaching this objective. This can be
   * useful to boost performance whenever only the beginning of a block is required.
   *
   * <p>Note 1 : &#64;return can be &lt; targetOutputSize, if compressed block contains less data.
   *
   * <p>Note 2 : targetOutputSize must be &lt;= dstCapacity
   *
   * <p>Note 3 : this function effectively stops decoding on reaching targetOutputSize, so
   * dstCapacity is kind of redundant. This is because in older versions of this function, decoding
   * operation would still write complete sequences. Therefore, there was no guarantee that it would
   * stop writing at exactly targetOutputSize, it could write more bytes, though only up to
   * dstCapacity. Some "margin" used to be required for this operation to work properly. Thankfully,
   * this is no longer necessary. The function nonetheless keeps the same signature, in an effort to
   * preserve API compatibility.
   *
   * <p>Note 4 : If srcSize is the exact size of the block, then targetOutputSize can be any value,
   * including larger than the block's decompressed size. The function will, at most, generate
   * block's decompressed size.
   *
   * <p>Note 5 : If srcSize is _larger_ than block's compressed size, then targetOutputSize **MUST**
   * be &lt;= block's decompressed size. Otherwise, *silent corruption will occur*.
   *
   * <p>{@code int LZ4_decompress_safe_partial(const char *src, char *dst, int srcSize, int
   * targetOutputSize, int dstCapacity)}.
   *
   * @return : the number of bytes decoded in `dst` (necessarily &lt;= targetOutputSize) If source
   *     stream is detected malformed, function returns a negative result.
   */
  int LZ4_decompress_safe_partial(
      @OrNull String src,
      @OrNull @InOut byte[] dst,
      int srcSize,
      int targetOutputSize,
      int dstCapacity);

  /**
   * LZ4_decompress_safe_partial() : Decompress an LZ4 compressed block, of size 'srcSize' at
   * position 'src', into destination buffer 'dst' of size 'dstCapacity'. Up to 'targetOutputSize'
   * bytes will be decoded. The function stops decoding on reaching this objective. This can be
   * useful to boost performance whenever only the beginning of a block is required.
   *
   * <p>Note 1 : &#64;return can be &lt; targetOutputSize, if compressed block contains less data.
   *
   * <p>Note 2 : targetOutputSize must be &lt;= dstCapacity
   *
   * <p>Note 3 : this function effectively stops decoding on reaching targetOutputSize, so
   * dstCapacity is kind of redundant. This is because in older versions of this function, decoding
   * operation would still write complete sequences. Therefore, there was no guarantee that it would
   * stop writing at exactly targetOutputSize, it could write more bytes, though only up to
   * dstCapacity. Some "margin" used to be required for this operation to work properly. Thankfully,
   * this is no longer necessary. The function nonetheless keeps the same signature, in an effort to
   * preserve API compatibility.
   *
   * <p>Note 4 : If srcSize is the exact size of the block, then targetOutputSize can be any value,
   * including larger than the block's decompressed size. The function will, at most, generate
   * block's decompressed size.
   *
   * <p>Note 5 : If srcSize is _larger_ than block's compressed size, then targetOutputSize **MUST**
   * be &lt;= block's decompressed size. Otherwise, *silent corruption will occur*.
   *
   * <p>{@code int LZ4_decompress_safe_partial(const char *src, char *dst, int srcSize, int
   * targetOutputSize, int dstCapacity)}.
   *
   * @return : the number of bytes decoded in `dst` (necessarily &lt;= targetOutputSize) If source
   *     stream is detected malformed, function returns a negative result.
   */
  int LZ4_decompress_safe_partial(
      @OrNull @In byte[] src,
      @OrNull @InOut byte[] dst,
      int srcSize,
      int targetOutputSize,
      int dstCapacity);

  /** {@code LZ4_stream_t *LZ4_createStream(void)}. */
  Pointer LZ4_createStream();

  /** {@code int LZ4_freeStream(LZ4_stream_t *streamPtr)}. */
  int LZ4_freeStream(@OrNull Pointer streamPtr);

  /**
   * LZ4_resetStream_fast() : v1.9.0+ Use this to prepare an LZ4_stream_t for a new chain of
   * dependent blocks (e.g., LZ4_compress_fast_continue()).
   *
   * <p>An LZ4_stream_t must be initialized once before usage. This is automatically done when
   * created by LZ4_createStream(). However, should the LZ4_stream_t be simply declared on stack
   * (for example), it's necessary to initialize it first, using LZ4_initStream().
   *
   * <p>After init, start any new stream with LZ4_resetStream_fast(). A same LZ4_stream_t can be
   * re-used multiple times consecutively and compress multiple streams, provided that it starts
   * each new stream with LZ4_resetStream_fast().
   *
   * <p>LZ4_resetStream_fast() is much faster than LZ4_initStream(), but is not compatible with
   * memory regions containing garbage data.
   *
   * <p>Note: it's only useful to call LZ4_resetStream_fast() in the context of streaming
   * compression. The *extState* functions perform their own resets. Invoking LZ4_resetStream_fast()
   * before is redundant, and even counterproductive.
   *
   * <p>{@code void LZ4_resetStream_fast(LZ4_stream_t *streamPtr)}.
   */
  void LZ4_resetStream_fast(@OrNull Pointer streamPtr);

  /**
   * LZ4_loadDict() : Use this function to reference a static dictionary into LZ4_stream_t. The
   * dictionary must remain available during compression. LZ4_loadDict() triggers a reset, so any
   * previous data will be forgotten. The same dictionary will have to be loaded on decompression
   * side for successful decoding. Dictionary are useful for better compression of small data (KB
   * range). While LZ4 accept any input as dictionary, results are generally better when using
   * Zstandard's Dictionary Builder. Loading a size of 0 is allowed, and is the same as reset.
   *
   * <p>{@code int LZ4_loadDict(LZ4_stream_t *streamPtr, const char *dictionary, int dictSize)}.
   *
   * @return : loaded dictionary size, in bytes (necessarily &lt;= 64 KB)
   */
  int LZ4_loadDict(@OrNull Pointer streamPtr, @OrNull String dictionary, int dictSize);

  /**
   * LZ4_loadDict() : Use this function to reference a static dictionary into LZ4_stream_t. The
   * dictionary must remain available during compression. LZ4_loadDict() triggers a reset, so any
   * previous data will be forgotten. The same dictionary will have to be loaded on decompression
   * side for successful decoding. Dictionary are useful for better compression of small data (KB
   * range). While LZ4 accept any input as dictionary, results are generally better when using
   * Zstandard's Dictionary Builder. Loading a size of 0 is allowed, and is the same as reset.
   *
   * <p>{@code int LZ4_loadDict(LZ4_stream_t *streamPtr, const char *dictionary, int dictSize)}.
   *
   * @return : loaded dictionary size, in bytes (necessarily &lt;= 64 KB)
   */
  int LZ4_loadDict(@OrNull Pointer streamPtr, @OrNull @In byte[] dictionary, int dictSize);

  /**
   * LZ4_compress_fast_continue() : Compress 'src' content using data from previously compressed
   * blocks, for better compression ratio. 'dst' buffer must be already allocated. If dstCapacity
   * &gt;= LZ4_compressBound(srcSize), compression is guaranteed to succeed, and runs faster.
   *
   * <p>Note 1 : Each invocation to LZ4_compress_fast_continue() generates a new block. Each block
   * has precise boundaries. Each block must be decompressed separately, calling LZ4_decompress_*()
   * with relevant metadata. It's not possible to append blocks together and expect a single
   * invocation of LZ4_decompress_*() to decompress them together.
   *
   * <p>Note 2 : The previous 64KB of source data is __assumed__ to remain present, unmodified, at
   * same address in memory !
   *
   * <p>Note 3 : When input is structured as a double-buffer, each buffer can have any size,
   * including &lt; 64 KB. Make sure that buffers are separated, by at least one byte. This
   * construction ensures that each block only depends on previous block.
   *
   * <p>Note 4 : If input buffer is a ring-buffer, it can have any size, including &lt; 64 KB.
   *
   * <p>Note 5 : After an error, the stream status is undefined (invalid), it can only be reset or
   * freed.
   *
   * <p>{@code int LZ4_compress_fast_continue(LZ4_stream_t *streamPtr, const char *src, char *dst,
   * int srcSize, int dstCapacity, int acceleration)}.
   *
   * @return : size of compressed block or 0 if there is an error (typically, cannot fit into
   *     'dst').
   */
  int LZ4_compress_fast_continue(
      @OrNull Pointer streamPtr,
      @OrNull String src,
      @OrNull @InOut byte[] dst,
      int srcSize,
      int dstCapacity,
      int acceleration);

  /**
   * LZ4_compress_fast_continue() : Compress 'src' content using data from previously compressed
   * blocks, for better compression ratio. 'dst' buffer must be already allocated. If dstCapacity
   * &gt;= LZ4_compressBound(srcSize), compression is guaranteed to succeed, and runs faster.
   *
   * <p>Note 1 : Each invocation to LZ4_compress_fast_continue() generates a new block. Each block
   * has precise boundaries. Each block must be decompressed separately, calling LZ4_decompress_*()
   * with relevant metadata. It's not possible to append blocks together and expect a single
   * invocation of LZ4_decompress_*() to decompress them together.
   *
   * <p>Note 2 : The previous 64KB of source data is __assumed__ to remain present, unmodified, at
   * same address in memory !
   *
   * <p>Note 3 : When input is structured as a double-buffer, each buffer can have any size,
   * including &lt; 64 KB. Make sure that buffers are separated, by at least one byte. This
   * construction ensures that each block only depends on previous block.
   *
   * <p>Note 4 : If input buffer is a ring-buffer, it can have any size, including &lt; 64 KB.
   *
   * <p>Note 5 : After an error, the stream status is undefined (invalid), it can only be reset or
   * freed.
   *
   * <p>{@code int LZ4_compress_fast_continue(LZ4_stream_t *streamPtr, const char *src, char *dst,
   * int srcSize, int dstCapacity, int acceleration)}.
   *
   * @return : size of compressed block or 0 if there is an error (typically, cannot fit into
   *     'dst').
   */
  int LZ4_compress_fast_continue(
      @OrNull Pointer streamPtr,
      @OrNull @In byte[] src,
      @OrNull @InOut byte[] dst,
      int srcSize,
      int dstCapacity,
      int acceleration);

  /**
   * LZ4_saveDict() : If last 64KB data cannot be guaranteed to remain available at its current
   * memory location, save it into a safer place (char* safeBuffer). This is schematically
   * equivalent to a memcpy() followed by LZ4_loadDict(), but is much faster, because LZ4_saveDict()
   * doesn't need to rebuild tables.
   *
   * <p>{@code int LZ4_saveDict(LZ4_stream_t *streamPtr, char *safeBuffer, int maxDictSize)}.
   *
   * @return : saved dictionary size in bytes (necessarily &lt;= maxDictSize), or 0 if error.
   */
  int LZ4_saveDict(@OrNull Pointer streamPtr, @OrNull @InOut byte[] safeBuffer, int maxDictSize);

  /** {@code LZ4_streamDecode_t *LZ4_createStreamDecode(void)}. */
  Pointer LZ4_createStreamDecode();

  /** {@code int LZ4_freeStreamDecode(LZ4_streamDecode_t *LZ4_stream)}. */
  int LZ4_freeStreamDecode(@OrNull Pointer LZ4_stream);

  /**
   * LZ4_setStreamDecode() : An LZ4_streamDecode_t context can be allocated once and re-used
   * multiple times. Use this function to start decompression of a new stream of blocks. A
   * dictionary can optionally be set. Use NULL or size 0 for a reset order. Dictionary is presumed
   * stable : it must remain accessible and unmodified during next decompression.
   *
   * <p>{@code int LZ4_setStreamDecode(LZ4_streamDecode_t *LZ4_streamDecode, const char *dictionary,
   * int dictSize)}.
   *
   * @return : 1 if OK, 0 if error
   */
  int LZ4_setStreamDecode(
      @OrNull Pointer LZ4_streamDecode, @OrNull String dictionary, int dictSize);

  /**
   * LZ4_setStreamDecode() : An LZ4_streamDecode_t context can be allocated once and re-used
   * multiple times. Use this function to start decompression of a new stream of blocks. A
   * dictionary can optionally be set. Use NULL or size 0 for a reset order. Dictionary is presumed
   * stable : it must remain accessible and unmodified during next decompression.
   *
   * <p>{@code int LZ4_setStreamDecode(LZ4_streamDecode_t *LZ4_streamDecode, const char *dictionary,
   * int dictSize)}.
   *
   * @return : 1 if OK, 0 if error
   */
  int LZ4_setStreamDecode(
      @OrNull Pointer LZ4_streamDecode, @OrNull @In byte[] dictionary, int dictSize);

  /**
   * LZ4_decoderRingBufferSize() : v1.8.2+ Note : in a ring buffer scenario (optional), blocks are
   * presumed decompressed next to each other up to the moment there is not enough remaining space
   * for next block (remainingSize &lt; maxBlockSize), at which stage it resumes from beginning of
   * ring buffer. When setting such a ring buffer for streaming decompression, provides the minimum
   * size of this ring buffer to be compatible with any source respecting maxBlockSize condition.
   *
   * <p>{@code int LZ4_decoderRingBufferSize(int maxBlockSize)}.
   *
   * @return : minimum ring buffer size, or 0 if there is an error (invalid maxBlockSize).
   */
  int LZ4_decoderRingBufferSize(int maxBlockSize);

  /**
   * LZ4_decompress_*_continue() : These decoding functions allow decompression of consecutive
   * blocks in "streaming" mode. A block is an unsplittable entity, it must be presented entirely to
   * a decompression function. Decompression functions only accepts one block at a time. The last
   * 64KB of previously decoded data *must* remain available and unmodified at the memory position
   * where they were decoded. If less than 64KB of data has been decoded, all the data must be
   * present.
   *
   * <p>Special : if decompression side sets a ring buffer, it must respect one of the following
   * conditions : - Decompression buffer size is _at least_ LZ4_decoderRingBufferSize(maxBlockSize).
   * maxBlockSize is the maximum size of any single block. It can have any value &gt; 16 bytes. In
   * which case, encoding and decoding buffers do not need to be synchronized. Actually, data can be
   * produced by any source compliant with LZ4 format specification, and respecting maxBlockSize. -
   * Synchronized mode : Decompression buffer size is _exactly_ the same as compression buffer size,
   * and follows exactly same update rule (block boundaries at same positions), and decoding
   * function is provided with exact decompressed size of each block (exception for last block of
   * the stream), _then_ decoding &amp; encoding ring buffer can have any size, including small ones
   * ( &lt; 64 KB). - Decompression buffer is larger than encoding buffer, by a minimum of
   * maxBlockSize more bytes. In which case, encoding and decoding buffers do not need to be
   * synchronized, and encoding ring buffer can have any size, including small ones ( &lt; 64 KB).
   *
   * <p>Whenever these conditions are not possible, save the last 64KB of decoded data into a safe
   * buffer where it can't be modified during decompression, then indicate where this data is saved
   * using LZ4_setStreamDecode(), before decompressing next block.
   *
   * <p>{@code int LZ4_decompress_safe_continue(LZ4_streamDecode_t *LZ4_streamDecode, const char
   * *src, char *dst, int srcSize, int dstCapacity)}.
   */
  int LZ4_decompress_safe_continue(
      @OrNull Pointer LZ4_streamDecode,
      @OrNull String src,
      @OrNull @InOut byte[] dst,
      int srcSize,
      int dstCapacity);

  /**
   * LZ4_decompress_*_continue() : These decoding functions allow decompression of consecutive
   * blocks in "streaming" mode. A block is an unsplittable entity, it must be presented entirely to
   * a decompression function. Decompression functions only accepts one block at a time. The last
   * 64KB of previously decoded data *must* remain available and unmodified at the memory position
   * where they were decoded. If less than 64KB of data has been decoded, all the data must be
   * present.
   *
   * <p>Special : if decompression side sets a ring buffer, it must respect one of the following
   * conditions : - Decompression buffer size is _at least_ LZ4_decoderRingBufferSize(maxBlockSize).
   * maxBlockSize is the maximum size of any single block. It can have any value &gt; 16 bytes. In
   * which case, encoding and decoding buffers do not need to be synchronized. Actually, data can be
   * produced by any source compliant with LZ4 format specification, and respecting maxBlockSize. -
   * Synchronized mode : Decompression buffer size is _exactly_ the same as compression buffer size,
   * and follows exactly same update rule (block boundaries at same positions), and decoding
   * function is provided with exact decompressed size of each block (exception for last block of
   * the stream), _then_ decoding &amp; encoding ring buffer can have any size, including small ones
   * ( &lt; 64 KB). - Decompression buffer is larger than encoding buffer, by a minimum of
   * maxBlockSize more bytes. In which case, encoding and decoding buffers do not need to be
   * synchronized, and encoding ring buffer can have any size, including small ones ( &lt; 64 KB).
   *
   * <p>Whenever these conditions are not possible, save the last 64KB of decoded data into a safe
   * buffer where it can't be modified during decompression, then indicate where this data is saved
   * using LZ4_setStreamDecode(), before decompressing next block.
   *
   * <p>{@code int LZ4_decompress_safe_continue(LZ4_streamDecode_t *LZ4_streamDecode, const char
   * *src, char *dst, int srcSize, int dstCapacity)}.
   */
  int LZ4_decompress_safe_continue(
      @OrNull Pointer LZ4_streamDecode,
      @OrNull @In byte[] src,
      @OrNull @InOut byte[] dst,
      int srcSize,
      int dstCapacity);

  /**
   * LZ4_decompress_*_usingDict() : These decoding functions work the same as a combination of
   * LZ4_setStreamDecode() followed by LZ4_decompress_*_continue() They are stand-alone, and don't
   * need an LZ4_streamDecode_t structure. Dictionary is presumed stable : it must remain accessible
   * and unmodified during decompression. Performance tip : Decompression speed can be substantially
   * increased when dst == dictStart + dictSize.
   *
   * <p>{@code int LZ4_decompress_safe_usingDict(const char *src, char *dst, int srcSize, int
   * dstCapacity, const char *dictStart, int dictSize)}.
   */
  int LZ4_decompress_safe_usingDict(
      @OrNull String src,
      @OrNull @InOut byte[] dst,
      int srcSize,
      int dstCapacity,
      @OrNull String dictStart,
      int dictSize);

  /**
   * LZ4_decompress_*_usingDict() : These decoding functions work the same as a combination of
   * LZ4_setStreamDecode() followed by LZ4_decompress_*_continue() They are stand-alone, and don't
   * need an LZ4_streamDecode_t structure. Dictionary is presumed stable : it must remain accessible
   * and unmodified during decompression. Performance tip : Decompression speed can be substantially
   * increased when dst == dictStart + dictSize.
   *
   * <p>{@code int LZ4_decompress_safe_usingDict(const char *src, char *dst, int srcSize, int
   * dstCapacity, const char *dictStart, int dictSize)}.
   */
  int LZ4_decompress_safe_usingDict(
      @OrNull @In byte[] src,
      @OrNull @InOut byte[] dst,
      int srcSize,
      int dstCapacity,
      @OrNull @In byte[] dictStart,
      int dictSize);

  /**
   * {@code int LZ4_decompress_safe_partial_usingDict(const char *src, char *dst, int
   * compressedSize, int targetOutputSize, int maxOutputSize, const char *dictStart, int dictSize)}.
   */
  int LZ4_decompress_safe_partial_usingDict(
      @OrNull String src,
      @OrNull @InOut byte[] dst,
      int compressedSize,
      int targetOutputSize,
      int maxOutputSize,
      @OrNull String dictStart,
      int dictSize);

  /**
   * {@code int LZ4_decompress_safe_partial_usingDict(const char *src, char *dst, int
   * compressedSize, int targetOutputSize, int maxOutputSize, const char *dictStart, int dictSize)}.
   */
  int LZ4_decompress_safe_partial_usingDict(
      @OrNull @In byte[] src,
      @OrNull @InOut byte[] dst,
      int compressedSize,
      int targetOutputSize,
      int maxOutputSize,
      @OrNull @In byte[] dictStart,
      int dictSize);

  /**
   * LZ4_initStream() : v1.9.0+ An LZ4_stream_t structure must be initialized at least once. This is
   * automatically done when invoking LZ4_createStream(), but it's not when the structure is simply
   * declared on stack (for example).
   *
   * <p>Use LZ4_initStream() to properly initialize a newly declared LZ4_stream_t. It can also
   * initialize any arbitrary buffer of sufficient size, and will &#64;return a pointer of proper
   * type upon initialization.
   *
   * <p>Note : initialization fails if size and alignment conditions are not respected. In which
   * case, the function will &#64;return NULL. Note2: An LZ4_stream_t structure guarantees correct
   * alignment and size. Note3: Before v1.9.0, use LZ4_resetStream() instead
   *
   * <p>{@code LZ4_stream_t *LZ4_initStream(void *buffer, size_t size)}.
   */
  Pointer LZ4_initStream(@OrNull Pointer buffer, @Unsigned int size);

  /**
   * LZ4_initStream() : v1.9.0+ An LZ4_stream_t structure must be initialized at least once. This is
   * automatically done when invoking LZ4_createStream(), but it's not when the structure is simply
   * declared on stack (for example).
   *
   * <p>Use LZ4_initStream() to properly initialize a newly declared LZ4_stream_t. It can also
   * initialize any arbitrary buffer of sufficient size, and will &#64;return a pointer of proper
   * type upon initialization.
   *
   * <p>Note : initialization fails if size and alignment conditions are not respected. In which
   * case, the function will &#64;return NULL. Note2: An LZ4_stream_t structure guarantees correct
   * alignment and size. Note3: Before v1.9.0, use LZ4_resetStream() instead
   *
   * <p>{@code LZ4_stream_t *LZ4_initStream(void *buffer, size_t size)}.
   */
  Pointer LZ4_initStream(@OrNull @InOut @SizedBy(1) byte[] buffer, @Unsigned int size);

  /**
   * Obsolete compression functions (since v1.7.3)
   *
   * <p>{@code int LZ4_compress(const char *src, char *dest, int srcSize)}.
   */
  int LZ4_compress(@OrNull String src, @OrNull @InOut byte[] dest, int srcSize);

  /**
   * Obsolete compression functions (since v1.7.3)
   *
   * <p>{@code int LZ4_compress(const char *src, char *dest, int srcSize)}.
   */
  int LZ4_compress(@OrNull @In byte[] src, @OrNull @InOut byte[] dest, int srcSize);

  /**
   * {@code int LZ4_compress_limitedOutput(const char *src, char *dest, int srcSize, int
   * maxOutputSize)}.
   */
  int LZ4_compress_limitedOutput(
      @OrNull String src, @OrNull @InOut byte[] dest, int srcSize, int maxOutputSize);

  /**
   * {@code int LZ4_compress_limitedOutput(const char *src, char *dest, int srcSize, int
   * maxOutputSize)}.
   */
  int LZ4_compress_limitedOutput(
      @OrNull @In byte[] src, @OrNull @InOut byte[] dest, int srcSize, int maxOutputSize);

  /**
   * {@code int LZ4_compress_withState(void *state, const char *source, char *dest, int inputSize)}.
   */
  int LZ4_compress_withState(
      @OrNull Pointer state, @OrNull String source, @OrNull @InOut byte[] dest, int inputSize);

  /**
   * {@code int LZ4_compress_withState(void *state, const char *source, char *dest, int inputSize)}.
   */
  int LZ4_compress_withState(
      @OrNull Pointer state, @OrNull @In byte[] source, @OrNull @InOut byte[] dest, int inputSize);

  /**
   * {@code int LZ4_compress_limitedOutput_withState(void *state, const char *source, char *dest,
   * int inputSize, int maxOutputSize)}.
   */
  int LZ4_compress_limitedOutput_withState(
      @OrNull Pointer state,
      @OrNull String source,
      @OrNull @InOut byte[] dest,
      int inputSize,
      int maxOutputSize);

  /**
   * {@code int LZ4_compress_limitedOutput_withState(void *state, const char *source, char *dest,
   * int inputSize, int maxOutputSize)}.
   */
  int LZ4_compress_limitedOutput_withState(
      @OrNull Pointer state,
      @OrNull @In byte[] source,
      @OrNull @InOut byte[] dest,
      int inputSize,
      int maxOutputSize);

  /**
   * {@code int LZ4_compress_continue(LZ4_stream_t *LZ4_streamPtr, const char *source, char *dest,
   * int inputSize)}.
   */
  int LZ4_compress_continue(
      @OrNull Pointer LZ4_streamPtr,
      @OrNull String source,
      @OrNull @InOut byte[] dest,
      int inputSize);

  /**
   * {@code int LZ4_compress_continue(LZ4_stream_t *LZ4_streamPtr, const char *source, char *dest,
   * int inputSize)}.
   */
  int LZ4_compress_continue(
      @OrNull Pointer LZ4_streamPtr,
      @OrNull @In byte[] source,
      @OrNull @InOut byte[] dest,
      int inputSize);

  /**
   * {@code int LZ4_compress_limitedOutput_continue(LZ4_stream_t *LZ4_streamPtr, const char *source,
   * char *dest, int inputSize, int maxOutputSize)}.
   */
  int LZ4_compress_limitedOutput_continue(
      @OrNull Pointer LZ4_streamPtr,
      @OrNull String source,
      @OrNull @InOut byte[] dest,
      int inputSize,
      int maxOutputSize);

  /**
   * {@code int LZ4_compress_limitedOutput_continue(LZ4_stream_t *LZ4_streamPtr, const char *source,
   * char *dest, int inputSize, int maxOutputSize)}.
   */
  int LZ4_compress_limitedOutput_continue(
      @OrNull Pointer LZ4_streamPtr,
      @OrNull @In byte[] source,
      @OrNull @InOut byte[] dest,
      int inputSize,
      int maxOutputSize);

  /**
   * Obsolete decompression functions (since v1.8.0)
   *
   * <p>{@code int LZ4_uncompress(const char *source, char *dest, int outputSize)}.
   */
  int LZ4_uncompress(@OrNull String source, @OrNull @InOut byte[] dest, int outputSize);

  /**
   * Obsolete decompression functions (since v1.8.0)
   *
   * <p>{@code int LZ4_uncompress(const char *source, char *dest, int outputSize)}.
   */
  int LZ4_uncompress(@OrNull @In byte[] source, @OrNull @InOut byte[] dest, int outputSize);

  /**
   * {@code int LZ4_uncompress_unknownOutputSize(const char *source, char *dest, int isize, int
   * maxOutputSize)}.
   */
  int LZ4_uncompress_unknownOutputSize(
      @OrNull String source, @OrNull @InOut byte[] dest, int isize, int maxOutputSize);

  /**
   * {@code int LZ4_uncompress_unknownOutputSize(const char *source, char *dest, int isize, int
   * maxOutputSize)}.
   */
  int LZ4_uncompress_unknownOutputSize(
      @OrNull @In byte[] source, @OrNull @InOut byte[] dest, int isize, int maxOutputSize);

  /**
   * Obsolete streaming functions (since v1.7.0) degraded functionality; do not use!
   *
   * <p>In order to perform streaming compression, these functions depended on data that is no
   * longer tracked in the state. They have been preserved as well as possible: using them will
   * still produce a correct output. However, they don't actually retain any history between
   * compression calls. The compression ratio achieved will therefore be no better than compressing
   * each chunk independently.
   *
   * <p>{@code void *LZ4_create(char *inputBuffer)}.
   */
  Pointer LZ4_create(@OrNull @InOut byte[] inputBuffer);

  /** {@code int LZ4_sizeofStreamState(void)}. */
  int LZ4_sizeofStreamState();

  /** {@code int LZ4_resetStreamState(void *state, char *inputBuffer)}. */
  int LZ4_resetStreamState(@OrNull Pointer state, @OrNull @InOut byte[] inputBuffer);

  /** {@code char *LZ4_slideInputBuffer(void *state)}. */
  Pointer LZ4_slideInputBuffer(@OrNull Pointer state);

  /**
   * Obsolete streaming decoding functions (since v1.7.0)
   *
   * <p>{@code int LZ4_decompress_safe_withPrefix64k(const char *src, char *dst, int compressedSize,
   * int maxDstSize)}.
   */
  int LZ4_decompress_safe_withPrefix64k(
      @OrNull String src, @OrNull @InOut byte[] dst, int compressedSize, int maxDstSize);

  /**
   * Obsolete streaming decoding functions (since v1.7.0)
   *
   * <p>{@code int LZ4_decompress_safe_withPrefix64k(const char *src, char *dst, int compressedSize,
   * int maxDstSize)}.
   */
  int LZ4_decompress_safe_withPrefix64k(
      @OrNull @In byte[] src, @OrNull @InOut byte[] dst, int compressedSize, int maxDstSize);

  /**
   * {@code int LZ4_decompress_fast_withPrefix64k(const char *src, char *dst, int originalSize)}.
   */
  int LZ4_decompress_fast_withPrefix64k(
      @OrNull String src, @OrNull @InOut byte[] dst, int originalSize);

  /**
   * {@code int LZ4_decompress_fast_withPrefix64k(const char *src, char *dst, int originalSize)}.
   */
  int LZ4_decompress_fast_withPrefix64k(
      @OrNull @In byte[] src, @OrNull @InOut byte[] dst, int originalSize);

  /**
   * Obsolete LZ4_decompress_fast variants (since v1.9.0) : These functions used to be faster than
   * LZ4_decompress_safe(), but this is no longer the case. They are now slower. This is because
   * LZ4_decompress_fast() doesn't know the input size, and therefore must progress more cautiously
   * into the input buffer to not read beyond the end of block. On top of that
   * `LZ4_decompress_fast()` is not protected vs malformed or malicious inputs, making it a security
   * liability. As a consequence, LZ4_decompress_fast() is strongly discouraged, and deprecated.
   *
   * <p>The last remaining LZ4_decompress_fast() specificity is that it can decompress a block
   * without knowing its compressed size. Such functionality can be achieved in a more secure manner
   * by employing LZ4_decompress_safe_partial().
   *
   * <p>Parameters: originalSize : is the uncompressed size to regenerate. `dst` must be already
   * allocated, its size must be &gt;= 'originalSize' bytes.
   *
   * <p>{@code int LZ4_decompress_fast(const char *src, char *dst, int originalSize)}.
   *
   * @return : number of bytes read from source buffer (== compressed size). The function expects to
   *     finish at block's end exactly. If the source stream is detected malformed, the function
   *     stops decoding and returns a negative result. note : LZ4_decompress_fast*() requires
   *     originalSize. Thanks to this information, it never writes past the output buffer. However,
   *     since it doesn't know its 'src' size, it may read an unknown amount of input, past input
   *     buffer bounds. Also, since match offsets are not validated, match reads from 'src' may
   *     underflow too. These issues never happen if input (compressed) data is correct. But they
   *     may happen if input data is invalid (error or intentional tampering). As a consequence, use
   *     these functions in trusted environments with trusted data **only**.
   */
  int LZ4_decompress_fast(@OrNull String src, @OrNull @InOut byte[] dst, int originalSize);

  /**
   * Obsolete LZ4_decompress_fast variants (since v1.9.0) : These functions used to be faster than
   * LZ4_decompress_safe(), but this is no longer the case. They are now slower. This is because
   * LZ4_decompress_fast() doesn't know the input size, and therefore must progress more cautiously
   * into the input buffer to not read beyond the end of block. On top of that
   * `LZ4_decompress_fast()` is not protected vs malformed or malicious inputs, making it a security
   * liability. As a consequence, LZ4_decompress_fast() is strongly discouraged, and deprecated.
   *
   * <p>The last remaining LZ4_decompress_fast() specificity is that it can decompress a block
   * without knowing its compressed size. Such functionality can be achieved in a more secure manner
   * by employing LZ4_decompress_safe_partial().
   *
   * <p>Parameters: originalSize : is the uncompressed size to regenerate. `dst` must be already
   * allocated, its size must be &gt;= 'originalSize' bytes.
   *
   * <p>{@code int LZ4_decompress_fast(const char *src, char *dst, int originalSize)}.
   *
   * @return : number of bytes read from source buffer (== compressed size). The function expects to
   *     finish at block's end exactly. If the source stream is detected malformed, the function
   *     stops decoding and returns a negative result. note : LZ4_decompress_fast*() requires
   *     originalSize. Thanks to this information, it never writes past the output buffer. However,
   *     since it doesn't know its 'src' size, it may read an unknown amount of input, past input
   *     buffer bounds. Also, since match offsets are not validated, match reads from 'src' may
   *     underflow too. These issues never happen if input (compressed) data is correct. But they
   *     may happen if input data is invalid (error or intentional tampering). As a consequence, use
   *     these functions in trusted environments with trusted data **only**.
   */
  int LZ4_decompress_fast(@OrNull @In byte[] src, @OrNull @InOut byte[] dst, int originalSize);

  /**
   * {@code int LZ4_decompress_fast_continue(LZ4_streamDecode_t *LZ4_streamDecode, const char *src,
   * char *dst, int originalSize)}.
   */
  int LZ4_decompress_fast_continue(
      @OrNull Pointer LZ4_streamDecode,
      @OrNull String src,
      @OrNull @InOut byte[] dst,
      int originalSize);

  /**
   * {@code int LZ4_decompress_fast_continue(LZ4_streamDecode_t *LZ4_streamDecode, const char *src,
   * char *dst, int originalSize)}.
   */
  int LZ4_decompress_fast_continue(
      @OrNull Pointer LZ4_streamDecode,
      @OrNull @In byte[] src,
      @OrNull @InOut byte[] dst,
      int originalSize);

  /**
   * {@code int LZ4_decompress_fast_usingDict(const char *src, char *dst, int originalSize, const
   * char *dictStart, int dictSize)}.
   */
  int LZ4_decompress_fast_usingDict(
      @OrNull String src,
      @OrNull @InOut byte[] dst,
      int originalSize,
      @OrNull String dictStart,
      int dictSize);

  /**
   * {@code int LZ4_decompress_fast_usingDict(const char *src, char *dst, int originalSize, const
   * char *dictStart, int dictSize)}.
   */
  int LZ4_decompress_fast_usingDict(
      @OrNull @In byte[] src,
      @OrNull @InOut byte[] dst,
      int originalSize,
      @OrNull @In byte[] dictStart,
      int dictSize);

  /**
   * LZ4_resetStream() : An LZ4_stream_t structure must be initialized at least once. This is done
   * with LZ4_initStream(), or LZ4_resetStream(). Consider switching to LZ4_initStream(), invoking
   * LZ4_resetStream() will trigger deprecation warnings in the future.
   *
   * <p>{@code void LZ4_resetStream(LZ4_stream_t *streamPtr)}.
   */
  void LZ4_resetStream(@OrNull Pointer streamPtr);

  /** The program that the library runs in: its memory, its function pointers. */
  Binding binding();

  @Override
  void close();

  // Left out:
  //   LZ4LIB_VISIBILITY: a macro that is no constant
  //   LZ4LIB_API: a macro that is no constant
  //   LZ4_LIB_VERSION: a macro that is no constant
  //   LZ4_VERSION_STRING: a macro that is no constant
}
