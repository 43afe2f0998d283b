#!/usr/bin/env bash
# Open Liberty 26.0.0.3 (io.openliberty:openliberty-runtime:26.0.0.3): with <compression/> on an endpoint, an answer of 206 to a
# Range request is compressed as any other. Content-Range goes on counting the bytes before, and the ETag stays strong, so that
# the same tag names two different streams of bytes: whoever resumes a download of text (captions, an EDL, JSON) puts
# compressed and plain parts together, and If-Range lets it. One would expect 206 to be left alone, as nginx does, or at least
# a weak tag. And in its list of types one that is compressed without being named makes the whole list be thrown away: with
# +application/json, +application/javascript JSON goes out plain, with only a warning (CWWKT0029W) among the lines of the start.
#
# Seen: 206 with Content-Encoding: gzip, Content-Range: bytes 0-9999/50000 and ETag "whole", and fewer bytes than the range
# has; JSON is compressed with the one type named and is not with both.
set -euo pipefail
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
mvn -q -B dependency:copy -Dartifact=io.openliberty:openliberty-runtime:26.0.0.3:zip -DoutputDirectory="$work" </dev/null
mvn -q -B dependency:copy -Dartifact=jakarta.servlet:jakarta.servlet-api:6.0.0 -DoutputDirectory="$work" </dev/null
(cd "$work" && unzip -q openliberty-runtime-26.0.0.3.zip)
export WLP_USER_DIR=$work/usr JVM_ARGS=-Xmx256m
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')

mkdir -p "$work/app/WEB-INF/classes" "$WLP_USER_DIR/servers/parts/apps"
cat >"$work/Parts.java" <<'JAVA'
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.*;
import java.io.IOException;

/** 50,000 bytes of text, or the part that is asked for. */
@WebServlet("/*")
public class Parts extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    int length = 50000;
    response.setHeader("ETag", "\"whole\"");
    response.setContentType(request.getPathInfo().endsWith(".json") ? "application/json" : "text/plain");
    if ("bytes=0-9999".equals(request.getHeader("Range"))) {
      response.setStatus(206);
      response.setHeader("Content-Range", "bytes 0-9999/" + length);
      length = 10000;
    }
    byte[] body = new byte[length];
    java.util.Arrays.fill(body, (byte) 'a');
    response.setContentLength(length);
    response.getOutputStream().write(body);
  }
}
JAVA
javac -cp "$work/jakarta.servlet-api-6.0.0.jar" -d "$work/app/WEB-INF/classes" "$work/Parts.java"
(cd "$work/app" && jar cf "$WLP_USER_DIR/servers/parts/apps/parts.war" .)

# $1: what <compression> says; starts the server with it
start() {
  cat >"$WLP_USER_DIR/servers/parts/server.xml" <<XML
<server>
  <featureManager><feature>servlet-6.0</feature></featureManager>
  <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="$port" httpsPort="-1"><compression $1/></httpEndpoint>
  <webApplication location="parts.war" contextRoot="/"/>
</server>
XML
  "$work/wlp/bin/server" run parts >"$work/log" 2>&1 &
  server=$!
  for _ in $(seq 240); do
    ! curl -sf "http://127.0.0.1:$port/ready" -o /dev/null || return 0
    sleep 0.5
  done
  cat "$work/log" >&2
  exit 1
}
stop() {
  "$work/wlp/bin/server" stop parts >/dev/null
  wait "$server" || true
  server=
}
# $1: path; how it is coded, or "plain"
coding() {
  curl -s -D - -o /dev/null -H 'Accept-Encoding: gzip' "http://127.0.0.1:$port/$1" | tr -d '\r' \
    | sed -n 's/^content-encoding: *//Ip' | grep . || echo plain
}

"$work/wlp/bin/server" version
start 'types="+application/json"'
curl -s -D "$work/head" -o "$work/part" -H 'Accept-Encoding: gzip' -H 'Range: bytes=0-9999' "http://127.0.0.1:$port/film.txt"
tr -d '\r' <"$work/head" | grep -iE '^(HTTP|content-range|content-encoding|etag)'
echo "bytes of the part: $(wc -c <"$work/part")"
one=$(coding film.json)
stop
start 'types="+application/json, +application/javascript"'
two=$(coding film.json)
warned=$(grep -c CWWKT0029W "$work/log" || true)
stop
echo "JSON with one type named: $one, with a usual one beside it: $two, warnings: $warned"

grep -q '^HTTP/1.1 206' "$work/head" && grep -qi '^content-encoding: gzip' "$work/head" || { echo "changed: parts are not compressed" >&2; exit 1; }
grep -qi '^content-range: bytes 0-9999/50000' "$work/head" && grep -q '"whole"' "$work/head" || { echo "changed: range or tag" >&2; exit 1; }
[ "$(wc -c <"$work/part")" -lt 1000 ] || { echo "changed: the part has its bytes" >&2; exit 1; }
[ "$one $two" = "gzip plain" ] || { echo "changed: the list of types" >&2; exit 1; }
