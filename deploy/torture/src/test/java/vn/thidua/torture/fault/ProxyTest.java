package vn.thidua.torture.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thidua.torture.fault.Proxy.Mode;

/** A server that says everything again, behind a network that may be bad. */
class ProxyTest {

    private ServerSocket server;
    private Proxy proxy;

    @BeforeEach
    void anEcho() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Socket client = server.accept();
                    Thread.ofVirtual().start(() -> echo(client));
                }
            } catch (IOException e) {
                // the test is over
            }
        });
        proxy = Proxy.to(server.getLocalPort());
    }

    private static void echo(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // the other side has gone
        }
    }

    @AfterEach
    void itIsGone() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void aGoodNetworkPassesEverythingOn() throws IOException {
        try (Socket client = connect()) {
            assertThat(said(client, 7)).isEqualTo(7);
        }
    }

    @Test
    void aCutOneBreaksWhatStandsAndTakesNothingNew() throws IOException {
        try (Socket client = connect()) {
            said(client, 7);
            proxy.mode(Mode.CUT);
            assertThatThrownBy(() -> said(client, 8)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> said(connect(), 9)).isInstanceOf(IOException.class);
        }
        proxy.mode(Mode.PASS);
        try (Socket client = connect()) {
            assertThat(said(client, 7)).isEqualTo(7);
        }
    }

    @Test
    void aHalfOpenOneSaysNothing() throws IOException {
        try (Socket client = connect()) {
            said(client, 7);
            proxy.mode(Mode.HALF_OPEN);
            client.setSoTimeout(300);
            assertThatThrownBy(() -> said(client, 8)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void anAnswerMayBeSwallowedAfterTheRequestHasCome() throws IOException {
        try (Socket client = connect()) {
            said(client, 7);
            proxy.mode(Mode.NO_ANSWER);
            assertThatThrownBy(() -> said(client, 8)).isInstanceOf(IOException.class);
            assertThat(proxy.swallowed()).isEqualTo(1);
        }
    }

    private Socket connect() throws IOException {
        var client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(20_000);
        return client;
    }

    private static int said(Socket client, int word) throws IOException {
        client.getOutputStream().write(word);
        int answer = client.getInputStream().read();
        if (answer < 0) {
            throw new IOException("the connection has ended");
        }
        return answer;
    }
}
