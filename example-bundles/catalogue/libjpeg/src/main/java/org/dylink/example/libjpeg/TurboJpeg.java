package org.dylink.example.libjpeg;

import org.dylink.binding.Binding;
import org.dylink.binding.In;
import org.dylink.binding.InOut;
import org.dylink.binding.OrNull;
import org.dylink.binding.Pointer;
import org.dylink.binding.SizedBy;
import org.dylink.binding.Unsigned;
import org.dylink.binding.WasmLibrary;

/** The functions of {@code turbojpeg.h}: 39 of 39. Written by {@code dylink bindings}. */
@WasmLibrary("libturbojpeg.so")
public interface TurboJpeg extends AutoCloseable {
  int TJSAMP_444 = 0;
  int TJSAMP_422 = 1;
  int TJSAMP_420 = 2;
  int TJSAMP_GRAY = 3;
  int TJSAMP_440 = 4;
  int TJSAMP_411 = 5;
  int TJPF_RGB = 0;
  int TJPF_BGR = 1;
  int TJPF_RGBX = 2;
  int TJPF_BGRX = 3;
  int TJPF_XBGR = 4;
  int TJPF_XRGB = 5;
  int TJPF_GRAY = 6;
  int TJPF_RGBA = 7;
  int TJPF_BGRA = 8;
  int TJPF_ABGR = 9;
  int TJPF_ARGB = 10;
  int TJPF_CMYK = 11;
  int TJPF_UNKNOWN = -1;
  int TJCS_RGB = 0;
  int TJCS_YCbCr = 1;
  int TJCS_GRAY = 2;
  int TJCS_CMYK = 3;
  int TJCS_YCCK = 4;
  int TJERR_WARNING = 0;
  int TJERR_FATAL = 1;
  int TJXOP_NONE = 0;
  int TJXOP_HFLIP = 1;
  int TJXOP_VFLIP = 2;
  int TJXOP_TRANSPOSE = 3;
  int TJXOP_TRANSVERSE = 4;
  int TJXOP_ROT90 = 5;
  int TJXOP_ROT180 = 6;
  int TJXOP_ROT270 = 7;
  int TJ_NUMSAMP = 6;
  int TJ_NUMPF = 12;
  int TJ_NUMCS = 5;
  int TJFLAG_BOTTOMUP = 2;
  int TJFLAG_FASTUPSAMPLE = 256;
  int TJFLAG_NOREALLOC = 1024;
  int TJFLAG_FASTDCT = 2048;
  int TJFLAG_ACCURATEDCT = 4096;
  int TJFLAG_STOPONWARNING = 8192;
  int TJFLAG_PROGRESSIVE = 16384;
  int TJFLAG_LIMITSCANS = 32768;
  int TJ_NUMERR = 2;
  int TJ_NUMXOP = 8;
  int TJXOPT_PERFECT = 1;
  int TJXOPT_TRIM = 2;
  int TJXOPT_CROP = 4;
  int TJXOPT_GRAY = 8;
  int TJXOPT_NOOUTPUT = 16;
  int TJXOPT_PROGRESSIVE = 32;
  int TJXOPT_COPYNONE = 64;
  int NUMSUBOPT = 6;
  int TJ_444 = 0;
  int TJ_422 = 1;
  int TJ_420 = 2;
  int TJ_411 = 2;
  int TJ_GRAYSCALE = 3;
  int TJ_BGR = 1;
  int TJ_BOTTOMUP = 2;
  int TJ_FORCEMMX = 8;
  int TJ_FORCESSE = 16;
  int TJ_FORCESSE2 = 32;
  int TJ_ALPHAFIRST = 64;
  int TJ_FORCESSE3 = 128;
  int TJ_FASTUPSAMPLE = 256;
  int TJ_YUV = 512;
  int TJFLAG_FORCEMMX = 8;
  int TJFLAG_FORCESSE = 16;
  int TJFLAG_FORCESSE2 = 32;
  int TJFLAG_FORCESSE3 = 128;

  /** {@code struct tjscalingfactor}. */
  record Tjscalingfactor(int num, int denom) {}

  /** {@code struct tjregion}. */
  record Tjregion(int x, int y, int w, int h) {}

  /**
   * {@code struct tjtransform}.
   *
   * @param data void *
   * @param customFilter int (*)(short *, tjregion, tjregion, int, int, struct tjtransform *)
   */
  record Tjtransform(Tjregion r, int op, int options, Pointer data, Pointer customFilter) {}

  /** {@code tjhandle tjInitCompress(void)}. */
  Pointer tjInitCompress();

  /**
   * {@code int tjCompress2(tjhandle handle, const unsigned char *srcBuf, int width, int pitch, int
   * height, int pixelFormat, unsigned char **jpegBuf, unsigned long *jpegSize, int jpegSubsamp, int
   * jpegQual, int flags)}.
   */
  int tjCompress2(
      @OrNull Pointer handle,
      @OrNull @In byte[] srcBuf,
      int width,
      int pitch,
      int height,
      int pixelFormat,
      @OrNull @InOut Pointer[] jpegBuf,
      @OrNull @InOut int[] jpegSize,
      int jpegSubsamp,
      int jpegQual,
      int flags);

  /**
   * {@code int tjCompressFromYUV(tjhandle handle, const unsigned char *srcBuf, int width, int
   * align, int height, int subsamp, unsigned char **jpegBuf, unsigned long *jpegSize, int jpegQual,
   * int flags)}.
   */
  int tjCompressFromYUV(
      @OrNull Pointer handle,
      @OrNull @In byte[] srcBuf,
      int width,
      int align,
      int height,
      int subsamp,
      @OrNull @InOut Pointer[] jpegBuf,
      @OrNull @InOut int[] jpegSize,
      int jpegQual,
      int flags);

  /**
   * {@code int tjCompressFromYUVPlanes(tjhandle handle, const unsigned char **srcPlanes, int width,
   * const int *strides, int height, int subsamp, unsigned char **jpegBuf, unsigned long *jpegSize,
   * int jpegQual, int flags)}.
   */
  int tjCompressFromYUVPlanes(
      @OrNull Pointer handle,
      @OrNull @InOut Pointer[] srcPlanes,
      int width,
      @OrNull @In int[] strides,
      int height,
      int subsamp,
      @OrNull @InOut Pointer[] jpegBuf,
      @OrNull @InOut int[] jpegSize,
      int jpegQual,
      int flags);

  /** {@code unsigned long tjBufSize(int width, int height, int jpegSubsamp)}. */
  @Unsigned
  int tjBufSize(int width, int height, int jpegSubsamp);

  /** {@code unsigned long tjBufSizeYUV2(int width, int align, int height, int subsamp)}. */
  @Unsigned
  int tjBufSizeYUV2(int width, int align, int height, int subsamp);

  /**
   * {@code unsigned long tjPlaneSizeYUV(int componentID, int width, int stride, int height, int
   * subsamp)}.
   */
  @Unsigned
  int tjPlaneSizeYUV(int componentID, int width, int stride, int height, int subsamp);

  /** {@code int tjPlaneWidth(int componentID, int width, int subsamp)}. */
  int tjPlaneWidth(int componentID, int width, int subsamp);

  /** {@code int tjPlaneHeight(int componentID, int height, int subsamp)}. */
  int tjPlaneHeight(int componentID, int height, int subsamp);

  /**
   * {@code int tjEncodeYUV3(tjhandle handle, const unsigned char *srcBuf, int width, int pitch, int
   * height, int pixelFormat, unsigned char *dstBuf, int align, int subsamp, int flags)}.
   */
  int tjEncodeYUV3(
      @OrNull Pointer handle,
      @OrNull @In byte[] srcBuf,
      int width,
      int pitch,
      int height,
      int pixelFormat,
      @OrNull @InOut byte[] dstBuf,
      int align,
      int subsamp,
      int flags);

  /**
   * {@code int tjEncodeYUVPlanes(tjhandle handle, const unsigned char *srcBuf, int width, int
   * pitch, int height, int pixelFormat, unsigned char **dstPlanes, int *strides, int subsamp, int
   * flags)}.
   */
  int tjEncodeYUVPlanes(
      @OrNull Pointer handle,
      @OrNull @In byte[] srcBuf,
      int width,
      int pitch,
      int height,
      int pixelFormat,
      @OrNull @InOut Pointer[] dstPlanes,
      @OrNull @InOut int[] strides,
      int subsamp,
      int flags);

  /** {@code tjhandle tjInitDecompress(void)}. */
  Pointer tjInitDecompress();

  /**
   * {@code int tjDecompressHeader3(tjhandle handle, const unsigned char *jpegBuf, unsigned long
   * jpegSize, int *width, int *height, int *jpegSubsamp, int *jpegColorspace)}.
   */
  int tjDecompressHeader3(
      @OrNull Pointer handle,
      @OrNull @In @SizedBy(2) byte[] jpegBuf,
      @Unsigned int jpegSize,
      @OrNull @InOut int[] width,
      @OrNull @InOut int[] height,
      @OrNull @InOut int[] jpegSubsamp,
      @OrNull @InOut int[] jpegColorspace);

  /** {@code tjscalingfactor *tjGetScalingFactors(int *numScalingFactors)}. */
  Pointer tjGetScalingFactors(@OrNull @InOut int[] numScalingFactors);

  /**
   * {@code int tjDecompress2(tjhandle handle, const unsigned char *jpegBuf, unsigned long jpegSize,
   * unsigned char *dstBuf, int width, int pitch, int height, int pixelFormat, int flags)}.
   */
  int tjDecompress2(
      @OrNull Pointer handle,
      @OrNull @In @SizedBy(2) byte[] jpegBuf,
      @Unsigned int jpegSize,
      @OrNull @InOut byte[] dstBuf,
      int width,
      int pitch,
      int height,
      int pixelFormat,
      int flags);

  /**
   * {@code int tjDecompressToYUV2(tjhandle handle, const unsigned char *jpegBuf, unsigned long
   * jpegSize, unsigned char *dstBuf, int width, int align, int height, int flags)}.
   */
  int tjDecompressToYUV2(
      @OrNull Pointer handle,
      @OrNull @In @SizedBy(2) byte[] jpegBuf,
      @Unsigned int jpegSize,
      @OrNull @InOut byte[] dstBuf,
      int width,
      int align,
      int height,
      int flags);

  /**
   * {@code int tjDecompressToYUVPlanes(tjhandle handle, const unsigned char *jpegBuf, unsigned long
   * jpegSize, unsigned char **dstPlanes, int width, int *strides, int height, int flags)}.
   */
  int tjDecompressToYUVPlanes(
      @OrNull Pointer handle,
      @OrNull @In @SizedBy(2) byte[] jpegBuf,
      @Unsigned int jpegSize,
      @OrNull @InOut Pointer[] dstPlanes,
      int width,
      @OrNull @InOut int[] strides,
      int height,
      int flags);

  /**
   * {@code int tjDecodeYUV(tjhandle handle, const unsigned char *srcBuf, int align, int subsamp,
   * unsigned char *dstBuf, int width, int pitch, int height, int pixelFormat, int flags)}.
   */
  int tjDecodeYUV(
      @OrNull Pointer handle,
      @OrNull @In byte[] srcBuf,
      int align,
      int subsamp,
      @OrNull @InOut byte[] dstBuf,
      int width,
      int pitch,
      int height,
      int pixelFormat,
      int flags);

  /**
   * {@code int tjDecodeYUVPlanes(tjhandle handle, const unsigned char **srcPlanes, const int
   * *strides, int subsamp, unsigned char *dstBuf, int width, int pitch, int height, int
   * pixelFormat, int flags)}.
   */
  int tjDecodeYUVPlanes(
      @OrNull Pointer handle,
      @OrNull @InOut Pointer[] srcPlanes,
      @OrNull @In int[] strides,
      int subsamp,
      @OrNull @InOut byte[] dstBuf,
      int width,
      int pitch,
      int height,
      int pixelFormat,
      int flags);

  /** {@code tjhandle tjInitTransform(void)}. */
  Pointer tjInitTransform();

  /**
   * {@code int tjTransform(tjhandle handle, const unsigned char *jpegBuf, unsigned long jpegSize,
   * int n, unsigned char **dstBufs, unsigned long *dstSizes, tjtransform *transforms, int flags)}.
   */
  int tjTransform(
      @OrNull Pointer handle,
      @OrNull @In @SizedBy(2) byte[] jpegBuf,
      @Unsigned int jpegSize,
      int n,
      @OrNull @InOut Pointer[] dstBufs,
      @OrNull @InOut int[] dstSizes,
      @OrNull Pointer transforms,
      int flags);

  /** {@code int tjDestroy(tjhandle handle)}. */
  int tjDestroy(@OrNull Pointer handle);

  /** {@code unsigned char *tjAlloc(int bytes)}. */
  Pointer tjAlloc(int bytes);

  /**
   * {@code unsigned char *tjLoadImage(const char *filename, int *width, int align, int *height, int
   * *pixelFormat, int flags)}.
   */
  Pointer tjLoadImage(
      @OrNull String filename,
      @OrNull @InOut int[] width,
      int align,
      @OrNull @InOut int[] height,
      @OrNull @InOut int[] pixelFormat,
      int flags);

  /**
   * {@code int tjSaveImage(const char *filename, unsigned char *buffer, int width, int pitch, int
   * height, int pixelFormat, int flags)}.
   */
  int tjSaveImage(
      @OrNull String filename,
      @OrNull @InOut byte[] buffer,
      int width,
      int pitch,
      int height,
      int pixelFormat,
      int flags);

  /** {@code void tjFree(unsigned char *buffer)}. */
  void tjFree(@OrNull @InOut byte[] buffer);

  /** {@code char *tjGetErrorStr2(tjhandle handle)}. */
  Pointer tjGetErrorStr2(@OrNull Pointer handle);

  /** {@code int tjGetErrorCode(tjhandle handle)}. */
  int tjGetErrorCode(@OrNull Pointer handle);

  /** {@code unsigned long TJBUFSIZE(int width, int height)}. */
  @Unsigned
  int TJBUFSIZE(int width, int height);

  /**
   * {@code int tjCompress(tjhandle handle, unsigned char *srcBuf, int width, int pitch, int height,
   * int pixelSize, unsigned char *dstBuf, unsigned long *compressedSize, int jpegSubsamp, int
   * jpegQual, int flags)}.
   */
  int tjCompress(
      @OrNull Pointer handle,
      @OrNull @InOut byte[] srcBuf,
      int width,
      int pitch,
      int height,
      int pixelSize,
      @OrNull @InOut @SizedBy(7) byte[] dstBuf,
      @OrNull @InOut int[] compressedSize,
      int jpegSubsamp,
      int jpegQual,
      int flags);

  /**
   * {@code int tjDecompress(tjhandle handle, unsigned char *jpegBuf, unsigned long jpegSize,
   * unsigned char *dstBuf, int width, int pitch, int height, int pixelSize, int flags)}.
   */
  int tjDecompress(
      @OrNull Pointer handle,
      @OrNull @InOut @SizedBy(2) byte[] jpegBuf,
      @Unsigned int jpegSize,
      @OrNull @InOut byte[] dstBuf,
      int width,
      int pitch,
      int height,
      int pixelSize,
      int flags);

  /**
   * {@code int tjDecompressHeader(tjhandle handle, unsigned char *jpegBuf, unsigned long jpegSize,
   * int *width, int *height)}.
   */
  int tjDecompressHeader(
      @OrNull Pointer handle,
      @OrNull @InOut @SizedBy(2) byte[] jpegBuf,
      @Unsigned int jpegSize,
      @OrNull @InOut int[] width,
      @OrNull @InOut int[] height);

  /** {@code char *tjGetErrorStr(void)}. */
  Pointer tjGetErrorStr();

  /** {@code unsigned long TJBUFSIZEYUV(int width, int height, int jpegSubsamp)}. */
  @Unsigned
  int TJBUFSIZEYUV(int width, int height, int jpegSubsamp);

  /**
   * {@code int tjDecompressHeader2(tjhandle handle, unsigned char *jpegBuf, unsigned long jpegSize,
   * int *width, int *height, int *jpegSubsamp)}.
   */
  int tjDecompressHeader2(
      @OrNull Pointer handle,
      @OrNull @InOut @SizedBy(2) byte[] jpegBuf,
      @Unsigned int jpegSize,
      @OrNull @InOut int[] width,
      @OrNull @InOut int[] height,
      @OrNull @InOut int[] jpegSubsamp);

  /**
   * {@code int tjDecompressToYUV(tjhandle handle, unsigned char *jpegBuf, unsigned long jpegSize,
   * unsigned char *dstBuf, int flags)}.
   */
  int tjDecompressToYUV(
      @OrNull Pointer handle,
      @OrNull @InOut @SizedBy(2) byte[] jpegBuf,
      @Unsigned int jpegSize,
      @OrNull @InOut byte[] dstBuf,
      int flags);

  /**
   * {@code int tjEncodeYUV(tjhandle handle, unsigned char *srcBuf, int width, int pitch, int
   * height, int pixelSize, unsigned char *dstBuf, int subsamp, int flags)}.
   */
  int tjEncodeYUV(
      @OrNull Pointer handle,
      @OrNull @InOut byte[] srcBuf,
      int width,
      int pitch,
      int height,
      int pixelSize,
      @OrNull @InOut byte[] dstBuf,
      int subsamp,
      int flags);

  /** {@code unsigned long tjBufSizeYUV(int width, int height, int subsamp)}. */
  @Unsigned
  int tjBufSizeYUV(int width, int height, int subsamp);

  /**
   * {@code int tjEncodeYUV2(tjhandle handle, unsigned char *srcBuf, int width, int pitch, int
   * height, int pixelFormat, unsigned char *dstBuf, int subsamp, int flags)}.
   */
  int tjEncodeYUV2(
      @OrNull Pointer handle,
      @OrNull @InOut byte[] srcBuf,
      int width,
      int pitch,
      int height,
      int pixelFormat,
      @OrNull @InOut byte[] dstBuf,
      int subsamp,
      int flags);

  /** The program that the library runs in: its memory, its function pointers. */
  Binding binding();

  @Override
  void close();
}
