package com.movierecap.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** A name server on loopback that knows the TXT records it was told, and nothing else. */
final class DnsServer implements AutoCloseable {
  private final DatagramSocket socket;
  private final Map<Name, String> records = new ConcurrentHashMap<>();

  private DnsServer(DatagramSocket socket) {
    this.socket = socket;
  }

  static DnsServer start() throws IOException {
    var server = new DnsServer(new DatagramSocket(0, InetAddress.getLoopbackAddress()));
    var thread = new Thread(server::serve, "dns");
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  String address() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  void say(String name, String text) throws IOException {
    records.put(Name.fromString(name + "."), text);
  }

  private void serve() {
    var packet = new DatagramPacket(new byte[4096], 4096);
    while (!socket.isClosed()) {
      try {
        socket.receive(packet);
        var answer =
            answer(new Message(java.util.Arrays.copyOf(packet.getData(), packet.getLength())));
        socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private byte[] answer(Message query) {
    var question = query.getQuestion();
    var answer = new Message(query.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setFlag(Flags.AA);
    answer.addRecord(question, Section.QUESTION);
    var text = records.get(question.getName());
    if (text == null || question.getType() != Type.TXT) {
      answer.getHeader().setRcode(Rcode.NXDOMAIN);
    } else {
      // somebody else's record stands there as well
      answer.addRecord(txt(question.getName(), "v=spf1 -all"), Section.ANSWER);
      answer.addRecord(txt(question.getName(), text), Section.ANSWER);
    }
    return answer.toWire();
  }

  private static TXTRecord txt(Name name, String text) {
    return new TXTRecord(name, DClass.IN, 60, text);
  }

  @Override
  public void close() {
    socket.close();
  }
}
