package com.movierecap.identity.factor;

/**
 * What somebody needs to make a program of theirs their second factor.
 *
 * @param secret Base32 (RFC 4648), to be typed
 * @param otpauthUri the same with all the rest, to be shown as a QR code
 */
public record Enrolment(String secret, String otpauthUri) {}
