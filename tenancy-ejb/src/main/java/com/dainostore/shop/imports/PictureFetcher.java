package com.dainostore.shop.imports;

import com.dainostore.tenancy.outbound.Outbound;
import com.dainostore.tenancy.outbound.OutboundBusyException;
import com.dainostore.tenancy.outbound.OutboundRefusedException;
import com.dainostore.tenancy.outbound.OutboundRequest;
import com.dainostore.tenancy.storage.FileBounds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fetches pictures through the one door out: few tries each, and none any more from a server that keeps failing. */
@ApplicationScoped
public class PictureFetcher {
    private static final int TRIES = 3;
    private static final int MOST_FAILURES = 3;
    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final Map<String, String> HEADERS =
            Map.of("Accept", "image/jpeg, image/png, image/gif;q=0.8", "User-Agent", "DainoStore");

    @Inject
    @Nullable
    Outbound outbound;

    /** There is no picture to be had; its sentence says why. */
    static final class NoPictureException extends Exception {
        private static final long serialVersionUID = 1L;

        NoPictureException(String sentence) {
            super(sentence);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    Visit visit() {
        return new Visit();
    }

    Duration restAfter(int attempt) {
        return Duration.ofSeconds(attempt);
    }

    byte[] get(URI uri) throws IOException, NoPictureException {
        OutboundRequest request =
                new OutboundRequest(uri, Optional.empty(), HEADERS, Set.of(), FileBounds.PICTURE_BYTES, WITHIN);
        Optional<byte[]> content = java.util.Objects.requireNonNull(outbound).send(request, answer -> {
            if (answer.status() == 429 || answer.status() >= 500) {
                throw new IOException("It answers " + answer.status() + ".");
            }
            return answer.isSuccess() ? Optional.of(answer.content().readAllBytes()) : Optional.<byte[]>empty();
        });
        return content.orElseThrow(() -> new NoPictureException("There is none at this address."));
    }

    /** The fetching of one import's pictures. */
    final class Visit {
        private final Map<String, Integer> failures = new HashMap<>();

        byte[] fetch(String source) throws NoPictureException, InterruptedException {
            URI uri = uri(source);
            String host = String.valueOf(uri.getHost());
            for (int attempt = 1; ; attempt++) {
                if (failures.getOrDefault(host, 0) >= MOST_FAILURES * TRIES) {
                    throw new NoPictureException("Its server does not answer.");
                }
                try {
                    byte[] content = get(uri);
                    failures.remove(host);
                    return content;
                } catch (OutboundRefusedException e) {
                    throw new NoPictureException(String.valueOf(e.getMessage()));
                } catch (OutboundBusyException e) {
                    if (attempt >= TRIES * TRIES) {
                        throw new NoPictureException("Too much is being fetched. Import the file again later.");
                    }
                } catch (IOException e) {
                    failures.merge(host, 1, Integer::sum);
                    if (attempt >= TRIES) {
                        throw new NoPictureException("It cannot be fetched: its server is away or too slow.");
                    }
                }
                Thread.sleep(restAfter(attempt).toMillis());
            }
        }
    }

    private static URI uri(String source) throws NoPictureException {
        String text = (source.startsWith("//") ? "https:" + source : source).replace(" ", "%20");
        try {
            URI uri = URI.create(text);
            String scheme = String.valueOf(uri.getScheme());
            if (uri.getHost() != null && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // What is no address is the name of a file.
        }
        throw new NoPictureException("It is no address, and no file of this name came with the rows.");
    }
}
