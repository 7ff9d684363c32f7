;; What says something about code, and means nothing to it: hints which way a branch goes, in text
;; and binary, and other custom sections. A hint that makes no sense is none.

(module
  (@metadata.code.trace_inst "\00")
  (func (export "f") (param i32) (result i32)
    (@metadata.code.branch_hint "\01")
    (if (result i32) (local.get 0) (then (i32.const 1)) (else (i32.const 2))))
  (@custom "anything" (after func) "bytes"))
(assert_return (invoke "f" (i32.const 1)) (i32.const 1))
(assert_return (invoke "f" (i32.const 0)) (i32.const 2))

(module binary
  "\00asm" "\01\00\00\00"
  "\01\06\01\60\01\7f\01\7f"                                  ;; (i32) -> i32
  "\03\02\01\00"
  "\07\05\01\01f\00\00"
  "\00\20\19metadata.code.branch_hint\01\00\01\04\01\01"      ;; function 0: likely
  "\0a\0e\01\0c\00\20\00\04\7f\41\01\05\41\02\0b\0b"
  "\00\1d\19metadata.code.branch_hint\ff\ff\ff")              ;; no hints at all
(assert_return (invoke "f" (i32.const 1)) (i32.const 1))
(assert_return (invoke "f" (i32.const 0)) (i32.const 2))
