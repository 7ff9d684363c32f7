;; Garbage-collected types, beside what the suite has: across modules, vectors as fields, functions
;; that take and throw them, and what a guest must not get.

(module $lib
  (rec
    (type $list (sub (struct (field $next (mut (ref null $list))) (field $n i64))))
    (type $named (sub $list (struct (field (mut (ref null $list))) (field i64) (field (mut f32))))))
  (type $bytes (array (mut i8)))
  (tag $t (export "t") (param (ref $list)))
  (global (export "empty") (ref $bytes) (array.new_default $bytes (i32.const 3)))
  (func (export "cons") (param (ref null $list) i64) (result (ref $list))
    (struct.new $list (local.get 0) (local.get 1)))
  (func (export "named") (param i64 f32) (result (ref $list))
    (struct.new $named (ref.null $list) (local.get 0) (local.get 1)))
  (func (export "throw") (param (ref $list)) (throw $t (local.get 0)))
)
(register "lib")

(module $user
  (type $before (func))
  (rec
    (type $list (sub (struct (field (mut (ref null $list))) (field i64))))
    (type $named (sub $list (struct (field (mut (ref null $list))) (field i64) (field (mut f32))))))
  (type $bytes (array (mut i8)))
  (type $other (struct (field i64)))
  (import "lib" "cons" (func $cons (param (ref null $list) i64) (result (ref $list))))
  (import "lib" "named" (func $named (param i64 f32) (result (ref $list))))
  (import "lib" "throw" (func $throw (param (ref $list))))
  (import "lib" "t" (tag $t (param (ref $list))))
  (import "lib" "empty" (global $empty (ref $bytes)))

  (func (export "sum") (param $n i64) (result i64)
    (local $l (ref null $list)) (local $sum i64)
    (loop $more
      (local.set $l (call $cons (local.get $l) (local.get $n)))
      (local.set $n (i64.sub (local.get $n) (i64.const 1)))
      (br_if $more (i64.ne (local.get $n) (i64.const 0))))
    (block $end
      (loop $next
        (local.set $sum
          (i64.add (local.get $sum)
            (struct.get $list 1 (br_on_null $end (local.get $l)))))
        (local.set $l (struct.get $list 0 (local.get $l)))
        (br $next)))
    (local.get $sum))
  (func (export "kind") (param i32) (result f32)
    (local $x (ref null any))
    (local.set $x
      (if (result (ref any)) (local.get 0)
        (then (call $named (i64.const 7) (f32.const 1.5)))
        (else (call $cons (ref.null $list) (i64.const 8)))))
    (block $is (result (ref $named))
      (drop (br_on_cast $is anyref (ref $named) (local.get $x)))
      (return (f32.const -1)))
    (struct.get $named 2))
  (func (export "caught") (param i64) (result i64)
    (struct.get $list 1
      (block $caught (result (ref $list))
        (try_table (catch $t $caught) (call $throw (call $named (local.get 0) (f32.const 0))))
        (unreachable))))
  (func (export "bytes") (param i32) (result i32)
    (array.set $bytes (global.get $empty) (i32.const 2) (local.get 0))
    (i32.add
      (i32.mul (array.get_u $bytes (global.get $empty) (i32.const 2)) (i32.const 1000))
      (array.get_s $bytes (global.get $empty) (i32.const 2))))
  (func (export "past") (result i32)
    (array.get_u $bytes (global.get $empty) (i32.const 3)))
  (func (export "wrong cast") (result i64)
    (struct.get $other 0 (ref.cast (ref $other) (call $cons (ref.null $list) (i64.const 1)))))
  (func (export "of null") (result i64) (struct.get $list 1 (ref.null $list)))
  (func (export "round trip") (param externref) (result i32)
    (ref.eq
      (ref.cast eqref (any.convert_extern (extern.convert_any (ref.i31 (i32.const -5)))))
      (ref.i31 (i32.const 0x7fff_fffb))))
  (func (export "host is no struct") (param externref) (result i32)
    (ref.test structref (any.convert_extern (local.get 0))))
  (func (export "too large") (param i32) (result i32)
    (array.len (array.new_default $bytes (local.get 0))))
  (type $longs (array i64))
  (func (export "too large of longs") (param i32) (result i32)
    (array.len (array.new $longs (i64.const 1) (local.get 0))))
)
(assert_return (invoke "sum" (i64.const 100000)) (i64.const 5000050000))
(assert_return (invoke "kind" (i32.const 1)) (f32.const 1.5))
(assert_return (invoke "kind" (i32.const 0)) (f32.const -1))
(assert_return (invoke "caught" (i64.const 9)) (i64.const 9))
(assert_return (invoke "bytes" (i32.const 0x1ff)) (i32.const 254999))
(assert_trap (invoke "past") "out of bounds array access")
(assert_trap (invoke "wrong cast") "cast failure")
(assert_trap (invoke "of null") "null structure reference")
(assert_return (invoke "round trip" (ref.null extern)) (i32.const 1))
(assert_return (invoke "host is no struct" (ref.extern 1)) (i32.const 0))
(assert_return (invoke "too large" (i32.const 1000)) (i32.const 1000))
(assert_trap (invoke "too large" (i32.const -1)) "out of memory")
(assert_trap (invoke "too large of longs" (i32.const 0x7fff_fff0)) "out of memory")
(assert_return (invoke "too large of longs" (i32.const 5)) (i32.const 5))

(assert_unlinkable
  (module
    (type $list (sub (struct (field (mut (ref null $list))) (field i64))))
    (import "lib" "cons" (func (param (ref null $list) i64) (result (ref $list)))))
  "incompatible import type")
