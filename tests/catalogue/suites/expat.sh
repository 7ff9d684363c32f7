suite_expat() {
    sources expat
    mkdir -p "$FOLDER/expat"
    # What the library was compiled with.
    printf '#define %s\n' 'HAVE_ARC4RANDOM_BUF 1' 'BYTEORDER 1234' 'XML_CONTEXT_BYTES 1024' 'XML_DTD 1' 'XML_NS 1' >"$FOLDER/expat/expat_config.h"
    local tests=$src/expat/tests
    cd "$FOLDER/expat"
    program expat-runtests catalogue/expat/src/main/resources/lib/libexpat.so "$tests"/{runtests,chardata,structdata,minicheck,memcheck}.c \
        "-I$FOLDER/expat" "-I$src/expat/lib" "-I$tests"
    check expat-runtests run expat-runtests
}
