#!/usr/bin/env bash
# FFmpeg 8.1.2 (org.bytedeco:ffmpeg:8.1.2-1.5.14): subtitles for people who hear badly write sounds in angle brackets. Taken
# out of a film as SubRip by -c:s srt, although they are SubRip already, these words are gone without a warning: FFmpeg
# goes by way of ASS and takes <sighs> for a tag it does not know. One would expect a format turned into itself to keep
# its text, as -c:s copy does.
#
# Seen: "<sighs> Well, <i>well</i>." becomes "Well, <i>well</i>." by srt, and stays as it is by copy.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -q -B dependency:copy -Dartifact=org.bytedeco:ffmpeg:8.1.2-1.5.14:jar:linux-x86_64-gpl -DoutputDirectory="$work" </dev/null
(cd "$work" && unzip -q ./*.jar)
bin=$work/org/bytedeco/ffmpeg/linux-x86_64-gpl
chmod +x "$bin/ffmpeg"
export LD_LIBRARY_PATH=$bin
"$bin/ffmpeg" -version | sed -n 1p

printf '1\n00:00:01,000 --> 00:00:02,000\n<sighs> Well, <i>well</i>.\n' >"$work/said.srt"
"$bin/ffmpeg" -nostdin -v error -y -f lavfi -i testsrc2=s=160x90:r=25:d=3 -i "$work/said.srt" \
  -c:v libx264 -preset ultrafast -c:s copy "$work/film.mkv"
for codec in srt copy; do
  "$bin/ffmpeg" -nostdin -v error -y -i "$work/film.mkv" -map 0:s -c:s "$codec" "$work/$codec.srt"
  echo "$codec: $(sed -n 3p "$work/$codec.srt")"
done
[ "$(sed -n 3p "$work/srt.srt")" = "Well, <i>well</i>." ] || { echo "changed: srt lost the word" >&2; exit 1; }
[ "$(sed -n 3p "$work/copy.srt")" = "<sighs> Well, <i>well</i>." ] || { echo "changed: copy kept the word" >&2; exit 1; }
