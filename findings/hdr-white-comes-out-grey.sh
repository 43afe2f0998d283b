#!/usr/bin/env bash
# FFmpeg 8.1.2 (org.bytedeco:ffmpeg:8.1.2-1.5.14): the chain that HDR films are usually brought to BT.709 with,
# zscale=t=linear:npl=100 … tonemap=hable, shows what ITU-R BT.2408 calls white in them (203 nits, 58 % of PQ) as a middling
# grey. Without metadata the filter takes ten times white for the peak, whatever npl says, and hable's curve bends from the
# start. One would expect white near full. With npl=203 and a curve that is straight to four fifths of white it is.
#
# Seen, of 255: 58 % of PQ is shown as 192 by the usual chain, and as 243 by the other.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -q -B dependency:copy -Dartifact=org.bytedeco:ffmpeg:8.1.2-1.5.14:jar:linux-x86_64-gpl -DoutputDirectory="$work" </dev/null
(cd "$work" && unzip -q ./*.jar)
bin=$work/org/bytedeco/ffmpeg/linux-x86_64-gpl
chmod +x "$bin/ffmpeg"
export LD_LIBRARY_PATH=$bin
"$bin/ffmpeg" -version | sed -n 1p

# $1: scale of the light, $2: curve; prints how bright white of 203 nits is shown, 0 to 255
white() {
  "$bin/ffmpeg" -nostdin -v error -f lavfi -i "color=c=white:s=64x64:d=0.1,format=yuv420p10le,lutyuv=y=572:u=512:v=512" \
    -frames:v 1 -vf "setparams=color_primaries=bt2020:color_trc=smpte2084:colorspace=bt2020nc:range=tv,\
zscale=t=linear:npl=$1,format=gbrpf32le,zscale=p=bt709,tonemap=$2:desat=0,zscale=t=bt709:m=bt709:p=bt709:r=tv,format=yuv420p,\
crop=2:2,scale=1:1,format=gray" -f rawvideo - | od -An -tu1 | tr -d ' '
}

usual=$(white 100 tonemap=hable)
straight=$(white 203 tonemap=mobius:param=0.8:peak=20)
echo "npl=100, hable:                $usual of 255"
echo "npl=203, mobius from 0.8 on:   $straight of 255"
[ "$usual" -lt 210 ] || { echo "changed: white was grey" >&2; exit 1; }
[ "$straight" -gt 235 ] || { echo "changed: white was nearly full" >&2; exit 1; }
