suite_bzip2() {
    sources bzip2
    cp "$src"/sample* "$FOLDER"
    cd "$FOLDER"
    program bzip2 catalogue/bzip2/src/main/resources/lib/libbz2.so "$src/bzip2.c" "-I$src" '-Dfchown(file,user,group)=0'
    local n
    for n in 1 2 3; do
        check "bzip2-pack-$n" bzip2_pack $n
        check "bzip2-unpack-$n" bzip2_unpack $n
    done
}

# As in its makefile: WASI has no modes and owners of files, which the command copies from file to file.
bzip2_pack() { run bzip2 "-$1" <"sample$1.ref" >"sample$1.rb2" && cmp "sample$1.bz2" "sample$1.rb2"; }
bzip2_unpack() { run bzip2 -d <"sample$1.bz2" >"sample$1.tst" && cmp "sample$1.tst" "sample$1.ref"; }
