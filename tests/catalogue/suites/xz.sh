suite_xz() {
    sources xz
    local test flags=(-DHAVE_CONFIG_H "-I$FOLDER/xz" "-I$src/src/common" "-I$src/src/liblzma/api" "-I$src/src/liblzma" "-I$src/tests")
    mkdir -p "$FOLDER/xz"
    printf '#define %s\n' 'HAVE_INTTYPES_H 1' 'HAVE_STDINT_H 1' 'HAVE_STDBOOL_H 1' 'HAVE_ENCODERS 1' 'HAVE_DECODERS 1' 'HAVE_CHECK_CRC32 1' \
        'HAVE_CHECK_CRC64 1' 'HAVE_CHECK_SHA256 1' 'HAVE_LZIP_DECODER 1' 'HAVE_ENCODER_LZMA1 1' 'HAVE_ENCODER_LZMA2 1' 'HAVE_DECODER_LZMA1 1' \
        'HAVE_DECODER_LZMA2 1' 'HAVE_ENCODER_X86 1' 'HAVE_DECODER_X86 1' 'HAVE_ENCODER_POWERPC 1' 'HAVE_DECODER_POWERPC 1' 'HAVE_ENCODER_ARM 1' \
        'HAVE_DECODER_ARM 1' 'HAVE_ENCODER_DELTA 1' 'HAVE_DECODER_DELTA 1' 'sigset_t int' 'sigprocmask(a,b,c) 0' >"$FOLDER/xz/config.h"
    cp -r "$src/tests/files" "$FOLDER/xz/"
    cd "$FOLDER/xz"
    for test in bcj_exact_size block_header check filter_flags hardware index index_hash lzip_decoder memlimit stream_flags vli; do
        program "xz-$test" catalogue/xz/src/main/resources/lib/liblzma.so "$src/tests/test_$test.c" "${flags[@]}"
        check "xz-$test" xz_test "$test"
    done
}

# 77: the test says that it is for what is not compiled in.
xz_test() {
    local code=0
    srcdir=. run "xz-$1" || code=$?
    [ $code = 0 ] || [ $code = 77 ]
}
