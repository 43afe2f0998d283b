package com.movierecap.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.media.TestFilms;
import java.io.FileInputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Films and subtitles that name another file or an address make nobody open it. */
@Timeout(240)
class OpensNothingElseTest {
  private static final int UNUSABLE = 3;

  @TempDir Path folder;
  private Canaries canaries;

  @BeforeEach
  void plant() throws Exception {
    canaries = new Canaries(folder.resolve("canary.ts"));
  }

  @AfterEach
  void remove() throws Exception {
    canaries.close();
  }

  @Test
  void aCanaryThatIsOpenedTells() throws Exception {
    assertThat(canaries.opened()).isFalse();
    assertThat(canaries.called()).isFalse();
    new FileInputStream(canaries.file().toFile()).close();
    URI address = URI.create(canaries.address());
    new Socket(address.getHost(), address.getPort()).close();
    assertThat(canaries.opened()).isTrue();
    assertThat(canaries.called()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nFILE\n#EXTINF:9,\nADDRESS\n#EXT-X-ENDLIST\n",
        "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nADDRESS\n",
        "#EXTM3U\n#EXT-X-MAP:URI=\"FILE\"\n#EXT-X-KEY:METHOD=AES-128,URI=\"ADDRESS\"\n#EXTINF:9,\nx\n",
        "ffconcat version 1.0\nfile 'FILE'\nfile 'ADDRESS'\n",
        "file 'FILE'\nfile 'ADDRESS'\n",
        "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nm=video 9 RTP/AVP 96\na=control:ADDRESS\n",
        "<?xml version=\"1.0\"?><MPD type=\"static\"><Period><AdaptationSet><Representation>"
            + "<BaseURL>ADDRESS</BaseURL><SegmentList><SegmentURL media=\"FILE\"/></SegmentList>"
            + "</Representation></AdaptationSet></Period></MPD>",
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file://FILE\">]>"
            + "<CompositionPlaylist xmlns=\"http://www.smpte-ra.org/schemas/2067-3/2016\">&e;"
            + "<Path>ADDRESS</Path></CompositionPlaylist>",
        "[playlist]\nNumberOfEntries=2\nFile1=FILE\nFile2=ADDRESS\n",
        "[Reference]\nRef1=ADDRESS\nRef2=FILE\n",
        "<asx version=\"3.0\"><entry><ref href=\"ADDRESS\"/><ref href=\"FILE\"/></entry></asx>"
      })
  void aPlaylistUnderAFilmsNameIsRefusedUnopened(String playlist) throws Exception {
    for (String extension : List.of("mp4", "mkv", "ts", "avi", "webm", "mov")) {
      Path film = folder.resolve("film." + extension);
      Files.writeString(film, named(playlist));
      assertThat(recap(film)).as(extension).isEqualTo(UNUSABLE);
    }
    nothingWasOpened();
  }

  @ParameterizedTest
  @ValueSource(strings = {"url ", "alis"})
  void aFilmWhosePicturesLieInAnotherFileIsRefusedUnopened(String entry) throws Exception {
    byte[] film = TestFilms.read(film("own.mp4", "-c:v", "libx264", "-an"));
    for (String place : List.of("FILE", "canary.ts", "ADDRESS", "file://FILE")) {
      Path file = TestFilms.write(folder.resolve("elsewhere.mp4"), referring(film, entry, place));
      assertThat(recap(file)).as(place).isEqualTo(UNUSABLE);
    }
    nothingWasOpened();
  }

  @ParameterizedTest
  @ValueSource(strings = {"libx264", "libsvtav1 -preset 12"})
  void whatIsAttachedToAFilmIsNotFollowed(String encoder) throws Exception {
    Path picture = folder.resolve("cover.svg");
    Files.writeString(
        picture,
        named(
            "<?xml version=\"1.0\"?><?xml-stylesheet href=\"ADDRESS\"?>"
                + "<svg xmlns=\"http://www.w3.org/2000/svg\""
                + " xmlns:xlink=\"http://www.w3.org/1999/xlink\">"
                + "<image xlink:href=\"file://FILE\"/><image xlink:href=\"ADDRESS\"/></svg>"));
    List<String> arguments = new ArrayList<>(List.of("-c:v"));
    arguments.addAll(List.of(encoder.split(" ")));
    arguments.addAll(List.of("-g", "12", "-attach", picture.toString()));
    arguments.addAll(List.of("-metadata:s:t", "mimetype=image/svg+xml"));
    arguments.addAll(List.of("-metadata", "title=" + canaries.file()));
    Path film = film("attached.mkv", arguments.toArray(String[]::new));
    assertThat(recap(film)).isZero();
    assertThat(recap(film, "--lossless")).isZero();
    nothingWasOpened();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1\n00:00:01,000 --> 00:00:03,000\n#include FILE\n<img src=\"ADDRESS\"> {\\fnFILE}text\n",
        "WEBVTT\n\nSTYLE\n@import url(ADDRESS);\n::cue { background: url(file://FILE) }\n\n"
            + "00:01.000 --> 00:03.000\n<c.FILE>text ADDRESS\n",
        "[Script Info]\nVideo File: FILE\nAudio File: ADDRESS\n[Events]\n"
            + "Dialogue: 0,0:00:01.00,0:00:03.00,a,b,0,0,0,,{\\fnFILE\\1img(FILE)}text movie=FILE\n"
      })
  void whatSubtitlesNameIsNotFollowed(String subtitles) throws Exception {
    Path film = film("plain.mp4", "-c:v", "libx264");
    Path words = folder.resolve("words.txt");
    Files.writeString(words, named(subtitles));
    assertThat(recap(film, "--subtitles", words.toString(), "--captions", "burned")).isZero();
    nothingWasOpened();
  }

  private void nothingWasOpened() throws InterruptedException {
    assertThat(canaries.opened()).as("the other file was opened").isFalse();
    assertThat(canaries.called()).as("the address was called").isFalse();
  }

  private String named(String text) {
    return text.replace("FILE", canaries.file().toString()).replace("ADDRESS", canaries.address());
  }

  private int recap(Path film, String... more) {
    List<String> arguments = new ArrayList<>(List.of(film.toString(), "--length", "2s", "--out"));
    arguments.add(folder.resolve("out").toString());
    arguments.addAll(List.of(more));
    return RecapCommand.run(arguments.toArray(String[]::new));
  }

  private Path film(String name, String... encoder) {
    List<String> arguments =
        new ArrayList<>(
            List.of("-f", "lavfi", "-i", "testsrc2=s=160x90:r=12:d=5", "-f", "lavfi", "-i"));
    arguments.add("sine=d=5");
    arguments.addAll(List.of(encoder));
    arguments.add(folder.resolve(name).toString());
    return TestFilms.make(arguments.toArray(String[]::new));
  }

  /** The film with its only data reference, to itself, made one to another place. */
  private byte[] referring(byte[] film, String entry, String place) {
    byte[] name = (named(place) + "\0").getBytes(StandardCharsets.UTF_8);
    List<Integer> boxes = new ArrayList<>();
    int from = 0;
    int to = film.length;
    for (String box : List.of("moov", "trak", "mdia", "minf", "dinf", "dref")) {
      int at = from;
      while (!box.equals(new String(film, at + 4, 4, StandardCharsets.ISO_8859_1))) {
        at += ByteBuffer.wrap(film).getInt(at);
        assertThat(at).as(box).isLessThan(to);
      }
      boxes.add(at);
      from = at + 8;
      to = at + ByteBuffer.wrap(film).getInt(at);
    }
    // behind version, flags and count: one entry of size, name, version and flags
    int reference = from + 8;
    boxes.add(reference);
    byte[] longer = Arrays.copyOf(film, film.length + name.length);
    System.arraycopy(
        film, reference + 12, longer, reference + 12 + name.length, film.length - reference - 12);
    System.arraycopy(name, 0, longer, reference + 12, name.length);
    ByteBuffer bytes = ByteBuffer.wrap(longer);
    for (int box : boxes) {
      bytes.putInt(box, bytes.getInt(box) + name.length);
    }
    bytes.put(reference + 4, entry.getBytes(StandardCharsets.ISO_8859_1));
    bytes.putInt(reference + 8, 0);
    return longer;
  }
}
