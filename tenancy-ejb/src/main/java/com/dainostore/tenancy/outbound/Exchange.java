package com.dainostore.tenancy.outbound;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * One request with its redirects: a client of its own, whose connections nobody else gets, and an end in time that holds
 * also against a server which sends a byte now and then.
 */
final class Exchange implements AutoCloseable {
    private static final Timeout CONNECT = Timeout.ofSeconds(10);
    private static final Timeout SILENCE = Timeout.ofSeconds(15);
    private static final int LONGEST_LINE = 8192;
    private static final int MOST_HEADERS = 100;

    /** Which addresses a connection to a host and port may go to. */
    interface Addresses {
        InetAddress[] of(String host, int port) throws UnknownHostException;
    }

    /** Does something after so many milliseconds, unless it is cancelled before. */
    interface Clock {
        Future<?> schedule(Runnable work, long millis);
    }

    private final CloseableHttpClient client;
    private final AtomicReference<@Nullable HttpUriRequestBase> underWay = new AtomicReference<>();
    private final Future<?> end;
    private volatile boolean late;

    Exchange(Addresses addresses, Clock clock, Duration within) {
        client = client(addresses);
        end = clock.schedule(this::stop, within.toMillis());
    }

    private static CloseableHttpClient client(Addresses addresses) {
        return HttpClients.custom()
                .setConnectionManager(connections(addresses))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(SILENCE)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent("DainoStore")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableCookieManagement()
                .disableContentCompression()
                .build();
    }

    private static HttpClientConnectionManager connections(Addresses addresses) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Checked(addresses))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(LONGEST_LINE)
                                .setMaxHeaderCount(MOST_HEADERS)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(SILENCE)
                        .build())
                .build();
    }

    @SuppressWarnings("deprecation") // The caller reads the answer while the client is open.
    ClassicHttpResponse send(HttpUriRequestBase request) throws IOException {
        underWay.set(request);
        if (late) {
            throw tooSlow();
        }
        try {
            return client.execute(request);
        } catch (IOException e) {
            throw late ? tooSlow() : e;
        }
    }

    private void stop() {
        late = true;
        HttpUriRequestBase request = underWay.get();
        if (request != null) {
            request.cancel();
        }
    }

    private static InterruptedIOException tooSlow() {
        return new InterruptedIOException("The other server took too long.");
    }

    @Override
    public void close() throws IOException {
        end.cancel(false);
        client.close();
    }

    /** Connections go to what was checked, and to nothing that is looked up after that. */
    private record Checked(Addresses addresses) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException("A port belongs to every address");
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }

        @Override
        public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
            return Arrays.stream(addresses.of(host, port))
                    .map(address -> new InetSocketAddress(address, port))
                    .toList();
        }
    }
}
