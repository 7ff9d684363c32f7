package org.dylink.example.lua;

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

/** The functions of {@code luaall.h}: 153 of 153. Written by {@code dylink bindings}. */
@WasmLibrary("liblua5.4.so")
public interface Lua extends AutoCloseable {
  int LUAI_IS32INT = 1;
  int LUA_INT_INT = 1;
  int LUA_INT_LONG = 2;
  int LUA_INT_LONGLONG = 3;
  int LUA_FLOAT_FLOAT = 1;
  int LUA_FLOAT_DOUBLE = 2;
  int LUA_FLOAT_LONGDOUBLE = 3;
  int LUA_INT_DEFAULT = 3;
  int LUA_FLOAT_DEFAULT = 2;
  int LUA_32BITS = 0;
  int LUA_C89_NUMBERS = 0;
  int LUA_INT_TYPE = 3;
  int LUA_FLOAT_TYPE = 2;
  String LUA_PATH_SEP = ";";
  String LUA_PATH_MARK = "?";
  String LUA_EXEC_DIR = "!";
  String LUA_VDIR = "5.4";
  String DEB_HOST_MULTIARCH = "wasm32-wasip1";
  String LUA_ROOT = "/usr/local/";
  String LUA_ROOT2 = "/usr/";
  String LUA_LDIR = "/usr/local/share/lua/5.4/";
  String LUA_LDIR2 = "/usr/share/lua/5.4/";
  String LUA_CDIR = "/usr/local/lib/lua/5.4/";
  String LUA_CDIR2 = "/usr/lib/wasm32-wasip1/lua/5.4/";
  String LUA_CDIR3 = "/usr/lib/lua/5.4/";
  String LUA_PATH_DEFAULT =
      "/usr/local/share/lua/5.4/?.lua;/usr/local/share/lua/5.4/?/init.lua;/usr/local/lib/lua/5.4/?.lua;/usr/local/lib/lua/5.4/?/init.lua;/usr/share/lua/5.4/?.lua;/usr/share/lua/5.4/?/init.lua;./?.lua;./?/init.lua";
  String LUA_CPATH_DEFAULT =
      "/usr/local/lib/lua/5.4/?.so;/usr/lib/wasm32-wasip1/lua/5.4/?.so;/usr/lib/lua/5.4/?.so;/usr/local/lib/lua/5.4/loadall.so;./?.so";
  String LUA_DIRSEP = "/";
  String LUA_NUMBER_FRMLEN = "";
  String LUA_NUMBER_FMT = "%.14g";
  String LUA_INTEGER_FMT = "%lld";
  String LUA_INTEGER_FRMLEN = "ll";
  long LUA_MAXINTEGER = 9223372036854775807L;
  long LUA_MININTEGER = -9223372036854775808L;
  long LUA_MAXUNSIGNED = -1L;
  int LUAI_MAXSTACK = 1000000;
  int LUA_IDSIZE = 60;
  String LUA_VERSION_MAJOR = "5";
  String LUA_VERSION_MINOR = "4";
  String LUA_VERSION_RELEASE = "4";
  int LUA_VERSION_NUM = 504;
  int LUA_VERSION_RELEASE_NUM = 50404;
  String LUA_VERSION = "Lua 5.4";
  String LUA_RELEASE = "Lua 5.4.4";
  String LUA_COPYRIGHT = "Lua 5.4.4  Copyright (C) 1994-2022 Lua.org, PUC-Rio";
  String LUA_AUTHORS = "R. Ierusalimschy, L. H. de Figueiredo, W. Celes";
  String LUA_SIGNATURE = "\u001bLua";
  int LUA_MULTRET = -1;
  int LUA_REGISTRYINDEX = -1001000;
  int LUA_OK = 0;
  int LUA_YIELD = 1;
  int LUA_ERRRUN = 2;
  int LUA_ERRSYNTAX = 3;
  int LUA_ERRMEM = 4;
  int LUA_ERRERR = 5;
  int LUA_TNONE = -1;
  int LUA_TNIL = 0;
  int LUA_TBOOLEAN = 1;
  int LUA_TLIGHTUSERDATA = 2;
  int LUA_TNUMBER = 3;
  int LUA_TSTRING = 4;
  int LUA_TTABLE = 5;
  int LUA_TFUNCTION = 6;
  int LUA_TUSERDATA = 7;
  int LUA_TTHREAD = 8;
  int LUA_NUMTYPES = 9;
  int LUA_MINSTACK = 20;
  int LUA_RIDX_MAINTHREAD = 1;
  int LUA_RIDX_GLOBALS = 2;
  int LUA_RIDX_LAST = 2;
  int LUA_OPADD = 0;
  int LUA_OPSUB = 1;
  int LUA_OPMUL = 2;
  int LUA_OPMOD = 3;
  int LUA_OPPOW = 4;
  int LUA_OPDIV = 5;
  int LUA_OPIDIV = 6;
  int LUA_OPBAND = 7;
  int LUA_OPBOR = 8;
  int LUA_OPBXOR = 9;
  int LUA_OPSHL = 10;
  int LUA_OPSHR = 11;
  int LUA_OPUNM = 12;
  int LUA_OPBNOT = 13;
  int LUA_OPEQ = 0;
  int LUA_OPLT = 1;
  int LUA_OPLE = 2;
  int LUA_GCSTOP = 0;
  int LUA_GCRESTART = 1;
  int LUA_GCCOLLECT = 2;
  int LUA_GCCOUNT = 3;
  int LUA_GCCOUNTB = 4;
  int LUA_GCSTEP = 5;
  int LUA_GCSETPAUSE = 6;
  int LUA_GCSETSTEPMUL = 7;
  int LUA_GCISRUNNING = 9;
  int LUA_GCGEN = 10;
  int LUA_GCINC = 11;
  int LUA_NUMTAGS = 9;
  int LUA_HOOKCALL = 0;
  int LUA_HOOKRET = 1;
  int LUA_HOOKLINE = 2;
  int LUA_HOOKCOUNT = 3;
  int LUA_HOOKTAILCALL = 4;
  int LUA_MASKCALL = 1;
  int LUA_MASKRET = 2;
  int LUA_MASKLINE = 4;
  int LUA_MASKCOUNT = 8;
  String LUA_GNAME = "_G";
  int LUA_ERRFILE = 6;
  String LUA_LOADED_TABLE = "_LOADED";
  String LUA_PRELOAD_TABLE = "_PRELOAD";
  int LUA_NOREF = -2;
  int LUA_REFNIL = -1;
  String LUA_FILEHANDLE = "FILE*";
  String LUA_VERSUFFIX = "_5_4";
  String LUA_COLIBNAME = "coroutine";
  String LUA_TABLIBNAME = "table";
  String LUA_IOLIBNAME = "io";
  String LUA_OSLIBNAME = "os";
  String LUA_STRLIBNAME = "string";
  String LUA_UTF8LIBNAME = "utf8";
  String LUA_MATHLIBNAME = "math";
  String LUA_DBLIBNAME = "debug";
  String LUA_LOADLIBNAME = "package";

  /**
   * {@code struct lua_Debug}.
   *
   * @param name const char *
   * @param namewhat const char *
   * @param what const char *
   * @param source const char *
   * @param i_ci struct CallInfo *
   */
  record LuaDebug(
      int event,
      Pointer name,
      Pointer namewhat,
      Pointer what,
      Pointer source,
      int srclen,
      int currentline,
      int linedefined,
      int lastlinedefined,
      byte nups,
      byte nparams,
      byte isvararg,
      byte istailcall,
      short ftransfer,
      short ntransfer,
      @Length(60) String short_src,
      Pointer i_ci) {}

  /**
   * {@code struct luaL_Reg}.
   *
   * @param name const char *
   * @param func lua_CFunction
   */
  record LuaLReg(Pointer name, Pointer func) {}

  /**
   * {@code union without a name}.
   *
   * @param value one of lua_Number n, double u, void * s, lua_Integer i, long l, char[512] b
   */
  @SuppressWarnings("ArrayRecordComponent") // what C has
  record LuaLBufferInit(@Length(64) long[] value) {}

  /**
   * {@code struct luaL_Buffer}.
   *
   * @param b char *
   * @param L lua_State *
   */
  record LuaLBuffer(Pointer b, int size, int n, Pointer L, LuaLBufferInit init) {}

  /**
   * {@code struct luaL_Stream}.
   *
   * @param f FILE *
   * @param closef lua_CFunction
   */
  record LuaLStream(Pointer f, Pointer closef) {}

  /** {@code lua_Alloc}. */
  @FunctionalInterface
  interface LuaAlloc {
    /** What C calls. */
    Pointer call(Pointer arg0, Pointer arg1, @Unsigned int arg2, @Unsigned int arg3);
  }

  /** {@code lua_CFunction}. */
  @FunctionalInterface
  interface LuaCFunction {
    /** What C calls. */
    int call(Pointer arg0);
  }

  /** {@code lua_KFunction}. */
  @FunctionalInterface
  interface LuaKFunction {
    /** What C calls. */
    int call(Pointer arg0, int arg1, int arg2);
  }

  /** {@code lua_Reader}. */
  @FunctionalInterface
  interface LuaReader {
    /** What C calls. */
    Pointer call(Pointer arg0, Pointer arg1, Pointer arg2);
  }

  /** {@code lua_Writer}. */
  @FunctionalInterface
  interface LuaWriter {
    /** What C calls. */
    int call(Pointer arg0, Pointer arg1, @Unsigned int arg2, Pointer arg3);
  }

  /** {@code lua_WarnFunction}. */
  @FunctionalInterface
  interface LuaWarnFunction {
    /** What C calls. */
    void call(Pointer arg0, Pointer arg1, int arg2);
  }

  /** {@code lua_Hook}. */
  @FunctionalInterface
  interface LuaHook {
    /** What C calls. */
    void call(Pointer arg0, Pointer arg1);
  }

  /**
   * state manipulation
   *
   * <p>{@code lua_State *lua_newstate(lua_Alloc f, void *ud)}.
   */
  Pointer lua_newstate(@OrNull Callback<LuaAlloc> f, @OrNull Pointer ud);

  /** {@code void lua_close(lua_State *L)}. */
  void lua_close(@OrNull Pointer L);

  /** {@code lua_State *lua_newthread(lua_State *L)}. */
  Pointer lua_newthread(@OrNull Pointer L);

  /** {@code int lua_resetthread(lua_State *L)}. */
  int lua_resetthread(@OrNull Pointer L);

  /** {@code lua_CFunction lua_atpanic(lua_State *L, lua_CFunction panicf)}. */
  Pointer lua_atpanic(@OrNull Pointer L, @OrNull Callback<LuaCFunction> panicf);

  /** {@code lua_Number lua_version(lua_State *L)}. */
  double lua_version(@OrNull Pointer L);

  /**
   * basic stack manipulation
   *
   * <p>{@code int lua_absindex(lua_State *L, int idx)}.
   */
  int lua_absindex(@OrNull Pointer L, int idx);

  /** {@code int lua_gettop(lua_State *L)}. */
  int lua_gettop(@OrNull Pointer L);

  /** {@code void lua_settop(lua_State *L, int idx)}. */
  void lua_settop(@OrNull Pointer L, int idx);

  /** {@code void lua_pushvalue(lua_State *L, int idx)}. */
  void lua_pushvalue(@OrNull Pointer L, int idx);

  /** {@code void lua_rotate(lua_State *L, int idx, int n)}. */
  void lua_rotate(@OrNull Pointer L, int idx, int n);

  /** {@code void lua_copy(lua_State *L, int fromidx, int toidx)}. */
  void lua_copy(@OrNull Pointer L, int fromidx, int toidx);

  /** {@code int lua_checkstack(lua_State *L, int n)}. */
  int lua_checkstack(@OrNull Pointer L, int n);

  /** {@code void lua_xmove(lua_State *from, lua_State *to, int n)}. */
  void lua_xmove(@OrNull Pointer from, @OrNull Pointer to, int n);

  /** {@code int lua_isnumber(lua_State *L, int idx)}. */
  int lua_isnumber(@OrNull Pointer L, int idx);

  /** {@code int lua_isstring(lua_State *L, int idx)}. */
  int lua_isstring(@OrNull Pointer L, int idx);

  /** {@code int lua_iscfunction(lua_State *L, int idx)}. */
  int lua_iscfunction(@OrNull Pointer L, int idx);

  /** {@code int lua_isinteger(lua_State *L, int idx)}. */
  int lua_isinteger(@OrNull Pointer L, int idx);

  /** {@code int lua_isuserdata(lua_State *L, int idx)}. */
  int lua_isuserdata(@OrNull Pointer L, int idx);

  /** {@code int lua_type(lua_State *L, int idx)}. */
  int lua_type(@OrNull Pointer L, int idx);

  /** {@code const char *lua_typename(lua_State *L, int tp)}. */
  String lua_typename(@OrNull Pointer L, int tp);

  /** {@code lua_Number lua_tonumberx(lua_State *L, int idx, int *isnum)}. */
  double lua_tonumberx(@OrNull Pointer L, int idx, @OrNull @InOut int[] isnum);

  /** {@code lua_Integer lua_tointegerx(lua_State *L, int idx, int *isnum)}. */
  long lua_tointegerx(@OrNull Pointer L, int idx, @OrNull @InOut int[] isnum);

  /** {@code int lua_toboolean(lua_State *L, int idx)}. */
  int lua_toboolean(@OrNull Pointer L, int idx);

  /** {@code const char *lua_tolstring(lua_State *L, int idx, size_t *len)}. */
  String lua_tolstring(@OrNull Pointer L, int idx, @OrNull @InOut int[] len);

  /** {@code lua_Unsigned lua_rawlen(lua_State *L, int idx)}. */
  @Unsigned
  long lua_rawlen(@OrNull Pointer L, int idx);

  /** {@code lua_CFunction lua_tocfunction(lua_State *L, int idx)}. */
  Pointer lua_tocfunction(@OrNull Pointer L, int idx);

  /** {@code void *lua_touserdata(lua_State *L, int idx)}. */
  Pointer lua_touserdata(@OrNull Pointer L, int idx);

  /** {@code lua_State *lua_tothread(lua_State *L, int idx)}. */
  Pointer lua_tothread(@OrNull Pointer L, int idx);

  /** {@code const void *lua_topointer(lua_State *L, int idx)}. */
  Pointer lua_topointer(@OrNull Pointer L, int idx);

  /** {@code void lua_arith(lua_State *L, int op)}. */
  void lua_arith(@OrNull Pointer L, int op);

  /** {@code int lua_rawequal(lua_State *L, int idx1, int idx2)}. */
  int lua_rawequal(@OrNull Pointer L, int idx1, int idx2);

  /** {@code int lua_compare(lua_State *L, int idx1, int idx2, int op)}. */
  int lua_compare(@OrNull Pointer L, int idx1, int idx2, int op);

  /**
   * push functions (C -&gt; stack)
   *
   * <p>{@code void lua_pushnil(lua_State *L)}.
   */
  void lua_pushnil(@OrNull Pointer L);

  /** {@code void lua_pushnumber(lua_State *L, lua_Number n)}. */
  void lua_pushnumber(@OrNull Pointer L, double n);

  /** {@code void lua_pushinteger(lua_State *L, lua_Integer n)}. */
  void lua_pushinteger(@OrNull Pointer L, long n);

  /** {@code const char *lua_pushlstring(lua_State *L, const char *s, size_t len)}. */
  String lua_pushlstring(@OrNull Pointer L, @OrNull String s, @Unsigned int len);

  /** {@code const char *lua_pushlstring(lua_State *L, const char *s, size_t len)}. */
  String lua_pushlstring(@OrNull Pointer L, @OrNull @In @SizedBy(2) byte[] s, @Unsigned int len);

  /** {@code const char *lua_pushstring(lua_State *L, const char *s)}. */
  String lua_pushstring(@OrNull Pointer L, @OrNull String s);

  /** {@code const char *lua_pushvfstring(lua_State *L, const char *fmt, va_list argp)}. */
  String lua_pushvfstring(@OrNull Pointer L, @OrNull String fmt, Object... argp);

  /** {@code const char *lua_pushfstring(lua_State *L, const char *fmt, ...)}. */
  String lua_pushfstring(@OrNull Pointer L, @OrNull String fmt, Object... rest);

  /** {@code void lua_pushcclosure(lua_State *L, lua_CFunction fn, int n)}. */
  void lua_pushcclosure(@OrNull Pointer L, @OrNull Callback<LuaCFunction> fn, int n);

  /** {@code void lua_pushboolean(lua_State *L, int b)}. */
  void lua_pushboolean(@OrNull Pointer L, int b);

  /** {@code void lua_pushlightuserdata(lua_State *L, void *p)}. */
  void lua_pushlightuserdata(@OrNull Pointer L, @OrNull Pointer p);

  /** {@code int lua_pushthread(lua_State *L)}. */
  int lua_pushthread(@OrNull Pointer L);

  /**
   * get functions (Lua -&gt; stack)
   *
   * <p>{@code int lua_getglobal(lua_State *L, const char *name)}.
   */
  int lua_getglobal(@OrNull Pointer L, @OrNull String name);

  /** {@code int lua_gettable(lua_State *L, int idx)}. */
  int lua_gettable(@OrNull Pointer L, int idx);

  /** {@code int lua_getfield(lua_State *L, int idx, const char *k)}. */
  int lua_getfield(@OrNull Pointer L, int idx, @OrNull String k);

  /** {@code int lua_geti(lua_State *L, int idx, lua_Integer n)}. */
  int lua_geti(@OrNull Pointer L, int idx, long n);

  /** {@code int lua_rawget(lua_State *L, int idx)}. */
  int lua_rawget(@OrNull Pointer L, int idx);

  /** {@code int lua_rawgeti(lua_State *L, int idx, lua_Integer n)}. */
  int lua_rawgeti(@OrNull Pointer L, int idx, long n);

  /** {@code int lua_rawgetp(lua_State *L, int idx, const void *p)}. */
  int lua_rawgetp(@OrNull Pointer L, int idx, @OrNull Pointer p);

  /** {@code void lua_createtable(lua_State *L, int narr, int nrec)}. */
  void lua_createtable(@OrNull Pointer L, int narr, int nrec);

  /** {@code void *lua_newuserdatauv(lua_State *L, size_t sz, int nuvalue)}. */
  Pointer lua_newuserdatauv(@OrNull Pointer L, @Unsigned int sz, int nuvalue);

  /** {@code int lua_getmetatable(lua_State *L, int objindex)}. */
  int lua_getmetatable(@OrNull Pointer L, int objindex);

  /** {@code int lua_getiuservalue(lua_State *L, int idx, int n)}. */
  int lua_getiuservalue(@OrNull Pointer L, int idx, int n);

  /**
   * set functions (stack -&gt; Lua)
   *
   * <p>{@code void lua_setglobal(lua_State *L, const char *name)}.
   */
  void lua_setglobal(@OrNull Pointer L, @OrNull String name);

  /** {@code void lua_settable(lua_State *L, int idx)}. */
  void lua_settable(@OrNull Pointer L, int idx);

  /** {@code void lua_setfield(lua_State *L, int idx, const char *k)}. */
  void lua_setfield(@OrNull Pointer L, int idx, @OrNull String k);

  /** {@code void lua_seti(lua_State *L, int idx, lua_Integer n)}. */
  void lua_seti(@OrNull Pointer L, int idx, long n);

  /** {@code void lua_rawset(lua_State *L, int idx)}. */
  void lua_rawset(@OrNull Pointer L, int idx);

  /** {@code void lua_rawseti(lua_State *L, int idx, lua_Integer n)}. */
  void lua_rawseti(@OrNull Pointer L, int idx, long n);

  /** {@code void lua_rawsetp(lua_State *L, int idx, const void *p)}. */
  void lua_rawsetp(@OrNull Pointer L, int idx, @OrNull Pointer p);

  /** {@code int lua_setmetatable(lua_State *L, int objindex)}. */
  int lua_setmetatable(@OrNull Pointer L, int objindex);

  /** {@code int lua_setiuservalue(lua_State *L, int idx, int n)}. */
  int lua_setiuservalue(@OrNull Pointer L, int idx, int n);

  /**
   * 'load' and 'call' functions (load and run Lua code)
   *
   * <p>{@code void lua_callk(lua_State *L, int nargs, int nresults, lua_KContext ctx, lua_KFunction
   * k)}.
   */
  void lua_callk(
      @OrNull Pointer L, int nargs, int nresults, int ctx, @OrNull Callback<LuaKFunction> k);

  /**
   * {@code int lua_pcallk(lua_State *L, int nargs, int nresults, int errfunc, lua_KContext ctx,
   * lua_KFunction k)}.
   */
  int lua_pcallk(
      @OrNull Pointer L,
      int nargs,
      int nresults,
      int errfunc,
      int ctx,
      @OrNull Callback<LuaKFunction> k);

  /**
   * {@code int lua_load(lua_State *L, lua_Reader reader, void *dt, const char *chunkname, const
   * char *mode)}.
   */
  int lua_load(
      @OrNull Pointer L,
      @OrNull Callback<LuaReader> reader,
      @OrNull Pointer dt,
      @OrNull String chunkname,
      @OrNull String mode);

  /** {@code int lua_dump(lua_State *L, lua_Writer writer, void *data, int strip)}. */
  int lua_dump(
      @OrNull Pointer L, @OrNull Callback<LuaWriter> writer, @OrNull Pointer data, int strip);

  /**
   * coroutine functions
   *
   * <p>{@code int lua_yieldk(lua_State *L, int nresults, lua_KContext ctx, lua_KFunction k)}.
   */
  int lua_yieldk(@OrNull Pointer L, int nresults, int ctx, @OrNull Callback<LuaKFunction> k);

  /** {@code int lua_resume(lua_State *L, lua_State *from, int narg, int *nres)}. */
  int lua_resume(@OrNull Pointer L, @OrNull Pointer from, int narg, @OrNull @InOut int[] nres);

  /** {@code int lua_status(lua_State *L)}. */
  int lua_status(@OrNull Pointer L);

  /** {@code int lua_isyieldable(lua_State *L)}. */
  int lua_isyieldable(@OrNull Pointer L);

  /**
   * Warning-related functions
   *
   * <p>{@code void lua_setwarnf(lua_State *L, lua_WarnFunction f, void *ud)}.
   */
  void lua_setwarnf(@OrNull Pointer L, @OrNull Callback<LuaWarnFunction> f, @OrNull Pointer ud);

  /** {@code void lua_warning(lua_State *L, const char *msg, int tocont)}. */
  void lua_warning(@OrNull Pointer L, @OrNull String msg, int tocont);

  /** {@code int lua_gc(lua_State *L, int what, ...)}. */
  int lua_gc(@OrNull Pointer L, int what, Object... rest);

  /** {@code int lua_error(lua_State *L)}. */
  int lua_error(@OrNull Pointer L);

  /** {@code int lua_next(lua_State *L, int idx)}. */
  int lua_next(@OrNull Pointer L, int idx);

  /** {@code void lua_concat(lua_State *L, int n)}. */
  void lua_concat(@OrNull Pointer L, int n);

  /** {@code void lua_len(lua_State *L, int idx)}. */
  void lua_len(@OrNull Pointer L, int idx);

  /** {@code size_t lua_stringtonumber(lua_State *L, const char *s)}. */
  @Unsigned
  int lua_stringtonumber(@OrNull Pointer L, @OrNull String s);

  /** {@code lua_Alloc lua_getallocf(lua_State *L, void **ud)}. */
  Pointer lua_getallocf(@OrNull Pointer L, @OrNull @InOut Pointer[] ud);

  /** {@code void lua_setallocf(lua_State *L, lua_Alloc f, void *ud)}. */
  void lua_setallocf(@OrNull Pointer L, @OrNull Callback<LuaAlloc> f, @OrNull Pointer ud);

  /** {@code void lua_toclose(lua_State *L, int idx)}. */
  void lua_toclose(@OrNull Pointer L, int idx);

  /** {@code void lua_closeslot(lua_State *L, int idx)}. */
  void lua_closeslot(@OrNull Pointer L, int idx);

  /** {@code int lua_getstack(lua_State *L, int level, lua_Debug *ar)}. */
  int lua_getstack(@OrNull Pointer L, int level, @OrNull Pointer ar);

  /** {@code int lua_getinfo(lua_State *L, const char *what, lua_Debug *ar)}. */
  int lua_getinfo(@OrNull Pointer L, @OrNull String what, @OrNull Pointer ar);

  /** {@code const char *lua_getlocal(lua_State *L, const lua_Debug *ar, int n)}. */
  String lua_getlocal(@OrNull Pointer L, @OrNull Pointer ar, int n);

  /** {@code const char *lua_setlocal(lua_State *L, const lua_Debug *ar, int n)}. */
  String lua_setlocal(@OrNull Pointer L, @OrNull Pointer ar, int n);

  /** {@code const char *lua_getupvalue(lua_State *L, int funcindex, int n)}. */
  String lua_getupvalue(@OrNull Pointer L, int funcindex, int n);

  /** {@code const char *lua_setupvalue(lua_State *L, int funcindex, int n)}. */
  String lua_setupvalue(@OrNull Pointer L, int funcindex, int n);

  /** {@code void *lua_upvalueid(lua_State *L, int fidx, int n)}. */
  Pointer lua_upvalueid(@OrNull Pointer L, int fidx, int n);

  /** {@code void lua_upvaluejoin(lua_State *L, int fidx1, int n1, int fidx2, int n2)}. */
  void lua_upvaluejoin(@OrNull Pointer L, int fidx1, int n1, int fidx2, int n2);

  /** {@code void lua_sethook(lua_State *L, lua_Hook func, int mask, int count)}. */
  void lua_sethook(@OrNull Pointer L, @OrNull Callback<LuaHook> func, int mask, int count);

  /** {@code lua_Hook lua_gethook(lua_State *L)}. */
  Pointer lua_gethook(@OrNull Pointer L);

  /** {@code int lua_gethookmask(lua_State *L)}. */
  int lua_gethookmask(@OrNull Pointer L);

  /** {@code int lua_gethookcount(lua_State *L)}. */
  int lua_gethookcount(@OrNull Pointer L);

  /** {@code int lua_setcstacklimit(lua_State *L, unsigned int limit)}. */
  int lua_setcstacklimit(@OrNull Pointer L, @Unsigned int limit);

  /** {@code void luaL_checkversion_(lua_State *L, lua_Number ver, size_t sz)}. */
  void luaL_checkversion_(@OrNull Pointer L, double ver, @Unsigned int sz);

  /** {@code int luaL_getmetafield(lua_State *L, int obj, const char *e)}. */
  int luaL_getmetafield(@OrNull Pointer L, int obj, @OrNull String e);

  /** {@code int luaL_callmeta(lua_State *L, int obj, const char *e)}. */
  int luaL_callmeta(@OrNull Pointer L, int obj, @OrNull String e);

  /** {@code const char *luaL_tolstring(lua_State *L, int idx, size_t *len)}. */
  String luaL_tolstring(@OrNull Pointer L, int idx, @OrNull @InOut int[] len);

  /** {@code int luaL_argerror(lua_State *L, int arg, const char *extramsg)}. */
  int luaL_argerror(@OrNull Pointer L, int arg, @OrNull String extramsg);

  /** {@code int luaL_typeerror(lua_State *L, int arg, const char *tname)}. */
  int luaL_typeerror(@OrNull Pointer L, int arg, @OrNull String tname);

  /** {@code const char *luaL_checklstring(lua_State *L, int arg, size_t *l)}. */
  String luaL_checklstring(@OrNull Pointer L, int arg, @OrNull @InOut int[] l);

  /** {@code const char *luaL_optlstring(lua_State *L, int arg, const char *def, size_t *l)}. */
  String luaL_optlstring(@OrNull Pointer L, int arg, @OrNull String def, @OrNull @InOut int[] l);

  /** {@code lua_Number luaL_checknumber(lua_State *L, int arg)}. */
  double luaL_checknumber(@OrNull Pointer L, int arg);

  /** {@code lua_Number luaL_optnumber(lua_State *L, int arg, lua_Number def)}. */
  double luaL_optnumber(@OrNull Pointer L, int arg, double def);

  /** {@code lua_Integer luaL_checkinteger(lua_State *L, int arg)}. */
  long luaL_checkinteger(@OrNull Pointer L, int arg);

  /** {@code lua_Integer luaL_optinteger(lua_State *L, int arg, lua_Integer def)}. */
  long luaL_optinteger(@OrNull Pointer L, int arg, long def);

  /** {@code void luaL_checkstack(lua_State *L, int sz, const char *msg)}. */
  void luaL_checkstack(@OrNull Pointer L, int sz, @OrNull String msg);

  /** {@code void luaL_checktype(lua_State *L, int arg, int t)}. */
  void luaL_checktype(@OrNull Pointer L, int arg, int t);

  /** {@code void luaL_checkany(lua_State *L, int arg)}. */
  void luaL_checkany(@OrNull Pointer L, int arg);

  /** {@code int luaL_newmetatable(lua_State *L, const char *tname)}. */
  int luaL_newmetatable(@OrNull Pointer L, @OrNull String tname);

  /** {@code void luaL_setmetatable(lua_State *L, const char *tname)}. */
  void luaL_setmetatable(@OrNull Pointer L, @OrNull String tname);

  /** {@code void *luaL_testudata(lua_State *L, int ud, const char *tname)}. */
  Pointer luaL_testudata(@OrNull Pointer L, int ud, @OrNull String tname);

  /** {@code void *luaL_checkudata(lua_State *L, int ud, const char *tname)}. */
  Pointer luaL_checkudata(@OrNull Pointer L, int ud, @OrNull String tname);

  /** {@code void luaL_where(lua_State *L, int lvl)}. */
  void luaL_where(@OrNull Pointer L, int lvl);

  /** {@code int luaL_error(lua_State *L, const char *fmt, ...)}. */
  int luaL_error(@OrNull Pointer L, @OrNull String fmt, Object... rest);

  /**
   * {@code int luaL_checkoption(lua_State *L, int arg, const char *def, const char *const *lst)}.
   */
  int luaL_checkoption(@OrNull Pointer L, int arg, @OrNull String def, @OrNull @In String[] lst);

  /** {@code int luaL_fileresult(lua_State *L, int stat, const char *fname)}. */
  int luaL_fileresult(@OrNull Pointer L, int stat, @OrNull String fname);

  /** {@code int luaL_execresult(lua_State *L, int stat)}. */
  int luaL_execresult(@OrNull Pointer L, int stat);

  /** {@code int luaL_ref(lua_State *L, int t)}. */
  int luaL_ref(@OrNull Pointer L, int t);

  /** {@code void luaL_unref(lua_State *L, int t, int ref)}. */
  void luaL_unref(@OrNull Pointer L, int t, int ref);

  /** {@code int luaL_loadfilex(lua_State *L, const char *filename, const char *mode)}. */
  int luaL_loadfilex(@OrNull Pointer L, @OrNull String filename, @OrNull String mode);

  /**
   * {@code int luaL_loadbufferx(lua_State *L, const char *buff, size_t sz, const char *name, const
   * char *mode)}.
   */
  int luaL_loadbufferx(
      @OrNull Pointer L,
      @OrNull String buff,
      @Unsigned int sz,
      @OrNull String name,
      @OrNull String mode);

  /**
   * {@code int luaL_loadbufferx(lua_State *L, const char *buff, size_t sz, const char *name, const
   * char *mode)}.
   */
  int luaL_loadbufferx(
      @OrNull Pointer L,
      @OrNull @In @SizedBy(2) byte[] buff,
      @Unsigned int sz,
      @OrNull String name,
      @OrNull String mode);

  /** {@code int luaL_loadstring(lua_State *L, const char *s)}. */
  int luaL_loadstring(@OrNull Pointer L, @OrNull String s);

  /** {@code lua_State *luaL_newstate(void)}. */
  Pointer luaL_newstate();

  /** {@code lua_Integer luaL_len(lua_State *L, int idx)}. */
  long luaL_len(@OrNull Pointer L, int idx);

  /** {@code void luaL_addgsub(luaL_Buffer *b, const char *s, const char *p, const char *r)}. */
  void luaL_addgsub(@OrNull Pointer b, @OrNull String s, @OrNull String p, @OrNull String r);

  /** {@code const char *luaL_gsub(lua_State *L, const char *s, const char *p, const char *r)}. */
  String luaL_gsub(@OrNull Pointer L, @OrNull String s, @OrNull String p, @OrNull String r);

  /** {@code void luaL_setfuncs(lua_State *L, const luaL_Reg *l, int nup)}. */
  void luaL_setfuncs(@OrNull Pointer L, @OrNull Pointer l, int nup);

  /** {@code int luaL_getsubtable(lua_State *L, int idx, const char *fname)}. */
  int luaL_getsubtable(@OrNull Pointer L, int idx, @OrNull String fname);

  /** {@code void luaL_traceback(lua_State *L, lua_State *L1, const char *msg, int level)}. */
  void luaL_traceback(@OrNull Pointer L, @OrNull Pointer L1, @OrNull String msg, int level);

  /**
   * {@code void luaL_requiref(lua_State *L, const char *modname, lua_CFunction openf, int glb)}.
   */
  void luaL_requiref(
      @OrNull Pointer L, @OrNull String modname, @OrNull Callback<LuaCFunction> openf, int glb);

  /** {@code void luaL_buffinit(lua_State *L, luaL_Buffer *B)}. */
  void luaL_buffinit(@OrNull Pointer L, @OrNull Pointer B);

  /** {@code char *luaL_prepbuffsize(luaL_Buffer *B, size_t sz)}. */
  Pointer luaL_prepbuffsize(@OrNull Pointer B, @Unsigned int sz);

  /** {@code void luaL_addlstring(luaL_Buffer *B, const char *s, size_t l)}. */
  void luaL_addlstring(@OrNull Pointer B, @OrNull String s, @Unsigned int l);

  /** {@code void luaL_addstring(luaL_Buffer *B, const char *s)}. */
  void luaL_addstring(@OrNull Pointer B, @OrNull String s);

  /** {@code void luaL_addvalue(luaL_Buffer *B)}. */
  void luaL_addvalue(@OrNull Pointer B);

  /** {@code void luaL_pushresult(luaL_Buffer *B)}. */
  void luaL_pushresult(@OrNull Pointer B);

  /** {@code void luaL_pushresultsize(luaL_Buffer *B, size_t sz)}. */
  void luaL_pushresultsize(@OrNull Pointer B, @Unsigned int sz);

  /** {@code char *luaL_buffinitsize(lua_State *L, luaL_Buffer *B, size_t sz)}. */
  Pointer luaL_buffinitsize(@OrNull Pointer L, @OrNull Pointer B, @Unsigned int sz);

  /** {@code int luaopen_base(lua_State *L)}. */
  int luaopen_base(@OrNull Pointer L);

  /** {@code int luaopen_coroutine(lua_State *L)}. */
  int luaopen_coroutine(@OrNull Pointer L);

  /** {@code int luaopen_table(lua_State *L)}. */
  int luaopen_table(@OrNull Pointer L);

  /** {@code int luaopen_io(lua_State *L)}. */
  int luaopen_io(@OrNull Pointer L);

  /** {@code int luaopen_os(lua_State *L)}. */
  int luaopen_os(@OrNull Pointer L);

  /** {@code int luaopen_string(lua_State *L)}. */
  int luaopen_string(@OrNull Pointer L);

  /** {@code int luaopen_utf8(lua_State *L)}. */
  int luaopen_utf8(@OrNull Pointer L);

  /** {@code int luaopen_math(lua_State *L)}. */
  int luaopen_math(@OrNull Pointer L);

  /** {@code int luaopen_debug(lua_State *L)}. */
  int luaopen_debug(@OrNull Pointer L);

  /** {@code int luaopen_package(lua_State *L)}. */
  int luaopen_package(@OrNull Pointer L);

  /**
   * open all previous libraries
   *
   * <p>{@code void luaL_openlibs(lua_State *L)}.
   */
  void luaL_openlibs(@OrNull Pointer L);

  /** The program that the library runs in: its memory, its function pointers. */
  Binding binding();

  @Override
  void close();

  // Left out:
  //   lua_ident: a variable: binding().symbol("lua_ident")
  //   LUA_API: a macro that is no constant
  //   LUALIB_API: a macro that is no constant
  //   LUAMOD_API: a macro that is no constant
  //   LUAI_FUNC: a macro that is no constant
  //   LUA_NUMBER: a macro that is no constant
  //   LUAI_UACNUMBER: a macro that is no constant
  //   LUAI_UACINT: a macro that is no constant
  //   LUA_UNSIGNED: a macro that is no constant
  //   LUA_INTEGER: a macro that is no constant
  //   LUA_KCONTEXT: a macro that is no constant
  //   LUA_EXTRASPACE: a macro that is no constant
  //   LUAL_BUFFERSIZE: a macro that is no constant
  //   LUAI_MAXALIGN: a macro that is no constant
  //   LUAL_NUMSIZES: a macro that is no constant
}
