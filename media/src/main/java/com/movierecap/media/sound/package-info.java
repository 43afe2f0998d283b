/**
 * What is measured of a film's sound while it is read: how loud it is (ITU-R BS.1770-4, EBU R 128),
 * where somebody speaks, what it is made of.
 */
@NullMarked
package com.movierecap.media.sound;

import org.jspecify.annotations.NullMarked;
