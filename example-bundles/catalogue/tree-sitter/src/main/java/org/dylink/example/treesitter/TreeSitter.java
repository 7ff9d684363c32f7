package org.dylink.example.treesitter;

import org.dylink.binding.Binding;
import org.dylink.binding.Callback;
import org.dylink.binding.In;
import org.dylink.binding.InOut;
import org.dylink.binding.Length;
import org.dylink.binding.OrNull;
import org.dylink.binding.Pointer;
import org.dylink.binding.SizedBy;
import org.dylink.binding.Unsigned;
import org.dylink.binding.WasmLibrary;

/** The functions of {@code api.h}: 148 of 151. Written by {@code dylink bindings}. */
@WasmLibrary("libtree-sitter.so")
public interface TreeSitter extends AutoCloseable {
  int TSInputEncodingUTF8 = 0;
  int TSInputEncodingUTF16LE = 1;
  int TSInputEncodingUTF16BE = 2;
  int TSInputEncodingCustom = 3;
  int TSSymbolTypeRegular = 0;
  int TSSymbolTypeAnonymous = 1;
  int TSSymbolTypeSupertype = 2;
  int TSSymbolTypeAuxiliary = 3;
  int TSLogTypeParse = 0;
  int TSLogTypeLex = 1;
  int TSQuantifierZero = 0;
  int TSQuantifierZeroOrOne = 1;
  int TSQuantifierZeroOrMore = 2;
  int TSQuantifierOne = 3;
  int TSQuantifierOneOrMore = 4;
  int TSQueryPredicateStepTypeDone = 0;
  int TSQueryPredicateStepTypeCapture = 1;
  int TSQueryPredicateStepTypeString = 2;
  int TSQueryErrorNone = 0;
  int TSQueryErrorSyntax = 1;
  int TSQueryErrorNodeType = 2;
  int TSQueryErrorField = 3;
  int TSQueryErrorCapture = 4;
  int TSQueryErrorStructure = 5;
  int TSQueryErrorLanguage = 6;
  int TSWasmErrorKindNone = 0;
  int TSWasmErrorKindParse = 1;
  int TSWasmErrorKindCompile = 2;
  int TSWasmErrorKindInstantiate = 3;
  int TSWasmErrorKindAllocate = 4;
  int TREE_SITTER_LANGUAGE_VERSION = 15;
  int TREE_SITTER_MIN_COMPATIBLE_LANGUAGE_VERSION = 13;

  /** {@code struct TSPoint}. */
  record TSPoint(int row, int column) {}

  /** {@code struct TSRange}. */
  record TSRange(TSPoint start_point, TSPoint end_point, int start_byte, int end_byte) {}

  /**
   * {@code struct TSInput}.
   *
   * @param payload void *
   * @param read const char *(*)(void *, uint32_t, TSPoint, uint32_t *)
   * @param encoding TSInputEncoding
   * @param decode DecodeFunction
   */
  record TSInput(Pointer payload, Pointer read, int encoding, Pointer decode) {}

  /**
   * {@code struct TSParseState}.
   *
   * @param payload void *
   */
  record TSParseState(Pointer payload, int current_byte_offset, boolean has_error) {}

  /**
   * {@code struct TSParseOptions}.
   *
   * @param payload void *
   * @param progress_callback _Bool (*)(TSParseState *)
   */
  record TSParseOptions(Pointer payload, Pointer progress_callback) {}

  /**
   * {@code struct TSLogger}.
   *
   * @param payload void *
   * @param log void (*)(void *, TSLogType, const char *)
   */
  record TSLogger(Pointer payload, Pointer log) {}

  /** {@code struct TSInputEdit}. */
  record TSInputEdit(
      int start_byte,
      int old_end_byte,
      int new_end_byte,
      TSPoint start_point,
      TSPoint old_end_point,
      TSPoint new_end_point) {}

  /**
   * {@code struct TSNode}.
   *
   * @param id const void *
   * @param tree const TSTree *
   */
  @SuppressWarnings("ArrayRecordComponent") // what C has
  record TSNode(@Length(4) int[] context, Pointer id, Pointer tree) {}

  /**
   * {@code struct TSTreeCursor}.
   *
   * @param tree const void *
   * @param id const void *
   */
  @SuppressWarnings("ArrayRecordComponent") // what C has
  record TSTreeCursor(Pointer tree, Pointer id, @Length(3) int[] context) {}

  /** {@code struct TSQueryCapture}. */
  record TSQueryCapture(TSNode node, int index) {}

  /**
   * {@code struct TSQueryMatch}.
   *
   * @param captures const TSQueryCapture *
   */
  record TSQueryMatch(int id, short pattern_index, short capture_count, Pointer captures) {}

  /**
   * {@code struct TSQueryPredicateStep}.
   *
   * @param type TSQueryPredicateStepType
   */
  record TSQueryPredicateStep(int type, int value_id) {}

  /**
   * {@code struct TSQueryCursorState}.
   *
   * @param payload void *
   */
  record TSQueryCursorState(Pointer payload, int current_byte_offset) {}

  /**
   * {@code struct TSQueryCursorOptions}.
   *
   * @param payload void *
   * @param progress_callback _Bool (*)(TSQueryCursorState *)
   */
  record TSQueryCursorOptions(Pointer payload, Pointer progress_callback) {}

  /** {@code struct TSLanguageMetadata}. */
  record TSLanguageMetadata(byte major_version, byte minor_version, byte patch_version) {}

  /**
   * {@code struct TSWasmError}.
   *
   * @param kind TSWasmErrorKind
   * @param message char *
   */
  record TSWasmError(int kind, Pointer message) {}

  /** {@code ts_set_allocator_new_malloc}. */
  @FunctionalInterface
  interface TsSetAllocatorNewMalloc {
    /** What C calls. */
    Pointer call(@Unsigned int arg0);
  }

  /** {@code ts_set_allocator_new_calloc}. */
  @FunctionalInterface
  interface TsSetAllocatorNewCalloc {
    /** What C calls. */
    Pointer call(@Unsigned int arg0, @Unsigned int arg1);
  }

  /** {@code ts_set_allocator_new_realloc}. */
  @FunctionalInterface
  interface TsSetAllocatorNewRealloc {
    /** What C calls. */
    Pointer call(Pointer arg0, @Unsigned int arg1);
  }

  /** {@code ts_set_allocator_new_free}. */
  @FunctionalInterface
  interface TsSetAllocatorNewFree {
    /** What C calls. */
    void call(Pointer arg0);
  }

  /**
   * Create a new parser.
   *
   * <p>{@code TSParser *ts_parser_new(void)}.
   */
  Pointer ts_parser_new();

  /**
   * Delete the parser, freeing all of the memory that it used.
   *
   * <p>{@code void ts_parser_delete(TSParser *self)}.
   */
  void ts_parser_delete(@OrNull Pointer self);

  /**
   * Get the parser's current language.
   *
   * <p>{@code const TSLanguage *ts_parser_language(const TSParser *self)}.
   */
  Pointer ts_parser_language(@OrNull Pointer self);

  /**
   * Set the language that the parser should use for parsing.
   *
   * <p>Returns a boolean indicating whether or not the language was successfully assigned. True
   * means assignment succeeded. False means there was a version mismatch: the language was
   * generated with an incompatible version of the Tree-sitter CLI. Check the language's ABI version
   * using [`ts_language_abi_version`] and compare it to this library's
   * [`TREE_SITTER_LANGUAGE_VERSION`] and [`TREE_SITTER_MIN_COMPATIBLE_LANGUAGE_VERSION`] constants.
   *
   * <p>{@code _Bool ts_parser_set_language(TSParser *self, const TSLanguage *language)}.
   */
  boolean ts_parser_set_language(@OrNull Pointer self, @OrNull Pointer language);

  /**
   * Set the ranges of text that the parser should include when parsing.
   *
   * <p>By default, the parser will always include entire documents. This function allows you to
   * parse only a *portion* of a document but still return a syntax tree whose ranges match up with
   * the document as a whole. You can also pass multiple disjoint ranges.
   *
   * <p>The second and third parameters specify the location and length of an array of ranges. The
   * parser does *not* take ownership of these ranges; it copies the data, so it doesn't matter how
   * these ranges are allocated.
   *
   * <p>If `count` is zero, then the entire document will be parsed. Otherwise, the given ranges
   * must be ordered from earliest to latest in the document, and they must not overlap. That is,
   * the following must hold for all:
   *
   * <p>`i &lt; count - 1`: `ranges[i].end_byte &lt;= ranges[i + 1].start_byte`
   *
   * <p>If this requirement is not satisfied, the operation will fail, the ranges will not be
   * assigned, and this function will return `false`. On success, this function returns `true`
   *
   * <p>{@code _Bool ts_parser_set_included_ranges(TSParser *self, const TSRange *ranges, uint32_t
   * count)}.
   */
  boolean ts_parser_set_included_ranges(
      @OrNull Pointer self, @OrNull Pointer ranges, @Unsigned int count);

  /**
   * Get the ranges of text that the parser will include when parsing.
   *
   * <p>The returned pointer is owned by the parser. The caller should not free it or write to it.
   * The length of the array will be written to the given `count` pointer.
   *
   * <p>{@code const TSRange *ts_parser_included_ranges(const TSParser *self, uint32_t *count)}.
   */
  Pointer ts_parser_included_ranges(@OrNull Pointer self, @OrNull @InOut int[] count);

  /**
   * Use the parser to parse some source code and create a syntax tree.
   *
   * <p>If you are parsing this document for the first time, pass `NULL` for the `old_tree`
   * parameter. Otherwise, if you have already parsed an earlier version of this document and the
   * document has since been edited, pass the previous syntax tree so that the unchanged parts of it
   * can be reused. This will save time and memory. For this to work correctly, you must have
   * already edited the old syntax tree using the [`ts_tree_edit`] function in a way that exactly
   * matches the source code changes.
   *
   * <p>The [`TSInput`] parameter lets you specify how to read the text. It has the following three
   * fields: 1. [`read`]: A function to retrieve a chunk of text at a given byte offset and (row,
   * column) position. The function should return a pointer to the text and write its length to the
   * [`bytes_read`] pointer. The parser does not take ownership of this buffer; it just borrows it
   * until it has finished reading it. The function should write a zero value to the [`bytes_read`]
   * pointer to indicate the end of the document. 2. [`payload`]: An arbitrary pointer that will be
   * passed to each invocation of the [`read`] function. 3. [`encoding`]: An indication of how the
   * text is encoded. Either `TSInputEncodingUTF8` or `TSInputEncodingUTF16`.
   *
   * <p>This function returns a syntax tree on success, and `NULL` on failure. There are four
   * possible reasons for failure: 1. The parser does not have a language assigned. Check for this
   * using the [`ts_parser_language`] function. 2. Parsing was cancelled due to a timeout that was
   * set by an earlier call to the [`ts_parser_set_timeout_micros`] function. You can resume parsing
   * from where the parser left out by calling [`ts_parser_parse`] again with the same arguments. Or
   * you can start parsing from scratch by first calling [`ts_parser_reset`]. 3. Parsing was
   * cancelled using a cancellation flag that was set by an earlier call to
   * [`ts_parser_set_cancellation_flag`]. You can resume parsing from where the parser left out by
   * calling [`ts_parser_parse`] again with the same arguments. 4. Parsing was cancelled due to the
   * progress callback returning true. This callback is passed in [`ts_parser_parse_with_options`]
   * inside the [`TSParseOptions`] struct.
   *
   * <p>[`read`]: TSInput::read [`payload`]: TSInput::payload [`encoding`]: TSInput::encoding
   * [`bytes_read`]: TSInput::read
   *
   * <p>{@code TSTree *ts_parser_parse(TSParser *self, const TSTree *old_tree, TSInput input)}.
   */
  Pointer ts_parser_parse(@OrNull Pointer self, @OrNull Pointer old_tree, TSInput input);

  /**
   * Use the parser to parse some source code and create a syntax tree, with some options.
   *
   * <p>See [`ts_parser_parse`] for more details.
   *
   * <p>See [`TSParseOptions`] for more details on the options.
   *
   * <p>{@code TSTree *ts_parser_parse_with_options(TSParser *self, const TSTree *old_tree, TSInput
   * input, TSParseOptions parse_options)}.
   */
  Pointer ts_parser_parse_with_options(
      @OrNull Pointer self, @OrNull Pointer old_tree, TSInput input, TSParseOptions parse_options);

  /**
   * Use the parser to parse some source code stored in one contiguous buffer. The first two
   * parameters are the same as in the [`ts_parser_parse`] function above. The second two parameters
   * indicate the location of the buffer and its length in bytes.
   *
   * <p>{@code TSTree *ts_parser_parse_string(TSParser *self, const TSTree *old_tree, const char
   * *string, uint32_t length)}.
   */
  Pointer ts_parser_parse_string(
      @OrNull Pointer self, @OrNull Pointer old_tree, @OrNull String string, @Unsigned int length);

  /**
   * Use the parser to parse some source code stored in one contiguous buffer. The first two
   * parameters are the same as in the [`ts_parser_parse`] function above. The second two parameters
   * indicate the location of the buffer and its length in bytes.
   *
   * <p>{@code TSTree *ts_parser_parse_string(TSParser *self, const TSTree *old_tree, const char
   * *string, uint32_t length)}.
   */
  Pointer ts_parser_parse_string(
      @OrNull Pointer self,
      @OrNull Pointer old_tree,
      @OrNull @In @SizedBy(3) byte[] string,
      @Unsigned int length);

  /**
   * Use the parser to parse some source code stored in one contiguous buffer with a given encoding.
   * The first four parameters work the same as in the [`ts_parser_parse_string`] method above. The
   * final parameter indicates whether the text is encoded as UTF8 or UTF16.
   *
   * <p>{@code TSTree *ts_parser_parse_string_encoding(TSParser *self, const TSTree *old_tree, const
   * char *string, uint32_t length, TSInputEncoding encoding)}.
   */
  Pointer ts_parser_parse_string_encoding(
      @OrNull Pointer self,
      @OrNull Pointer old_tree,
      @OrNull String string,
      @Unsigned int length,
      int encoding);

  /**
   * Use the parser to parse some source code stored in one contiguous buffer with a given encoding.
   * The first four parameters work the same as in the [`ts_parser_parse_string`] method above. The
   * final parameter indicates whether the text is encoded as UTF8 or UTF16.
   *
   * <p>{@code TSTree *ts_parser_parse_string_encoding(TSParser *self, const TSTree *old_tree, const
   * char *string, uint32_t length, TSInputEncoding encoding)}.
   */
  Pointer ts_parser_parse_string_encoding(
      @OrNull Pointer self,
      @OrNull Pointer old_tree,
      @OrNull @In @SizedBy(3) byte[] string,
      @Unsigned int length,
      int encoding);

  /**
   * Instruct the parser to start the next parse from the beginning.
   *
   * <p>If the parser previously failed because of a timeout or a cancellation, then by default, it
   * will resume where it left off on the next call to [`ts_parser_parse`] or other parsing
   * functions. If you don't want to resume, and instead intend to use this parser to parse some
   * other document, you must call [`ts_parser_reset`] first.
   *
   * <p>{@code void ts_parser_reset(TSParser *self)}.
   */
  void ts_parser_reset(@OrNull Pointer self);

  /**
   * &#64;deprecated use [`ts_parser_parse_with_options`] and pass in a callback instead, this will
   * be removed in 0.26.
   *
   * <p>Set the maximum duration in microseconds that parsing should be allowed to take before
   * halting.
   *
   * <p>If parsing takes longer than this, it will halt early, returning NULL. See
   * [`ts_parser_parse`] for more information.
   *
   * <p>{@code void ts_parser_set_timeout_micros(TSParser *self, uint64_t timeout_micros)}.
   */
  void ts_parser_set_timeout_micros(@OrNull Pointer self, @Unsigned long timeout_micros);

  /**
   * &#64;deprecated use [`ts_parser_parse_with_options`] and pass in a callback instead, this will
   * be removed in 0.26.
   *
   * <p>Get the duration in microseconds that parsing is allowed to take.
   *
   * <p>{@code uint64_t ts_parser_timeout_micros(const TSParser *self)}.
   */
  @Unsigned
  long ts_parser_timeout_micros(@OrNull Pointer self);

  /**
   * &#64;deprecated use [`ts_parser_parse_with_options`] and pass in a callback instead, this will
   * be removed in 0.26.
   *
   * <p>Set the parser's current cancellation flag pointer.
   *
   * <p>If a non-null pointer is assigned, then the parser will periodically read from this pointer
   * during parsing. If it reads a non-zero value, it will halt early, returning NULL. See
   * [`ts_parser_parse`] for more information.
   *
   * <p>{@code void ts_parser_set_cancellation_flag(TSParser *self, const size_t *flag)}.
   */
  void ts_parser_set_cancellation_flag(@OrNull Pointer self, @OrNull @In int[] flag);

  /**
   * &#64;deprecated use [`ts_parser_parse_with_options`] and pass in a callback instead, this will
   * be removed in 0.26.
   *
   * <p>Get the parser's current cancellation flag pointer.
   *
   * <p>{@code const size_t *ts_parser_cancellation_flag(const TSParser *self)}.
   */
  Pointer ts_parser_cancellation_flag(@OrNull Pointer self);

  /**
   * Set the logger that a parser should use during parsing.
   *
   * <p>The parser does not take ownership over the logger payload. If a logger was previously
   * assigned, the caller is responsible for releasing any memory owned by the previous logger.
   *
   * <p>{@code void ts_parser_set_logger(TSParser *self, TSLogger logger)}.
   */
  void ts_parser_set_logger(@OrNull Pointer self, TSLogger logger);

  /**
   * Get the parser's current logger.
   *
   * <p>{@code TSLogger ts_parser_logger(const TSParser *self)}.
   */
  TSLogger ts_parser_logger(@OrNull Pointer self);

  /**
   * Set the file descriptor to which the parser should write debugging graphs during parsing. The
   * graphs are formatted in the DOT language. You may want to pipe these graphs directly to a
   * `dot(1)` process in order to generate SVG output. You can turn off this logging by passing a
   * negative number.
   *
   * <p>{@code void ts_parser_print_dot_graphs(TSParser *self, int fd)}.
   */
  void ts_parser_print_dot_graphs(@OrNull Pointer self, int fd);

  /**
   * Create a shallow copy of the syntax tree. This is very fast.
   *
   * <p>You need to copy a syntax tree in order to use it on more than one thread at a time, as
   * syntax trees are not thread safe.
   *
   * <p>{@code TSTree *ts_tree_copy(const TSTree *self)}.
   */
  Pointer ts_tree_copy(@OrNull Pointer self);

  /**
   * Delete the syntax tree, freeing all of the memory that it used.
   *
   * <p>{@code void ts_tree_delete(TSTree *self)}.
   */
  void ts_tree_delete(@OrNull Pointer self);

  /**
   * Get the root node of the syntax tree.
   *
   * <p>{@code TSNode ts_tree_root_node(const TSTree *self)}.
   */
  TSNode ts_tree_root_node(@OrNull Pointer self);

  /**
   * Get the root node of the syntax tree, but with its position shifted forward by the given
   * offset.
   *
   * <p>{@code TSNode ts_tree_root_node_with_offset(const TSTree *self, uint32_t offset_bytes,
   * TSPoint offset_extent)}.
   */
  TSNode ts_tree_root_node_with_offset(
      @OrNull Pointer self, @Unsigned int offset_bytes, TSPoint offset_extent);

  /**
   * Get the language that was used to parse the syntax tree.
   *
   * <p>{@code const TSLanguage *ts_tree_language(const TSTree *self)}.
   */
  Pointer ts_tree_language(@OrNull Pointer self);

  /**
   * Get the array of included ranges that was used to parse the syntax tree.
   *
   * <p>The returned pointer must be freed by the caller.
   *
   * <p>{@code TSRange *ts_tree_included_ranges(const TSTree *self, uint32_t *length)}.
   */
  Pointer ts_tree_included_ranges(@OrNull Pointer self, @OrNull @InOut int[] length);

  /**
   * Edit the syntax tree to keep it in sync with source code that has been edited.
   *
   * <p>You must describe the edit both in terms of byte offsets and in terms of (row, column)
   * coordinates.
   *
   * <p>{@code void ts_tree_edit(TSTree *self, const TSInputEdit *edit)}.
   */
  void ts_tree_edit(@OrNull Pointer self, @OrNull Pointer edit);

  /**
   * Compare an old edited syntax tree to a new syntax tree representing the same document,
   * returning an array of ranges whose syntactic structure has changed.
   *
   * <p>For this to work correctly, the old syntax tree must have been edited such that its ranges
   * match up to the new tree. Generally, you'll want to call this function right after calling one
   * of the [`ts_parser_parse`] functions. You need to pass the old tree that was passed to parse,
   * as well as the new tree that was returned from that function.
   *
   * <p>The returned ranges indicate areas where the hierarchical structure of syntax nodes (from
   * root to leaf) has changed between the old and new trees. Characters outside these ranges have
   * identical ancestor nodes in both trees.
   *
   * <p>Note that the returned ranges may be slightly larger than the exact changed areas, but
   * Tree-sitter attempts to make them as small as possible.
   *
   * <p>The returned array is allocated using `malloc` and the caller is responsible for freeing it
   * using `free`. The length of the array will be written to the given `length` pointer.
   *
   * <p>{@code TSRange *ts_tree_get_changed_ranges(const TSTree *old_tree, const TSTree *new_tree,
   * uint32_t *length)}.
   */
  Pointer ts_tree_get_changed_ranges(
      @OrNull Pointer old_tree, @OrNull Pointer new_tree, @OrNull @InOut int[] length);

  /**
   * Write a DOT graph describing the syntax tree to the given file.
   *
   * <p>{@code void ts_tree_print_dot_graph(const TSTree *self, int file_descriptor)}.
   */
  void ts_tree_print_dot_graph(@OrNull Pointer self, int file_descriptor);

  /**
   * Get the node's type as a null-terminated string.
   *
   * <p>{@code const char *ts_node_type(TSNode self)}.
   */
  String ts_node_type(TSNode self);

  /**
   * Get the node's type as a numerical id.
   *
   * <p>{@code TSSymbol ts_node_symbol(TSNode self)}.
   */
  @Unsigned(16)
  int ts_node_symbol(TSNode self);

  /**
   * Get the node's language.
   *
   * <p>{@code const TSLanguage *ts_node_language(TSNode self)}.
   */
  Pointer ts_node_language(TSNode self);

  /**
   * Get the node's type as it appears in the grammar ignoring aliases as a null-terminated string.
   *
   * <p>{@code const char *ts_node_grammar_type(TSNode self)}.
   */
  String ts_node_grammar_type(TSNode self);

  /**
   * Get the node's type as a numerical id as it appears in the grammar ignoring aliases. This
   * should be used in [`ts_language_next_state`] instead of [`ts_node_symbol`].
   *
   * <p>{@code TSSymbol ts_node_grammar_symbol(TSNode self)}.
   */
  @Unsigned(16)
  int ts_node_grammar_symbol(TSNode self);

  /**
   * Get the node's start byte.
   *
   * <p>{@code uint32_t ts_node_start_byte(TSNode self)}.
   */
  @Unsigned
  int ts_node_start_byte(TSNode self);

  /**
   * Get the node's start position in terms of rows and columns.
   *
   * <p>{@code TSPoint ts_node_start_point(TSNode self)}.
   */
  TSPoint ts_node_start_point(TSNode self);

  /**
   * Get the node's end byte.
   *
   * <p>{@code uint32_t ts_node_end_byte(TSNode self)}.
   */
  @Unsigned
  int ts_node_end_byte(TSNode self);

  /**
   * Get the node's end position in terms of rows and columns.
   *
   * <p>{@code TSPoint ts_node_end_point(TSNode self)}.
   */
  TSPoint ts_node_end_point(TSNode self);

  /**
   * Get an S-expression representing the node as a string.
   *
   * <p>This string is allocated with `malloc` and the caller is responsible for freeing it using
   * `free`.
   *
   * <p>{@code char *ts_node_string(TSNode self)}.
   */
  Pointer ts_node_string(TSNode self);

  /**
   * Check if the node is null. Functions like [`ts_node_child`] and [`ts_node_next_sibling`] will
   * return a null node to indicate that no such node was found.
   *
   * <p>{@code _Bool ts_node_is_null(TSNode self)}.
   */
  boolean ts_node_is_null(TSNode self);

  /**
   * Check if the node is *named*. Named nodes correspond to named rules in the grammar, whereas
   * *anonymous* nodes correspond to string literals in the grammar.
   *
   * <p>{@code _Bool ts_node_is_named(TSNode self)}.
   */
  boolean ts_node_is_named(TSNode self);

  /**
   * Check if the node is *missing*. Missing nodes are inserted by the parser in order to recover
   * from certain kinds of syntax errors.
   *
   * <p>{@code _Bool ts_node_is_missing(TSNode self)}.
   */
  boolean ts_node_is_missing(TSNode self);

  /**
   * Check if the node is *extra*. Extra nodes represent things like comments, which are not
   * required the grammar, but can appear anywhere.
   *
   * <p>{@code _Bool ts_node_is_extra(TSNode self)}.
   */
  boolean ts_node_is_extra(TSNode self);

  /**
   * Check if a syntax node has been edited.
   *
   * <p>{@code _Bool ts_node_has_changes(TSNode self)}.
   */
  boolean ts_node_has_changes(TSNode self);

  /**
   * Check if the node is a syntax error or contains any syntax errors.
   *
   * <p>{@code _Bool ts_node_has_error(TSNode self)}.
   */
  boolean ts_node_has_error(TSNode self);

  /**
   * Check if the node is a syntax error.
   *
   * <p>{@code _Bool ts_node_is_error(TSNode self)}.
   */
  boolean ts_node_is_error(TSNode self);

  /**
   * Get this node's parse state.
   *
   * <p>{@code TSStateId ts_node_parse_state(TSNode self)}.
   */
  @Unsigned(16)
  int ts_node_parse_state(TSNode self);

  /**
   * Get the parse state after this node.
   *
   * <p>{@code TSStateId ts_node_next_parse_state(TSNode self)}.
   */
  @Unsigned(16)
  int ts_node_next_parse_state(TSNode self);

  /**
   * Get the node's immediate parent. Prefer [`ts_node_child_with_descendant`] for iterating over
   * the node's ancestors.
   *
   * <p>{@code TSNode ts_node_parent(TSNode self)}.
   */
  TSNode ts_node_parent(TSNode self);

  /**
   * Get the node that contains `descendant`.
   *
   * <p>Note that this can return `descendant` itself.
   *
   * <p>{@code TSNode ts_node_child_with_descendant(TSNode self, TSNode descendant)}.
   */
  TSNode ts_node_child_with_descendant(TSNode self, TSNode descendant);

  /**
   * Get the node's child at the given index, where zero represents the first child.
   *
   * <p>{@code TSNode ts_node_child(TSNode self, uint32_t child_index)}.
   */
  TSNode ts_node_child(TSNode self, @Unsigned int child_index);

  /**
   * Get the field name for node's child at the given index, where zero represents the first child.
   * Returns NULL, if no field is found.
   *
   * <p>{@code const char *ts_node_field_name_for_child(TSNode self, uint32_t child_index)}.
   */
  String ts_node_field_name_for_child(TSNode self, @Unsigned int child_index);

  /**
   * Get the field name for node's named child at the given index, where zero represents the first
   * named child. Returns NULL, if no field is found.
   *
   * <p>{@code const char *ts_node_field_name_for_named_child(TSNode self, uint32_t
   * named_child_index)}.
   */
  String ts_node_field_name_for_named_child(TSNode self, @Unsigned int named_child_index);

  /**
   * Get the node's number of children.
   *
   * <p>{@code uint32_t ts_node_child_count(TSNode self)}.
   */
  @Unsigned
  int ts_node_child_count(TSNode self);

  /**
   * Get the node's *named* child at the given index.
   *
   * <p>See also [`ts_node_is_named`].
   *
   * <p>{@code TSNode ts_node_named_child(TSNode self, uint32_t child_index)}.
   */
  TSNode ts_node_named_child(TSNode self, @Unsigned int child_index);

  /**
   * Get the node's number of *named* children.
   *
   * <p>See also [`ts_node_is_named`].
   *
   * <p>{@code uint32_t ts_node_named_child_count(TSNode self)}.
   */
  @Unsigned
  int ts_node_named_child_count(TSNode self);

  /**
   * Get the node's child with the given field name.
   *
   * <p>{@code TSNode ts_node_child_by_field_name(TSNode self, const char *name, uint32_t
   * name_length)}.
   */
  TSNode ts_node_child_by_field_name(TSNode self, @OrNull String name, @Unsigned int name_length);

  /**
   * Get the node's child with the given field name.
   *
   * <p>{@code TSNode ts_node_child_by_field_name(TSNode self, const char *name, uint32_t
   * name_length)}.
   */
  TSNode ts_node_child_by_field_name(
      TSNode self, @OrNull @In @SizedBy(2) byte[] name, @Unsigned int name_length);

  /**
   * Get the node's child with the given numerical field id.
   *
   * <p>You can convert a field name to an id using the [`ts_language_field_id_for_name`] function.
   *
   * <p>{@code TSNode ts_node_child_by_field_id(TSNode self, TSFieldId field_id)}.
   */
  TSNode ts_node_child_by_field_id(TSNode self, @Unsigned(16) int field_id);

  /**
   * Get the node's next / previous sibling.
   *
   * <p>{@code TSNode ts_node_next_sibling(TSNode self)}.
   */
  TSNode ts_node_next_sibling(TSNode self);

  /** {@code TSNode ts_node_prev_sibling(TSNode self)}. */
  TSNode ts_node_prev_sibling(TSNode self);

  /**
   * Get the node's next / previous *named* sibling.
   *
   * <p>{@code TSNode ts_node_next_named_sibling(TSNode self)}.
   */
  TSNode ts_node_next_named_sibling(TSNode self);

  /** {@code TSNode ts_node_prev_named_sibling(TSNode self)}. */
  TSNode ts_node_prev_named_sibling(TSNode self);

  /**
   * Get the node's first child that contains or starts after the given byte offset.
   *
   * <p>{@code TSNode ts_node_first_child_for_byte(TSNode self, uint32_t byte)}.
   */
  TSNode ts_node_first_child_for_byte(TSNode self, @Unsigned int byte_);

  /**
   * Get the node's first named child that contains or starts after the given byte offset.
   *
   * <p>{@code TSNode ts_node_first_named_child_for_byte(TSNode self, uint32_t byte)}.
   */
  TSNode ts_node_first_named_child_for_byte(TSNode self, @Unsigned int byte_);

  /**
   * Get the node's number of descendants, including one for the node itself.
   *
   * <p>{@code uint32_t ts_node_descendant_count(TSNode self)}.
   */
  @Unsigned
  int ts_node_descendant_count(TSNode self);

  /**
   * Get the smallest node within this node that spans the given range of bytes or (row, column)
   * positions.
   *
   * <p>{@code TSNode ts_node_descendant_for_byte_range(TSNode self, uint32_t start, uint32_t end)}.
   */
  TSNode ts_node_descendant_for_byte_range(TSNode self, @Unsigned int start, @Unsigned int end);

  /** {@code TSNode ts_node_descendant_for_point_range(TSNode self, TSPoint start, TSPoint end)}. */
  TSNode ts_node_descendant_for_point_range(TSNode self, TSPoint start, TSPoint end);

  /**
   * Get the smallest named node within this node that spans the given range of bytes or (row,
   * column) positions.
   *
   * <p>{@code TSNode ts_node_named_descendant_for_byte_range(TSNode self, uint32_t start, uint32_t
   * end)}.
   */
  TSNode ts_node_named_descendant_for_byte_range(
      TSNode self, @Unsigned int start, @Unsigned int end);

  /**
   * {@code TSNode ts_node_named_descendant_for_point_range(TSNode self, TSPoint start, TSPoint
   * end)}.
   */
  TSNode ts_node_named_descendant_for_point_range(TSNode self, TSPoint start, TSPoint end);

  /**
   * Edit the node to keep it in-sync with source code that has been edited.
   *
   * <p>This function is only rarely needed. When you edit a syntax tree with the [`ts_tree_edit`]
   * function, all of the nodes that you retrieve from the tree afterward will already reflect the
   * edit. You only need to use [`ts_node_edit`] when you have a [`TSNode`] instance that you want
   * to keep and continue to use after an edit.
   *
   * <p>{@code void ts_node_edit(TSNode *self, const TSInputEdit *edit)}.
   */
  void ts_node_edit(@OrNull Pointer self, @OrNull Pointer edit);

  /**
   * Check if two nodes are identical.
   *
   * <p>{@code _Bool ts_node_eq(TSNode self, TSNode other)}.
   */
  boolean ts_node_eq(TSNode self, TSNode other);

  /**
   * Create a new tree cursor starting from the given node.
   *
   * <p>A tree cursor allows you to walk a syntax tree more efficiently than is possible using the
   * [`TSNode`] functions. It is a mutable object that is always on a certain syntax node, and can
   * be moved imperatively to different nodes.
   *
   * <p>Note that the given node is considered the root of the cursor, and the cursor cannot walk
   * outside this node.
   *
   * <p>{@code TSTreeCursor ts_tree_cursor_new(TSNode node)}.
   */
  TSTreeCursor ts_tree_cursor_new(TSNode node);

  /**
   * Delete a tree cursor, freeing all of the memory that it used.
   *
   * <p>{@code void ts_tree_cursor_delete(TSTreeCursor *self)}.
   */
  void ts_tree_cursor_delete(@OrNull Pointer self);

  /**
   * Re-initialize a tree cursor to start at the original node that the cursor was constructed with.
   *
   * <p>{@code void ts_tree_cursor_reset(TSTreeCursor *self, TSNode node)}.
   */
  void ts_tree_cursor_reset(@OrNull Pointer self, TSNode node);

  /**
   * Re-initialize a tree cursor to the same position as another cursor.
   *
   * <p>Unlike [`ts_tree_cursor_reset`], this will not lose parent information and allows reusing
   * already created cursors.
   *
   * <p>{@code void ts_tree_cursor_reset_to(TSTreeCursor *dst, const TSTreeCursor *src)}.
   */
  void ts_tree_cursor_reset_to(@OrNull Pointer dst, @OrNull Pointer src);

  /**
   * Get the tree cursor's current node.
   *
   * <p>{@code TSNode ts_tree_cursor_current_node(const TSTreeCursor *self)}.
   */
  TSNode ts_tree_cursor_current_node(@OrNull Pointer self);

  /**
   * Get the field name of the tree cursor's current node.
   *
   * <p>This returns `NULL` if the current node doesn't have a field. See also
   * [`ts_node_child_by_field_name`].
   *
   * <p>{@code const char *ts_tree_cursor_current_field_name(const TSTreeCursor *self)}.
   */
  String ts_tree_cursor_current_field_name(@OrNull Pointer self);

  /**
   * Get the field id of the tree cursor's current node.
   *
   * <p>This returns zero if the current node doesn't have a field. See also
   * [`ts_node_child_by_field_id`], [`ts_language_field_id_for_name`].
   *
   * <p>{@code TSFieldId ts_tree_cursor_current_field_id(const TSTreeCursor *self)}.
   */
  @Unsigned(16)
  int ts_tree_cursor_current_field_id(@OrNull Pointer self);

  /**
   * Move the cursor to the parent of its current node.
   *
   * <p>This returns `true` if the cursor successfully moved, and returns `false` if there was no
   * parent node (the cursor was already on the root node).
   *
   * <p>Note that the node the cursor was constructed with is considered the root of the cursor, and
   * the cursor cannot walk outside this node.
   *
   * <p>{@code _Bool ts_tree_cursor_goto_parent(TSTreeCursor *self)}.
   */
  boolean ts_tree_cursor_goto_parent(@OrNull Pointer self);

  /**
   * Move the cursor to the next sibling of its current node.
   *
   * <p>This returns `true` if the cursor successfully moved, and returns `false` if there was no
   * next sibling node.
   *
   * <p>Note that the node the cursor was constructed with is considered the root of the cursor, and
   * the cursor cannot walk outside this node.
   *
   * <p>{@code _Bool ts_tree_cursor_goto_next_sibling(TSTreeCursor *self)}.
   */
  boolean ts_tree_cursor_goto_next_sibling(@OrNull Pointer self);

  /**
   * Move the cursor to the previous sibling of its current node.
   *
   * <p>This returns `true` if the cursor successfully moved, and returns `false` if there was no
   * previous sibling node.
   *
   * <p>Note, that this function may be slower than [`ts_tree_cursor_goto_next_sibling`] due to how
   * node positions are stored. In the worst case, this will need to iterate through all the
   * children up to the previous sibling node to recalculate its position. Also note that the node
   * the cursor was constructed with is considered the root of the cursor, and the cursor cannot
   * walk outside this node.
   *
   * <p>{@code _Bool ts_tree_cursor_goto_previous_sibling(TSTreeCursor *self)}.
   */
  boolean ts_tree_cursor_goto_previous_sibling(@OrNull Pointer self);

  /**
   * Move the cursor to the first child of its current node.
   *
   * <p>This returns `true` if the cursor successfully moved, and returns `false` if there were no
   * children.
   *
   * <p>{@code _Bool ts_tree_cursor_goto_first_child(TSTreeCursor *self)}.
   */
  boolean ts_tree_cursor_goto_first_child(@OrNull Pointer self);

  /**
   * Move the cursor to the last child of its current node.
   *
   * <p>This returns `true` if the cursor successfully moved, and returns `false` if there were no
   * children.
   *
   * <p>Note that this function may be slower than [`ts_tree_cursor_goto_first_child`] because it
   * needs to iterate through all the children to compute the child's position.
   *
   * <p>{@code _Bool ts_tree_cursor_goto_last_child(TSTreeCursor *self)}.
   */
  boolean ts_tree_cursor_goto_last_child(@OrNull Pointer self);

  /**
   * Move the cursor to the node that is the nth descendant of the original node that the cursor was
   * constructed with, where zero represents the original node itself.
   *
   * <p>{@code void ts_tree_cursor_goto_descendant(TSTreeCursor *self, uint32_t
   * goal_descendant_index)}.
   */
  void ts_tree_cursor_goto_descendant(@OrNull Pointer self, @Unsigned int goal_descendant_index);

  /**
   * Get the index of the cursor's current node out of all of the descendants of the original node
   * that the cursor was constructed with.
   *
   * <p>{@code uint32_t ts_tree_cursor_current_descendant_index(const TSTreeCursor *self)}.
   */
  @Unsigned
  int ts_tree_cursor_current_descendant_index(@OrNull Pointer self);

  /**
   * Get the depth of the cursor's current node relative to the original node that the cursor was
   * constructed with.
   *
   * <p>{@code uint32_t ts_tree_cursor_current_depth(const TSTreeCursor *self)}.
   */
  @Unsigned
  int ts_tree_cursor_current_depth(@OrNull Pointer self);

  /**
   * Move the cursor to the first child of its current node that contains or starts after the given
   * byte offset or point.
   *
   * <p>This returns the index of the child node if one was found, and returns -1 if no such child
   * was found.
   *
   * <p>{@code int64_t ts_tree_cursor_goto_first_child_for_byte(TSTreeCursor *self, uint32_t
   * goal_byte)}.
   */
  long ts_tree_cursor_goto_first_child_for_byte(@OrNull Pointer self, @Unsigned int goal_byte);

  /**
   * {@code int64_t ts_tree_cursor_goto_first_child_for_point(TSTreeCursor *self, TSPoint
   * goal_point)}.
   */
  long ts_tree_cursor_goto_first_child_for_point(@OrNull Pointer self, TSPoint goal_point);

  /** {@code TSTreeCursor ts_tree_cursor_copy(const TSTreeCursor *cursor)}. */
  TSTreeCursor ts_tree_cursor_copy(@OrNull Pointer cursor);

  /**
   * Create a new query from a string containing one or more S-expression patterns. The query is
   * associated with a particular language, and can only be run on syntax nodes parsed with that
   * language.
   *
   * <p>If all of the given patterns are valid, this returns a [`TSQuery`]. If a pattern is invalid,
   * this returns `NULL`, and provides two pieces of information about the problem: 1. The byte
   * offset of the error is written to the `error_offset` parameter. 2. The type of error is written
   * to the `error_type` parameter.
   *
   * <p>{@code TSQuery *ts_query_new(const TSLanguage *language, const char *source, uint32_t
   * source_len, uint32_t *error_offset, TSQueryError *error_type)}.
   */
  Pointer ts_query_new(
      @OrNull Pointer language,
      @OrNull String source,
      @Unsigned int source_len,
      @OrNull @InOut int[] error_offset,
      @OrNull @InOut int[] error_type);

  /**
   * Create a new query from a string containing one or more S-expression patterns. The query is
   * associated with a particular language, and can only be run on syntax nodes parsed with that
   * language.
   *
   * <p>If all of the given patterns are valid, this returns a [`TSQuery`]. If a pattern is invalid,
   * this returns `NULL`, and provides two pieces of information about the problem: 1. The byte
   * offset of the error is written to the `error_offset` parameter. 2. The type of error is written
   * to the `error_type` parameter.
   *
   * <p>{@code TSQuery *ts_query_new(const TSLanguage *language, const char *source, uint32_t
   * source_len, uint32_t *error_offset, TSQueryError *error_type)}.
   */
  Pointer ts_query_new(
      @OrNull Pointer language,
      @OrNull @In @SizedBy(2) byte[] source,
      @Unsigned int source_len,
      @OrNull @InOut int[] error_offset,
      @OrNull @InOut int[] error_type);

  /**
   * Delete a query, freeing all of the memory that it used.
   *
   * <p>{@code void ts_query_delete(TSQuery *self)}.
   */
  void ts_query_delete(@OrNull Pointer self);

  /**
   * Get the number of patterns, captures, or string literals in the query.
   *
   * <p>{@code uint32_t ts_query_pattern_count(const TSQuery *self)}.
   */
  @Unsigned
  int ts_query_pattern_count(@OrNull Pointer self);

  /** {@code uint32_t ts_query_capture_count(const TSQuery *self)}. */
  @Unsigned
  int ts_query_capture_count(@OrNull Pointer self);

  /** {@code uint32_t ts_query_string_count(const TSQuery *self)}. */
  @Unsigned
  int ts_query_string_count(@OrNull Pointer self);

  /**
   * Get the byte offset where the given pattern starts in the query's source.
   *
   * <p>This can be useful when combining queries by concatenating their source code strings.
   *
   * <p>{@code uint32_t ts_query_start_byte_for_pattern(const TSQuery *self, uint32_t
   * pattern_index)}.
   */
  @Unsigned
  int ts_query_start_byte_for_pattern(@OrNull Pointer self, @Unsigned int pattern_index);

  /**
   * Get the byte offset where the given pattern ends in the query's source.
   *
   * <p>This can be useful when combining queries by concatenating their source code strings.
   *
   * <p>{@code uint32_t ts_query_end_byte_for_pattern(const TSQuery *self, uint32_t pattern_index)}.
   */
  @Unsigned
  int ts_query_end_byte_for_pattern(@OrNull Pointer self, @Unsigned int pattern_index);

  /**
   * Get all of the predicates for the given pattern in the query.
   *
   * <p>The predicates are represented as a single array of steps. There are three types of steps in
   * this array, which correspond to the three legal values for the `type` field: -
   * `TSQueryPredicateStepTypeCapture` - Steps with this type represent names of captures. Their
   * `value_id` can be used with the [`ts_query_capture_name_for_id`] function to obtain the name of
   * the capture. - `TSQueryPredicateStepTypeString` - Steps with this type represent literal
   * strings. Their `value_id` can be used with the [`ts_query_string_value_for_id`] function to
   * obtain their string value. - `TSQueryPredicateStepTypeDone` - Steps with this type are
   * *sentinels* that represent the end of an individual predicate. If a pattern has two predicates,
   * then there will be two steps with this `type` in the array.
   *
   * <p>{@code const TSQueryPredicateStep *ts_query_predicates_for_pattern(const TSQuery *self,
   * uint32_t pattern_index, uint32_t *step_count)}.
   */
  Pointer ts_query_predicates_for_pattern(
      @OrNull Pointer self, @Unsigned int pattern_index, @OrNull @InOut int[] step_count);

  /**
   * Check if the given pattern in the query has a single root node.
   *
   * <p>{@code _Bool ts_query_is_pattern_rooted(const TSQuery *self, uint32_t pattern_index)}.
   */
  boolean ts_query_is_pattern_rooted(@OrNull Pointer self, @Unsigned int pattern_index);

  /**
   * Check if the given pattern in the query is 'non local'.
   *
   * <p>A non-local pattern has multiple root nodes and can match within a repeating sequence of
   * nodes, as specified by the grammar. Non-local patterns disable certain optimizations that would
   * otherwise be possible when executing a query on a specific range of a syntax tree.
   *
   * <p>{@code _Bool ts_query_is_pattern_non_local(const TSQuery *self, uint32_t pattern_index)}.
   */
  boolean ts_query_is_pattern_non_local(@OrNull Pointer self, @Unsigned int pattern_index);

  /**
   * Check if a given pattern is guaranteed to match once a given step is reached. The step is
   * specified by its byte offset in the query's source code.
   *
   * <p>{@code _Bool ts_query_is_pattern_guaranteed_at_step(const TSQuery *self, uint32_t
   * byte_offset)}.
   */
  boolean ts_query_is_pattern_guaranteed_at_step(@OrNull Pointer self, @Unsigned int byte_offset);

  /**
   * Get the name and length of one of the query's captures, or one of the query's string literals.
   * Each capture and string is associated with a numeric id based on the order that it appeared in
   * the query's source.
   *
   * <p>{@code const char *ts_query_capture_name_for_id(const TSQuery *self, uint32_t index,
   * uint32_t *length)}.
   */
  String ts_query_capture_name_for_id(
      @OrNull Pointer self, @Unsigned int index, @OrNull @InOut int[] length);

  /**
   * Get the quantifier of the query's captures. Each capture is * associated with a numeric id
   * based on the order that it appeared in the query's source.
   *
   * <p>{@code TSQuantifier ts_query_capture_quantifier_for_id(const TSQuery *self, uint32_t
   * pattern_index, uint32_t capture_index)}.
   */
  int ts_query_capture_quantifier_for_id(
      @OrNull Pointer self, @Unsigned int pattern_index, @Unsigned int capture_index);

  /**
   * {@code const char *ts_query_string_value_for_id(const TSQuery *self, uint32_t index, uint32_t
   * *length)}.
   */
  String ts_query_string_value_for_id(
      @OrNull Pointer self, @Unsigned int index, @OrNull @InOut int[] length);

  /**
   * Disable a certain capture within a query.
   *
   * <p>This prevents the capture from being returned in matches, and also avoids any resource usage
   * associated with recording the capture. Currently, there is no way to undo this.
   *
   * <p>{@code void ts_query_disable_capture(TSQuery *self, const char *name, uint32_t length)}.
   */
  void ts_query_disable_capture(@OrNull Pointer self, @OrNull String name, @Unsigned int length);

  /**
   * Disable a certain capture within a query.
   *
   * <p>This prevents the capture from being returned in matches, and also avoids any resource usage
   * associated with recording the capture. Currently, there is no way to undo this.
   *
   * <p>{@code void ts_query_disable_capture(TSQuery *self, const char *name, uint32_t length)}.
   */
  void ts_query_disable_capture(
      @OrNull Pointer self, @OrNull @In @SizedBy(2) byte[] name, @Unsigned int length);

  /**
   * Disable a certain pattern within a query.
   *
   * <p>This prevents the pattern from matching and removes most of the overhead associated with the
   * pattern. Currently, there is no way to undo this.
   *
   * <p>{@code void ts_query_disable_pattern(TSQuery *self, uint32_t pattern_index)}.
   */
  void ts_query_disable_pattern(@OrNull Pointer self, @Unsigned int pattern_index);

  /**
   * Create a new cursor for executing a given query.
   *
   * <p>The cursor stores the state that is needed to iteratively search for matches. To use the
   * query cursor, first call [`ts_query_cursor_exec`] to start running a given query on a given
   * syntax node. Then, there are two options for consuming the results of the query: 1. Repeatedly
   * call [`ts_query_cursor_next_match`] to iterate over all of the matches* in the order that they
   * were found. Each match contains the index of the pattern that matched, and an array of
   * captures. Because multiple patterns can match the same set of nodes, one match may contain
   * captures that appear *before* some of the captures from a previous match. 2. Repeatedly call
   * [`ts_query_cursor_next_capture`] to iterate over all of the individual *captures* in the order
   * that they appear. This is useful if don't care about which pattern matched, and just want a
   * single ordered sequence of captures.
   *
   * <p>If you don't care about consuming all of the results, you can stop calling
   * [`ts_query_cursor_next_match`] or [`ts_query_cursor_next_capture`] at any point. You can then
   * start executing another query on another node by calling [`ts_query_cursor_exec`] again.
   *
   * <p>{@code TSQueryCursor *ts_query_cursor_new(void)}.
   */
  Pointer ts_query_cursor_new();

  /**
   * Delete a query cursor, freeing all of the memory that it used.
   *
   * <p>{@code void ts_query_cursor_delete(TSQueryCursor *self)}.
   */
  void ts_query_cursor_delete(@OrNull Pointer self);

  /**
   * Start running a given query on a given node.
   *
   * <p>{@code void ts_query_cursor_exec(TSQueryCursor *self, const TSQuery *query, TSNode node)}.
   */
  void ts_query_cursor_exec(@OrNull Pointer self, @OrNull Pointer query, TSNode node);

  /**
   * Start running a given query on a given node, with some options.
   *
   * <p>{@code void ts_query_cursor_exec_with_options(TSQueryCursor *self, const TSQuery *query,
   * TSNode node, const TSQueryCursorOptions *query_options)}.
   */
  void ts_query_cursor_exec_with_options(
      @OrNull Pointer self, @OrNull Pointer query, TSNode node, @OrNull Pointer query_options);

  /**
   * Manage the maximum number of in-progress matches allowed by this query cursor.
   *
   * <p>Query cursors have an optional maximum capacity for storing lists of in-progress captures.
   * If this capacity is exceeded, then the earliest-starting match will silently be dropped to make
   * room for further matches. This maximum capacity is optional — by default, query cursors allow
   * any number of pending matches, dynamically allocating new space for them as needed as the query
   * is executed.
   *
   * <p>{@code _Bool ts_query_cursor_did_exceed_match_limit(const TSQueryCursor *self)}.
   */
  boolean ts_query_cursor_did_exceed_match_limit(@OrNull Pointer self);

  /** {@code uint32_t ts_query_cursor_match_limit(const TSQueryCursor *self)}. */
  @Unsigned
  int ts_query_cursor_match_limit(@OrNull Pointer self);

  /** {@code void ts_query_cursor_set_match_limit(TSQueryCursor *self, uint32_t limit)}. */
  void ts_query_cursor_set_match_limit(@OrNull Pointer self, @Unsigned int limit);

  /**
   * &#64;deprecated use [`ts_query_cursor_exec_with_options`] and pass in a callback instead, this
   * will be removed in 0.26.
   *
   * <p>Set the maximum duration in microseconds that query execution should be allowed to take
   * before halting.
   *
   * <p>If query execution takes longer than this, it will halt early, returning NULL. See
   * [`ts_query_cursor_next_match`] or [`ts_query_cursor_next_capture`] for more information.
   *
   * <p>{@code void ts_query_cursor_set_timeout_micros(TSQueryCursor *self, uint64_t
   * timeout_micros)}.
   */
  void ts_query_cursor_set_timeout_micros(@OrNull Pointer self, @Unsigned long timeout_micros);

  /**
   * &#64;deprecated use [`ts_query_cursor_exec_with_options`] and pass in a callback instead, this
   * will be removed in 0.26.
   *
   * <p>Get the duration in microseconds that query execution is allowed to take.
   *
   * <p>This is set via [`ts_query_cursor_set_timeout_micros`].
   *
   * <p>{@code uint64_t ts_query_cursor_timeout_micros(const TSQueryCursor *self)}.
   */
  @Unsigned
  long ts_query_cursor_timeout_micros(@OrNull Pointer self);

  /**
   * Set the range of bytes in which the query will be executed.
   *
   * <p>The query cursor will return matches that intersect with the given point range. This means
   * that a match may be returned even if some of its captures fall outside the specified range, as
   * long as at least part of the match overlaps with the range.
   *
   * <p>For example, if a query pattern matches a node that spans a larger area than the specified
   * range, but part of that node intersects with the range, the entire match will be returned.
   *
   * <p>This will return `false` if the start byte is greater than the end byte, otherwise it will
   * return `true`.
   *
   * <p>{@code _Bool ts_query_cursor_set_byte_range(TSQueryCursor *self, uint32_t start_byte,
   * uint32_t end_byte)}.
   */
  boolean ts_query_cursor_set_byte_range(
      @OrNull Pointer self, @Unsigned int start_byte, @Unsigned int end_byte);

  /**
   * Set the range of (row, column) positions in which the query will be executed.
   *
   * <p>The query cursor will return matches that intersect with the given point range. This means
   * that a match may be returned even if some of its captures fall outside the specified range, as
   * long as at least part of the match overlaps with the range.
   *
   * <p>For example, if a query pattern matches a node that spans a larger area than the specified
   * range, but part of that node intersects with the range, the entire match will be returned.
   *
   * <p>This will return `false` if the start point is greater than the end point, otherwise it will
   * return `true`.
   *
   * <p>{@code _Bool ts_query_cursor_set_point_range(TSQueryCursor *self, TSPoint start_point,
   * TSPoint end_point)}.
   */
  boolean ts_query_cursor_set_point_range(
      @OrNull Pointer self, TSPoint start_point, TSPoint end_point);

  /**
   * Advance to the next match of the currently running query.
   *
   * <p>If there is a match, write it to `*match` and return `true`. Otherwise, return `false`.
   *
   * <p>{@code _Bool ts_query_cursor_next_match(TSQueryCursor *self, TSQueryMatch *match)}.
   */
  boolean ts_query_cursor_next_match(@OrNull Pointer self, @OrNull Pointer match);

  /** {@code void ts_query_cursor_remove_match(TSQueryCursor *self, uint32_t match_id)}. */
  void ts_query_cursor_remove_match(@OrNull Pointer self, @Unsigned int match_id);

  /**
   * Advance to the next capture of the currently running query.
   *
   * <p>If there is a capture, write its match to `*match` and its index within the match's capture
   * list to `*capture_index`. Otherwise, return `false`.
   *
   * <p>{@code _Bool ts_query_cursor_next_capture(TSQueryCursor *self, TSQueryMatch *match, uint32_t
   * *capture_index)}.
   */
  boolean ts_query_cursor_next_capture(
      @OrNull Pointer self, @OrNull Pointer match, @OrNull @InOut int[] capture_index);

  /**
   * Set the maximum start depth for a query cursor.
   *
   * <p>This prevents cursors from exploring children nodes at a certain depth. Note if a pattern
   * includes many children, then they will still be checked.
   *
   * <p>The zero max start depth value can be used as a special behavior and it helps to destructure
   * a subtree by staying on a node and using captures for interested parts. Note that the zero max
   * start depth only limit a search depth for a pattern's root node but other nodes that are parts
   * of the pattern may be searched at any depth what defined by the pattern structure.
   *
   * <p>Set to `UINT32_MAX` to remove the maximum start depth.
   *
   * <p>{@code void ts_query_cursor_set_max_start_depth(TSQueryCursor *self, uint32_t
   * max_start_depth)}.
   */
  void ts_query_cursor_set_max_start_depth(@OrNull Pointer self, @Unsigned int max_start_depth);

  /**
   * Get another reference to the given language.
   *
   * <p>{@code const TSLanguage *ts_language_copy(const TSLanguage *self)}.
   */
  Pointer ts_language_copy(@OrNull Pointer self);

  /**
   * Free any dynamically-allocated resources for this language, if this is the last reference.
   *
   * <p>{@code void ts_language_delete(const TSLanguage *self)}.
   */
  void ts_language_delete(@OrNull Pointer self);

  /**
   * Get the number of distinct node types in the language.
   *
   * <p>{@code uint32_t ts_language_symbol_count(const TSLanguage *self)}.
   */
  @Unsigned
  int ts_language_symbol_count(@OrNull Pointer self);

  /**
   * Get the number of valid states in this language.
   *
   * <p>{@code uint32_t ts_language_state_count(const TSLanguage *self)}.
   */
  @Unsigned
  int ts_language_state_count(@OrNull Pointer self);

  /**
   * Get the numerical id for the given node type string.
   *
   * <p>{@code TSSymbol ts_language_symbol_for_name(const TSLanguage *self, const char *string,
   * uint32_t length, _Bool is_named)}.
   */
  @Unsigned(16)
  int ts_language_symbol_for_name(
      @OrNull Pointer self, @OrNull String string, @Unsigned int length, boolean is_named);

  /**
   * Get the numerical id for the given node type string.
   *
   * <p>{@code TSSymbol ts_language_symbol_for_name(const TSLanguage *self, const char *string,
   * uint32_t length, _Bool is_named)}.
   */
  @Unsigned(16)
  int ts_language_symbol_for_name(
      @OrNull Pointer self,
      @OrNull @In @SizedBy(2) byte[] string,
      @Unsigned int length,
      boolean is_named);

  /**
   * Get the number of distinct field names in the language.
   *
   * <p>{@code uint32_t ts_language_field_count(const TSLanguage *self)}.
   */
  @Unsigned
  int ts_language_field_count(@OrNull Pointer self);

  /**
   * Get the field name string for the given numerical id.
   *
   * <p>{@code const char *ts_language_field_name_for_id(const TSLanguage *self, TSFieldId id)}.
   */
  String ts_language_field_name_for_id(@OrNull Pointer self, @Unsigned(16) int id);

  /**
   * Get the numerical id for the given field name string.
   *
   * <p>{@code TSFieldId ts_language_field_id_for_name(const TSLanguage *self, const char *name,
   * uint32_t name_length)}.
   */
  @Unsigned(16)
  int ts_language_field_id_for_name(
      @OrNull Pointer self, @OrNull String name, @Unsigned int name_length);

  /**
   * Get the numerical id for the given field name string.
   *
   * <p>{@code TSFieldId ts_language_field_id_for_name(const TSLanguage *self, const char *name,
   * uint32_t name_length)}.
   */
  @Unsigned(16)
  int ts_language_field_id_for_name(
      @OrNull Pointer self, @OrNull @In @SizedBy(2) byte[] name, @Unsigned int name_length);

  /**
   * Get a list of all supertype symbols for the language.
   *
   * <p>{@code const TSSymbol *ts_language_supertypes(const TSLanguage *self, uint32_t *length)}.
   */
  Pointer ts_language_supertypes(@OrNull Pointer self, @OrNull @InOut int[] length);

  /**
   * Get a list of all subtype symbol ids for a given supertype symbol.
   *
   * <p>See [`ts_language_supertypes`] for fetching all supertype symbols.
   *
   * <p>{@code const TSSymbol *ts_language_subtypes(const TSLanguage *self, TSSymbol supertype,
   * uint32_t *length)}.
   */
  Pointer ts_language_subtypes(
      @OrNull Pointer self, @Unsigned(16) int supertype, @OrNull @InOut int[] length);

  /**
   * Get a node type string for the given numerical id.
   *
   * <p>{@code const char *ts_language_symbol_name(const TSLanguage *self, TSSymbol symbol)}.
   */
  String ts_language_symbol_name(@OrNull Pointer self, @Unsigned(16) int symbol);

  /**
   * Check whether the given node type id belongs to named nodes, anonymous nodes, or a hidden
   * nodes.
   *
   * <p>See also [`ts_node_is_named`]. Hidden nodes are never returned from the API.
   *
   * <p>{@code TSSymbolType ts_language_symbol_type(const TSLanguage *self, TSSymbol symbol)}.
   */
  int ts_language_symbol_type(@OrNull Pointer self, @Unsigned(16) int symbol);

  /**
   * &#64;deprecated use [`ts_language_abi_version`] instead, this will be removed in 0.26.
   *
   * <p>Get the ABI version number for this language. This version number is used to ensure that
   * languages were generated by a compatible version of Tree-sitter.
   *
   * <p>See also [`ts_parser_set_language`].
   *
   * <p>{@code uint32_t ts_language_version(const TSLanguage *self)}.
   */
  @Unsigned
  int ts_language_version(@OrNull Pointer self);

  /**
   * Get the ABI version number for this language. This version number is used to ensure that
   * languages were generated by a compatible version of Tree-sitter.
   *
   * <p>See also [`ts_parser_set_language`].
   *
   * <p>{@code uint32_t ts_language_abi_version(const TSLanguage *self)}.
   */
  @Unsigned
  int ts_language_abi_version(@OrNull Pointer self);

  /**
   * Get the metadata for this language. This information is generated by the CLI, and relies on the
   * language author providing the correct metadata in the language's `tree-sitter.json` file.
   *
   * <p>See also [`TSMetadata`].
   *
   * <p>{@code const TSLanguageMetadata *ts_language_metadata(const TSLanguage *self)}.
   */
  Pointer ts_language_metadata(@OrNull Pointer self);

  /**
   * Get the next parse state. Combine this with lookahead iterators to generate completion
   * suggestions or valid symbols in error nodes. Use [`ts_node_grammar_symbol`] for valid symbols.
   *
   * <p>{@code TSStateId ts_language_next_state(const TSLanguage *self, TSStateId state, TSSymbol
   * symbol)}.
   */
  @Unsigned(16)
  int ts_language_next_state(
      @OrNull Pointer self, @Unsigned(16) int state, @Unsigned(16) int symbol);

  /**
   * Get the name of this language. This returns `NULL` in older parsers.
   *
   * <p>{@code const char *ts_language_name(const TSLanguage *self)}.
   */
  String ts_language_name(@OrNull Pointer self);

  /**
   * Create a new lookahead iterator for the given language and parse state.
   *
   * <p>This returns `NULL` if state is invalid for the language.
   *
   * <p>Repeatedly using [`ts_lookahead_iterator_next`] and [`ts_lookahead_iterator_current_symbol`]
   * will generate valid symbols in the given parse state. Newly created lookahead iterators will
   * contain the `ERROR` symbol.
   *
   * <p>Lookahead iterators can be useful to generate suggestions and improve syntax error
   * diagnostics. To get symbols valid in an ERROR node, use the lookahead iterator on its first
   * leaf node state. For `MISSING` nodes, a lookahead iterator created on the previous non-extra
   * leaf node may be appropriate.
   *
   * <p>{@code TSLookaheadIterator *ts_lookahead_iterator_new(const TSLanguage *self, TSStateId
   * state)}.
   */
  Pointer ts_lookahead_iterator_new(@OrNull Pointer self, @Unsigned(16) int state);

  /**
   * Delete a lookahead iterator freeing all the memory used.
   *
   * <p>{@code void ts_lookahead_iterator_delete(TSLookaheadIterator *self)}.
   */
  void ts_lookahead_iterator_delete(@OrNull Pointer self);

  /**
   * Reset the lookahead iterator to another state.
   *
   * <p>This returns `true` if the iterator was reset to the given state and `false` otherwise.
   *
   * <p>{@code _Bool ts_lookahead_iterator_reset_state(TSLookaheadIterator *self, TSStateId state)}.
   */
  boolean ts_lookahead_iterator_reset_state(@OrNull Pointer self, @Unsigned(16) int state);

  /**
   * Reset the lookahead iterator.
   *
   * <p>This returns `true` if the language was set successfully and `false` otherwise.
   *
   * <p>{@code _Bool ts_lookahead_iterator_reset(TSLookaheadIterator *self, const TSLanguage
   * *language, TSStateId state)}.
   */
  boolean ts_lookahead_iterator_reset(
      @OrNull Pointer self, @OrNull Pointer language, @Unsigned(16) int state);

  /**
   * Get the current language of the lookahead iterator.
   *
   * <p>{@code const TSLanguage *ts_lookahead_iterator_language(const TSLookaheadIterator *self)}.
   */
  Pointer ts_lookahead_iterator_language(@OrNull Pointer self);

  /**
   * Advance the lookahead iterator to the next symbol.
   *
   * <p>This returns `true` if there is a new symbol and `false` otherwise.
   *
   * <p>{@code _Bool ts_lookahead_iterator_next(TSLookaheadIterator *self)}.
   */
  boolean ts_lookahead_iterator_next(@OrNull Pointer self);

  /**
   * Get the current symbol of the lookahead iterator;
   *
   * <p>{@code TSSymbol ts_lookahead_iterator_current_symbol(const TSLookaheadIterator *self)}.
   */
  @Unsigned(16)
  int ts_lookahead_iterator_current_symbol(@OrNull Pointer self);

  /**
   * Get the current symbol type of the lookahead iterator as a null terminated string.
   *
   * <p>{@code const char *ts_lookahead_iterator_current_symbol_name(const TSLookaheadIterator
   * *self)}.
   */
  String ts_lookahead_iterator_current_symbol_name(@OrNull Pointer self);

  /**
   * Free the memory associated with the given Wasm store.
   *
   * <p>{@code void ts_wasm_store_delete(TSWasmStore *)}.
   */
  void ts_wasm_store_delete(@OrNull Pointer arg0);

  /**
   * Check if the language came from a Wasm module. If so, then in order to use this language with a
   * Parser, that parser must have a Wasm store assigned.
   *
   * <p>{@code _Bool ts_language_is_wasm(const TSLanguage *)}.
   */
  boolean ts_language_is_wasm(@OrNull Pointer arg0);

  /**
   * Assign the given Wasm store to the parser. A parser must have a Wasm store in order to use Wasm
   * languages.
   *
   * <p>{@code void ts_parser_set_wasm_store(TSParser *, TSWasmStore *)}.
   */
  void ts_parser_set_wasm_store(@OrNull Pointer arg0, @OrNull Pointer arg1);

  /**
   * Remove the parser's current Wasm store and return it. This returns NULL if the parser doesn't
   * have a Wasm store.
   *
   * <p>{@code TSWasmStore *ts_parser_take_wasm_store(TSParser *)}.
   */
  Pointer ts_parser_take_wasm_store(@OrNull Pointer arg0);

  /**
   * Set the allocation functions used by the library.
   *
   * <p>By default, Tree-sitter uses the standard libc allocation functions, but aborts the process
   * when an allocation fails. This function lets you supply alternative allocation functions at
   * runtime.
   *
   * <p>If you pass `NULL` for any parameter, Tree-sitter will switch back to its default
   * implementation of that function.
   *
   * <p>If you call this function after the library has already been used, then you must ensure that
   * either: 1. All the existing objects have been freed. 2. The new allocator shares its state with
   * the old one, so it is capable of freeing memory that was allocated by the old allocator.
   *
   * <p>{@code void ts_set_allocator(void *(*new_malloc)(size_t), void *(*new_calloc)(size_t,
   * size_t), void *(*new_realloc)(void *, size_t), void (*new_free)(void *))}.
   */
  void ts_set_allocator(
      @OrNull Callback<TsSetAllocatorNewMalloc> new_malloc,
      @OrNull Callback<TsSetAllocatorNewCalloc> new_calloc,
      @OrNull Callback<TsSetAllocatorNewRealloc> new_realloc,
      @OrNull Callback<TsSetAllocatorNewFree> new_free);

  /** The program that the library runs in: its memory, its function pointers. */
  Binding binding();

  @Override
  void close();

  // Left out:
  //   ts_wasm_store_new: libtree-sitter.so does not export it
  //   ts_wasm_store_load_language: libtree-sitter.so does not export it
  //   ts_wasm_store_language_count: libtree-sitter.so does not export it
}
