package com.movierecap.local;

import com.movierecap.tools.CommandFailure;
import com.movierecap.tools.SigningKeystore;
import java.nio.file.Path;

/**
 * The local stack's file of keys that sign access tokens. Made once: with a new one on every start,
 * a restart would sign everybody out.
 */
final class SigningKeys {
  private SigningKeys() {}

  static Path provide(StateDirectory state) {
    Path file = state.root().resolve("jwt.p12");
    try {
      new SigningKeystore(file, password(state)).provide();
    } catch (CommandFailure e) {
      throw new StartupFailure(String.valueOf(e.getMessage()), e);
    }
    return file;
  }

  static String password(StateDirectory state) {
    return state.secret("jwt.keystore");
  }
}
