package org.dylink.example.bzip2;

import org.dylink.binding.Binding;
import org.dylink.binding.InOut;
import org.dylink.binding.OrNull;
import org.dylink.binding.Pointer;
import org.dylink.binding.SizedBy;
import org.dylink.binding.Unsigned;
import org.dylink.binding.WasmLibrary;

/** The functions of {@code bzlib.h}: 24 of 24. Written by {@code dylink bindings}. */
@WasmLibrary("libbz2.so")
public interface Bzip2 extends AutoCloseable {
  int BZ_RUN = 0;
  int BZ_FLUSH = 1;
  int BZ_FINISH = 2;
  int BZ_OK = 0;
  int BZ_RUN_OK = 1;
  int BZ_FLUSH_OK = 2;
  int BZ_FINISH_OK = 3;
  int BZ_STREAM_END = 4;
  int BZ_SEQUENCE_ERROR = -1;
  int BZ_PARAM_ERROR = -2;
  int BZ_MEM_ERROR = -3;
  int BZ_DATA_ERROR = -4;
  int BZ_DATA_ERROR_MAGIC = -5;
  int BZ_IO_ERROR = -6;
  int BZ_UNEXPECTED_EOF = -7;
  int BZ_OUTBUFF_FULL = -8;
  int BZ_CONFIG_ERROR = -9;
  int BZ_MAX_UNUSED = 5000;

  /**
   * {@code struct bz_stream}.
   *
   * @param next_in char *
   * @param next_out char *
   * @param state void *
   * @param bzalloc void *(*)(void *, int, int)
   * @param bzfree void (*)(void *, void *)
   * @param opaque void *
   */
  record BzStream(
      Pointer next_in,
      int avail_in,
      int total_in_lo32,
      int total_in_hi32,
      Pointer next_out,
      int avail_out,
      int total_out_lo32,
      int total_out_hi32,
      Pointer state,
      Pointer bzalloc,
      Pointer bzfree,
      Pointer opaque) {}

  /**
   * {@code int BZ2_bzCompressInit(bz_stream *strm, int blockSize100k, int verbosity, int
   * workFactor)}.
   */
  int BZ2_bzCompressInit(@OrNull Pointer strm, int blockSize100k, int verbosity, int workFactor);

  /** {@code int BZ2_bzCompress(bz_stream *strm, int action)}. */
  int BZ2_bzCompress(@OrNull Pointer strm, int action);

  /** {@code int BZ2_bzCompressEnd(bz_stream *strm)}. */
  int BZ2_bzCompressEnd(@OrNull Pointer strm);

  /** {@code int BZ2_bzDecompressInit(bz_stream *strm, int verbosity, int small)}. */
  int BZ2_bzDecompressInit(@OrNull Pointer strm, int verbosity, int small);

  /** {@code int BZ2_bzDecompress(bz_stream *strm)}. */
  int BZ2_bzDecompress(@OrNull Pointer strm);

  /** {@code int BZ2_bzDecompressEnd(bz_stream *strm)}. */
  int BZ2_bzDecompressEnd(@OrNull Pointer strm);

  /**
   * {@code BZFILE *BZ2_bzReadOpen(int *bzerror, FILE *f, int verbosity, int small, void *unused,
   * int nUnused)}.
   */
  Pointer BZ2_bzReadOpen(
      @OrNull @InOut int[] bzerror,
      @OrNull Pointer f,
      int verbosity,
      int small,
      @OrNull Pointer unused,
      int nUnused);

  /** {@code void BZ2_bzReadClose(int *bzerror, BZFILE *b)}. */
  void BZ2_bzReadClose(@OrNull @InOut int[] bzerror, @OrNull Pointer b);

  /** {@code void BZ2_bzReadGetUnused(int *bzerror, BZFILE *b, void **unused, int *nUnused)}. */
  void BZ2_bzReadGetUnused(
      @OrNull @InOut int[] bzerror,
      @OrNull Pointer b,
      @OrNull @InOut Pointer[] unused,
      @OrNull @InOut int[] nUnused);

  /** {@code int BZ2_bzRead(int *bzerror, BZFILE *b, void *buf, int len)}. */
  int BZ2_bzRead(@OrNull @InOut int[] bzerror, @OrNull Pointer b, @OrNull Pointer buf, int len);

  /** {@code int BZ2_bzRead(int *bzerror, BZFILE *b, void *buf, int len)}. */
  int BZ2_bzRead(
      @OrNull @InOut int[] bzerror, @OrNull Pointer b, @OrNull @InOut byte[] buf, int len);

  /**
   * {@code BZFILE *BZ2_bzWriteOpen(int *bzerror, FILE *f, int blockSize100k, int verbosity, int
   * workFactor)}.
   */
  Pointer BZ2_bzWriteOpen(
      @OrNull @InOut int[] bzerror,
      @OrNull Pointer f,
      int blockSize100k,
      int verbosity,
      int workFactor);

  /** {@code void BZ2_bzWrite(int *bzerror, BZFILE *b, void *buf, int len)}. */
  void BZ2_bzWrite(@OrNull @InOut int[] bzerror, @OrNull Pointer b, @OrNull Pointer buf, int len);

  /** {@code void BZ2_bzWrite(int *bzerror, BZFILE *b, void *buf, int len)}. */
  void BZ2_bzWrite(
      @OrNull @InOut int[] bzerror, @OrNull Pointer b, @OrNull @InOut byte[] buf, int len);

  /**
   * {@code void BZ2_bzWriteClose(int *bzerror, BZFILE *b, int abandon, unsigned int *nbytes_in,
   * unsigned int *nbytes_out)}.
   */
  void BZ2_bzWriteClose(
      @OrNull @InOut int[] bzerror,
      @OrNull Pointer b,
      int abandon,
      @OrNull @InOut int[] nbytes_in,
      @OrNull @InOut int[] nbytes_out);

  /**
   * {@code void BZ2_bzWriteClose64(int *bzerror, BZFILE *b, int abandon, unsigned int
   * *nbytes_in_lo32, unsigned int *nbytes_in_hi32, unsigned int *nbytes_out_lo32, unsigned int
   * *nbytes_out_hi32)}.
   */
  void BZ2_bzWriteClose64(
      @OrNull @InOut int[] bzerror,
      @OrNull Pointer b,
      int abandon,
      @OrNull @InOut int[] nbytes_in_lo32,
      @OrNull @InOut int[] nbytes_in_hi32,
      @OrNull @InOut int[] nbytes_out_lo32,
      @OrNull @InOut int[] nbytes_out_hi32);

  /**
   * {@code int BZ2_bzBuffToBuffCompress(char *dest, unsigned int *destLen, char *source, unsigned
   * int sourceLen, int blockSize100k, int verbosity, int workFactor)}.
   */
  int BZ2_bzBuffToBuffCompress(
      @OrNull @InOut @SizedBy(1) byte[] dest,
      @OrNull @InOut int[] destLen,
      @OrNull @InOut @SizedBy(3) byte[] source,
      @Unsigned int sourceLen,
      int blockSize100k,
      int verbosity,
      int workFactor);

  /**
   * {@code int BZ2_bzBuffToBuffDecompress(char *dest, unsigned int *destLen, char *source, unsigned
   * int sourceLen, int small, int verbosity)}.
   */
  int BZ2_bzBuffToBuffDecompress(
      @OrNull @InOut @SizedBy(1) byte[] dest,
      @OrNull @InOut int[] destLen,
      @OrNull @InOut @SizedBy(3) byte[] source,
      @Unsigned int sourceLen,
      int small,
      int verbosity);

  /** {@code const char *BZ2_bzlibVersion(void)}. */
  String BZ2_bzlibVersion();

  /** {@code BZFILE *BZ2_bzopen(const char *path, const char *mode)}. */
  Pointer BZ2_bzopen(@OrNull String path, @OrNull String mode);

  /** {@code BZFILE *BZ2_bzdopen(int fd, const char *mode)}. */
  Pointer BZ2_bzdopen(int fd, @OrNull String mode);

  /** {@code int BZ2_bzread(BZFILE *b, void *buf, int len)}. */
  int BZ2_bzread(@OrNull Pointer b, @OrNull Pointer buf, int len);

  /** {@code int BZ2_bzread(BZFILE *b, void *buf, int len)}. */
  int BZ2_bzread(@OrNull Pointer b, @OrNull @InOut byte[] buf, int len);

  /** {@code int BZ2_bzwrite(BZFILE *b, void *buf, int len)}. */
  int BZ2_bzwrite(@OrNull Pointer b, @OrNull Pointer buf, int len);

  /** {@code int BZ2_bzwrite(BZFILE *b, void *buf, int len)}. */
  int BZ2_bzwrite(@OrNull Pointer b, @OrNull @InOut byte[] buf, int len);

  /** {@code int BZ2_bzflush(BZFILE *b)}. */
  int BZ2_bzflush(@OrNull Pointer b);

  /** {@code void BZ2_bzclose(BZFILE *b)}. */
  void BZ2_bzclose(@OrNull Pointer b);

  /** {@code const char *BZ2_bzerror(BZFILE *b, int *errnum)}. */
  String BZ2_bzerror(@OrNull Pointer b, @OrNull @InOut int[] errnum);

  /** The program that the library runs in: its memory, its function pointers. */
  Binding binding();

  @Override
  void close();

  // Left out:
  //   BZ_EXTERN: a macro that is no constant
}
