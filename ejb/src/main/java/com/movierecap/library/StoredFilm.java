package com.movierecap.library;

import com.movierecap.media.FilmContainer;
import java.util.Optional;

/** A film that lies in the object store and has no row yet. */
public record StoredFilm(long bytes, FilmContainer container, Optional<SubtitleFile> subtitles) {}
