#!/usr/bin/env bash
# FFmpeg 8.1.2 (org.bytedeco:ffmpeg:8.1.2-1.5.14): H.264 as cameras and capture cards leave it, without a container, put into
# MP4 by -c copy. Its demuxer gives the packets no times at all, and the muxer counts them in the order they are stored in:
# where pictures overtake each other (B-pictures), those stored first lie before zero, an edit list hides them, and the file
# that is left has fewer pictures than went in, without its first. FFmpeg warns of unset times and ends with 0. One would
# expect all pictures, or a refusal, which is what Matroska's muxer gives (exit code 234).
#
# Seen: of 25 pictures 23 come out of the MP4, the first is not among them; Matroska is refused.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -q -B dependency:copy -Dartifact=org.bytedeco:ffmpeg:8.1.2-1.5.14:jar:linux-x86_64-gpl -DoutputDirectory="$work" </dev/null
(cd "$work" && unzip -q ./*.jar)
bin=$work/org/bytedeco/ffmpeg/linux-x86_64-gpl
chmod +x "$bin/ffmpeg"
export LD_LIBRARY_PATH=$bin
"$bin/ffmpeg" -version | sed -n 1p

# a hash of each picture that a player shows
pictures() {
  "$bin/ffmpeg" -nostdin -v error -i "$1" -fps_mode passthrough -f framemd5 - | grep -v '^#' | sed 's/.*, *//'
}

"$bin/ffmpeg" -nostdin -v error -y -f lavfi -i testsrc2=s=160x90:r=25:d=1 -c:v libx264 -bf 3 "$work/film.mp4"
"$bin/ffmpeg" -nostdin -v error -y -i "$work/film.mp4" -c copy "$work/film.h264"
"$bin/ffmpeg" -nostdin -v quiet -y -i "$work/film.h264" -c copy "$work/copied.mp4"
pictures "$work/film.mp4" >"$work/before"
pictures "$work/copied.mp4" >"$work/after"
refused=0
"$bin/ffmpeg" -nostdin -v quiet -y -i "$work/film.h264" -c copy "$work/copied.mkv" || refused=$?

echo "MP4: $(wc -l <"$work/after") of $(wc -l <"$work/before") pictures, the first of them $(
  grep -qx "$(sed -n 1p "$work/before")" "$work/after" && echo is there || echo is not there
)"
echo "Matroska: exit code $refused"
[ "$(wc -l <"$work/after")" = 23 ] || { echo "changed: two pictures were lost" >&2; exit 1; }
! grep -qx "$(sed -n 1p "$work/before")" "$work/after" || { echo "changed: the first was lost" >&2; exit 1; }
[ "$refused" = 234 ] || { echo "changed: Matroska refused it" >&2; exit 1; }
