# The libraries of example-bundles/catalogue: what each needs besides its sources. Read by build.sh, which has compile, link_library
# and install_file, and by tests/catalogue/suites.sh for the flags.

readonly CATALOGUE=(lz4 bzip2 expat zstd xz pcre2 libpng libjpeg lua tree-sitter trees grammars markdown)

# setjmp becomes an exception of WebAssembly, in the encoding that each engine has.
readonly JUMPS=(-mllvm -wasm-enable-sjlj -mllvm -wasm-use-legacy-eh=false)

# One program has one thread, no mmap, no shared memory and no second process to share a cache with. Temporary tables are in memory.
readonly SQLITE_FLAGS=(-DSQLITE_OS_OTHER=1 -DSQLITE_THREADSAFE=0 -DSQLITE_OMIT_WAL -DSQLITE_MAX_MMAP_SIZE=0 -DSQLITE_OMIT_SHARED_CACHE
    -DSQLITE_TEMP_STORE=3 -DSQLITE_OMIT_LOAD_EXTENSION -DSQLITE_OMIT_DEPRECATED -DSQLITE_OMIT_PROGRESS_CALLBACK
    -DSQLITE_DEFAULT_MEMSTATUS=0 -DSQLITE_DQS=0)

# sources_of NAME: the folder that NAME_SRC names (TREE_SITTER_SRC), or a new one
sources_of() {
    local given=${1^^}_SRC
    given=${given//-/_}
    if [ -z "${!given:-}" ]; then
        "$native/library-source.sh" "$1" "$work/$1-src"
        declare -g "$given=$work/$1-src"
    fi
    sources=${!given}
}

# build_plainly BUNDLE LIBRARY FOLDER FLAG... -- UNIT... [-- LIBRARY...]: a library whose sources need no more than flags, and what it
# needs. They are not ours to clean (-w); -Os: two thirds of the bytes. Assertions name their files: not by where those are here.
build_plainly() {
    local bundle=$1 library=$2 folder=$3 unit object flags=() objects=() out=$work/$1
    shift 3
    while [ "$1" != -- ]; do flags+=("$1") && shift; done
    shift
    mkdir -p "$out"
    # The tag of longjmp, which the linker of libraries provides: wasm-ld does not see tags of libraries.
    echo __c_longjmp >"$out/tags"
    while [ $# -gt 0 ] && [ "$1" != -- ]; do
        unit=$1 object=$out/${1//\//-}.o
        compile "$object" "$folder/$unit.c" -std=gnu11 -Os -w "-ffile-prefix-map=$folder=$bundle" "${flags[@]}"
        objects+=("$object")
        shift
    done
    link_library "$out/$library" "${objects[@]}" "${@:2}" "-Wl,--allow-undefined-file=$out/tags"
    install_file lib "$out/$library" "catalogue/$bundle"
}

# licence_of BUNDLE FILE...
licence_of() {
    local out=$bundles/catalogue/$1/src/main/resources/META-INF/LICENSE-$1.txt
    mkdir -p "${out%/*}"
    cat "${@:2}" >"$out"
}

build_lz4() {
    sources_of lz4
    build_plainly lz4 liblz4.so "$sources/lib" -DXXH_NAMESPACE=LZ4_ -- lz4 lz4hc lz4frame xxhash
    licence_of lz4 "$sources/lib/LICENSE"
}

build_bzip2() {
    sources_of bzip2
    build_plainly bzip2 libbz2.so "$sources" -- blocksort huffman crctable randtable compress decompress bzlib
    licence_of bzip2 "$sources/LICENSE"
}

build_expat() {
    sources_of expat
    mkdir -p "$work/expat"
    # What its configure would write.
    printf '#define %s\n' 'HAVE_ARC4RANDOM_BUF 1' 'BYTEORDER 1234' 'XML_CONTEXT_BYTES 1024' 'XML_DTD 1' 'XML_NS 1' \
        >"$work/expat/expat_config.h"
    build_plainly expat libexpat.so "$sources/expat/lib" "-I$work/expat" -- xmlparse xmlrole xmltok
    licence_of expat "$sources/COPYING"
}

# Without dictionaries that are made of samples, and without threads.
build_zstd() {
    sources_of zstd
    local units
    units=$(cd "$sources/lib" && printf '%s\n' common/*.c compress/*.c decompress/*.c | sed 's/\.c$//')
    # shellcheck disable=SC2086 # names of files of zstd's
    build_plainly zstd libzstd.so "$sources/lib" -DZSTD_DISABLE_ASM -DXXH_NAMESPACE=ZSTD_ -- $units
    licence_of zstd "$sources/LICENSE"
}

# All filters, checks and match finders; no threads. What configure would define.
build_xz() {
    sources_of xz
    local folder filter units flags=(-DHAVE_INTTYPES_H -DHAVE_STDINT_H -DHAVE_STDBOOL_H -DHAVE__BOOL -DHAVE_STRING_H -DHAVE_ENCODERS
        -DHAVE_DECODERS -DHAVE_CHECK_CRC32 -DHAVE_CHECK_CRC64 -DHAVE_CHECK_SHA256 -DHAVE_LZIP_DECODER -DHAVE_VISIBILITY=0 -DSIZEOF_SIZE_T=4 -D_WASI_EMULATED_SIGNAL
        -Dsigset_t=int '-Dsigprocmask(how,set,old)=0' -DHAVE___BUILTIN_BSWAPXX -DTUKLIB_FAST_UNALIGNED_ACCESS -DTUKLIB_SYMBOL_PREFIX=lzma_ -DNDEBUG '-DPACKAGE_NAME="XZ Utils"')
    for filter in ARM ARM64 ARMTHUMB DELTA IA64 LZMA1 LZMA2 POWERPC SPARC X86; do flags+=("-DHAVE_ENCODER_$filter" "-DHAVE_DECODER_$filter"); done
    for filter in HC3 HC4 BT2 BT3 BT4; do flags+=("-DHAVE_MF_$filter"); done
    for folder in api common check delta lz lzma rangecoder simple; do flags+=("-I$sources/src/liblzma/$folder"); done
    units=$(cd "$sources/src" && printf '%s\n' liblzma/*/*.c common/tuklib_physmem.c \
        | grep -v '_mt.c\|tablegen.c\|_small.c\|outqueue.c\|cputhreads.c' | sed 's/\.c$//')
    # shellcheck disable=SC2086 # names of files of liblzma's
    build_plainly xz liblzma.so "$sources/src" "${flags[@]}" "-I$sources/src/common" -- $units
    licence_of xz "$sources/COPYING"
}

# For UTF-8 and bytes, with Unicode's properties, as NON-AUTOTOOLS-BUILD of its sources tells; without its compiler to machine code.
build_pcre2() {
    sources_of pcre2
    local units folder=$work/pcre2-configured
    cp -r "$sources/src" "$folder"
    cp "$folder/config.h.generic" "$folder/config.h"
    cp "$folder/pcre2.h.generic" "$folder/pcre2.h"
    cp "$folder/pcre2_chartables.c.dist" "$folder/pcre2_chartables.c"
    units=$(cd "$folder" && printf '%s\n' pcre2_*.c | grep -v '_dftables\|_fuzzsupport\|_jit_match\|_jit_misc\|_jit_test\|_printint\|_ucptables' \
        | sed 's/\.c$//')
    # shellcheck disable=SC2086 # names of files of PCRE2's
    build_plainly pcre2 libpcre2-8.so "$folder" -DHAVE_CONFIG_H -DPCRE2_CODE_UNIT_WIDTH=8 -DSUPPORT_UNICODE -DHAVE_MEMMOVE -DHAVE_STRERROR \
        -- $units
    licence_of pcre2 "$sources/LICENCE"
}

build_libpng() {
    sources_of libpng
    zlib_sources
    mkdir -p "$work/libpng"
    cp "$sources/scripts/pnglibconf.h.prebuilt" "$work/libpng/pnglibconf.h"
    build_plainly libpng libpng16.so "$sources" "-I$work/libpng" "-I$ZLIB_SRC" "${JUMPS[@]}" \
        -- png pngerror pngget pngmem pngpread pngread pngrio pngrtran pngrutil pngset pngtrans pngwio pngwrite pngwtran pngwutil \
        -- "$bundles/zlib/src/main/resources/lib/libz.so" "$SYSROOT_LIBRARIES/libsetjmp.so"
    licence_of libpng "$sources/LICENSE"
}

# libjpeg.so has the interface of libjpeg 6b, as Debian's; libturbojpeg.so is what Java calls. Without vectors, which are assembler.
build_libjpeg() {
    sources_of libjpeg
    local configured=$work/libjpeg
    mkdir -p "$configured"
    sed 's/@JPEG_LIB_VERSION@/62/; s/@VERSION@/2.1.5/; s/@LIBJPEG_TURBO_VERSION_NUMBER@/2001005/; s/#cmakedefine \(.*_SUPPORTED\)/#define \1/
        s/@BITS_IN_JSAMPLE@/8/; s/#cmakedefine.*//' "$sources/jconfig.h.in" >"$configured/jconfig.h"
    sed 's/@BUILD@//; s/@INLINE@/inline/; s/@THREAD_LOCAL@//; s/@CMAKE_PROJECT_NAME@/libjpeg-turbo/; s/@VERSION@/2.1.5/; s/@SIZE_T@/4/
        s/#cmakedefine.*CTZ.*/#define HAVE_BUILTIN_CTZL/; s/#cmakedefine.*//' "$sources/jconfigint.h.in" >"$configured/jconfigint.h"
    sed "s/@COPYRIGHT_YEAR@/1991-2023/" "$sources/jversion.h.in" >"$configured/jversion.h"
    local units=(jcapimin jcapistd jccoefct jccolor jcdctmgr jchuff jcicc jcinit jcmainct jcmarker jcmaster jcomapi jcparam jcphuff jcprepct
        jcsample jctrans jdapimin jdapistd jdatadst jdatasrc jdcoefct jdcolor jddctmgr jdhuff jdicc jdinput jdmainct jdmarker jdmaster jdmerge
        jdphuff jdpostct jdsample jdtrans jerror jfdctflt jfdctfst jfdctint jidctflt jidctfst jidctint jidctred jquant1 jquant2 jutils jmemmgr
        jmemnobs jaricom jcarith jdarith jsimd_none)
    build_plainly libjpeg libjpeg.so "$sources" "-I$configured" -- "${units[@]}"
    build_plainly libjpeg libturbojpeg.so "$sources" "-I$configured" "-I$sources" "${JUMPS[@]}" -DPPM_SUPPORTED -DBMP_SUPPORTED \
        -- turbojpeg transupp jdatadst-tj jdatasrc-tj rdbmp rdppm wrbmp wrppm \
        -- "$configured/libjpeg.so" "$SYSROOT_LIBRARIES/libsetjmp.so"
    licence_of libjpeg "$sources/README.ijg" "$sources/LICENSE.md"
}

# With dlopen: modules of Lua that are written in C are bundles, too. absent.h has what WASI lacks.
build_lua() {
    sources_of lua
    build_plainly lua liblua5.4.so "$sources/src" -DLUA_COMPAT_5_3 -DLUA_USE_DLOPEN "-I$bundles/catalogue/lua/src/main/c" -D_WASI_EMULATED_PROCESS_CLOCKS -D_WASI_EMULATED_SIGNAL \
        -include "$bundles/catalogue/lua/src/main/c/absent.h" "${JUMPS[@]}" \
        -- lapi lcode lctype ldebug ldo ldump lfunc lgc llex lmem lobject lopcodes lparser lstate lstring ltable ltm lundump lvm lzio \
        lauxlib lbaselib lcorolib ldblib liolib lmathlib loadlib loslib lstrlib ltablib lutf8lib linit \
        -- "$bundles/../linker-service/src/main/resources/lib/libdl.so" "$SYSROOT_LIBRARIES/libsetjmp.so" \
        "$SYSROOT_LIBRARIES/libwasi-emulated-process-clocks.so"
    sed -n 's/^\* \?//; /^Copyright/,/^\*\*\*/{/^\*\*\*/!p}' "$sources/src/lua.h" >"$work/lua/LICENSE"
    licence_of lua "$work/lua/LICENSE"
}

build_tree_sitter() {
    sources_of tree-sitter
    local folder=$sources/vendor/tree-sitter/lib
    build_plainly tree-sitter libtree-sitter.so "$folder/src" "-I$folder/include" "-I$folder/src" -- lib
    licence_of tree-sitter "$sources/LICENSE" "$folder/src/unicode/LICENSE"
}

# After tree-sitter, whose library it links with.
build_trees() {
    sources_of tree-sitter
    mkdir -p "$work/trees"
    compile "$work/trees/trees.o" "$bundles/catalogue/trees/src/main/c/trees.c" -isystem "$sources/vendor/tree-sitter/lib/include"
    link_main "$work/trees/trees.wasm" "$work/trees/trees.o" "$bundles/catalogue/tree-sitter/src/main/resources/lib/libtree-sitter.so" \
        "$bundles/../linker-service/src/main/resources/lib/libdl.so"
    install_file bin "$work/trees/trees.wasm" catalogue/trees
}

# As their authors publish them: nothing is compiled. They have a dylink.0 section, and ask for what libc.so exports.
build_grammars() {
    local grammar
    for grammar in json c javascript; do
        sources_of "tree-sitter-$grammar"
        install_file lib "$sources/tree-sitter-$grammar.wasm" "catalogue/grammars/$grammar"
        install -D -m 644 "$sources/LICENSE" "$bundles/catalogue/grammars/$grammar/src/main/resources/META-INF/LICENSE-tree-sitter-$grammar.txt"
    done
}

# rust CRATE EDITION FILE FLAG...: a crate for WASI. Paths stay out of its messages.
rust() {
    LD_LIBRARY_PATH=$RUST/lib/x86_64-linux-gnu:$RUST/lib "$RUST/bin/rustc" --sysroot "$RUST" --target wasm32-wasi --crate-name "$1" \
        --edition "$2" -C panic=abort -C opt-level=s -C codegen-units=1 -C embed-bitcode=yes --cap-lints allow \
        --remap-path-prefix "$CRATES=crates" --remap-path-prefix "$bundles=bundles" -L "$out" --out-dir "$out" "${@:4}" "$3"
}

# Rust's standard library is not compiled for sharing: all of it that the crate uses becomes one module of LLVM (lto), and clang
# makes an object of that which is. malloc and the like are those of libc.so.
build_markdown() {
    local RUST=$TOOLCHAIN/rust/usr out=$work/markdown folder=$bundles/catalogue/markdown/src/main
    local CRATES=$RUST/share/cargo/registry
    mkdir -p "$out"
    rust memchr 2018 "$CRATES/memchr-2.5.0/src/lib.rs" --crate-type rlib --cfg 'feature="std"'
    rust bitflags 2018 "$CRATES/bitflags-1.3.2/src/lib.rs" --crate-type rlib
    rust unicase 2015 "$CRATES/unicase-2.6.0/src/lib.rs" --crate-type rlib --cfg __unicase__iter_cmp --cfg __unicase__default_hasher \
        --cfg __unicase__const_fns --cfg __unicase__core_and_alloc
    rust pulldown_cmark 2021 "$CRATES/pulldown-cmark-0.9.2/src/lib.rs" --crate-type rlib "--extern=memchr=$out/libmemchr.rlib" \
        "--extern=bitflags=$out/libbitflags.rlib" "--extern=unicase=$out/libunicase.rlib"
    rust markdown 2021 "$folder/rust/markdown.rs" "--extern=pulldown_cmark=$out/libpulldown_cmark.rlib" --crate-type staticlib --emit=llvm-bc -C lto=fat
    "${CC[@]}" -Os -fPIC -fvisibility=default -Wno-override-module -c -o "$out/markdown.o" "$out/markdown.bc"
    link_library "$out/libmarkdown.so" "$out/markdown.o"
    install_file lib "$out/libmarkdown.so" catalogue/markdown
    licence_of markdown "$CRATES/pulldown-cmark-0.9.2/LICENSE" "$CRATES/memchr-2.5.0/LICENSE-MIT" "$CRATES/bitflags-1.3.2/LICENSE-MIT" \
        "$CRATES/unicase-2.6.0/LICENSE-MIT" "$folder/rust/LICENSE-std.txt"
}
