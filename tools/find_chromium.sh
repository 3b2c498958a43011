#!/bin/sh
# Find a Chromium or Chrome for the browser tests; install Debian's where that can be done; else say what to do.
set -eu

for name in chromium chromium-browser google-chrome google-chrome-stable chrome; do
    if command -v "$name" >/dev/null 2>&1; then
        exit 0
    fi
done
for path in "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    if [ -x "$path" ]; then
        exit 0
    fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "No Chromium is installed: installing Debian's" >&2
    if apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; then
        exit 0
    fi
fi
echo "The browser tests need a Chromium or Chrome, and none was found." >&2
echo "Install one (Debian, Ubuntu: sudo apt-get install chromium; macOS: brew install --cask google-chrome) and run make test again." >&2
exit 1
