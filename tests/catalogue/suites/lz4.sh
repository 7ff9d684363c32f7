suite_lz4() {
    sources lz4
    cd "$FOLDER"
    local name flags=("-I$src/lib" "-I$src/programs" -DXXH_NAMESPACE=LZ4_ '-Dchown(file,user,group)=0')
    for name in fuzzer frametest roundTripTest; do program "lz4-$name" catalogue/lz4/src/main/resources/lib/liblz4.so "$src/tests/$name.c" "${flags[@]}"; done
    check lz4-fuzzer run lz4-fuzzer -i200 -s1
    check lz4-frametest run lz4-frametest -i200 -s1
    cp "$src/lib/lz4.c" lz4-text
    check lz4-roundTripTest run lz4-roundTripTest lz4-text
}
