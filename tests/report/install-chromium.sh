#!/usr/bin/env bash
# Debian's Chromium for the tests of the report: for a build machine that is new each time.
set -euo pipefail
if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
  echo "install-chromium.sh: only for root on a machine with apt-get." >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null
