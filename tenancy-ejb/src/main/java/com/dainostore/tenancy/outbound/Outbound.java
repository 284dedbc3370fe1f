package com.dainostore.tenancy.outbound;

import com.dainostore.tenancy.installation.OutboundSettings;
import com.dainostore.tenancy.scope.CurrentStore;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/**
 * Asks other servers over HTTP. Each name is resolved once per connection, all of its addresses must be public, and the
 * connection goes to one of exactly these, so that a name that changes its mind (DNS rebinding) gains nothing; TLS still
 * checks the name. Each redirect is checked like a first address. The calls of a store count against that store.
 */
@ApplicationScoped
public class Outbound {
    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final String PLATFORM = "";

    @Inject
    Instance<OutboundSettings> settings;

    @Inject
    CurrentStore current;

    @Inject
    Names names;

    @Resource
    ManagedScheduledExecutorService clock;

    private final Room room = new Room();

    /**
     * Sends the request and lets the reader have the answer, whatever its status.
     *
     * @throws IOException the other server is away, too slow or not to be understood: it may work later
     * @throws OutboundRefusedException the address or the answer is not allowed: it will not work later
     * @throws OutboundBusyException too much is under way
     */
    public <T> T send(OutboundRequest request, AnswerReader<T> reader) throws IOException {
        String store = current.get().map(found -> found.id().value()).orElse(PLATFORM);
        try (Room.Place place = room.take(store);
                Exchange exchange = new Exchange(this::checkedAddresses, this::schedule, request.within())) {
            return follow(exchange, request, reader);
        }
    }

    private <T> T follow(Exchange exchange, OutboundRequest request, AnswerReader<T> reader) throws IOException {
        Destination first = allowed(Destination.of(request.uri()));
        Destination at = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            try (ClassicHttpResponse response = exchange.send(message(request, at, at.isSameOrigin(first)))) {
                Optional<URI> next = request.body().isEmpty() ? redirect(response, at) : Optional.empty();
                if (next.isEmpty()) {
                    return reader.read(answer(response, request));
                }
                at = allowed(Destination.of(next.get()));
            }
        }
        throw OutboundRefusedException.answer("The address leads from one to the next and never to an end.");
    }

    private static HttpUriRequestBase message(OutboundRequest request, Destination at, boolean withHeaders) {
        HttpUriRequestBase message =
                new HttpUriRequestBase(request.body().isPresent() ? "POST" : "GET", withoutFragment(at.uri()));
        request.body()
                .ifPresent(
                        body -> message.setEntity(new ByteArrayEntity(body.content(), ContentType.parse(body.type()))));
        if (withHeaders) {
            request.headers().forEach(message::setHeader);
        }
        return message;
    }

    private static URI withoutFragment(URI uri) {
        String text = uri.toString();
        int fragment = text.indexOf('#');
        return fragment < 0 ? uri : URI.create(text.substring(0, fragment));
    }

    private static Optional<URI> redirect(ClassicHttpResponse response, Destination at) {
        Header location = response.getFirstHeader("Location");
        if (!REDIRECTS.contains(response.getCode()) || location == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(at.uri().resolve(location.getValue()));
        } catch (IllegalArgumentException e) {
            throw OutboundRefusedException.answer("The address leads to another that cannot be read.");
        }
    }

    private static Answer answer(ClassicHttpResponse response, OutboundRequest request) throws IOException {
        HttpEntity entity = response.getEntity();
        String type = type(entity);
        boolean success = response.getCode() >= 200 && response.getCode() < 300;
        if (success && !request.types().isEmpty() && !request.types().contains(type)) {
            throw OutboundRefusedException.answer("The answer is of a type that is not wanted here.");
        }
        if (entity == null) {
            return new Answer(response.getCode(), type, InputStream.nullInputStream());
        }
        if (entity.getContentLength() > request.mostBytes()) {
            throw BoundedContent.tooLong(request.mostBytes());
        }
        return new Answer(response.getCode(), type, new BoundedContent(entity.getContent(), request.mostBytes()));
    }

    private static String type(@Nullable HttpEntity entity) {
        String type = entity == null ? null : entity.getContentType();
        return type == null ? "" : type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    /** Where the installation names host and port, they may be anything; otherwise the port is a standard one. */
    private Destination allowed(Destination destination) {
        if (!isStandard(destination.port()) && !settings.get().allow().contains(destination.hostAndPort())) {
            throw OutboundRefusedException.address(destination.uri());
        }
        return destination;
    }

    /** The addresses that a connection may go to: none, where one of them is not public. */
    private InetAddress[] checkedAddresses(String host, int port) throws UnknownHostException {
        boolean excepted = settings.get().allow().contains(host.toLowerCase(Locale.ROOT) + ":" + port);
        InetAddress[] addresses;
        try {
            addresses = names.addresses(host);
        } catch (UnknownHostException e) {
            throw new UnknownHostException("This address cannot be reached.");
        }
        if (!excepted && !Arrays.stream(addresses).allMatch(this::isPublic)) {
            throw new UnknownHostException("This address cannot be reached.");
        }
        return addresses;
    }

    boolean isPublic(InetAddress address) {
        return PublicAddress.isPublic(address);
    }

    boolean isStandard(int port) {
        return port == 80 || port == 443;
    }

    ScheduledFuture<?> schedule(Runnable work, long millis) {
        return clock.schedule(work, millis, TimeUnit.MILLISECONDS);
    }
}
