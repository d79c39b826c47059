#!/usr/bin/env bash
# ./build.sh TASK is build.ps1 TASK: in pwsh where there is one, else in tools/PSHost.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
command -v dotnet >/dev/null || { echo "build.sh: the .NET 10 SDK is needed (https://dot.net)." >&2; exit 1; }
command -v npm >/dev/null || { echo "build.sh: Node 20 or newer with npm is needed (https://nodejs.org)." >&2; exit 1; }
if command -v pwsh >/dev/null; then
  exec pwsh -NoProfile -NonInteractive -File build.ps1 "$@"
fi
dotnet build tools/PSHost -c Release --nologo -v quiet
exec dotnet tools/PSHost/bin/Release/net10.0/PSHost.dll build.ps1 "$@"
