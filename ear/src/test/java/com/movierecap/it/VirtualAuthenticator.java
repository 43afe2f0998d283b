package com.movierecap.it;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A phone or a password manager, as Chromium plays it: its owner says yes at once. */
final class VirtualAuthenticator {
  private final CDPSession devTools;
  private final String id;

  private VirtualAuthenticator(CDPSession devTools, String id) {
    this.devTools = devTools;
    this.id = id;
  }

  static VirtualAuthenticator of(Page page) {
    var devTools = page.context().newCDPSession(page);
    devTools.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    var wish = new JsonObject();
    wish.add("options", options);
    var made = devTools.send("WebAuthn.addVirtualAuthenticator", wish);
    return new VirtualAuthenticator(devTools, made.get("authenticatorId").getAsString());
  }

  /** Whether its owner's finger, face or PIN is the right one from here on. */
  void knowsItsOwner(boolean knows) {
    var wish = named();
    wish.addProperty("isUserVerified", knows);
    devTools.send("WebAuthn.setUserVerified", wish);
  }

  int keys() {
    return devTools.send("WebAuthn.getCredentials", named()).getAsJsonArray("credentials").size();
  }

  /** As a copy of the key that was used less often: from here on it counts from zero. */
  void goBack() {
    var credentials =
        devTools.send("WebAuthn.getCredentials", named()).getAsJsonArray("credentials");
    devTools.send("WebAuthn.clearCredentials", named());
    for (var each : credentials) {
      var credential = each.getAsJsonObject();
      credential.addProperty("signCount", 0);
      var wish = named();
      wish.add("credential", credential);
      devTools.send("WebAuthn.addCredential", wish);
    }
  }

  private JsonObject named() {
    var wish = new JsonObject();
    wish.addProperty("authenticatorId", id);
    return wish;
  }
}
