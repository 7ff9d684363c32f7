#!/usr/bin/env python3
"""Generates a C header's worth of functions, the Java interface for them, and a native program that tells the answers.

Usage: abi.py FOLDER    writes libabi.c, answers.c and AbiHeader.java into it

The same at every run. build.sh compiles libabi.c with clang for wasm32, and answers.c, which has the same functions
in it, with the compiler of the machine: its output, abi.txt, has what each function is called with and what it answers.
"""
import sys

PLAIN, CALLBACK, VARIADIC = 110, 55, 35


class Random:
    """A generator of its own: those of Python may change."""

    def __init__(self, seed):
        self.state = seed

    def below(self, bound):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % bound

    def of(self, choices):
        return choices[self.below(len(choices))]


random = Random(12)


class Number:
    """A number: how C and Java write it, and which values it is tried with."""

    def __init__(self, c, java, values, shown=None, annotation="", suffix="", variadic=None):
        self.c, self.java, self.values, self.annotation = c, java, values, annotation
        self.shown = shown or "(long long)(%s)"
        self.suffix = suffix
        self.variadic = variadic  # how Java's class and C's va_arg name it
        self.is_real = java in ("float", "double")

    def declare(self, name):
        return f"{self.c} {name}"

    def literal(self):
        value = random.of(self.values)
        return (f"({self.c}){value}{self.suffix}", [value])

    def leaves(self, expression):
        return [(self, expression)]

    def made(self, seed):
        return f"({self.c})((int)(({seed}) >> 40) % 4096) / 8" if self.is_real else f"({self.c})({seed})"


class Text(Number):
    def __init__(self):
        super().__init__("const char *", "String", ["", "one", "größer", "a b"])

    def literal(self):
        value = random.of(self.values)
        return (f'"{value}"', [value])


class Array:
    """Numbers inside of a struct."""

    def __init__(self, element, length):
        self.element, self.length = element, length
        self.java = element.java + "[]"
        self.annotation = f"@Length({length}) "

    def declare(self, name):
        return f"{self.element.c} {name}[{self.length}]"

    def literal(self):
        elements = [self.element.literal() for _ in range(self.length)]
        return ("{" + ", ".join(e[0] for e in elements) + "}", [v for e in elements for v in e[1]])

    def leaves(self, expression):
        return [(self.element, f"{expression}[{i}]") for i in range(self.length)]


class Struct:
    def __init__(self, name, members):
        self.c, self.java, self.members = f"struct {name.lower()}", name, members
        self.annotation = ""

    def declare(self, name):
        return f"{self.c} {name}"

    def literal(self):
        parts = [member.literal() for member in self.members]
        return (f"({self.c}){{" + ", ".join(p[0] for p in parts) + "}", [v for p in parts for v in p[1]])

    def leaves(self, expression):
        return [leaf for i, member in enumerate(self.members) for leaf in member.leaves(f"{expression}.m{i}")]

    def definition(self):
        members = " ".join(member.declare(f"m{i}") + ";" for i, member in enumerate(self.members))
        return f"{self.c} {{ {members} }};"

    def record(self):
        components = ", ".join(f"{m.annotation if isinstance(m, Array) else ''}{m.java} m{i}"
                               for i, m in enumerate(self.members))
        return f"  record {self.java}({components}) {{}}"


class At:
    """A pointer to a struct."""

    def __init__(self, struct):
        self.struct, self.java = struct, struct.java
        self.annotation = "@ByAddress "

    def declare(self, name):
        return f"const {self.struct.c} *{name}"

    def literal(self):
        literal, values = self.struct.literal()
        return ("&" + literal, values)

    def leaves(self, expression):
        return self.struct.leaves(f"(*{expression})")


BYTE = Number("signed char", "byte", [-128, -100, -1, 0, 7, 127], variadic=("Byte", "int"))
SHORT = Number("short", "short", [-32768, -5, 0, 300, 32767], variadic=("Short", "int"))
USHORT = Number("unsigned short", "char", [0, 5, 32768, 60000, 65535], variadic=("Character", "int"))
INT = Number("int", "int", [-2147483647, -7, 0, 9, 2147483647], variadic=("Integer", "int"))
LONG = Number("long long", "long", [-9007199254740993, -1, 0, 1 << 40], suffix="ll", variadic=("Long", "long long"))
FLOAT = Number("float", "float", [-2.5, 0.0, 0.125, 1000.5], "(float)(%s)", suffix="f", variadic=("Float", "double"))
DOUBLE = Number("double", "double", [-1e9, -0.5, 0.0, 12345.625], "(double)(%s)", variadic=("Double", "double"))
BOOL = Number("_Bool", "boolean", [0, 1], variadic=("Boolean", "int"))
TEXT = Text()
# As Java has them: the same bits with a sign, or a wider number.
UCHAR = Number("unsigned char", "byte", [0, 100, -56, -1], "(long long)(signed char)(%s)", "@Unsigned ")
UCHAR_INT = Number("unsigned char", "int", [0, 100, 200, 255], annotation="@Unsigned(8) ")
USHORT_SHORT = Number("unsigned short", "short", [5, -5536, -1], "(long long)(short)(%s)", "@Unsigned ")
USHORT_INT = Number("unsigned short", "int", [5, 60000, 65535], annotation="@Unsigned(16) ")
UINT = Number("unsigned", "int", [5, -294967296, -1], "(long long)(int)(%s)", "@Unsigned ")
UINT_LONG = Number("unsigned", "long", [5, 4000000000, 4294967295], annotation="@Unsigned(32) ", suffix="ll")
CLONG = Number("i32long", "int", [-5, 0, 2147483647])
SIZE = Number("usize", "int", [5, 65536], "(long long)(int)(%s)")
ULONG = Number("unsigned long long", "long", [5, -446744073709551616, -1], annotation="@Unsigned ", suffix="ll")
ENUM = Number("enum kind", "int", [0, 1, 70000], "(long long)(int)(%s)")

MEMBERS = [BYTE, SHORT, USHORT, INT, LONG, FLOAT, DOUBLE, BOOL]
UNSIGNED = [UCHAR, UCHAR_INT, USHORT_SHORT, USHORT_INT, UINT, UINT_LONG, CLONG, SIZE, ULONG, ENUM]
NUMBERS = MEMBERS + UNSIGNED


def structs():
    made = []

    def add(*members):
        made.append(Struct(f"S{len(made)}", list(members)))
        return made[-1]

    empty = add()
    ones = [add(member) for member in MEMBERS] + [add(UNSIGNED_MEMBER) for UNSIGNED_MEMBER in (plain(UCHAR), plain(USHORT_SHORT))]
    for member in (BYTE, INT, LONG, FLOAT, DOUBLE):
        add(Array(member, 1))
    nested = [add(one) for one in ones[::2]]
    add(nested[1])
    add(empty)
    add(empty, INT)
    add(DOUBLE, empty)
    add(empty, ones[7])
    add(add(empty), ones[4])
    for member in (BYTE, SHORT, INT, LONG, FLOAT, DOUBLE):
        add(Array(member, 2 + random.below(3)))
    for _ in range(22):
        count = 2 + random.below(4)
        add(*[random.of(MEMBERS + ones + [Array(BYTE, 3), Array(INT, 1), made[-1]]) for _ in range(count)])
    return made


def plain(number):
    """The same number where Java needs no annotation: in memory, all bits are its own."""
    return Number(number.c, number.java, number.values, number.shown)


STRUCTS = structs()
TEXT_STRUCTS = [Struct("T0", [TEXT]), Struct("T1", [INT, TEXT]), Struct("T2", [Struct("T0", [TEXT])])]
BOXABLE = MEMBERS + [TEXT]


def parameter():
    kind = random.below(10)
    if kind < 4:
        return random.of(NUMBERS)
    if kind < 8:
        return random.of(STRUCTS)
    return random.of([TEXT, At(random.of(STRUCTS[1:])), random.of(TEXT_STRUCTS)])


def hashed(parameters, names):
    lines = []
    for p, name in zip(parameters, names):
        for number, leaf in p.leaves(name):
            call = "text" if isinstance(number, Text) else "real" if number.is_real else "whole"
            lines.append(f"  h = {call}(h, {leaf});")
    return "\n".join(lines)


def result_type(value):
    return value.c if value else "void"


def return_made(result):
    lines = [f"  {result.declare('r')};"]
    for i, (number, leaf) in enumerate(result.leaves("r")):
        lines.append(f"  {leaf} = {number.made(f'step(h, {i})')};")
    return "\n".join(lines + ["  return r;"])


def shown(result, expression):
    lines = []
    for number, leaf in result.leaves(expression):
        lines.append(f'  show_{"real" if number.is_real else "whole"}({number.shown % leaf});')
    return "\n".join(lines)


def java_parameters(parameters):
    return ", ".join(f"{p.annotation}{p.java} a{i}" for i, p in enumerate(parameters))


def values_of(values):
    return ",".join(str(v) for v in values)


class Function:
    def __init__(self, name):
        self.name = name
        self.parameters = [parameter() for _ in range(1 + random.below(6))]

    def names(self):
        return [f"a{i}" for i in range(len(self.parameters))]

    def declared(self):
        return ", ".join(p.declare(n) for p, n in zip(self.parameters, self.names()))


class PlainFunction(Function):
    """Hashes what it is given; its result is made of the hash."""

    def __init__(self, number):
        super().__init__(f"f{number}")
        self.result = random.of(NUMBERS + STRUCTS)

    def c(self):
        return (f"{self.result.c} {self.name}({self.declared()}) {{\n  u64 h = {len(self.parameters)};\n"
                f"{hashed(self.parameters, self.names())}\n{return_made(self.result)}\n}}")

    def java(self):
        return f"  {self.result.annotation}{self.result.java} {self.name}({java_parameters(self.parameters)});"

    def answer(self):
        literals = [p.literal() for p in self.parameters]
        values = values_of(v for literal in literals for v in literal[1])
        call = f"{self.result.declare('r')} = {self.name}({', '.join(literal[0] for literal in literals)});"
        return f'  begin("{self.name}|{values}|");\n  {{ {call}\n{shown(self.result, "r")} }}\n  end();'


class CallbackFunction(Function):
    """Calls what it is given with what the table has, and hashes what comes back."""

    def __init__(self, number):
        super().__init__(f"c{number}")
        self.result = random.of(NUMBERS + STRUCTS)
        self.arguments = [p.literal() for p in self.parameters]
        self.returned = self.result.literal()

    def c(self):
        arguments = ", ".join(literal[0] for literal in self.arguments)
        return (f"u64 {self.name}({self.result.c} (*f)({self.declared()})) {{\n  u64 h = 1;\n"
                f"  {self.result.declare('r')} = f({arguments});\n{hashed([self.result], ['r'])}\n  return h;\n}}")

    def java(self):
        kind = self.name.upper()
        return (f"  interface {kind} {{\n    {self.result.annotation}{self.result.java} call("
                f"{java_parameters(self.parameters)});\n  }}\n\n  long {self.name}({kind} function);")

    def native(self):
        checks = "".join(f"  ignore(&{n});\n" for n in self.names())
        return (f"static {self.result.c} n{self.name}({self.declared()}) {{\n{checks}"
                f"  {self.result.declare('r')} = {self.returned[0]};\n  return r;\n}}")

    def answer(self):
        values = values_of(v for literal in self.arguments for v in literal[1])
        returned = values_of(self.returned[1])
        return (f'  begin("{self.name}|{values}|{returned}|");\n'
                f"  show_whole((long long){self.name}(n{self.name}));\n  end();")


class VariadicFunction(Function):
    """Hashes the variable arguments that its first one says it has."""

    def __init__(self, number):
        self.name = f"v{number}"
        choices = BOXABLE * 2 + STRUCTS + TEXT_STRUCTS
        self.parameters = [random.of(choices) for _ in range(random.below(7))]

    def c(self):
        lines = [f"u64 {self.name}(int count, ...) {{", "  va_list rest; va_start(rest, count);", "  u64 h = count;"]
        for p, name in zip(self.parameters, self.names()):
            passed = p.c if isinstance(p, (Struct, Text)) else p.variadic[1]
            lines.append(f"  {p.declare(name)} = va_arg(rest, {passed});")
        return "\n".join(lines + [hashed(self.parameters, self.names()), "  va_end(rest);", "  return h;", "}"])

    def java(self):
        return f"  long {self.name}(int count, Object... rest);"

    def answer(self):
        literals = [p.literal() for p in self.parameters]
        values = values_of(v for literal in literals for v in literal[1])
        kinds = ",".join(p.java for p in self.parameters)
        arguments = "".join(", " + literal[0] for literal in literals)
        return (f'  begin("{self.name}|{values}|{kinds}|");\n'
                f"  show_whole((long long){self.name}({len(literals)}{arguments}));\n  end();")


FUNCTIONS = ([PlainFunction(i) for i in range(PLAIN)] + [CallbackFunction(i) for i in range(CALLBACK)]
             + [VariadicFunction(i) for i in range(VARIADIC)])

C = """/* Generated by abi.py: functions with the parameters and results that a C header may have. */
#include <stdarg.h>

typedef unsigned long long u64;
#ifdef __wasm__
typedef long i32long;
typedef __SIZE_TYPE__ usize;
#else /* types of the same size */
typedef int i32long;
typedef unsigned usize;
#endif
enum kind {{ NONE, ONE, MANY = 70000 }};

{structs}

static __attribute__((noinline)) u64 whole(u64 h, long long v) {{ return (h ^ (u64)v) * 1099511628211ull + 7; }}
static __attribute__((noinline)) u64 real(u64 h, double v) {{ return whole(h, (long long)(v * 8)); }}
static __attribute__((noinline)) u64 text(u64 h, const char *v) {{
  while (*v) h = whole(h, *(const unsigned char *)v++);
  return whole(h, 0);
}}
static __attribute__((noinline)) u64 step(u64 h, int i) {{ return (h ^ h >> 29 ^ (u64)i << 60) * 0x9e3779b97f4a7c15ull >> 7; }}

{functions}
"""

ANSWERS = """/* Generated by abi.py. */
#include <stdio.h>
#include "libabi.c"

static int shown;
static void begin(const char *what) {{ fputs(what, stdout); shown = 0; }}
static void end(void) {{ putchar('\\n'); }}
static void show_whole(long long v) {{ printf(shown++ ? ",%lld" : "%lld", v); }}
static void show_real(double v) {{ printf(shown++ ? ",%.3f" : "%.3f", v); }}
static void ignore(const void *unused) {{ (void)unused; }}

{callbacks}

int main(void) {{
  (void)text; (void)show_real; (void)ignore;
{answers}
  return 0;
}}
"""

JAVA = """package org.dylink.binding.abi;

import org.dylink.binding.ByAddress;
import org.dylink.binding.Length;
import org.dylink.binding.Unsigned;
import org.dylink.binding.WasmLibrary;

/** Generated by abi.py: the functions of libabi.c. */
@WasmLibrary("libabi.so")
@SuppressWarnings({{"ArrayRecordComponent", "UnusedVariable"}})
interface AbiHeader extends AutoCloseable {{
{records}

{methods}

  @Override
  void close();
}}
"""


def write(folder, name, text):
    with open(f"{folder}/{name}", "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def main(folder):
    kinds = STRUCTS + TEXT_STRUCTS
    write(folder, "libabi.c", C.format(structs="\n".join(s.definition() for s in kinds),
                                       functions="\n".join(f.c() for f in FUNCTIONS)))
    write(folder, "answers.c", ANSWERS.format(
        callbacks="\n".join(f.native() for f in FUNCTIONS if isinstance(f, CallbackFunction)),
        answers="\n".join(f.answer() for f in FUNCTIONS)))
    write(folder, "AbiHeader.java", JAVA.format(records="\n\n".join(s.record() for s in kinds),
                                                methods="\n\n".join(f.java() for f in FUNCTIONS)))


main(sys.argv[1])
