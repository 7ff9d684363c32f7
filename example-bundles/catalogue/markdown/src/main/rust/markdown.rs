//! pulldown-cmark for C. Strings end with a NUL, as in C; markdown.h says who frees what.

use pulldown_cmark::{html, Event, Options, Parser, Tag};
use std::ffi::{CStr, CString};
use std::os::raw::{c_char, c_uint};

/// # Safety
/// The text is a string of C.
#[no_mangle]
pub unsafe extern "C" fn markdown_html(text: *const c_char, options: c_uint) -> *mut c_char {
    let text = CStr::from_ptr(text).to_string_lossy();
    let mut out = String::new();
    html::push_html(&mut out, Parser::new_ext(&text, Options::from_bits_truncate(options)));
    // A NUL in HTML would end the string: CommonMark replaces each.
    CString::new(out.replace('\0', "\u{fffd}")).map_or(std::ptr::null_mut(), CString::into_raw)
}

/// # Safety
/// The text is a string of C.
#[no_mangle]
pub unsafe extern "C" fn markdown_headings(text: *const c_char) -> c_uint {
    let text = CStr::from_ptr(text).to_string_lossy();
    Parser::new(&text).filter(|event| matches!(event, Event::Start(Tag::Heading(..)))).count() as c_uint
}

/// # Safety
/// What markdown_html has given, once; or null.
#[no_mangle]
pub unsafe extern "C" fn markdown_free(html: *mut c_char) {
    if !html.is_null() {
        drop(CString::from_raw(html));
    }
}
