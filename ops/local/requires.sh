# Sourced by ./run, ./test and ./recap: sees to the Debian packages they stand on.
#
#   requires            what building and running needs
#   requires tests      and what the tests need that run without a server
#   requires browser    and what the browser journeys need, and the other tests of a running server
#
# As root it installs what is missing; otherwise it prints the one line to type and returns 1.

requires() {
  local missing=() major
  major=$(javac -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  # an older JDK cannot build this; a JRE alone has no javac
  [ "${major:-0}" -ge 17 ] || missing+=(openjdk-17-jdk-headless)
  command -v mvn >/dev/null || missing+=(maven)
  command -v bwrap >/dev/null || missing+=(bubblewrap)
  command -v prlimit >/dev/null && command -v setsid >/dev/null || missing+=(util-linux)
  compgen -G '/usr/share/fonts/truetype/noto/NotoSans-Regular.*' >/dev/null || missing+=(fonts-noto-core)
  compgen -G '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.*' >/dev/null || missing+=(fonts-noto-cjk)
  # the FFmpeg program has sound and screen devices built in and does not start without their libraries
  local library package
  while read -r library package; do
    compgen -G "/usr/lib/*/$library" >/dev/null || missing+=("$package")
  done <<-LIBRARIES
	libpulse.so.0 libpulse0
	libasound.so.2 libasound2
	libxcb-shm.so.0 libxcb-shm0
	LIBRARIES
  if [ -n "${1:-}" ]; then
    # runs the tests of the portal's scripts, and the provider of single sign-on that the others sign in at
    command -v node >/dev/null || missing+=(nodejs)
  fi
  if [ "${1:-}" = browser ]; then
    command -v chromium >/dev/null || missing+=(chromium)
    command -v oathtool >/dev/null || missing+=(oathtool)
    command -v npm >/dev/null || missing+=(npm)
  fi
  [ ${#missing[@]} -eq 0 ] && return 0

  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "installing ${missing[*]}"
    local log
    log=$(mktemp)
    if { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } \
      >"$log" 2>&1; then
      rm -f "$log"
      return 0
    fi
    tail -n 15 "$log" >&2
    echo "could not install ${missing[*]}; the whole story is in $log" >&2
  else
    echo "missing packages; install them with: sudo apt-get install --no-install-recommends ${missing[*]}" >&2
  fi
  return 1
}
