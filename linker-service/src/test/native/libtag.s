# Owns and exports the tag of longjmp, as newer toolchains' libsetjmp.so does.
    .tagtype __c_longjmp i32
    .globl __c_longjmp
    .section .text.tag_owner,"",@
__c_longjmp:
    .globl tag_owner
    .type tag_owner,@function
tag_owner:
    .functype tag_owner () -> (i32)
    i32.const 1
    end_function
