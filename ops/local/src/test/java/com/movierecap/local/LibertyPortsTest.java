package com.movierecap.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LibertyPortsTest {
  @Test
  void management_follows_http_unless_it_is_named() {
    assertThat(LibertyPorts.from(Map.of())).isEqualTo(new LibertyPorts(9080, 9443, 9081));
    assertThat(LibertyPorts.from(Map.of("RECAP_HTTP_PORT", "8000")))
        .isEqualTo(new LibertyPorts(8000, 9443, 8001));
    assertThat(LibertyPorts.from(Map.of("RECAP_MANAGEMENT_PORT", "7000")).management())
        .isEqualTo(7000);
  }

  @Test
  void a_port_taken_on_any_address_is_reported_in_one_line_that_says_what_to_do() throws Exception {
    for (String address : new String[] {"127.0.0.1", "0.0.0.0"}) {
      try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName(address))) {
        String port = Integer.toString(other.getLocalPort());
        assertThatThrownBy(() -> LibertyServer.checkPorts(Map.of("RECAP_HTTP_PORT", port)))
            .isInstanceOf(StartupFailure.class)
            .hasMessage(
                "port "
                    + port
                    + " is already in use by another program; stop it or set RECAP_HTTP_PORT");
      }
    }
  }

  @Test
  void what_is_no_port_and_what_is_twice_the_same_are_refused() {
    assertThatThrownBy(() -> LibertyPorts.from(Map.of("RECAP_HTTPS_PORT", "http")))
        .hasMessage(
            "RECAP_HTTPS_PORT is 'http', which is not a port; use a number from 1 to 65535");
    assertThatThrownBy(() -> LibertyPorts.from(Map.of("RECAP_HTTP_PORT", "70000")))
        .hasMessageContaining("not a port");
    assertThatThrownBy(() -> new LibertyPorts(20001, 20001, 20002).check())
        .hasMessage(
            "RECAP_HTTP_PORT and RECAP_HTTPS_PORT are both 20001; give them different ports");
  }
}
