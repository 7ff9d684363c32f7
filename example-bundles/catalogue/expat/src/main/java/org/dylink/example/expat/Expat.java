package org.dylink.example.expat;

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

/** The functions of {@code expat.h}: 67 of 67. Written by {@code dylink bindings}. */
@WasmLibrary("libexpat.so")
public interface Expat extends AutoCloseable {
  int XML_STATUS_ERROR = 0;
  int XML_STATUS_OK = 1;
  int XML_STATUS_SUSPENDED = 2;
  int XML_ERROR_NONE = 0;
  int XML_ERROR_NO_MEMORY = 1;
  int XML_ERROR_SYNTAX = 2;
  int XML_ERROR_NO_ELEMENTS = 3;
  int XML_ERROR_INVALID_TOKEN = 4;
  int XML_ERROR_UNCLOSED_TOKEN = 5;
  int XML_ERROR_PARTIAL_CHAR = 6;
  int XML_ERROR_TAG_MISMATCH = 7;
  int XML_ERROR_DUPLICATE_ATTRIBUTE = 8;
  int XML_ERROR_JUNK_AFTER_DOC_ELEMENT = 9;
  int XML_ERROR_PARAM_ENTITY_REF = 10;
  int XML_ERROR_UNDEFINED_ENTITY = 11;
  int XML_ERROR_RECURSIVE_ENTITY_REF = 12;
  int XML_ERROR_ASYNC_ENTITY = 13;
  int XML_ERROR_BAD_CHAR_REF = 14;
  int XML_ERROR_BINARY_ENTITY_REF = 15;
  int XML_ERROR_ATTRIBUTE_EXTERNAL_ENTITY_REF = 16;
  int XML_ERROR_MISPLACED_XML_PI = 17;
  int XML_ERROR_UNKNOWN_ENCODING = 18;
  int XML_ERROR_INCORRECT_ENCODING = 19;
  int XML_ERROR_UNCLOSED_CDATA_SECTION = 20;
  int XML_ERROR_EXTERNAL_ENTITY_HANDLING = 21;
  int XML_ERROR_NOT_STANDALONE = 22;
  int XML_ERROR_UNEXPECTED_STATE = 23;
  int XML_ERROR_ENTITY_DECLARED_IN_PE = 24;
  int XML_ERROR_FEATURE_REQUIRES_XML_DTD = 25;
  int XML_ERROR_CANT_CHANGE_FEATURE_ONCE_PARSING = 26;
  int XML_ERROR_UNBOUND_PREFIX = 27;
  int XML_ERROR_UNDECLARING_PREFIX = 28;
  int XML_ERROR_INCOMPLETE_PE = 29;
  int XML_ERROR_XML_DECL = 30;
  int XML_ERROR_TEXT_DECL = 31;
  int XML_ERROR_PUBLICID = 32;
  int XML_ERROR_SUSPENDED = 33;
  int XML_ERROR_NOT_SUSPENDED = 34;
  int XML_ERROR_ABORTED = 35;
  int XML_ERROR_FINISHED = 36;
  int XML_ERROR_SUSPEND_PE = 37;
  int XML_ERROR_RESERVED_PREFIX_XML = 38;
  int XML_ERROR_RESERVED_PREFIX_XMLNS = 39;
  int XML_ERROR_RESERVED_NAMESPACE_URI = 40;
  int XML_ERROR_INVALID_ARGUMENT = 41;
  int XML_ERROR_NO_BUFFER = 42;
  int XML_ERROR_AMPLIFICATION_LIMIT_BREACH = 43;
  int XML_ERROR_NOT_STARTED = 44;
  int XML_CTYPE_EMPTY = 1;
  int XML_CTYPE_ANY = 2;
  int XML_CTYPE_MIXED = 3;
  int XML_CTYPE_NAME = 4;
  int XML_CTYPE_CHOICE = 5;
  int XML_CTYPE_SEQ = 6;
  int XML_CQUANT_NONE = 0;
  int XML_CQUANT_OPT = 1;
  int XML_CQUANT_REP = 2;
  int XML_CQUANT_PLUS = 3;
  int XML_INITIALIZED = 0;
  int XML_PARSING = 1;
  int XML_FINISHED = 2;
  int XML_SUSPENDED = 3;
  int XML_PARAM_ENTITY_PARSING_NEVER = 0;
  int XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE = 1;
  int XML_PARAM_ENTITY_PARSING_ALWAYS = 2;
  int XML_FEATURE_END = 0;
  int XML_FEATURE_UNICODE = 1;
  int XML_FEATURE_UNICODE_WCHAR_T = 2;
  int XML_FEATURE_DTD = 3;
  int XML_FEATURE_CONTEXT_BYTES = 4;
  int XML_FEATURE_MIN_SIZE = 5;
  int XML_FEATURE_SIZEOF_XML_CHAR = 6;
  int XML_FEATURE_SIZEOF_XML_LCHAR = 7;
  int XML_FEATURE_NS = 8;
  int XML_FEATURE_LARGE_SIZE = 9;
  int XML_FEATURE_ATTR_INFO = 10;
  int XML_FEATURE_BILLION_LAUGHS_ATTACK_PROTECTION_MAXIMUM_AMPLIFICATION_DEFAULT = 11;
  int XML_FEATURE_BILLION_LAUGHS_ATTACK_PROTECTION_ACTIVATION_THRESHOLD_DEFAULT = 12;
  int Expat_INCLUDED = 1;
  int Expat_External_INCLUDED = 1;
  int XML_ENABLE_VISIBILITY = 0;
  int XML_TRUE = 1;
  int XML_FALSE = 0;
  int XML_MAJOR_VERSION = 2;
  int XML_MINOR_VERSION = 5;
  int XML_MICRO_VERSION = 0;

  /**
   * {@code struct XML_Content}.
   *
   * @param type enum XML_Content_Type
   * @param quant enum XML_Content_Quant
   * @param name XML_Char *
   * @param children XML_Content *
   */
  record XMLContent(int type, int quant, Pointer name, int numchildren, Pointer children) {}

  /**
   * {@code struct XML_Memory_Handling_Suite}.
   *
   * @param malloc_fcn void *(*)(size_t)
   * @param realloc_fcn void *(*)(void *, size_t)
   * @param free_fcn void (*)(void *)
   */
  record XMLMemoryHandlingSuite(Pointer malloc_fcn, Pointer realloc_fcn, Pointer free_fcn) {}

  /**
   * {@code struct XML_Encoding}.
   *
   * @param data void *
   * @param convert int (*)(void *, const char *)
   * @param release void (*)(void *)
   */
  @SuppressWarnings("ArrayRecordComponent") // what C has
  record XMLEncoding(@Length(256) int[] map, Pointer data, Pointer convert, Pointer release) {}

  /**
   * {@code struct XML_ParsingStatus}.
   *
   * @param parsing enum XML_Parsing
   */
  record XMLParsingStatus(int parsing, byte finalBuffer) {}

  /** {@code struct XML_Expat_Version}. */
  record XMLExpatVersion(int major, int minor, int micro) {}

  /**
   * {@code struct XML_Feature}.
   *
   * @param feature enum XML_FeatureEnum
   * @param name const XML_LChar *
   */
  record XMLFeature(int feature, Pointer name, int value) {}

  /** {@code XML_ElementDeclHandler}. */
  @FunctionalInterface
  interface XMLElementDeclHandler {
    /** What C calls. */
    void call(Pointer arg0, Pointer arg1, Pointer arg2);
  }

  /** {@code XML_AttlistDeclHandler}. */
  @FunctionalInterface
  interface XMLAttlistDeclHandler {
    /** What C calls. */
    void call(Pointer arg0, Pointer arg1, Pointer arg2, Pointer arg3, Pointer arg4, int arg5);
  }

  /** {@code XML_XmlDeclHandler}. */
  @FunctionalInterface
  interface XMLXmlDeclHandler {
    /** What C calls. */
    void call(Pointer arg0, Pointer arg1, Pointer arg2, int arg3);
  }

  /** {@code XML_EntityDeclHandler}. */
  @FunctionalInterface
  interface XMLEntityDeclHandler {
    /** What C calls. */
    void call(
        Pointer arg0,
        Pointer arg1,
        int arg2,
        Pointer arg3,
        int arg4,
        Pointer arg5,
        Pointer arg6,
        Pointer arg7,
        Pointer arg8);
  }

  /** {@code XML_StartElementHandler}. */
  @FunctionalInterface
  interface XMLStartElementHandler {
    /** What C calls. */
    void call(Pointer arg0, Pointer arg1, Pointer arg2);
  }

  /** {@code XML_EndElementHandler}. */
  @FunctionalInterface
  interface XMLEndElementHandler {
    /** What C calls. */
    void call(Pointer arg0, Pointer arg1);
  }

  /** {@code XML_CharacterDataHandler}. */
  @FunctionalInterface
  interface XMLCharacterDataHandler {
    /** What C calls. */
    void call(Pointer arg0, Pointer arg1, int arg2);
  }

  /** {@code XML_ProcessingInstructionHandler}. */
  @FunctionalInterface
  interface XMLProcessingInstructionHandler {
    /** What C calls. */
    void call(Pointer arg0, Pointer arg1, Pointer arg2);
  }

  /** {@code XML_CommentHandler}. */
  @FunctionalInterface
  interface XMLCommentHandler {
    /** What C calls. */
    void call(Pointer arg0, Pointer arg1);
  }

  /** {@code XML_StartCdataSectionHandler}. */
  @FunctionalInterface
  interface XMLStartCdataSectionHandler {
    /** What C calls. */
    void call(Pointer arg0);
  }

  /** {@code XML_EndCdataSectionHandler}. */
  @FunctionalInterface
  interface XMLEndCdataSectionHandler {
    /** What C calls. */
    void call(Pointer arg0);
  }

  /** {@code XML_DefaultHandler}. */
  @FunctionalInterface
  interface XMLDefaultHandler {
    /** What C calls. */
    void call(Pointer arg0, Pointer arg1, int arg2);
  }

  /** {@code XML_StartDoctypeDeclHandler}. */
  @FunctionalInterface
  interface XMLStartDoctypeDeclHandler {
    /** What C calls. */
    void call(Pointer arg0, Pointer arg1, Pointer arg2, Pointer arg3, int arg4);
  }

  /** {@code XML_EndDoctypeDeclHandler}. */
  @FunctionalInterface
  interface XMLEndDoctypeDeclHandler {
    /** What C calls. */
    void call(Pointer arg0);
  }

  /** {@code XML_UnparsedEntityDeclHandler}. */
  @FunctionalInterface
  interface XMLUnparsedEntityDeclHandler {
    /** What C calls. */
    void call(Pointer arg0, Pointer arg1, Pointer arg2, Pointer arg3, Pointer arg4, Pointer arg5);
  }

  /** {@code XML_NotationDeclHandler}. */
  @FunctionalInterface
  interface XMLNotationDeclHandler {
    /** What C calls. */
    void call(Pointer arg0, Pointer arg1, Pointer arg2, Pointer arg3, Pointer arg4);
  }

  /** {@code XML_StartNamespaceDeclHandler}. */
  @FunctionalInterface
  interface XMLStartNamespaceDeclHandler {
    /** What C calls. */
    void call(Pointer arg0, Pointer arg1, Pointer arg2);
  }

  /** {@code XML_EndNamespaceDeclHandler}. */
  @FunctionalInterface
  interface XMLEndNamespaceDeclHandler {
    /** What C calls. */
    void call(Pointer arg0, Pointer arg1);
  }

  /** {@code XML_NotStandaloneHandler}. */
  @FunctionalInterface
  interface XMLNotStandaloneHandler {
    /** What C calls. */
    int call(Pointer arg0);
  }

  /** {@code XML_ExternalEntityRefHandler}. */
  @FunctionalInterface
  interface XMLExternalEntityRefHandler {
    /** What C calls. */
    int call(Pointer arg0, Pointer arg1, Pointer arg2, Pointer arg3, Pointer arg4);
  }

  /** {@code XML_SkippedEntityHandler}. */
  @FunctionalInterface
  interface XMLSkippedEntityHandler {
    /** What C calls. */
    void call(Pointer arg0, Pointer arg1, int arg2);
  }

  /** {@code XML_UnknownEncodingHandler}. */
  @FunctionalInterface
  interface XMLUnknownEncodingHandler {
    /** What C calls. */
    int call(Pointer arg0, Pointer arg1, Pointer arg2);
  }

  /** {@code void XML_SetElementDeclHandler(XML_Parser parser, XML_ElementDeclHandler eldecl)}. */
  void XML_SetElementDeclHandler(
      @OrNull Pointer parser, @OrNull Callback<XMLElementDeclHandler> eldecl);

  /** {@code void XML_SetAttlistDeclHandler(XML_Parser parser, XML_AttlistDeclHandler attdecl)}. */
  void XML_SetAttlistDeclHandler(
      @OrNull Pointer parser, @OrNull Callback<XMLAttlistDeclHandler> attdecl);

  /** {@code void XML_SetXmlDeclHandler(XML_Parser parser, XML_XmlDeclHandler xmldecl)}. */
  void XML_SetXmlDeclHandler(@OrNull Pointer parser, @OrNull Callback<XMLXmlDeclHandler> xmldecl);

  /**
   * Constructs a new parser; encoding is the encoding specified by the external protocol or NULL if
   * there is none specified.
   *
   * <p>{@code XML_Parser XML_ParserCreate(const XML_Char *encoding)}.
   */
  Pointer XML_ParserCreate(@OrNull String encoding);

  /**
   * Constructs a new parser and namespace processor. Element type names and attribute names that
   * belong to a namespace will be expanded; unprefixed attribute names are never expanded;
   * unprefixed element type names are expanded only if there is a default namespace. The expanded
   * name is the concatenation of the namespace URI, the namespace separator character, and the
   * local part of the name. If the namespace separator is '&#92;0' then the namespace URI and the
   * local part will be concatenated without any separator. It is a programming error to use the
   * separator '&#92;0' with namespace triplets (see XML_SetReturnNSTriplet). If a namespace
   * separator is chosen that can be part of a URI or part of an XML name, splitting an expanded
   * name back into its 1, 2 or 3 original parts on application level in the element handler may end
   * up vulnerable, so these are advised against; sane choices for a namespace separator are e.g.
   * '&#92;n' (line feed) and '|' (pipe).
   *
   * <p>Note that Expat does not validate namespace URIs (beyond encoding) against RFC 3986 today
   * (and is not required to do so with regard to the XML 1.0 namespaces specification) but it may
   * start doing that in future releases. Before that, an application using Expat must be ready to
   * receive namespace URIs containing non-URI characters.
   *
   * <p>{@code XML_Parser XML_ParserCreateNS(const XML_Char *encoding, XML_Char
   * namespaceSeparator)}.
   */
  Pointer XML_ParserCreateNS(@OrNull String encoding, byte namespaceSeparator);

  /**
   * Constructs a new parser using the memory management suite referred to by memsuite. If memsuite
   * is NULL, then use the standard library memory suite. If namespaceSeparator is non-NULL it
   * creates a parser with namespace processing as described above. The character pointed at will
   * serve as the namespace separator.
   *
   * <p>All further memory operations used for the created parser will come from the given suite.
   *
   * <p>{@code XML_Parser XML_ParserCreate_MM(const XML_Char *encoding, const
   * XML_Memory_Handling_Suite *memsuite, const XML_Char *namespaceSeparator)}.
   */
  Pointer XML_ParserCreate_MM(
      @OrNull String encoding, @OrNull Pointer memsuite, @OrNull String namespaceSeparator);

  /**
   * Prepare a parser object to be re-used. This is particularly valuable when memory allocation
   * overhead is disproportionately high, such as when a large number of small documnents need to be
   * parsed. All handlers are cleared from the parser, except for the unknownEncodingHandler. The
   * parser's external state is re-initialized except for the values of ns and ns_triplets.
   *
   * <p>Added in Expat 1.95.3.
   *
   * <p>{@code XML_Bool XML_ParserReset(XML_Parser parser, const XML_Char *encoding)}.
   */
  @Unsigned(8)
  int XML_ParserReset(@OrNull Pointer parser, @OrNull String encoding);

  /** {@code void XML_SetEntityDeclHandler(XML_Parser parser, XML_EntityDeclHandler handler)}. */
  void XML_SetEntityDeclHandler(
      @OrNull Pointer parser, @OrNull Callback<XMLEntityDeclHandler> handler);

  /**
   * {@code void XML_SetElementHandler(XML_Parser parser, XML_StartElementHandler start,
   * XML_EndElementHandler end)}.
   */
  void XML_SetElementHandler(
      @OrNull Pointer parser,
      @OrNull Callback<XMLStartElementHandler> start,
      @OrNull Callback<XMLEndElementHandler> end);

  /**
   * {@code void XML_SetStartElementHandler(XML_Parser parser, XML_StartElementHandler handler)}.
   */
  void XML_SetStartElementHandler(
      @OrNull Pointer parser, @OrNull Callback<XMLStartElementHandler> handler);

  /** {@code void XML_SetEndElementHandler(XML_Parser parser, XML_EndElementHandler handler)}. */
  void XML_SetEndElementHandler(
      @OrNull Pointer parser, @OrNull Callback<XMLEndElementHandler> handler);

  /**
   * {@code void XML_SetCharacterDataHandler(XML_Parser parser, XML_CharacterDataHandler handler)}.
   */
  void XML_SetCharacterDataHandler(
      @OrNull Pointer parser, @OrNull Callback<XMLCharacterDataHandler> handler);

  /**
   * {@code void XML_SetProcessingInstructionHandler(XML_Parser parser,
   * XML_ProcessingInstructionHandler handler)}.
   */
  void XML_SetProcessingInstructionHandler(
      @OrNull Pointer parser, @OrNull Callback<XMLProcessingInstructionHandler> handler);

  /** {@code void XML_SetCommentHandler(XML_Parser parser, XML_CommentHandler handler)}. */
  void XML_SetCommentHandler(@OrNull Pointer parser, @OrNull Callback<XMLCommentHandler> handler);

  /**
   * {@code void XML_SetCdataSectionHandler(XML_Parser parser, XML_StartCdataSectionHandler start,
   * XML_EndCdataSectionHandler end)}.
   */
  void XML_SetCdataSectionHandler(
      @OrNull Pointer parser,
      @OrNull Callback<XMLStartCdataSectionHandler> start,
      @OrNull Callback<XMLEndCdataSectionHandler> end);

  /**
   * {@code void XML_SetStartCdataSectionHandler(XML_Parser parser, XML_StartCdataSectionHandler
   * start)}.
   */
  void XML_SetStartCdataSectionHandler(
      @OrNull Pointer parser, @OrNull Callback<XMLStartCdataSectionHandler> start);

  /**
   * {@code void XML_SetEndCdataSectionHandler(XML_Parser parser, XML_EndCdataSectionHandler end)}.
   */
  void XML_SetEndCdataSectionHandler(
      @OrNull Pointer parser, @OrNull Callback<XMLEndCdataSectionHandler> end);

  /**
   * This sets the default handler and also inhibits expansion of internal entities. These entity
   * references will be passed to the default handler, or to the skipped entity handler, if one is
   * set.
   *
   * <p>{@code void XML_SetDefaultHandler(XML_Parser parser, XML_DefaultHandler handler)}.
   */
  void XML_SetDefaultHandler(@OrNull Pointer parser, @OrNull Callback<XMLDefaultHandler> handler);

  /**
   * This sets the default handler but does not inhibit expansion of internal entities. The entity
   * reference will not be passed to the default handler.
   *
   * <p>{@code void XML_SetDefaultHandlerExpand(XML_Parser parser, XML_DefaultHandler handler)}.
   */
  void XML_SetDefaultHandlerExpand(
      @OrNull Pointer parser, @OrNull Callback<XMLDefaultHandler> handler);

  /**
   * {@code void XML_SetDoctypeDeclHandler(XML_Parser parser, XML_StartDoctypeDeclHandler start,
   * XML_EndDoctypeDeclHandler end)}.
   */
  void XML_SetDoctypeDeclHandler(
      @OrNull Pointer parser,
      @OrNull Callback<XMLStartDoctypeDeclHandler> start,
      @OrNull Callback<XMLEndDoctypeDeclHandler> end);

  /**
   * {@code void XML_SetStartDoctypeDeclHandler(XML_Parser parser, XML_StartDoctypeDeclHandler
   * start)}.
   */
  void XML_SetStartDoctypeDeclHandler(
      @OrNull Pointer parser, @OrNull Callback<XMLStartDoctypeDeclHandler> start);

  /**
   * {@code void XML_SetEndDoctypeDeclHandler(XML_Parser parser, XML_EndDoctypeDeclHandler end)}.
   */
  void XML_SetEndDoctypeDeclHandler(
      @OrNull Pointer parser, @OrNull Callback<XMLEndDoctypeDeclHandler> end);

  /**
   * {@code void XML_SetUnparsedEntityDeclHandler(XML_Parser parser, XML_UnparsedEntityDeclHandler
   * handler)}.
   */
  void XML_SetUnparsedEntityDeclHandler(
      @OrNull Pointer parser, @OrNull Callback<XMLUnparsedEntityDeclHandler> handler);

  /**
   * {@code void XML_SetNotationDeclHandler(XML_Parser parser, XML_NotationDeclHandler handler)}.
   */
  void XML_SetNotationDeclHandler(
      @OrNull Pointer parser, @OrNull Callback<XMLNotationDeclHandler> handler);

  /**
   * {@code void XML_SetNamespaceDeclHandler(XML_Parser parser, XML_StartNamespaceDeclHandler start,
   * XML_EndNamespaceDeclHandler end)}.
   */
  void XML_SetNamespaceDeclHandler(
      @OrNull Pointer parser,
      @OrNull Callback<XMLStartNamespaceDeclHandler> start,
      @OrNull Callback<XMLEndNamespaceDeclHandler> end);

  /**
   * {@code void XML_SetStartNamespaceDeclHandler(XML_Parser parser, XML_StartNamespaceDeclHandler
   * start)}.
   */
  void XML_SetStartNamespaceDeclHandler(
      @OrNull Pointer parser, @OrNull Callback<XMLStartNamespaceDeclHandler> start);

  /**
   * {@code void XML_SetEndNamespaceDeclHandler(XML_Parser parser, XML_EndNamespaceDeclHandler
   * end)}.
   */
  void XML_SetEndNamespaceDeclHandler(
      @OrNull Pointer parser, @OrNull Callback<XMLEndNamespaceDeclHandler> end);

  /**
   * {@code void XML_SetNotStandaloneHandler(XML_Parser parser, XML_NotStandaloneHandler handler)}.
   */
  void XML_SetNotStandaloneHandler(
      @OrNull Pointer parser, @OrNull Callback<XMLNotStandaloneHandler> handler);

  /**
   * {@code void XML_SetExternalEntityRefHandler(XML_Parser parser, XML_ExternalEntityRefHandler
   * handler)}.
   */
  void XML_SetExternalEntityRefHandler(
      @OrNull Pointer parser, @OrNull Callback<XMLExternalEntityRefHandler> handler);

  /**
   * If a non-NULL value for arg is specified here, then it will be passed as the first argument to
   * the external entity ref handler instead of the parser object.
   *
   * <p>{@code void XML_SetExternalEntityRefHandlerArg(XML_Parser parser, void *arg)}.
   */
  void XML_SetExternalEntityRefHandlerArg(@OrNull Pointer parser, @OrNull Pointer arg);

  /**
   * {@code void XML_SetSkippedEntityHandler(XML_Parser parser, XML_SkippedEntityHandler handler)}.
   */
  void XML_SetSkippedEntityHandler(
      @OrNull Pointer parser, @OrNull Callback<XMLSkippedEntityHandler> handler);

  /**
   * {@code void XML_SetUnknownEncodingHandler(XML_Parser parser, XML_UnknownEncodingHandler
   * handler, void *encodingHandlerData)}.
   */
  void XML_SetUnknownEncodingHandler(
      @OrNull Pointer parser,
      @OrNull Callback<XMLUnknownEncodingHandler> handler,
      @OrNull Pointer encodingHandlerData);

  /**
   * This can be called within a handler for a start element, end element, processing instruction or
   * character data. It causes the corresponding markup to be passed to the default handler.
   *
   * <p>{@code void XML_DefaultCurrent(XML_Parser parser)}.
   */
  void XML_DefaultCurrent(@OrNull Pointer parser);

  /** {@code void XML_SetReturnNSTriplet(XML_Parser parser, int do_nst)}. */
  void XML_SetReturnNSTriplet(@OrNull Pointer parser, int do_nst);

  /**
   * This value is passed as the userData argument to callbacks.
   *
   * <p>{@code void XML_SetUserData(XML_Parser parser, void *userData)}.
   */
  void XML_SetUserData(@OrNull Pointer parser, @OrNull Pointer userData);

  /**
   * This is equivalent to supplying an encoding argument to XML_ParserCreate. On success
   * XML_SetEncoding returns non-zero, zero otherwise. Note: Calling XML_SetEncoding after XML_Parse
   * or XML_ParseBuffer has no effect and returns XML_STATUS_ERROR.
   *
   * <p>{@code enum XML_Status XML_SetEncoding(XML_Parser parser, const XML_Char *encoding)}.
   */
  int XML_SetEncoding(@OrNull Pointer parser, @OrNull String encoding);

  /**
   * If this function is called, then the parser will be passed as the first argument to callbacks
   * instead of userData. The userData will still be accessible using XML_GetUserData.
   *
   * <p>{@code void XML_UseParserAsHandlerArg(XML_Parser parser)}.
   */
  void XML_UseParserAsHandlerArg(@OrNull Pointer parser);

  /**
   * If useDTD == XML_TRUE is passed to this function, then the parser will assume that there is an
   * external subset, even if none is specified in the document. In such a case the parser will call
   * the externalEntityRefHandler with a value of NULL for the systemId argument (the publicId and
   * context arguments will be NULL as well). Note: For the purpose of checking WFC: Entity
   * Declared, passing useDTD == XML_TRUE will make the parser behave as if the document had a DTD
   * with an external subset. Note: If this function is called, then this must be done before the
   * first call to XML_Parse or XML_ParseBuffer, since it will have no effect after that. Returns
   * XML_ERROR_CANT_CHANGE_FEATURE_ONCE_PARSING. Note: If the document does not have a DOCTYPE
   * declaration at all, then startDoctypeDeclHandler and endDoctypeDeclHandler will not be called,
   * despite an external subset being parsed. Note: If XML_DTD is not defined when Expat is
   * compiled, returns XML_ERROR_FEATURE_REQUIRES_XML_DTD. Note: If parser == NULL, returns
   * XML_ERROR_INVALID_ARGUMENT.
   *
   * <p>{@code enum XML_Error XML_UseForeignDTD(XML_Parser parser, XML_Bool useDTD)}.
   */
  int XML_UseForeignDTD(@OrNull Pointer parser, @Unsigned(8) int useDTD);

  /**
   * Sets the base to be used for resolving relative URIs in system identifiers in declarations.
   * Resolving relative identifiers is left to the application: this value will be passed through as
   * the base argument to the XML_ExternalEntityRefHandler, XML_NotationDeclHandler and
   * XML_UnparsedEntityDeclHandler. The base argument will be copied. Returns XML_STATUS_ERROR if
   * out of memory, XML_STATUS_OK otherwise.
   *
   * <p>{@code enum XML_Status XML_SetBase(XML_Parser parser, const XML_Char *base)}.
   */
  int XML_SetBase(@OrNull Pointer parser, @OrNull String base);

  /** {@code const XML_Char *XML_GetBase(XML_Parser parser)}. */
  String XML_GetBase(@OrNull Pointer parser);

  /**
   * Returns the number of the attribute/value pairs passed in last call to the
   * XML_StartElementHandler that were specified in the start-tag rather than defaulted. Each
   * attribute/value pair counts as 2; thus this corresponds to an index into the atts array passed
   * to the XML_StartElementHandler. Returns -1 if parser == NULL.
   *
   * <p>{@code int XML_GetSpecifiedAttributeCount(XML_Parser parser)}.
   */
  int XML_GetSpecifiedAttributeCount(@OrNull Pointer parser);

  /**
   * Returns the index of the ID attribute passed in the last call to XML_StartElementHandler, or -1
   * if there is no ID attribute or parser == NULL. Each attribute/value pair counts as 2; thus this
   * corresponds to an index into the atts array passed to the XML_StartElementHandler.
   *
   * <p>{@code int XML_GetIdAttributeIndex(XML_Parser parser)}.
   */
  int XML_GetIdAttributeIndex(@OrNull Pointer parser);

  /**
   * Parses some input. Returns XML_STATUS_ERROR if a fatal error is detected. The last call to
   * XML_Parse must have isFinal true; len may be zero for this call (or any other).
   *
   * <p>Though the return values for these functions has always been described as a Boolean value,
   * the implementation, at least for the 1.95.x series, has always returned exactly one of the
   * XML_Status values.
   *
   * <p>{@code enum XML_Status XML_Parse(XML_Parser parser, const char *s, int len, int isFinal)}.
   */
  int XML_Parse(@OrNull Pointer parser, @OrNull String s, int len, int isFinal);

  /**
   * Parses some input. Returns XML_STATUS_ERROR if a fatal error is detected. The last call to
   * XML_Parse must have isFinal true; len may be zero for this call (or any other).
   *
   * <p>Though the return values for these functions has always been described as a Boolean value,
   * the implementation, at least for the 1.95.x series, has always returned exactly one of the
   * XML_Status values.
   *
   * <p>{@code enum XML_Status XML_Parse(XML_Parser parser, const char *s, int len, int isFinal)}.
   */
  int XML_Parse(@OrNull Pointer parser, @OrNull @In byte[] s, int len, int isFinal);

  /** {@code void *XML_GetBuffer(XML_Parser parser, int len)}. */
  Pointer XML_GetBuffer(@OrNull Pointer parser, int len);

  /** {@code enum XML_Status XML_ParseBuffer(XML_Parser parser, int len, int isFinal)}. */
  int XML_ParseBuffer(@OrNull Pointer parser, int len, int isFinal);

  /**
   * Stops parsing, causing XML_Parse() or XML_ParseBuffer() to return. Must be called from within a
   * call-back handler, except when aborting (resumable = 0) an already suspended parser. Some
   * call-backs may still follow because they would otherwise get lost. Examples: -
   * endElementHandler() for empty elements when stopped in startElementHandler(), -
   * endNameSpaceDeclHandler() when stopped in endElementHandler(), and possibly others.
   *
   * <p>Can be called from most handlers, including DTD related call-backs, except when parsing an
   * external parameter entity and resumable != 0. Returns XML_STATUS_OK when successful,
   * XML_STATUS_ERROR otherwise. Possible error codes: - XML_ERROR_SUSPENDED: when suspending an
   * already suspended parser. - XML_ERROR_FINISHED: when the parser has already finished. -
   * XML_ERROR_SUSPEND_PE: when suspending while parsing an external PE.
   *
   * <p>When resumable != 0 (true) then parsing is suspended, that is, XML_Parse() and
   * XML_ParseBuffer() return XML_STATUS_SUSPENDED. Otherwise, parsing is aborted, that is,
   * XML_Parse() and XML_ParseBuffer() return XML_STATUS_ERROR with error code XML_ERROR_ABORTED.
   *
   * <p>Note*: This will be applied to the current parser instance only, that is, if there is a
   * parent parser then it will continue parsing when the externalEntityRefHandler() returns. It is
   * up to the implementation of the externalEntityRefHandler() to call XML_StopParser() on the
   * parent parser (recursively), if one wants to stop parsing altogether.
   *
   * <p>When suspended, parsing can be resumed by calling XML_ResumeParser().
   *
   * <p>{@code enum XML_Status XML_StopParser(XML_Parser parser, XML_Bool resumable)}.
   */
  int XML_StopParser(@OrNull Pointer parser, @Unsigned(8) int resumable);

  /**
   * Resumes parsing after it has been suspended with XML_StopParser(). Must not be called from
   * within a handler call-back. Returns same status codes as XML_Parse() or XML_ParseBuffer().
   * Additional error code XML_ERROR_NOT_SUSPENDED possible.
   *
   * <p>Note*: This must be called on the most deeply nested child parser instance first, and on its
   * parent parser only after the child parser has finished, to be applied recursively until the
   * document entity's parser is restarted. That is, the parent parser will not resume by itself and
   * it is up to the application to call XML_ResumeParser() on it at the appropriate moment.
   *
   * <p>{@code enum XML_Status XML_ResumeParser(XML_Parser parser)}.
   */
  int XML_ResumeParser(@OrNull Pointer parser);

  /**
   * Returns status of parser with respect to being initialized, parsing, finished, or suspended and
   * processing the final buffer. XXX XML_Parse() and XML_ParseBuffer() should return
   * XML_ParsingStatus, XXX with XML_FINISHED_OK or XML_FINISHED_ERROR replacing XML_FINISHED
   *
   * <p>{@code void XML_GetParsingStatus(XML_Parser parser, XML_ParsingStatus *status)}.
   */
  void XML_GetParsingStatus(@OrNull Pointer parser, @OrNull Pointer status);

  /**
   * Creates an XML_Parser object that can parse an external general entity; context is a
   * '&#92;0'-terminated string specifying the parse context; encoding is a '&#92;0'-terminated
   * string giving the name of the externally specified encoding, or NULL if there is no externally
   * specified encoding. The context string consists of a sequence of tokens separated by formfeeds
   * (&#92;f); a token consisting of a name specifies that the general entity of the name is open; a
   * token of the form prefix=uri specifies the namespace for a particular prefix; a token of the
   * form =uri specifies the default namespace. This can be called at any point after the first call
   * to an ExternalEntityRefHandler so longer as the parser has not yet been freed. The new parser
   * is completely independent and may safely be used in a separate thread. The handlers and
   * userData are initialized from the parser argument. Returns NULL if out of memory. Otherwise
   * returns a new XML_Parser object.
   *
   * <p>{@code XML_Parser XML_ExternalEntityParserCreate(XML_Parser parser, const XML_Char *context,
   * const XML_Char *encoding)}.
   */
  Pointer XML_ExternalEntityParserCreate(
      @OrNull Pointer parser, @OrNull String context, @OrNull String encoding);

  /**
   * Controls parsing of parameter entities (including the external DTD subset). If parsing of
   * parameter entities is enabled, then references to external parameter entities (including the
   * external DTD subset) will be passed to the handler set with XML_SetExternalEntityRefHandler.
   * The context passed will be 0.
   *
   * <p>Unlike external general entities, external parameter entities can only be parsed
   * synchronously. If the external parameter entity is to be parsed, it must be parsed during the
   * call to the external entity ref handler: the complete sequence of
   * XML_ExternalEntityParserCreate, XML_Parse/XML_ParseBuffer and XML_ParserFree calls must be made
   * during this call. After XML_ExternalEntityParserCreate has been called to create the parser for
   * the external parameter entity (context must be 0 for this call), it is illegal to make any
   * calls on the old parser until XML_ParserFree has been called on the newly created parser. If
   * the library has been compiled without support for parameter entity parsing (ie without XML_DTD
   * being defined), then XML_SetParamEntityParsing will return 0 if parsing of parameter entities
   * is requested; otherwise it will return non-zero. Note: If XML_SetParamEntityParsing is called
   * after XML_Parse or XML_ParseBuffer, then it has no effect and will always return 0. Note: If
   * parser == NULL, the function will do nothing and return 0.
   *
   * <p>{@code int XML_SetParamEntityParsing(XML_Parser parser, enum XML_ParamEntityParsing
   * parsing)}.
   */
  int XML_SetParamEntityParsing(@OrNull Pointer parser, int parsing);

  /**
   * Sets the hash salt to use for internal hash calculations. Helps in preventing DoS attacks based
   * on predicting hash function behavior. This must be called before parsing is started. Returns 1
   * if successful, 0 when called after parsing has started. Note: If parser == NULL, the function
   * will do nothing and return 0.
   *
   * <p>{@code int XML_SetHashSalt(XML_Parser parser, unsigned long hash_salt)}.
   */
  int XML_SetHashSalt(@OrNull Pointer parser, @Unsigned int hash_salt);

  /**
   * If XML_Parse or XML_ParseBuffer have returned XML_STATUS_ERROR, then XML_GetErrorCode returns
   * information about the error.
   *
   * <p>{@code enum XML_Error XML_GetErrorCode(XML_Parser parser)}.
   */
  int XML_GetErrorCode(@OrNull Pointer parser);

  /**
   * These functions return information about the current parse location. They may be called from
   * any callback called to report some parse event; in this case the location is the location of
   * the first of the sequence of characters that generated the event. When called from callbacks
   * generated by declarations in the document prologue, the location identified isn't as neatly
   * defined, but will be within the relevant markup. When called outside of the callback functions,
   * the position indicated will be just past the last parse event (regardless of whether there was
   * an associated callback).
   *
   * <p>They may also be called after returning from a call to XML_Parse or XML_ParseBuffer. If the
   * return value is XML_STATUS_ERROR then the location is the location of the character at which
   * the error was detected; otherwise the location is the location of the last parse event, as
   * described above.
   *
   * <p>Note: XML_GetCurrentLineNumber and XML_GetCurrentColumnNumber return 0 to indicate an error.
   * Note: XML_GetCurrentByteIndex returns -1 to indicate an error.
   *
   * <p>{@code XML_Size XML_GetCurrentLineNumber(XML_Parser parser)}.
   */
  @Unsigned
  int XML_GetCurrentLineNumber(@OrNull Pointer parser);

  /** {@code XML_Size XML_GetCurrentColumnNumber(XML_Parser parser)}. */
  @Unsigned
  int XML_GetCurrentColumnNumber(@OrNull Pointer parser);

  /** {@code XML_Index XML_GetCurrentByteIndex(XML_Parser parser)}. */
  int XML_GetCurrentByteIndex(@OrNull Pointer parser);

  /**
   * Return the number of bytes in the current event. Returns 0 if the event is in an internal
   * entity.
   *
   * <p>{@code int XML_GetCurrentByteCount(XML_Parser parser)}.
   */
  int XML_GetCurrentByteCount(@OrNull Pointer parser);

  /**
   * If XML_CONTEXT_BYTES is defined, returns the input buffer, sets the integer pointed to by
   * offset to the offset within this buffer of the current parse position, and sets the integer
   * pointed to by size to the size of this buffer (the number of input bytes). Otherwise returns a
   * NULL pointer. Also returns a NULL pointer if a parse isn't active.
   *
   * <p>NOTE: The character pointer returned should not be used outside the handler that makes the
   * call.
   *
   * <p>{@code const char *XML_GetInputContext(XML_Parser parser, int *offset, int *size)}.
   */
  String XML_GetInputContext(
      @OrNull Pointer parser, @OrNull @InOut int[] offset, @OrNull @InOut int[] size);

  /**
   * Frees the content model passed to the element declaration handler
   *
   * <p>{@code void XML_FreeContentModel(XML_Parser parser, XML_Content *model)}.
   */
  void XML_FreeContentModel(@OrNull Pointer parser, @OrNull Pointer model);

  /**
   * Exposing the memory handling functions used in Expat
   *
   * <p>{@code void *XML_MemMalloc(XML_Parser parser, size_t size)}.
   */
  Pointer XML_MemMalloc(@OrNull Pointer parser, @Unsigned int size);

  /** {@code void *XML_MemRealloc(XML_Parser parser, void *ptr, size_t size)}. */
  Pointer XML_MemRealloc(@OrNull Pointer parser, @OrNull Pointer ptr, @Unsigned int size);

  /** {@code void *XML_MemRealloc(XML_Parser parser, void *ptr, size_t size)}. */
  Pointer XML_MemRealloc(
      @OrNull Pointer parser, @OrNull @InOut @SizedBy(2) byte[] ptr, @Unsigned int size);

  /** {@code void XML_MemFree(XML_Parser parser, void *ptr)}. */
  void XML_MemFree(@OrNull Pointer parser, @OrNull Pointer ptr);

  /**
   * Frees memory used by the parser.
   *
   * <p>{@code void XML_ParserFree(XML_Parser parser)}.
   */
  void XML_ParserFree(@OrNull Pointer parser);

  /**
   * Returns a string describing the error.
   *
   * <p>{@code const XML_LChar *XML_ErrorString(enum XML_Error code)}.
   */
  String XML_ErrorString(int code);

  /**
   * Return a string containing the version number of this expat
   *
   * <p>{@code const XML_LChar *XML_ExpatVersion(void)}.
   */
  String XML_ExpatVersion();

  /**
   * Return an XML_Expat_Version structure containing numeric version number information for this
   * version of expat.
   *
   * <p>{@code XML_Expat_Version XML_ExpatVersionInfo(void)}.
   */
  XMLExpatVersion XML_ExpatVersionInfo();

  /** {@code const XML_Feature *XML_GetFeatureList(void)}. */
  Pointer XML_GetFeatureList();

  /**
   * Added in Expat 2.6.0.
   *
   * <p>{@code XML_Bool XML_SetReparseDeferralEnabled(XML_Parser parser, XML_Bool enabled)}.
   */
  @Unsigned(8)
  int XML_SetReparseDeferralEnabled(@OrNull Pointer parser, @Unsigned(8) int enabled);

  /** The program that the library runs in: its memory, its function pointers. */
  Binding binding();

  @Override
  void close();

  // Left out:
  //   XML_ATTR_MALLOC: a macro that is no constant
  //   XML_GetErrorLineNumber: a macro that is no constant
  //   XML_GetErrorColumnNumber: a macro that is no constant
  //   XML_GetErrorByteIndex: a macro that is no constant
}
