package com.movierecap.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * TLS with the certificates that Java trusts (Liberty would put its own key store there), on
 * connections that lead where they may: a name that meant a public address a moment ago and another
 * one now is noticed before a byte is sent.
 */
final class GuardedSockets extends SSLSocketFactory {
  private final PublicAddresses addresses;
  private final SSLSocketFactory tls;

  GuardedSockets(PublicAddresses addresses) {
    this.addresses = addresses;
    this.tls = publiclyTrusted();
  }

  private static SSLSocketFactory publiclyTrusted() {
    try {
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init((KeyStore) null);
      var context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How {@code HttpsURLConnection} makes its own, once the plain socket is connected. */
  @Override
  public Socket createSocket(Socket connected, String host, int port, boolean autoClose)
      throws IOException {
    if (!addresses.mayBeAsked(connected.getInetAddress())) {
      connected.close();
      throw new IOException("not a public address: " + host);
    }
    return tls.createSocket(connected, host, port, autoClose);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw new IOException("only over a connection that was looked at");
  }

  @Override
  public Socket createSocket(String host, int port, @Nullable InetAddress localHost, int localPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return createSocket(host.getHostName(), port);
  }

  @Override
  public Socket createSocket(
      InetAddress host, int port, @Nullable InetAddress localHost, int localPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return tls.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return tls.getSupportedCipherSuites();
  }
}
