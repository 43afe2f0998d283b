package com.movierecap.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
  private final PublicAddresses production = new PublicAddresses(false);
  private final PublicAddresses here = new PublicAddresses(true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.1.2.3",
        "172.31.0.1",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "127.0.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "198.18.0.1",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "fc00::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "2001::1",
        "2001:db8::1"
      })
  void whatIsNotPublicIsNotAsked(String address) throws IOException {
    assertThat(production.mayBeAsked(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00::1"})
  void whatIsPublicIsAsked(String address) throws IOException {
    assertThat(production.mayBeAsked(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void aNameIsWorthWhatItMeans() {
    // it resolves without a network, to loopback
    assertThatThrownBy(() -> production.check(URI.create("https://localhost/")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void thisMachineMayBeAskedWhereTheSettingSaysSoAndNothingElseWithoutTls() {
    assertThat(production.mayBeAsked(URI.create("http://127.0.0.1:1"))).isFalse();
    assertThat(here.mayBeAsked(URI.create("http://127.0.0.1:1"))).isTrue();
    assertThat(here.mayBeAsked(URI.create("http://login.example.com"))).isFalse();
    assertThat(here.mayBeAsked(URI.create("https://10.0.0.1"))).isFalse();
    assertThat(production.mayBeAsked(URI.create("https://login.example.com"))).isTrue();
  }

  /** DNS said something else when it was asked before. */
  @Test
  void aConnectionThatLedElsewhereIsClosedBeforeAByteIsSent() throws IOException {
    try (var server = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var connected = new Socket(server.getInetAddress(), server.getLocalPort())) {
      assertThatThrownBy(
              () ->
                  new GuardedSockets(production)
                      .createSocket(connected, "login.example.com", 443, true))
          .isInstanceOf(IOException.class);
      assertThat(connected.isClosed()).isTrue();
    }
  }
}
