suite_libpng() {
    sources libpng
    sources zlib && local zlib=$src
    sources libpng
    cp "$src/pngtest.png" "$FOLDER"
    cp "$src/scripts/pnglibconf.h.prebuilt" "$FOLDER/pnglibconf.h"
    cd "$FOLDER"
    program pngtest catalogue/libpng/src/main/resources/lib/libpng16.so "$src/pngtest.c" "-I$FOLDER" "-I$src" "-I$zlib" \
        "$bundles/zlib/src/main/resources/lib/libz.so"
    program pngvalid catalogue/libpng/src/main/resources/lib/libpng16.so "$src/contrib/libtests/pngvalid.c" "-I$FOLDER" "-I$src" "-I$zlib" -lm \
        "$bundles/zlib/src/main/resources/lib/libz.so"
    check pngtest run pngtest --strict pngtest.png
    local part
    for part in --standard --size --transform --gamma-transform; do check "pngvalid$part" run pngvalid --strict $part; done
}
