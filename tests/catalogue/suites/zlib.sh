suite_zlib() {
    sources zlib
    cd "$FOLDER"
    local name flags=("-I$src" -DHAVE_UNISTD_H)
    for name in example minigzip; do program "zlib-$name" zlib/src/main/resources/lib/libz.so "$src/test/$name.c" "${flags[@]}"; done
    # It calls a function that stays inside the library, and has it here a second time.
    program zlib-infcover zlib/src/main/resources/lib/libz.so "$src/test/infcover.c" "$src/inftrees.c" "${flags[@]}"
    check zlib-example run zlib-example zlib-example.gz
    check zlib-infcover run zlib-infcover
    check zlib-minigzip zlib_there_and_back
}

zlib_there_and_back() {
    cp "$src/ChangeLog" zlib-text
    run zlib-minigzip zlib-text && gunzip -c zlib-text.gz | cmp - "$src/ChangeLog" && run zlib-minigzip -d zlib-text.gz && cmp zlib-text "$src/ChangeLog"
}
