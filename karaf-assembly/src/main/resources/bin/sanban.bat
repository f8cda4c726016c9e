@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Runs one shell command in the running Sanban: bin\sanban.bat sanban:status
if "%~1"=="" (
  echo usage: %~nx0 COMMAND [ARGUMENT...] 1>&2
  exit /b 2
)
echo %*| call "%~dp0client.bat" -b
exit /b %ERRORLEVEL%
