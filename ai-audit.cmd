@echo off
rem Starts ai-audit with the flags that were measured to be fastest. In a source checkout the jar is
rem built when it is missing; after a change of the sources run: mvnw.cmd -Dquick -DskipTests package
rem In an installed layout (bin\ai-audit.cmd beside lib\ai-audit.jar) nothing is ever built.
rem Respected: JAVA_HOME, JAVA_OPTS, JAVA_TOOL_OPTIONS, JDK_JAVA_OPTIONS.
setlocal

set "HERE=%~dp0"
set "JAR=%HERE%..\lib\ai-audit.jar"
if not exist "%HERE%pom.xml" goto find_java
set "JAR=%HERE%target\ai-audit.jar"
if exist "%JAR%" goto find_java
echo ai-audit: building ai-audit (first use)... 1>&2
pushd "%HERE%"
call mvnw.cmd -q -B -Dquick -DskipTests package 1>&2 <nul
set "BUILT=%ERRORLEVEL%"
popd
if not "%BUILT%"=="0" (
  echo ai-audit: the build failed 1>&2
  exit /b 4
)

:find_java
if not exist "%JAR%" (
  echo ai-audit: "%JAR%" is missing 1>&2
  exit /b 4
)
set "JAVA_EXE=java.exe"
if defined JAVA_HOME set "JAVA_EXE=%JAVA_HOME%\bin\java.exe"

rem Flags of the user win: no collector, compiler or archive of ours beside one of theirs.
set "FLAGS="
(set JAVA_ & set JDK_JAVA) 2>nul | findstr /C:"-XX:" /C:"-Xshare" /C:"-Xint" /C:"-Xlog" /C:"-agent" /C:"-javaagent" >nul && goto run
set "FLAGS=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
if not defined LOCALAPPDATA goto run
if not exist "%LOCALAPPDATA%\ai-audit" mkdir "%LOCALAPPDATA%\ai-audit" 2>nul
rem JDK 19 and newer keep the archive themselves; older ones ignore the unknown flag.
"%JAVA_EXE%" %FLAGS% -XX:+IgnoreUnrecognizedVMOptions -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%LOCALAPPDATA%\ai-audit\ai-audit.jsa" -Xshare:auto -Xlog:disable %JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:run
"%JAVA_EXE%" %FLAGS% %JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
