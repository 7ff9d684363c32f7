# Without old formats, and what only measures. What the library lacks is compiled in (dictionaries of samples) or taken for granted (threads).
suite_zstd() {
    sources zstd
    cd "$FOLDER"
    local name common=("$src"/programs/{datagen,timefn,util}.c "$src"/lib/dictBuilder/*.c) flags=(-DZSTD_DISABLE_ASM -DXXH_NAMESPACE=ZSTD_
        '-Dchown(file,user,group)=0' -include stdio.h "-I$src/lib" "-I$src/lib/common" "-I$src/lib/compress" "-I$src/lib/dictBuilder" "-I$src/programs"
        "-I$src/tests")
    for name in fuzzer zstreamtest; do
        program "zstd-$name" catalogue/zstd/src/main/resources/lib/libzstd.so "$src/tests/$name.c" "$src"/tests/{seqgen,external_matchfinder}.c \
            "${common[@]}" "${flags[@]}" -include "$suites/zstd/unthreaded.h"
    done
    for name in invalidDictionaries decodecorpus; do
        program "zstd-$name" catalogue/zstd/src/main/resources/lib/libzstd.so "$src/tests/$name.c" "${common[@]}" "${flags[@]}"
    done
    check zstd-fuzzer run zstd-fuzzer -i100 -s1
    check zstd-zstreamtest run zstd-zstreamtest -t1 -i100 -s1 # the first one is threads
    check zstd-zstreamtest-newapi run zstd-zstreamtest --newapi -i100 -s1
    check zstd-invalidDictionaries run zstd-invalidDictionaries
    check zstd-decodecorpus run zstd-decodecorpus -t -T5
}
