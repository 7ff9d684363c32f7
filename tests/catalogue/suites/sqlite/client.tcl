# Runs one of SQLite's own tests, of the folder test of its sources, with its SQLite in another process: server.c.
#
# Usage: tclsh client.tcl TEST OPTIONS COMMAND...
#   TEST       a file *.test; the database files of the test are in the current folder
#   OPTIONS    what SQLite was built with: test_config.c of its sources, after the preprocessor
#   COMMAND    starts the server
#
# What a test prints is tester.tcl's. Of the commands that SQLite's own Tcl has for tests, few are here: whatever needs another one
# fails, with every server alike. So the answers of two servers are to be compared, and what one of them prints proves little.

lassign $argv test options
set command [lrange $argv 2 end]
set server [open |[concat $command 2>@stderr] r+]
fconfigure $server -translation binary -buffering full

namespace eval remote {
    variable nulls; array set nulls {}   ;# for each connection, what NULL is for Tcl
    variable handles; array set handles {}
    variable calls; array set calls {}   ;# number -> script
    variable next 0
    variable verbs {eval one onecolumn exists close changes total_changes last_insert_rowid errorcode complete nullvalue cache timeout busy
        version function collate transaction}
}

# The answer's parts, after all calls that came before.
proc remote::ask {args} {
    send $args
    while {[lindex [set answer [receive]] 0] eq "!call"} {
        answer_call [lindex $answer 1] [lrange $answer 2 end]
    }
    return $answer
}

proc remote::send {parts} {
    foreach part $parts {
        puts -nonewline $::server "[string length $part]\n$part"
    }
    puts $::server .
    flush $::server
}

proc remote::receive {} {
    set parts {}
    while {[gets $::server line] >= 0} {
        if {$line eq "."} {return $parts}
        lappend parts [read $::server $line]
    }
    puts "stopped: the server is gone"
    catch {close $::server} message
    puts $message
    exit 1
}

proc remote::answer_call {number values} {
    variable calls
    set script $calls($number)
    foreach value $values {lappend script [value_of $value {}]}
    if {[catch {uplevel #0 $script} result]} {
        send [list fail t[encoding convertto utf-8 $result]]
    } else {
        send [list return [typed result]]
    }
}

proc remote::call_number {script} {
    variable calls
    variable next
    set calls([incr next]) $script
    return $next
}

# Tcl's value of what the server has sent.
proc remote::value_of {value null} {
    set text [string range $value 1 end]
    switch [string index $value 0] {
        n {return $null}
        i {return [expr {$text + 0}]}
        f {return [expr {double($text)}]}
        b {return $text}
        t {return [encoding convertfrom utf-8 $text]}
    }
}

# What a variable holds, by the type that Tcl has for it, as SQLite's Tcl does it.
proc remote::typed {name} {
    upvar 1 $name value
    set what [::tcl::unsupported::representation $value]
    if {[regexp {^value is a bytearray .*no string} $what]} {return b$value}
    if {[regexp {^value is a boolean} $what]} {return i[expr {!!$value}]}
    if {[regexp {^value is a double } $what]} {return f$value}
    if {[regexp {^value is a (int|wideInt) } $what]} {return i$value}
    return t[encoding convertto utf-8 $value]
}

proc remote::fail_if_error {answer} {
    if {[lindex $answer 0] eq "error"} {
        error [encoding convertfrom utf-8 [lindex $answer 1]]
    }
}

# Runs each statement of a text; for each row the script, in the stack's frame of that level; without a script all values are the result.
proc remote::evaluate {handle null sql array script scripted level} {
    set rest [encoding convertto utf-8 $sql]
    set all {}
    while {$rest ne ""} {
        set answer [ask prepare $handle $rest]
        fail_if_error $answer
        lassign $answer - statement taken count
        set rest [string range $rest $taken end]
        if {$statement eq ""} continue ;# a comment, or nothing
        set names [lmap name [lrange $answer 4 [expr {3 + $count}]] {encoding convertfrom utf-8 $name}]
        set index 0
        foreach parameter [lrange $answer [expr {4 + $count}] end] {
            incr index
            if {[regexp {^[:$@](.*)} $parameter - variable]} {bind_from $level $statement $index $parameter $variable}
        }
        set code [catch {
            if {$scripted} {
                each_row $statement $null $names $array $script $level
            } else {
                set answer [ask step $statement 0]
                fail_if_error $answer
                foreach value [lrange $answer 1 end] {lappend all [value_of $value $null]}
            }
        } message]
        ask finalize $statement
        switch $code {
            0 {}
            3 {return {}}
            default {return -code $code $message}
        }
    }
    return $all
}

# A parameter, from a variable of who has called the connection's command.
proc remote::bind_from {level statement index parameter variable} {
    upvar #$level $variable value
    if {![info exists value] || [array exists value]} return
    if {[string index $parameter 0] eq "@"} {
        ask bind $statement $index b$value
    } else {
        ask bind $statement $index [typed value]
    }
}

proc remote::each_row {statement null names array script level} {
    if {$array ne ""} {uplevel #$level [list set ${array}(*) $names]}
    while 1 {
        set answer [ask step $statement 1]
        fail_if_error $answer
        if {[lindex $answer 0] eq "done"} return
        foreach name $names value [lrange $answer 1 end] {
            set variable [expr {$array eq "" ? $name : "${array}($name)"}]
            uplevel #$level [list set $variable [value_of $value $null]]
        }
        set code [catch {uplevel #$level $script} message]
        switch $code {
            0 - 4 {}
            default {return -code $code $message}
        }
    }
}

# What a connection's command does.
proc remote::connection {name handle verb args} {
    variable nulls
    variable verbs
    set level [expr {[info level] - 1}]
    # Any beginning of a name will do, as with SQLite's own command.
    if {[set known [::tcl::prefix match -error {} $verbs $verb]] ne ""} {set verb $known}
    switch -exact -- $verb {
        eval {
            set sql [lindex $args 0]
            if {[llength $args] == 1} {return [evaluate $handle $nulls($handle) $sql {} {} 0 $level]}
            set array [expr {[llength $args] == 3 ? [lindex $args 1] : ""}]
            return [evaluate $handle $nulls($handle) $sql $array [lindex $args end] 1 $level]
        }
        one - onecolumn {return [lindex [evaluate $handle $nulls($handle) [lindex $args 0] {} {} 0 $level] 0]}
        exists {return [expr {[llength [evaluate $handle $nulls($handle) [lindex $args 0] {} {} 0 $level]] > 0}]}
        close {rename ::$name {}; return}
        changes {return [lindex [ask state $handle] 1]}
        total_changes {return [lindex [ask state $handle] 2]}
        last_insert_rowid {return [lindex [ask state $handle] 3]}
        errorcode {return [lindex [ask state $handle] 4]}
        complete {return [lindex [ask complete [encoding convertto utf-8 [lindex $args 0]]] 1]}
        nullvalue {
            if {[llength $args]} {set nulls($handle) [lindex $args 0]}
            return $nulls($handle)
        }
        cache - timeout - busy {return}
        version {return [evaluate $handle {} {SELECT sqlite_version()} {} {} 0 $level]}
        function {
            set count -1
            set flags 0
            foreach {option value} [lrange $args 1 end-1] {
                switch -- $option {
                    -argcount {set count $value}
                    -deterministic {incr flags 0x800; set args [lreplace $args 1 1]}
                }
            }
            fail_if_error [ask function $handle [lindex $args 0] $count $flags [call_number [lindex $args end]]]
            return
        }
        collate {
            fail_if_error [ask collate $handle [lindex $args 0] [call_number [lindex $args 1]]]
            return
        }
        transaction {
            if {[lindex [ask state $handle] 5]} {
                set kind [expr {[llength $args] == 2 ? [lindex $args 0] : "deferred"}]
                lassign [list "BEGIN $kind" COMMIT ROLLBACK] begin commit rollback
            } else {
                lassign {{SAVEPOINT _tcl_transaction} {RELEASE _tcl_transaction} {ROLLBACK TO _tcl_transaction; RELEASE _tcl_transaction}} \
                    begin commit rollback
            }
            evaluate $handle {} $begin {} {} 0 $level
            set code [catch {uplevel 1 [lindex $args end]} result]
            if {$code == 1} {
                catch {evaluate $handle {} $rollback {} {} 0 $level}
            } elseif {[catch {evaluate $handle {} $commit {} {} 0 $level} message]} {
                catch {evaluate $handle {} $rollback {} {} 0 $level}
                return -code error $message
            }
            return -code $code $result
        }
        default {lacking "connection $verb"}
    }
}

proc remote::lacking {what} {
    error "client.tcl has no $what"
}

# sqlite3 NAME ?FILE? ?OPTION VALUE...?: as SQLite's Tcl has it.
proc sqlite3 {args} {
    switch -- [lindex $args 0] {
        -has-codec {return 0}
        -version {return 3.40.1}
    }
    set rest [lassign $args name file]
    if {[llength $args] % 2 == 1} {set rest [lrange $args 1 end]; set file ""}
    array set option {-readonly 0 -create 1 -uri 0}
    array set option $rest
    set flags [expr {($option(-readonly) ? 1 : $option(-create) ? 6 : 2) | ($option(-uri) ? 0x40 : 0)}]
    set answer [remote::ask open [encoding convertto utf-8 $file] $flags]
    remote::fail_if_error $answer
    set handle [lindex $answer 1]
    set remote::nulls($handle) {}
    catch {rename ::$name {}}
    interp alias {} ::$name {} remote::connection $name $handle
    trace add command ::$name delete [list apply {{handle args} {remote::ask close $handle}} $handle]
    return
}

# What tester.tcl itself calls; there is nothing behind it here.
foreach name {sqlite3_test_control_pending_byte sqlite3_shutdown sqlite3_initialize install_malloc_faultsim autoinstall_test_functions
        sqlite3_memdebug_settitle sqlite3_soft_heap_limit sqlite3_soft_heap_limit64 sqlite3_hard_heap_limit64 sqlite3_config_uri
        sqlite3_config sqlite3_config_lookaside sqlite3_config_pagecache sqlite3_reset_auto_extension sqlite3_db_config
        sqlite3_extended_result_codes sqlite3_config_memstatus sqlite3_connection_pointer database_never_corrupt
        database_may_be_corrupt database_can_be_corrupt extra_schema_checks} {
    proc $name args {return 0}
}

# And what many tests call beside what they test.
foreach {name result} {working_64bit_int 1 clang_sanitize_address 0 optimization_control {} breakpoint {} sqlite3_test_control {}} {
    proc $name args [list return $result]
}

set file [open $options]
foreach {- name value} [regexp -all -inline {"sqlite_options",\s*"(\w+)",\s*"(\w+)"} [read $file]] {
    set sqlite_options($name) $value
}
close $file

# SQLite's defaults, and counters that only its build for tests counts.
foreach {name value} {
    MAX_LENGTH 1000000000 MAX_COLUMN 2000 MAX_SQL_LENGTH 1000000000 MAX_EXPR_DEPTH 1000 MAX_COMPOUND_SELECT 500 MAX_VDBE_OP 250000000
    MAX_FUNCTION_ARG 127 MAX_ATTACHED 10 MAX_VARIABLE_NUMBER 32766 MAX_PAGE_SIZE 65536 MAX_PAGE_COUNT 1073741823
    MAX_LIKE_PATTERN_LENGTH 50000 MAX_TRIGGER_DEPTH 1000 MAX_WORKER_THREADS 8 DEFAULT_PAGE_SIZE 4096 MAX_DEFAULT_PAGE_SIZE 8192
    DEFAULT_FILE_FORMAT 4 DEFAULT_CACHE_SIZE -2000 DEFAULT_SYNCHRONOUS 2 DEFAULT_WAL_SYNCHRONOUS 2 DEFAULT_AUTOVACUUM 0
} {set SQLITE_$name $value}
set TEMP_STORE 3
foreach name {sqlite_search_count sqlite_sort_count sqlite_found_count sqlite_interrupt_count sqlite_open_file_count sqlite_sync_count
        sqlite_fullsync_count sqlite_current_time sqlite_like_count sqlite_max_blobsize sqlite_opentemp_count sqlite_io_error_pending
        sqlite_io_error_persist sqlite_io_error_hit sqlite_io_error_hardhit sqlite_diskfull_pending sqlite_diskfull sqlite_addop_count
        sqlite_query_plan sqlite3_xferopt_count sqlite3_max_blobsize sqlite_static_bind_value bitmask_size} {set $name 0}

set argv0 $test
set argv --testdir=
set argc 1
set testdir [file dirname $test]
source $testdir/tester.tcl

proc finish_test {} {
    puts "finished"
    exit 0
}

if {[catch {source $test} message]} {
    puts "stopped: $message"
}
