@echo off
rem Starts dylink on Windows: in a release, or in a clone that is built (mvn -P quick -pl app -am package).
rem Options of the JVM: JAVA_OPTS, DYLINK_OPTS.
rem Exclamation marks are what they are, whatever was said to cmd.exe.
setlocal DisableDelayedExpansion
set "jar=%~dp0..\lib\dylink.jar"
if not exist "%jar%" set "jar=%~dp0app\target\dylink.jar"
if not exist "%jar%" (
  echo dylink: app\target\dylink.jar is not there; 'mvn -P quick -pl app -am package' builds it >&2
  exit /b 70
)
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -XX:+UseSerialGC -Dsun.misc.unsafe.memory.access=allow %JAVA_OPTS% %DYLINK_OPTS% -jar "%jar%" %*
exit /b %ERRORLEVEL%
