suite_libjpeg() {
    sources libjpeg
    cd "$FOLDER"
    cp "$src/turbojpeg.h" . && mkdir -p libjpeg-include
    printf '#define %s\n' 'BUILD ""' 'PACKAGE_NAME "libjpeg-turbo"' 'VERSION "2.1.5"' 'INLINE inline' 'THREAD_LOCAL' 'FALLTHROUGH' >libjpeg-include/jconfigint.h
    printf '#define %s\n' 'JPEG_LIB_VERSION 62' 'LIBJPEG_TURBO_VERSION 2.1.5' 'LIBJPEG_TURBO_VERSION_NUMBER 2001005' 'MEM_SRCDST_SUPPORTED 1' \
        'BITS_IN_JSAMPLE 8' 'C_ARITH_CODING_SUPPORTED 1' 'D_ARITH_CODING_SUPPORTED 1' >libjpeg-include/jconfig.h
    program tjunittest catalogue/libjpeg/src/main/resources/lib/libturbojpeg.so "$src/tjunittest.c" "$src/tjutil.c" "$src/md5/md5.c" "$src/md5/md5hl.c" \
        "-I$FOLDER/libjpeg-include" "-I$src" "-I$src/md5"
    check tjunittest run tjunittest
    check tjunittest-yuv run tjunittest -yuv
    check tjunittest-bmp run tjunittest -bmp
}
